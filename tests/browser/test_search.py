"""The search page: theme/static/js/search.js."""

from __future__ import annotations

import json
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Page

FORM = """
<form data-element="search-form" data-index="/index.json" data-root="/city/index.html">
  <input name="q" aria-label="词"><button>检索</button></form>
<p data-element="search-status" role="status"></p>
<ol data-element="search-results"></ol>
<button type="button" data-element="search-more" hidden>显示更多</button>
<div data-element="search-note">见站点地图</div>
<template data-element="search-result"><li><a data-slot="title"></a> <i data-slot="column"></i>
  <time data-slot="date"></time><p data-slot="summary"></p></li></template>
"""

VARIANTS = {"traditional": "裝發裡", "simplified": "装发里"}


def entry(title: str, date: str = "2026-01-01", summary: str = "", keywords: str = "") -> dict:
    return {"t": title, "c": "栏目", "d": date, "u": "a/x.html", "s": summary, "k": keywords}


@pytest.fixture
def search(bare, bare_origin):
    """`search(query, entries)`: the search page after that query in that index."""

    def open_(query: str, entries: list[dict] | None) -> Page:
        page = bare(FORM, path="/search.html?q=start")

        def answer(route):
            if entries is None:
                return route.fulfill(status=500, content_type="application/json", body="[]")
            return route.fulfill(content_type="application/json", body=json.dumps(entries))

        page.route(f"{bare_origin}/index.json", answer)
        page.goto(f"{bare_origin}/search.html?q={quote(query)}")
        page.add_script_tag(url="/js/search.js")
        page.wait_for_function(
            "!document.querySelector('[data-element=search-status]').textContent.includes('正在')"
        )
        return page

    return open_


def titles(page: Page) -> list[str]:
    return page.locator("[data-element=search-results] a").all_text_contents()


def status(page: Page) -> str:
    return page.locator("[data-element=search-status]").text_content()


class TestMatching:
    def test_every_word_must_be_somewhere_in_title_keywords_or_summary(self, search):
        entries = [
            entry("垃圾分类", summary="厨余"),
            entry("垃圾清运"),
            entry("通知", keywords="垃圾,厨余"),
        ]
        assert titles(search("垃圾 厨余", entries)) == ["垃圾分类", "通知"]

    def test_a_word_is_found_inside_a_longer_one(self, search):
        assert titles(search("政处罚", [entry("行政处罚法"), entry("行政许可法")])) == [
            "行政处罚法"
        ]

    def test_width_case_and_chinese_blanks_make_no_difference(self, search):
        assert titles(search("ａbC　１２号", [entry("ABc第12号"), entry("ABC")])) == ["ABc第12号"]

    def test_characters_with_a_meaning_elsewhere_have_none_here(self, search):
        entries = [entry("<b>.*(第1条)"), entry("第1条")]
        page = search(".*(", entries)
        assert titles(page) == ["<b>.*(第1条)"]


class TestBothKindsOfCharacters:
    """The page says where to find which characters of the index are traditional."""

    @pytest.fixture
    def either(self, bare, bare_origin):
        def open_(query: str, entries: list[dict]) -> Page:
            form = FORM.replace("data-root", 'data-variants="/variants.json" data-root')
            page = bare(form, path="/search.html?q=start")
            answers = {"index": entries, "variants": VARIANTS}
            page.route(
                f"{bare_origin}/*.json",
                lambda route: route.fulfill(
                    content_type="application/json",
                    body=json.dumps(answers[urlsplit(route.request.url).path[1:-5]]),
                ),
            )
            page.goto(f"{bare_origin}/search.html?q={quote(query)}")
            page.add_script_tag(url="/js/search.js")
            page.locator("[data-element=search-status]", has_text="结果").wait_for()
            return page

        return open_

    @pytest.mark.parametrize("query", ["裝修 夜里", "装修 夜裡", "裝修 夜裡"])
    @pytest.mark.parametrize("title", ["装修到夜里", "裝修到夜裡"])
    def test_a_word_is_found_and_marked_however_it_is_written(self, either, query, title):
        page = either(query, [entry(title), entry("别的")])
        assert titles(page) == [title]
        assert "".join(page.locator("mark").all_text_contents()) == title.replace("到", "")


class TestOrder:
    def test_titles_come_first_then_the_newest(self, search):
        entries = [
            entry("甲", "2026-09-01", summary="绿化"),
            entry("绿化乙", "2025-01-01"),
            entry("丙", "2026-10-01", keywords="绿化"),
            entry("丁绿化", "2026-01-01"),
        ]
        assert titles(search("绿化", entries)) == ["丁绿化", "绿化乙", "丙", "甲"]


class TestResults:
    def test_what_was_found_is_marked(self, search):
        page = search("绿化 化带", [entry("城市绿化带", summary="养护绿化。")])
        assert page.locator("mark").all_text_contents() == ["绿化带", "绿化"]

    def test_addresses_start_at_the_root_of_the_site(self, search, bare_origin):
        page = search("甲", [entry("甲")])
        link = page.locator("[data-element=search-results] a").evaluate("a => a.href")
        assert link == f"{bare_origin}/city/a/x.html"

    def test_the_number_is_announced(self, search):
        assert status(search("甲", [entry("甲一"), entry("甲二"), entry("乙")])) == "找到 2 条结果"

    def test_nothing_found_says_so_and_shows_another_way(self, search):
        page = search("没有", [entry("甲")])
        assert status(page).startswith("没有找到")
        assert page.get_by_text("见站点地图").is_visible()

    def test_many_are_shown_in_parts_and_the_focus_goes_to_the_next(self, search):
        page = search("甲", [entry(f"甲{n}", f"2026-01-{31 - n:02}") for n in range(31)])
        assert len(titles(page)) == 30
        page.get_by_text("显示更多").click()
        assert len(titles(page)) == 31
        assert page.evaluate("document.activeElement.textContent") == "甲30"
        assert page.get_by_text("显示更多").is_hidden()

    def test_an_index_that_cannot_be_read_is_said_politely(self, search):
        page = search("甲", None)
        assert status(page).startswith("检索没有成功")
        assert page.get_by_text("见站点地图").is_visible()


class TestSampleSite:
    def ask(self, page: Page, query: str) -> None:
        form = page.locator("[data-element=search-form][data-index]")
        form.locator("[name=q]").fill(query)
        form.locator("[name=q]").press("Enter")

    def test_the_search_box_of_the_home_page_leads_to_results(self, tab, site):
        page = tab()
        page.goto(site.url("home"))
        box = page.locator("form [name=q]:visible").first
        box.fill("行政处罚法")
        box.press("Enter")
        page.wait_for_url("**/search.html?q=*")
        page.locator("mark", has_text="行政处罚法").first.wait_for()
        page.locator("[data-element=search-results] a").first.click()
        assert "行政处罚法" in page.locator("h1").text_content()

    def test_a_record_is_found_by_its_title(self, tab, site):
        page = tab()
        page.goto(site.url("policies record"))
        title, path = page.locator("h1").text_content().strip(), urlsplit(page.url).path
        page.goto(site.url("search"))
        self.ask(page, title)
        first = page.locator("[data-element=search-results] a").first
        assert urlsplit(first.evaluate("a => a.href")).path == path

    def test_the_address_keeps_the_query_and_back_returns_to_the_last_one(self, tab, site):
        page = tab()
        page.goto(site.url("search"))
        self.ask(page, "绿化")
        page.locator("mark", has_text="绿化").first.wait_for()
        self.ask(page, "垃圾")
        page.locator("mark", has_text="垃圾").first.wait_for()
        assert page.url.endswith(f"?q={quote('垃圾')}")
        page.go_back()
        page.locator("mark", has_text="绿化").first.wait_for()
        assert page.locator("form[data-index] [name=q]").input_value() == "绿化"

    def test_opened_from_a_file_it_explains_and_points_to_the_site_map(self, tab, site):
        page = tab()
        page.goto((site.folder / "search.html").as_uri() + "?q=x")
        page.locator("[data-element=search-status]", has_text="从文件夹直接打开").wait_for()
        assert page.locator("[data-element=search-note] a[href*=sitemap]").first.is_visible()

    @pytest.mark.parametrize("query", ["裝修垃圾", "装修垃圾"])
    def test_a_citizen_finds_pages_in_traditional_characters(self, tab, site, query):
        page = tab()
        page.goto(f"{site.origin}/zh-hant/search.html")
        self.ask(page, query)
        page.locator("mark", has_text="裝修垃圾").first.wait_for()
        assert "條結果" in status(page)
        link = page.locator("[data-element=search-results] a", has_text="裝修垃圾清運預約").first
        assert "/zh-hant/" in link.evaluate("a => a.href")
        link.click()
        assert page.locator("h1").text_content() == "裝修垃圾清運預約"
        assert page.evaluate("document.documentElement.lang") == "zh-Hant"

    def test_and_with_them_simplified_pages(self, tab, site):
        page = tab()
        page.goto(f"{site.origin}/search.html")
        self.ask(page, "裝修垃圾")
        page.locator("mark", has_text="装修垃圾").first.wait_for()

    @pytest.mark.parametrize("folder", ["", "zh-hant/"])
    def test_pages_in_english_are_found_from_both(self, tab, site, folder):
        page = tab()
        page.goto(f"{site.origin}/{folder}search.html")
        self.ask(page, "dog licence")
        page.locator("[data-element=search-results] a", has_text="Register a dog").click()
        assert page.url == f"{site.origin}/en/guides/quan-zheng.html"
        assert page.locator("h1").text_content() == "Register a dog"

"""The choice of characters and language, and how it fits the line of tools."""

from __future__ import annotations

import pytest

from tests.browser.axe import violations
from tests.browser.overflow import TOO_WIDE

PAGES = ["index.html", "guides/quan-zheng.html", "statutes/index.html", "events/index.html"]


def choose(page, name):
    page.locator("[data-element=languages] a", has_text=name).click()
    page.locator("[data-element=languages] [aria-current]", has_text=name).wait_for()


@pytest.mark.parametrize("path", PAGES)
def test_the_same_page_in_traditional_characters_and_back(tab, site, path):
    page = tab()
    page.goto(f"{site.origin}/{path}")
    choose(page, "繁體")
    assert page.url == f"{site.origin}/zh-hant/{path}"
    assert page.evaluate("document.documentElement.lang") == "zh-Hant"
    current = page.locator("[data-element=languages] [aria-current]")
    assert current.all_text_contents() == ["繁體"]
    choose(page, "简体")
    assert page.url == f"{site.origin}/{path}"
    assert current.all_text_contents() == ["简体"]


def test_links_stay_among_traditional_pages(tab, site):
    page = tab()
    page.goto(f"{site.origin}/zh-hant/index.html")
    page.locator("nav.navigation a", has_text="辦事服務").first.click()
    assert "/zh-hant/" in page.url
    page.locator("main a", has_text="養狗").first.click()
    assert page.url == f"{site.origin}/zh-hant/tasks/yangquan.html"


def test_what_scripts_say_is_traditional_too(tab, site):
    page = tab()
    page.goto(f"{site.origin}/zh-hant/guides/quan-zheng.html")
    page.get_by_role("button", name="長者模式").click()
    page.locator('[role="status"]', has_text="已進入長者模式").wait_for(state="attached")


def test_to_english_and_back(tab, site):
    page = tab()
    page.goto(f"{site.origin}/guides/quan-zheng.html")
    choose(page, "English")
    assert page.url == f"{site.origin}/en/guides/quan-zheng.html"
    assert page.evaluate("document.documentElement.lang") == "en"
    choose(page, "繁體")
    assert page.url == f"{site.origin}/zh-hant/guides/quan-zheng.html"


@pytest.mark.parametrize(
    "path", ["zh-hant/index.html", "en/index.html", "en/guides/quan-zheng.html"]
)
@pytest.mark.parametrize("width", [320, 1280])
def test_these_pages_are_accessible_and_fit(tab, site, path, width):
    page = tab(width)
    page.goto(f"{site.origin}/{path}")
    assert violations(page) == []
    assert page.evaluate(TOO_WIDE) == []

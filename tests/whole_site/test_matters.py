"""Every matter of the sample has a page in plain words, and whom to ask has its topics."""

import json
import re

import yaml

from tests.conftest import ROOT

MATTERS = yaml.safe_load((ROOT / "content/matters/items.yml").read_text(encoding="utf-8"))
TOPICS = yaml.safe_load((ROOT / "content/whom/topics.yml").read_text(encoding="utf-8"))
# Citizens' words for what the sample must answer.
ASKED = [
    "半夜工地", "装修", "遛狗", "井盖", "煤气", "路灯", "搭阳光房", "路边摊", "垃圾桶", "没水了",
    "污水", "车停在人行道", "执法人员", "记者", "信息公开", "树要倒", "着火", "受伤", "律师",
    "不知道该找谁", "油烟", "招牌", "停电",
]  # fmt: skip


def test_each_of_the_34_matters_has_its_page_with_every_section(pages):
    assert len(MATTERS) == 34
    slugs = [matter["网址名"] for matter in MATTERS]
    assert len(set(slugs)) == 34
    for slug in slugs:
        page = pages[f"matters/{slug}.html"]
        names = [each.get_text() for each in page.select(".element__name")]
        assert [name for name in names if name != "一个例子"] == [
            "什么不能做", "会怎样处罚", "怎样避免", "收到决定不服", "接着看"
        ], slug  # fmt: skip
        assert len(page.select("[data-element=elements] .official__row")) == 7, slug
        kinds = [json.loads(each.string)["@type"] for each in page.select("script[type*=json]")]
        assert kinds == ["FAQPage", "BreadcrumbList"], slug


def test_the_map_the_search_and_the_list_have_every_matter(pages, sample_site):
    sitemap = (sample_site / "sitemap.xml").read_text(encoding="utf-8")
    entries = json.loads((sample_site / "data/search.json").read_text(encoding="utf-8"))
    found = {entry["u"] for entry in entries}
    listed = {link["href"] for link in pages["matters/index.html"].select(".matters__list a")}
    for matter in MATTERS:
        assert f"/matters/{matter['网址名']}.html</loc>" in sitemap
        assert f"matters/{matter['网址名']}.html" in found
        assert f"{matter['网址名']}.html" in {href.rpartition("/")[2] for href in listed}


def test_a_case_leads_to_the_matter_of_which_it_is_typical(pages):
    named = {m["典型案例"]: m["网址名"] for m in MATTERS if "典型案例" in m}
    assert len([name for name in named if name.startswith("cases/")]) >= 17
    for name, slug in named.items():
        column, _, file = name.partition("/")
        (page,) = (
            p for path, p in pages.items() if re.fullmatch(f"{column}/\\d+/{file}.html", path)
        )
        assert page.select(f'[data-element=matters] a[href$="/{slug}.html"]'), name


def test_what_citizens_ask_is_answered_with_a_number(pages):
    page = pages["whom/index.html"]
    topics = page.select("[data-element=topic]")
    assert len(topics) == len(TOPICS) >= 20
    titles = " ".join(topic.h3.get_text() for topic in topics)
    assert [words for words in ASKED if words not in titles] == []
    for topic in topics:
        assert topic.select('.topic__phones a[href^="tel:"]'), topic.h3
    dialled = {link["href"] for link in page.select(".topic__phones a")}
    assert {"tel:110", "tel:119", "tel:120", "tel:12345", "tel:12348", "tel:12315"} <= dialled

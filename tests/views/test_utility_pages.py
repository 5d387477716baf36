"""The pages about the site itself: what they are called, what they lead to, who may find them."""

import re

import pytest

from plugins.site.urls import leaving_address
from tests.site.site_at import outputs
from tests.states.moment_site import One

AT = "2026-03-06 09:00"
OUTSIDE = "https://a.example/x?y=1"


def one():
    return One("guide", AT, {}, None, f"[报]({OUTSIDE})")


def test_the_map_of_the_site():
    site = one()
    assert site.words("sitemap.html", ".page-head") == ["网站地图 全部栏目和常用页面"]
    groups = site.select("sitemap.html", "main section")
    assert [group.h2.get_text() for group in groups] == ["全部", "工具"]
    links = [(link["href"], link.get_text()) for link in groups[1].select("a")]
    assert links == [
        ("/search.html", "站内搜索"),
        ("/data/", "数据开放"),
        ("/feeds/site.atom.xml", "订阅（Atom）"),
        ("/sitemap.xml", "网站地图（XML）"),
    ]
    columns = [(link["href"], link.get_text()) for link in groups[0].select("a")]
    at = columns.index(("/guide/", "办事指南"))
    assert columns[at + 1] == ("/guide/ben.html", "本稿")


def test_the_map_counts_enforcement_items(tmp_path):
    tree = outputs(tmp_path)["sitemap.html"].view["tree"]
    columns = {column["name"]: column for group in tree for column in group["columns"]}
    assert (columns["执法清单"]["count"], columns["巡查日记"]["count"]) == (1, 7)
    assert columns["执法清单"]["pages"] == columns["巡查日记"]["pages"] == []


def test_a_group_without_columns_is_not_on_the_map(tmp_path):
    text = "groups:\n  - {code: empty, name: 空的}\n"
    given = (tmp_path / "content" / "bureau.yml", outputs(tmp_path))[0].read_text()
    files = {"bureau.yml": given.replace("groups:\n", text)}
    assert files["bureau.yml"] != given
    tree = outputs(tmp_path / "b", files)["sitemap.html"].view["tree"]
    assert "空的" not in [group["name"] for group in tree]


@pytest.mark.parametrize(
    ("path", "title", "feeds", "indexed"),
    [
        ("sitemap.html", "网站地图", True, True),
        ("search.html", "站内搜索", True, False),
        ("404.html", "没有找到这个页面", True, False),
        (leaving_address(OUTSIDE), "即将离开本网站", False, False),
    ],
)
def test_the_head_of_a_page(path, title, feeds, indexed):
    html = one().text(path)
    assert re.search("<title>(.*)</title>", html)[1] == f"{title}-云汀市综合行政执法局网站"
    assert ("application/atom+xml" in html) is feeds
    assert ('<meta name="robots" content="noindex">' not in html) is indexed


def test_the_prompt_before_an_external_page():
    site, path = one(), leaving_address(OUTSIDE)
    assert site.words(path, ".leaving__url") == [OUTSIDE]
    assert site.select(path, ".actions a")[0]["href"] == OUTSIDE

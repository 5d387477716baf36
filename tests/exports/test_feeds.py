"""Feeds as a reader of feeds gets them, word by word."""

from xml.etree import ElementTree

import pytest

from plugins.exports.feeds import tag_uri
from tests.states.moment_site import HOST, One, sample

AT = "2026-03-06 09:00"
ATOM = "{http://www.w3.org/2005/Atom}"
OTHERS = {
    "news/er": sample("news", 标题="二", 更新日期="2026-03-03 10:00", 关键词="[甲, 乙]"),
    "news/gao": sample("news", 标题="草稿", 状态="草稿"),
}


@pytest.fixture(scope="module")
def site():
    return One("news", AT, {"作者": "云某", "发布日期": "2026-03-02 09:00"}, OTHERS)


def test_a_json_feed(site):
    items = [
        {
            "id": "tag:zhzf.yunting.gov.cn,2026-03-01:news/er",
            "url": f"{HOST}/news/2026/er.html",
            "title": "二",
            "content_html": "<p>正文。</p>",
            "summary": "正文。",
            "date_published": "2026-03-01T09:00:00+08:00",
            "date_modified": "2026-03-03T10:00:00+08:00",
            "authors": [{"name": "办公室"}],
            "tags": ["工作动态", "甲", "乙"],
        },
        {
            "id": "tag:zhzf.yunting.gov.cn,2026-03-02:news/ben",
            "url": f"{HOST}/news/2026/ben.html",
            "title": "本稿",
            "content_html": "<p>正文。</p>",
            "summary": "正文。",
            "date_published": "2026-03-02T09:00:00+08:00",
            "date_modified": "2026-03-02T09:00:00+08:00",
            "authors": [{"name": "云某"}],
            "tags": ["工作动态"],
        },
    ]
    assert site.json("feeds/news.json") == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "工作动态 - 云汀市综合行政执法局网站",
        "home_page_url": f"{HOST}/news/",
        "feed_url": f"{HOST}/feeds/news.json",
        "description": "云汀市综合行政执法局的公众网站。",
        "language": "zh-CN",
        "authors": [{"name": "云汀市综合行政执法局", "url": f"{HOST}/"}],
        "items": items,
    }
    assert '\n "title": "工作动态' in site.text("feeds/news.json")
    assert site.text("feeds/news.json").endswith("\n}\n")
    assert site.json("feeds/site.json")["title"] == "云汀市综合行政执法局网站"
    assert site.json("feeds/site.json")["home_page_url"] == f"{HOST}/"
    assert site.json("feeds/site.json")["items"] == items


def said(element):
    """What the children of an element say, by their names."""
    found = {}
    for child in element:
        name = child.tag.removeprefix(ATOM)
        rel = child.get("rel")
        words = child.get("href") or child.get("term") or "".join(child.itertext())
        found[f"{name} {rel}" if rel else name] = words
    return found


def test_an_atom_feed(site):
    feed = ElementTree.fromstring(site.text("feeds/news.atom.xml").encode())
    first, second = feed.findall(f"{ATOM}entry")
    assert {name: words for name, words in said(feed).items() if name != "entry"} == {
        "title": "工作动态 - 云汀市综合行政执法局网站",
        "link alternate": f"{HOST}/news/",
        "link self": f"{HOST}/feeds/news.atom.xml",
        "id": f"{HOST}/news/",
        "updated": "2026-03-03T10:00:00+08:00",
        "author": "云汀市综合行政执法局",
        "subtitle": "云汀市综合行政执法局的公众网站。",
    }
    assert said(first) == {
        "title": "二",
        "link alternate": f"{HOST}/news/2026/er.html",
        "published": "2026-03-01T09:00:00+08:00",
        "updated": "2026-03-03T10:00:00+08:00",
        "author": "办公室",
        "id": "tag:zhzf.yunting.gov.cn,2026-03-01:news/er",
        "summary": "正文。",
        "content": "<p>正文。</p>",
        "category": "工作动态",
    }
    assert said(second)["author"] == "云某"


def test_a_record_without_a_text_has_no_content():
    one = One("slogan", AT)
    feed = ElementTree.fromstring(one.text("feeds/slogan.atom.xml").encode())
    assert "content" not in said(feed.find(f"{ATOM}entry"))


def test_an_empty_feed_is_of_a_fixed_day():
    one = One("news", AT, {"状态": "草稿"})
    assert "<updated>2000-01-01T00:00:00+08:00</updated>" in one.text("feeds/news.atom.xml")
    assert one.json("feeds/news.json")["items"] == []


def test_the_thirty_that_changed_last():
    others = {
        f"news/n{day:02}": sample("news", 标题=f"第{day}", 发布日期=f"2026-01-{day:02} 09:00")
        for day in range(1, 31)
    }
    items = One("news", AT, {}, others).json("feeds/news.json")["items"]
    assert [item["title"] for item in items] == [
        "本稿",
        *(f"第{day}" for day in range(30, 1, -1)),
    ]


def test_its_tag_stays_when_a_page_moves(site):
    record = site.site.by_id["news/ben"]
    assert tag_uri(site.site, record) == "tag:zhzf.yunting.gov.cn,2026-03-02:news/ben"


def test_a_summary_is_words_to_a_reader_of_html():
    """Atom says of it that it is HTML."""
    one = One("news", AT, {"摘要": "气温<30℃ & <img src=q onerror=x()>"})
    summary = ElementTree.fromstring(one.text("feeds/news.atom.xml")).find(f".//{ATOM}summary")
    assert summary.get("type") == "html"
    assert summary.text == "气温&lt;30℃ &amp; &lt;img src=q onerror=x()&gt;"

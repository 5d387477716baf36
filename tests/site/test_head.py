"""Meta tags exactly as 国办发〔2017〕47号 names them."""

import json

from tests.content_folder import record
from tests.site.site_at import outputs

SITE = [
    ("SiteName", "青禾县综合行政执法局网站"),
    ("SiteDomain", "zfj.qinghe.gov.cn"),
    ("SiteIDCode", "3399990001"),
]
COLUMN = [
    ("ColumnName", "巡查日记"),
    ("ColumnDescription", "巡查日记的说明。"),
    ("ColumnKeywords", "巡查日记"),
    ("ColumnType", "工作动态"),
]


def names(page):
    return [name for name, _ in page.head.metas]


class TestMetaTags:
    def test_home(self, tmp_path):
        page = outputs(tmp_path)["index.html"]
        assert page.head.metas[:4] == [*SITE, ("ColumnType", "首页")]
        assert page.head.title == "青禾县综合行政执法局网站"

    def test_every_page_of_a_list(self, tmp_path):
        pages = outputs(tmp_path)
        for path in ("dongtai/index.html", "dongtai/page/2.html", "dongtai/2026.html"):
            assert pages[path].head.metas[:7] == [*SITE, *COLUMN]

    def test_a_record(self, tmp_path):
        page = outputs(tmp_path)["dongtai/2026/riji-1.html"]
        assert page.head.metas == [
            *SITE,
            *COLUMN,
            ("ArticleTitle", "巡查日记第1篇"),
            ("PubDate", "2026-01-05 08:30"),
            ("ContentSource", "巡查一组"),
            ("Keywords", "巡查,街面"),
            ("Description", "第1次巡查禾苗路，劝导占道经营1起。劝导后都已改正。"),
            ("Url", "https://zfj.qinghe.gov.cn/dongtai/2026/riji-1.html"),
        ]
        assert page.head.title == "巡查日记第1篇-巡查日记-青禾县综合行政执法局网站"
        assert page.head.canonical == "https://zfj.qinghe.gov.cn/dongtai/2026/riji-1.html"

    def test_author_and_image_when_there_are(self, tmp_path):
        text = record("新", 作者="甲", 图片="\n  文件: images/emblem.svg\n  说明: 标志")
        page = outputs(tmp_path, {"dongtai/xin.md": text})["dongtai/2026/xin.html"]
        metas = dict(page.head.metas)
        assert metas["Author"] == "甲"
        assert metas["Image"] == "https://zfj.qinghe.gov.cn/images/emblem.svg"
        assert ("og:image:alt", "标志") in page.head.properties

    def test_no_name_twice_and_nothing_empty(self, tmp_path):
        for output in outputs(tmp_path).values():
            if hasattr(output, "head"):
                assert len(set(names(output))) == len(output.head.metas)
                assert all(content.strip() for _, content in output.head.metas)
                assert names(output)[:3] == ["SiteName", "SiteDomain", "SiteIDCode"]


class TestBreadcrumbs:
    def trail(self, pages, path):
        return [(crumb.name, crumb.address) for crumb in pages[path].head.breadcrumbs]

    def test_from_home_to_the_page(self, tmp_path):
        pages = outputs(tmp_path)
        assert self.trail(pages, "index.html") == []
        assert self.trail(pages, "dongtai/index.html") == [
            ("首页", "index.html"),
            ("巡查日记", None),
        ]
        assert self.trail(pages, "dongtai/page/2.html") == [
            ("首页", "index.html"),
            ("巡查日记", "dongtai/index.html"),
            ("全部（第2页）", None),
        ]
        assert self.trail(pages, "dongtai/2026/riji-1.html") == [
            ("首页", "index.html"),
            ("巡查日记", "dongtai/index.html"),
            ("巡查日记第1篇", None),
        ]


class TestStructuredData:
    def data(self, pages, path):
        return {item["@type"]: item for item in map(json.loads, pages[path].head.jsonld)}

    def test_home_names_the_organisation(self, tmp_path):
        data = self.data(outputs(tmp_path), "index.html")
        assert data["GovernmentOrganization"]["address"]["postalCode"] == "339999"

    def test_a_record_is_an_article(self, tmp_path):
        data = self.data(outputs(tmp_path), "dongtai/2026/riji-1.html")
        assert data["Article"]["datePublished"] == "2026-01-05T08:30:00+08:00"
        assert [step["name"] for step in data["BreadcrumbList"]["itemListElement"]] == [
            "首页",
            "巡查日记",
            "巡查日记第1篇",
        ]

    def test_an_event_is_an_event(self, tmp_path):
        data = self.data(outputs(tmp_path), "huodong/2026/saodi.html")
        assert data["Event"]["startDate"] == "2026-11-28T08:00:00+08:00"
        assert data["Event"]["eventStatus"] == "https://schema.org/EventScheduled"

    def test_nothing_can_close_the_script(self, tmp_path):
        text = record("标题</script><b>")
        page = outputs(tmp_path, {"dongtai/xin.md": text})["dongtai/2026/xin.html"]
        assert not any("</script>" in item for item in page.head.jsonld)
        assert json.loads(page.head.jsonld[0])["headline"] == "标题</script><b>"


class TestOpenGraph:
    def properties(self, page):
        return dict(page.head.properties)

    def test_a_record(self, tmp_path):
        text = record("新", 更新日期="2026-03-02 09:00")
        page = outputs(tmp_path, {"dongtai/xin.md": text})["dongtai/2026/xin.html"]
        assert page.head.properties == [
            ("og:type", "article"),
            ("og:title", "新"),
            ("og:description", "正文。"),
            ("og:url", "https://zfj.qinghe.gov.cn/dongtai/2026/xin.html"),
            ("og:site_name", "青禾县综合行政执法局网站"),
            ("og:locale", "zh_CN"),
            ("article:published_time", "2026-03-01T09:00:00+08:00"),
            ("article:modified_time", "2026-03-02T09:00:00+08:00"),
        ]

    def test_a_record_that_was_not_changed(self, tmp_path):
        page = outputs(tmp_path)["dongtai/2026/riji-1.html"]
        assert "article:modified_time" not in self.properties(page)
        assert "og:image" not in self.properties(page)

    def test_another_page(self, tmp_path):
        page = outputs(tmp_path)["dongtai/index.html"]
        shown = self.properties(page)
        assert shown["og:type"] == "website"
        assert shown["og:title"] == "巡查日记-青禾县综合行政执法局网站"
        assert shown["og:description"] == "巡查日记的说明。"
        assert "article:published_time" not in shown


def test_the_feeds_that_a_page_offers(tmp_path):
    pages = outputs(tmp_path)
    assert [tuple(feed) for feed in pages["dongtai/2026/riji-1.html"].head.feeds] == [
        ("巡查日记（Atom）", "feeds/dongtai.atom.xml", "application/atom+xml"),
        ("巡查日记（JSON）", "feeds/dongtai.json", "application/feed+json"),
    ]
    assert [tuple(feed) for feed in pages["index.html"].head.feeds] == [
        ("青禾县综合行政执法局网站（Atom）", "feeds/site.atom.xml", "application/atom+xml"),
        ("青禾县综合行政执法局网站（JSON）", "feeds/site.json", "application/feed+json"),
    ]


def test_keywords_of_a_record_a_column_and_the_site(tmp_path):
    files = {"dongtai/xin.md": record("新", 关键词="[甲, 乙]"), "dongtai/jiu.md": record("旧")}
    pages = outputs(tmp_path, files)
    shown = {path: dict(page.head.metas)["Keywords"] for path, page in pages.items()
             if hasattr(page, "head")}  # fmt: skip
    assert shown["dongtai/2026/xin.html"] == "甲,乙"
    assert shown["dongtai/2026/jiu.html"] == "巡查日记"
    assert shown["dongtai/index.html"] == "巡查日记"
    assert shown["index.html"] == "青禾县,综合行政执法"


def test_the_author_of_a_page_is_who_wrote_it_or_who_edited_it(tmp_path):
    files = {
        "dongtai/a.md": record("甲", 作者="张", 责任编辑="李"),
        "dongtai/b.md": record("乙", 责任编辑="李"),
        "dongtai/c.md": record("丙"),
    }
    pages = outputs(tmp_path, files)
    authors = [dict(pages[f"dongtai/2026/{name}.html"].head.metas).get("Author") for name in "abc"]
    assert authors == ["张", "李", None]


def test_chinese_is_written_as_it_is_in_structured_data(tmp_path):
    page = outputs(tmp_path)["dongtai/2026/riji-1.html"]
    assert '"headline": "巡查日记第1篇"' in page.head.jsonld[0]
    crumbs = json.loads(page.head.jsonld[1])["itemListElement"]
    assert [(step["position"], step["item"]) for step in crumbs] == [
        (1, "https://zfj.qinghe.gov.cn/"),
        (2, "https://zfj.qinghe.gov.cn/dongtai/"),
        (3, "https://zfj.qinghe.gov.cn/dongtai/2026/riji-1.html"),
    ]

"""Open data as people find it, download it and read in its description."""

import csv
import io

import pytest

from plugins.exports.open_data import make_row
from tests.states.moment_site import One, sample

AT = "2026-03-06 09:00"
LAW = {"statute/law": sample("statute", "第一条　甲。\n\n第二条　乙。", 标题="云汀市街面条例")}
EVENT = [
    ("id", "标识", "string", "栏目/网址名，不会改变"),
    ("url", "网址", "string", "页面的完整地址"),
    ("published", "发布日期", "datetime", "页面发布的时间"),
    ("title", "标题", "string", "一行文字"),
    ("start", "开始时间", "datetime", "时间（24 小时制）"),
    ("end", "结束时间", "datetime", "时间（24 小时制）"),
    ("place", "地点", "string", "一行文字"),
    ("organiser", "主办单位", "string", "一行文字"),
    ("contact", "联系人", "string", "写作“张老师”"),
    ("phone", "联系电话", "string", "一行文字"),
    ("capacity", "人数上限", "integer", "整数"),
    ("sign_up", "报名方式", "string", "不需要报名写“无需报名”"),
    ("sign_up_until", "报名截止", "datetime", "时间（24 小时制）；只写日期的，到那天结束"),
    ("cancelled", "取消原因", "string", "一行文字"),
]


def test_the_head_of_the_page_of_open_data():
    one = One("event", AT)
    assert one.words("data/index.html", ".page-head") == [
        "数据开放 本网站公开的数据，可以下载和再次使用，附字段说明。"
    ]
    assert '<meta name="robots"' not in one.text("data/index.html")


def test_the_downloads_of_a_column_and_of_the_citations():
    links = One("event", AT).select("data/index.html", ".files li")
    found = [(link.a["href"], *link.stripped_strings) for link in links]
    assert found[-8:] == [
        ("/data/event.json", "社区活动（JSON）", "1 KB"),
        ("/data/event.csv", "社区活动（CSV）", "1 KB"),
        ("/data/event.schema.json", "社区活动（字段说明）", "1 KB"),
        ("/data/citations.json", "引用关系（JSON）", "1 KB"),
        ("/data/citations.csv", "引用关系（CSV）", "1 KB"),
        ("/data/applications.json", "各年引用次数（JSON）", "1 KB"),
        ("/data/applications.csv", "各年引用次数（CSV）", "1 KB"),
        ("/data/statute-text.schema.json", "法规条文的字段说明（JSON Schema）"),
    ]


@pytest.mark.parametrize(("size", "shown"), [(3071, "2 KB"), (3072, "3 KB")])
def test_a_size_is_in_whole_kilobytes(size, shown):
    def site(words):
        one = One("event", AT, {"取消原因": words})
        return one, len(one.planned["data/event.json"].call(one.site).content)

    _, short = site("a")
    one, length = site("a" * (size - short + 1))
    assert length == size
    (link,) = one.select("data/index.html", ".files li:has([href='/data/event.json'])")
    assert [*link.stripped_strings][1] == shown


def test_the_description_of_the_fields():
    one = One("event", AT)
    schema = one.json("data/event.schema.json")
    assert {key: schema[key] for key in ("$schema", "title", "description", "primaryKey")} == {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "title": "社区活动",
        "description": "社区活动的说明。",
        "primaryKey": ["id"],
    }
    names = ("name", "title", "type", "description")
    assert schema["fields"] == [dict(zip(names, field, strict=True)) for field in EVENT]
    rows = one.select("data/index.html", "section:has([href='/data/event.json']) tbody tr")
    assert [tuple(cell.get_text() for cell in row.select("th, td")) for row in rows] == EVENT


def test_a_row_as_json_and_as_csv():
    fields = {"处罚类别": "罚款、警告", "领域": "街面秩序、水务"}
    one = One("penalty", AT, fields, LAW)
    (row,) = one.json("data/penalty.json")
    assert (row["id"], row["url"]) == (
        "penalty/chufa-2026-1",
        "https://zhzf.yunting.gov.cn/penalty/2026/chufa-2026-1.html",
    )
    assert row["published"] == "2026-03-01T09:00+08:00"
    assert (row["decided"], row["fine"]) == ("2026-02-20", 0.05)
    assert row["penalties"] == ["罚款", "警告"]
    head, cells = csv.reader(io.StringIO(one.text("data/penalty.csv")))
    shown = dict(zip(head, cells, strict=True))
    assert (shown["标识"], shown["罚款金额（万元）"]) == ("penalty/chufa-2026-1", "0.05")
    assert (shown["处罚类别"], shown["领域"]) == ("罚款；警告", "街面秩序；水务")
    assert (shown["发布日期"], shown["处罚决定日期"]) == ("2026-03-01T09:00+08:00", "2026-02-20")


def test_chinese_is_written_as_it_is():
    one = One("event", AT)
    assert '"title": "本稿"' in one.text("data/event.json")
    assert '"title": "社区活动"' in one.text("data/event.schema.json")
    assert one.planned["data/event.schema.json"].call(one.site).content.endswith(b"\n}\n")


def test_a_kind_without_open_data_has_no_files():
    one = One("news", AT)
    assert "data/news.json" not in one.planned
    assert "工作动态" not in one.main("data/index.html").get_text()
    assert make_row(one.site, one.site.by_id["news/ben"]) == ("", "")

"""法定主动公开内容: the catalogue of 政府信息公开条例第十二条, made from the records."""

import csv
import io
import json

from bs4 import BeautifulSoup

from tests.build.built import build, pages
from tests.content_folder import make_content, record
from tests.site.site_at import outputs

CATALOGUE = """\
name: 法定主动公开内容
description: 依照条例主动公开的信息。
keywords: [目录]
ColumnType: 信息公开目录
kind: catalogue
group: open
clock: 365
owner: 办公室
order: 8
"""
PLANS = """\
name: 规划计划
description: 规划和年度计划。
keywords: [规划]
ColumnType: 信息公开目录
kind: disclosure
group: open
clock: 365
owner: 办公室
order: 9
"""
NUMBER = "11330500MB0000000X/2026-00071"


def plan(title, published, **fields):
    dates = {"生成日期": published[:10], "摘要": f"{title}的内容。"}
    return record(title, published=published, **{**dates, **fields})


FILES = {
    "mulu/_column.yml": CATALOGUE,
    "jihua/_column.yml": PLANS,
    "jihua/a.md": plan("甲计划", "2026-03-05 09:00", 索引号=NUMBER, 生成日期="2026-03-03"),
    "jihua/b.md": plan("乙计划", "2026-03-06 09:00"),
}


def rows(page):
    return [(card.title, card.index_number, str(card.made)) for card in page.view["cards"]]


def test_it_has_the_records_of_every_kind_that_must_be_published_and_no_others(tmp_path):
    shown = outputs(tmp_path, FILES)["mulu/index.html"]
    found = rows(shown)
    assert found[:2] == [("乙计划", None, "2026-03-06"), ("甲计划", NUMBER, "2026-03-03")]
    # The policy of the tiny bureau; its diary, its events and its replies are not in it.
    assert len(found) == 3
    assert found[2][1].startswith("1") and "青禾县" in found[2][0]
    assert shown.view["total"] == 3


def test_it_is_filtered_by_column(tmp_path):
    planned = outputs(tmp_path, FILES)
    (kinds,) = planned["mulu/jihua.html"].view["filters"]
    assert kinds.label == "类别"
    assert [(o.label, o.address, o.count, o.current) for o in kinds.options] == [
        ("全部", "mulu/index.html", 3, False),
        ("本县文件", "mulu/zhengce.html", 1, False),
        ("规划计划", "mulu/jihua.html", 2, True),
    ]
    assert [row[0] for row in rows(planned["mulu/jihua.html"])] == ["乙计划", "甲计划"]


def test_it_has_pages(tmp_path):
    more = {f"jihua/n{n}.md": plan(f"第{n}项", f"2026-02-0{n} 09:00") for n in range(1, 5)}
    planned = outputs(tmp_path, {**FILES, **more})
    first = planned["mulu/index.html"].view["pagination"]
    assert (first.number, first.total, first.next) == (1, 2, "mulu/page/2.html")
    assert len(rows(planned["mulu/page/2.html"])) == 2
    assert planned["mulu/jihua/page/2.html"].view["pagination"].previous == "mulu/jihua.html"


def test_what_came_into_being_last_stands_first(tmp_path):
    late = {"jihua/b.md": plan("乙计划", "2026-03-06 09:00", 生成日期="2026-03-02")}
    found = rows(outputs(tmp_path, {**FILES, **late})["mulu/index.html"])
    assert [row[0] for row in found[:2]] == ["甲计划", "乙计划"]


def test_it_can_be_followed(tmp_path):
    build(make_content(tmp_path, FILES), tmp_path)
    feed = json.loads(pages(tmp_path)["feeds/mulu.json"])
    assert [item["title"] for item in feed["items"]][:2] == ["乙计划", "甲计划"]


def test_what_has_expired_leaves_it(tmp_path):
    gone = {"jihua/b.md": plan("乙计划", "2026-03-06 09:00", 下线日期="2026-03-07")}
    shown = outputs(tmp_path, {**FILES, **gone})["mulu/index.html"]
    assert [row[0] for row in rows(shown)][:1] == ["甲计划"]


def test_readers_see_the_four_elements(tmp_path):
    build(make_content(tmp_path, FILES), tmp_path)
    page = BeautifulSoup((tmp_path / "output/mulu/index.html").read_text(), "html.parser")
    assert [th.get_text() for th in page.select("thead th")] == [
        "索引号", "名称", "内容概述", "生成日期",
    ]  # fmt: skip
    second = page.select("[data-element=list-item]")[1]
    assert [" ".join(cell.get_text().split()) for cell in second.select("th, td")] == [
        NUMBER, "甲计划", "甲计划的内容。", "2026-03-03",
    ]  # fmt: skip
    assert [td["data-label"] for td in second.select("td")] == ["索引号", "内容概述", "生成日期"]
    assert second.a["href"].endswith("jihua/2026/a.html")
    # Nothing stands for a number that nobody gave.
    first = page.select("[data-element=list-item]")[0]
    assert first.td.get_text(strip=True) == "无"


def test_an_empty_one_says_so(tmp_path):
    files = {"mulu/_column.yml": CATALOGUE, "zhengce/jiemian-banfa.md": None}
    build(make_content(tmp_path, files), tmp_path)
    page = BeautifulSoup((tmp_path / "output/mulu/index.html").read_text(), "html.parser")
    assert (
        page.select_one("[data-element=empty]").get_text().startswith("这里将发布法定主动公开内容")
    )


def test_a_program_reads_it_too(tmp_path):
    build(make_content(tmp_path, FILES), tmp_path)
    built = pages(tmp_path)
    data = json.loads(built["data/mulu.json"])
    assert data[1] == {
        "id": "jihua/a",
        "url": "https://a.example/jihua/2026/a.html",
        "category": "规划计划",
        "index_number": NUMBER,
        "title": "甲计划",
        "summary": "甲计划的内容。",
        "made": "2026-03-03",
    }
    assert data[0]["index_number"] is None
    text = built["data/mulu.csv"].decode("utf-8-sig")
    table = list(csv.reader(io.StringIO(text)))
    assert table[0] == ["标识", "网址", "类别", "索引号", "名称", "内容概述", "生成日期"]
    assert table[2][2:] == ["规划计划", NUMBER, "甲计划", "甲计划的内容。", "2026-03-03"]
    schema = json.loads(built["data/mulu.schema.json"])
    assert [field["name"] for field in schema["fields"]] == list(data[0])
    open_data = BeautifulSoup(built["data/index.html"], "html.parser")
    names = [h2.get_text() for h2 in open_data.select("[data-element=dataset] h2")]
    assert "法定主动公开内容" in names
    shown = BeautifulSoup(built["mulu/index.html"], "html.parser")
    assert [a.get_text() for a in shown.select("[data-element=downloads] a")] == ["CSV", "JSON"]


def test_a_new_title_reaches_it_in_a_later_build(tmp_path):
    content = make_content(tmp_path, FILES)
    build(content, tmp_path)
    file = content / "jihua/a.md"
    file.write_text(file.read_text().replace("标题: 甲计划", "标题: 甲新计划"))
    result = build(content, tmp_path)
    assert {"mulu/index.html", "mulu/jihua.html", "data/mulu.json"} <= set(result.rendered)
    assert "mulu/zhengce.html" not in result.rendered
    assert "甲新计划" in (tmp_path / "output/mulu/index.html").read_text()


def test_links_may_lead_to_it_and_to_its_data(tmp_path):
    text = "见[目录](/mulu/)和[数据](/data/mulu.csv)。"
    files = {**FILES, "dongtai/xin.md": record("新", text)}
    build(make_content(tmp_path, files), tmp_path)
    page = BeautifulSoup((tmp_path / "output/dongtai/2026/xin.html").read_text(), "html.parser")
    links = [a["href"] for a in page.select("[data-element=body] a")]
    assert [link.rpartition("a.example")[2] for link in links] == ["/mulu/", "/data/mulu.csv"]

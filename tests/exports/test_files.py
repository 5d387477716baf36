"""Feeds, calendars, data, the map of the site: what machines read."""

import csv
import io
import json
from datetime import datetime, timedelta
from xml.etree import ElementTree

from icalendar import Calendar

from plugins.clock import CHINA
from tests.content_folder import record
from tests.site.site_at import NOW, outputs
from tests.views.test_records import PENALTY, PENALTY_COLUMN

ATOM = "{http://www.w3.org/2005/Atom}"


def test_atom_feed_of_a_column(tmp_path):
    feed = ElementTree.fromstring(outputs(tmp_path)["feeds/dongtai.atom.xml"].content)
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 7
    assert entries[0].findtext(f"{ATOM}title") == "巡查日记第7篇"
    assert entries[0].findtext(f"{ATOM}id") == "tag:zfj.qinghe.gov.cn,2026-07-05:dongtai/riji-7"
    link = entries[0].find(f"{ATOM}link").get("href")
    assert link == "https://zfj.qinghe.gov.cn/dongtai/2026/riji-7.html"
    assert feed.findtext(f"{ATOM}updated") == "2026-07-05T08:30:00+08:00"


def test_json_feed_has_whole_addresses(tmp_path):
    feed = json.loads(outputs(tmp_path)["feeds/site.json"].content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert len(feed["items"]) == 10
    diary = next(item for item in feed["items"] if item["id"].endswith("riji-7"))
    assert "https://zfj.qinghe.gov.cn/zhengce/2026/jiemian-banfa.html" in diary["content_html"]
    assert 'src="https://zfj.qinghe.gov.cn/images/emblem.svg"' in diary["content_html"]


def test_every_column_and_the_site_have_both_feeds(tmp_path):
    paths = set(outputs(tmp_path))
    for code in ("site", "dongtai", "zhengce", "shixiang", "huodong", "wenda"):
        assert {f"feeds/{code}.atom.xml", f"feeds/{code}.json"} <= paths


def test_a_calendar_file_of_an_event_and_of_all(tmp_path):
    pages = outputs(tmp_path)
    for path in ("huodong/2026/saodi.ics", "huodong/all.ics"):
        (event,) = Calendar.from_ical(pages[path].content).walk("VEVENT")
        assert event["summary"] == "一起扫大街"
        assert event.decoded("dtstart").isoformat() == "2026-11-28T00:00:00+00:00"
        assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(hours=2)
        assert event["uid"] == "huodong/saodi@zfj.qinghe.gov.cn"


def test_open_data_as_json_and_csv_with_their_schema(tmp_path):
    files = {
        "chufa/_column.yml": PENALTY_COLUMN,
        "chufa/yi.md": record("李某占道经营案", "", **PENALTY),
    }
    pages = outputs(tmp_path, files)
    (row,) = json.loads(pages["data/chufa.json"].content)
    assert (row["fine"], row["penalties"], row["decided"]) == (0.05, ["罚款"], "2026-02-20")
    schema = json.loads(pages["data/chufa.schema.json"].content)
    described = {field["name"]: field for field in schema["fields"]}
    assert list(described) == list(row)
    assert (described["fine"]["title"], described["fine"]["type"]) == ("罚款金额（万元）", "number")
    assert described["decided"]["type"] == "date"
    text = pages["data/chufa.csv"].content
    assert text.startswith(b"\xef\xbb\xbf")
    head, cells = csv.reader(io.StringIO(text.decode("utf-8-sig")))
    assert dict(zip(head, cells, strict=True))["违法事实"] == "占用人行道摆摊"
    assert pages["data/index.html"].view["datasets"][0]["rows"] == 1


def test_the_map_of_the_site_has_every_page_and_its_last_change(tmp_path):
    pages = outputs(tmp_path)
    tree = ElementTree.fromstring(pages["sitemap.xml"].content)
    rows = {row[0].text: row[1].text for row in tree}
    address = "https://zfj.qinghe.gov.cn/dongtai/2026/riji-1.html"
    assert rows[address] == "2026-01-05T08:30:00+08:00"
    assert rows["https://zfj.qinghe.gov.cn/"] == "2026-11-01T09:00:00+08:00"
    assert not any("/leaving/" in row or row.endswith("404.html") for row in rows)
    indexed = [page for page in pages.values() if hasattr(page, "head") and page.head.indexed]
    assert len(rows) == len(indexed)


def test_robots_name_the_map(tmp_path):
    assert outputs(tmp_path)["robots.txt"].content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /leaving/",
        "",
        "Sitemap: https://zfj.qinghe.gov.cn/sitemap.xml",
    ]


def test_a_list_is_as_new_as_its_newest_record(tmp_path):
    """Without records it is as new as the whole site, like the pages of no column."""
    files = {
        "dongtai/riji-7.md": record(
            "七", published="2026-11-20 09:00", 更新日期="2026-11-21 10:00"
        ),
        "wenda/tanwei.md": None,
    }
    tree = ElementTree.fromstring(outputs(tmp_path, files)["sitemap.xml"].content)
    rows = {row[0].text.removeprefix("https://zfj.qinghe.gov.cn/"): row for row in tree}
    newest = "2026-11-21T10:00:00+08:00"
    lists = ("dongtai/", "dongtai/page/2.html", "dongtai/2026.html")
    for path in (*lists, "wenda/", "", "sitemap.html"):
        assert rows[path][1].text == newest, path
    assert rows["huodong/"][1].text == "2026-11-01T09:00:00+08:00"
    assert rows["dongtai/2026/riji-7.html"][1].text == newest


def test_a_qr_code_for_every_record(tmp_path):
    pages = outputs(tmp_path)
    records = [path for path in pages if "record" in getattr(pages[path], "view", {})]
    assert len(records) == 10
    for path in records:
        code = ElementTree.fromstring(pages[path.removesuffix(".html") + ".qr.svg"].content)
        assert code.tag == "{http://www.w3.org/2000/svg}svg"


def test_the_search_index(tmp_path):
    entries = json.loads(outputs(tmp_path)["data/search.json"].content)
    policy = next(entry for entry in entries if entry["t"] == "青禾县街面秩序管理办法")
    assert policy["u"] == "zhengce/2026/jiemian-banfa.html"
    assert "青综执〔2026〕1号" in policy["k"]


def test_before_anything_is_published_no_page_has_a_time(tmp_path):
    before = datetime(2020, 1, 1, tzinfo=CHINA)
    text = outputs(tmp_path, now=before)["sitemap.xml"].content.decode()
    assert "<loc>https://zfj.qinghe.gov.cn/dongtai/</loc></url>" in text
    assert "lastmod" not in text


def test_an_entry_of_the_search_index(tmp_path):
    files = {
        "dongtai/xin.md": record("新", "正文。", "2026-11-20 09:00", 关键词="[甲, 乙]"),
        "dongtai/guo.md": record("过期", "文。", "2026-11-19 09:00", 下线日期="2026-11-22"),
    }
    text = outputs(tmp_path, files)["data/search.json"].content.decode()
    entry = '{"t":"新","c":"巡查日记","d":"2026-11-20","u":"dongtai/2026/xin.html",'
    assert text.startswith("[" + entry + '"s":"正文。","k":"甲 乙"},{"t":')
    expired = '{"t":"过期","c":"巡查日记","d":"2026-11-19","u":"dongtai/2026/guo.html",'
    assert expired + '"s":"文。","k":"","x":"已过期"}' in text


def test_files_do_not_depend_on_the_moment_of_the_build(tmp_path):
    first = outputs(tmp_path / "a", now=NOW)
    second = outputs(tmp_path / "b", now=NOW + timedelta(minutes=7))
    for path, output in first.items():
        if hasattr(output, "content"):
            assert output.content == second[path].content, path

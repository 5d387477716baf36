"""Who cites which clause, and how often by year, as files to download."""

import csv
import io

from tests.states.moment_site import One, sample

AT = "2026-03-10 09:00"
LAW = sample("statute", "第一条　甲。\n\n第二条　乙。", 标题="云汀市街面条例")
HOST = "https://zhzf.yunting.gov.cn"


def site(**fields):
    others = {
        "statute/law": LAW,
        "news/er": sample("news", "《云汀市街面条例》", 标题="二", 发布日期="2025-03-02 09:00"),
        "news/san": sample("news", "《云汀市街面条例》第二条。", 标题="三", **fields),
        "news/si": sample("news", "《云汀市街面条例》第二条。", 标题="四", 状态="草稿"),
    }
    return One("news", AT, {}, others, "《云汀市街面条例》第一条、第二条。")


def rows(one, path):
    return [*csv.reader(io.StringIO(one.text(path)))]


def test_a_row_for_each_citation():
    law = f"{HOST}/statute/law.html"
    head, *cited = rows(site(), "data/citations.csv")
    assert head == [
        "引用的稿件", "稿件网址", "适用日期", "法规", "版本", "条文", "条文锚点", "原文写法",
    ]  # fmt: skip
    name = ["云汀市街面条例", "statute/law"]
    ben, san, er = (f"{HOST}/news/{page}.html" for page in ("2026/ben", "2026/san", "2025/er"))
    assert cited == [
        ["news/san", san, "2026-03-01", *name, "第二条", f"{law}#c2", "《云汀市街面条例》第二条"],
        ["news/ben", ben, "2026-03-01", *name, "第一条", f"{law}#c1", "《云汀市街面条例》第一条"],
        ["news/ben", ben, "2026-03-01", *name, "第二条", f"{law}#c2", "第二条"],
        ["news/er", er, "2025-03-02", *name, "", law, "《云汀市街面条例》"],
    ]


def test_json_has_the_same_rows_by_names():
    one = site()
    names = ["record", "url", "day", "statute", "version", "clause", "anchor", "text"]
    listed = [[row[name] for name in names] for row in one.json("data/citations.json")]
    assert listed == rows(one, "data/citations.csv")[1:]


def test_how_often_by_year():
    """Only citations of clauses count."""
    one = site(发布日期="2025-03-01 09:00")
    assert rows(one, "data/applications.csv") == [
        ["法规", "条文", "年份", "次数"],
        ["云汀市街面条例", "第一条", "2026", "1"],
        ["云汀市街面条例", "第二条", "2025", "1"],
        ["云汀市街面条例", "第二条", "2026", "1"],
    ]
    assert one.json("data/applications.json")[0] == {
        "statute": "云汀市街面条例", "clause": "第一条", "year": 2026, "count": 1,
    }  # fmt: skip


def test_what_has_left_the_lists_is_not_counted():
    one = site(下线日期="2026-03-05")
    assert "news/san" not in [row[0] for row in rows(one, "data/citations.csv")]
    assert [row[1:] for row in rows(one, "data/applications.csv")[1:]] == [
        ["第一条", "2026", "1"],
        ["第二条", "2026", "1"],
    ]

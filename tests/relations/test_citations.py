"""Citations resolved: to the version of the day, to the finest part that exists, and back again."""

from datetime import date, datetime

import pytest

from plugins.clock import CHINA
from plugins.records.loading import load_library
from plugins.relations import build_graph
from tests.content_folder import make_content, record
from tests.records.record_text import CASE_BODY

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=CHINA)
COLUMN = """\
name: 法规
description: 法规的说明。
keywords: [法规]
ColumnType: 政策文件
kind: statute
group: open
clock: 365
owner: 法制科
order: 8
"""
FACTS = {
    "效力级别": "地方政府规章",
    "制定机关": "青禾县人民政府",
    "公布日期": "2020-01-01",
    "施行日期": "2020-03-01",
    "时效性": "现行有效",
    "领域": "街面秩序",
}
TEXT = """\
第一条　为了街面整洁，制定本办法。

第二条　摊贩应当遵守下列规定：

（一）不占盲道；

（二）收摊时清扫。

违反前款规定的，予以警告。

第三条　依照第二条第一款处罚的，公示三个月。
"""
NEWER = TEXT.replace("第三条", "第三条　设摊位编号。\n\n第四条")


def statute(title="青禾县街面办法", text=TEXT, **fields):
    return record(title, text, **{**FACTS, **fields})


def site_of(tmp_path, files):
    files = {"fagui/_column.yml": COLUMN, "fagui/jiemian.md": statute(), **files}
    library = load_library(make_content(tmp_path, files))
    assert library.findings == []
    return build_graph(library, NOW), library


def addresses(graph, library, identifier):
    return [found.address for found in graph.citations_of(library.records[identifier])]


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("《青禾县街面办法》", "fagui/jiemian.html"),
        ("《青禾县街面办法》第二条", "fagui/jiemian.html#c2"),
        ("《青禾县街面办法》第二条第二款", "fagui/jiemian.html#c2p2"),
        ("《青禾县街面办法》第二条第（二）项", "fagui/jiemian.html#c2p1i2"),
        ("《青禾县街面办法》第2条第1款第(1)项", "fagui/jiemian.html#c2p1i1"),
        ("《青禾县街面办法》第二条第九款", "fagui/jiemian.html#c2"),
    ],
)
def test_lead_to_the_finest_part_there_is(tmp_path, written, address):
    files = {"dongtai/xin.md": record("新", f"依据{written}处理。")}
    assert addresses(*site_of(tmp_path, files), "dongtai/xin") == [address]


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("青禾县实施《某法》办法", "《青禾县实施〈某法〉办法》第二条"),
        ("最高人民法院关于适用《某法》的解释", "《关于适用〈某法〉的解释》第二条"),
        ("关于适用《某法》的解释", "《最高人民法院关于适用〈某法〉的解释》第二条"),
        ("中华人民共和国民事诉讼法", "民诉法第二条"),
        ("中华人民共和国民事诉讼法", "《民诉法》第二条"),
    ],
)
def test_one_statute_by_several_names(tmp_path, title, written):
    files = {
        "fagui/ling.md": statute(title),
        "dongtai/xin.md": record("新", f"依据{written}处理。"),
    }
    assert addresses(*site_of(tmp_path, files), "dongtai/xin") == ["fagui/ling.html#c2"]


def test_the_division_around_a_clause(tmp_path):
    text = "## 第一章　总则\n\n第一条　本章另有规定的除外。\n"
    files = {"fagui/ling.md": statute("青禾县分章办法", text)}
    assert addresses(*site_of(tmp_path, files), "fagui/ling") == ["fagui/ling.html#z1"]


def test_a_number_that_stands_twice_is_the_statutes_own_and_not_its_annexs(tmp_path):
    text = TEXT + "\n## 附件 摊位细则\n\n第一条　细则的第一条。\n"
    files = {
        "fagui/_column.yml": COLUMN,
        "fagui/jiemian.md": statute(text=text),
        "dongtai/xin.md": record("新", "《青禾县街面办法》第一条"),
    }
    library = load_library(make_content(tmp_path, files))
    assert addresses(build_graph(library, NOW), library, "dongtai/xin") == ["fagui/jiemian.html#c1"]


def test_a_clause_knows_who_cites_it(tmp_path):
    files = {
        "dongtai/a.md": record("甲", "《青禾县街面办法》第一条至第三条", "2026-02-01 09:00"),
        "dongtai/b.md": record("乙", "《青禾县街面办法》第二条", "2026-03-01 09:00"),
    }
    graph, _ = site_of(tmp_path, files)
    of_clause = graph.cited_clauses()
    assert of_clause["fagui/jiemian", "c2"] == ["dongtai/b", "dongtai/a"]
    assert of_clause["fagui/jiemian", "c3"] == ["dongtai/a"]
    assert graph.cited_by_statute()["fagui/jiemian"] == ["dongtai/b", "dongtai/a"]


def test_a_statute_does_not_cite_itself(tmp_path):
    graph, library = site_of(tmp_path, {})
    # 前款 in 第二条第二款, and 第二条第一款 in 第三条.
    assert addresses(graph, library, "fagui/jiemian") == ["fagui/jiemian.html#c2p1"] * 2
    assert graph.cited_clauses() == {}


VERSIONS = {
    "fagui/jiemian.md": statute(修改日期="2025-06-01", text=NEWER),
    "fagui/jiemian-2020.md": statute(时效性="已修改", 替代法规="fagui/jiemian"),
    "dongtai/old.md": record("旧", "《青禾县街面办法》第三条", "2025-05-31 09:00"),
    "dongtai/new.md": record("新", "《青禾县街面办法》第四条", "2025-06-01 09:00"),
}


class TestVersions:
    def test_the_one_in_force_on_the_record_s_day(self, tmp_path):
        graph, library = site_of(tmp_path, VERSIONS)
        assert addresses(graph, library, "dongtai/old") == ["fagui/jiemian-2020.html#c3"]
        assert addresses(graph, library, "dongtai/new") == ["fagui/jiemian.html#c4"]

    def test_in_their_order(self, tmp_path):
        graph, _ = site_of(tmp_path, VERSIONS)
        work = graph.statutes.work("fagui/jiemian")
        assert [version.since for version in work.versions] == [
            date(2020, 3, 1),
            date(2025, 6, 1),
        ]
        version, doubt = work.on(date(2019, 1, 1))
        assert (version.record.slug, doubt) == ("jiemian-2020", "not-held")

    def test_the_stated_day_counts_before_all_others(self, tmp_path):
        files = {
            **VERSIONS,
            "fagui/jiemian.md": statute(
                修改日期="2025-06-01", 本版施行日期="2025-09-01", text=NEWER
            ),
        }
        assert addresses(*site_of(tmp_path, files), "dongtai/new") == ["fagui/jiemian-2020.html"]

    @pytest.mark.parametrize(
        ("written", "address"),
        [
            ("原《青禾县街面办法》第三条", "fagui/jiemian-2020.html#c3"),
            ("《青禾县街面办法》（2025年修正）第四条", "fagui/jiemian.html#c4"),
            ("2020年公布的《青禾县街面办法》第三条", "fagui/jiemian-2020.html#c3"),
        ],
    )
    def test_the_one_that_the_writer_names(self, tmp_path, written, address):
        new = record("新", written, "2025-07-01 09:00")
        graph, library = site_of(tmp_path, {**VERSIONS, "dongtai/new.md": new})
        assert addresses(graph, library, "dongtai/new")[-1] == address
        assert [found.rule for found in graph.findings] == []


class TestFindings:
    def said(self, tmp_path, text, files=None, **fields):
        files = {"dongtai/xin.md": record("新", text, **fields), **(files or {})}
        graph, _ = site_of(tmp_path, files)
        return [
            (found.line, found.column, str(found.severity), found.rule, found.message, found.hint)
            for found in graph.findings
        ]

    def test_a_clause_that_is_not_there(self, tmp_path):
        assert self.said(tmp_path, "依据《青禾县街面办法》第九条处理。") == [
            (
                9,
                3,
                "warning",
                "clause-missing",
                "《青禾县街面办法》没有这一条：“《青禾县街面办法》第九条”",
                "这部法规到第 3 条为止",
            )
        ]

    def test_a_text_that_is_not_held(self, tmp_path):
        assert self.said(tmp_path, "2016年修订的《青禾县街面办法》第三条。") == [
            (
                9,
                9,
                "warning",
                "text-of-day",
                "本站没有收录《青禾县街面办法》2016年的文本，链接指到相近的文本："
                "“《青禾县街面办法》第三条”",
                "补录这个文本；已经收录的，在法规稿件里填写“修改日期”",
            )
        ]

    def test_a_slip_of_the_pen_in_a_title(self, tmp_path):
        ((*_, rule, message, hint),) = self.said(tmp_path, "依据《青禾县街而办法》第二条处理。")
        assert (rule, hint) == ("citation-misspelt", "是不是《青禾县街面办法》？")
        assert message == "法规库里没有《青禾县街而办法》"

    def test_a_wrong_last_word_of_a_title(self, tmp_path):
        ((*_, rule, message, hint),) = self.said(tmp_path, "依据《青禾县街面办去》第二条处理。")
        assert (rule, message) == ("citation-misspelt", "法规库里没有《青禾县街面办去》")
        assert hint == "是不是《青禾县街面办法》？"

    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ("青禾县街面办发", "青禾县街面办法"),
            ("青禾县养犬管理条列", "青禾县养犬管理条例"),
            ("行政处罚发", "行政处罚法"),
        ],
    )
    def test_a_slip_that_the_rules_about_words_find_is_told_once(self, tmp_path, written, meant):
        files = {
            "fagui/_column.yml": COLUMN,
            "fagui/jiemian.md": statute(),
            "dongtai/xin.md": record("新", f"依据《{written}》第二条处理。"),
        }
        library = load_library(make_content(tmp_path, files))
        (found,) = [*library.findings, *build_graph(library, NOW).findings]
        assert (found.rule, found.message) == ("word-title", f"“《{written}》”应为“《{meant}》”")

    @pytest.mark.parametrize("title", ["青禾县街面规划", "青禾县办事"])
    def test_another_last_word_is_no_slip(self, tmp_path, title):
        assert self.said(tmp_path, f"依据《{title}》处理。") == []

    def test_a_title_the_library_does_not_have(self, tmp_path):
        assert self.said(tmp_path, "依据《某某管理条例》第二条处理。") == [
            (
                9,
                3,
                "info",
                "statute-unknown",
                "法规库里没有《某某管理条例》",
                "可在法规库补建记录",
            )
        ]

    def test_a_title_with_a_sign_that_html_escapes(self, tmp_path):
        ((*_, rule, message, _),) = self.said(tmp_path, "依据《A&B<管理条例》第二条处理。")
        assert (rule, message) == ("statute-unknown", "法规库里没有《A&B<管理条例》")

    def test_a_similar_title_of_another_length_is_another_statute(self, tmp_path):
        files = {"fagui/chang.md": statute("青禾县街面摊贩管理办法")}
        ((*_, rule, _, hint),) = self.said(tmp_path, "《青禾县街面摊贩管理条办法》第一条", files)
        assert (rule, hint) == ("statute-unknown", "可在法规库补建记录")

    def test_a_book_is_no_statute(self, tmp_path):
        assert self.said(tmp_path, "《论语》第一条说得好。") == []

    def test_a_statute_that_was_repealed_by_then(self, tmp_path):
        files = {
            "fagui/jiemian.md": statute(
                时效性="已废止", 废止日期="2026-01-01", 废止说明="被新法替代"
            )
        }
        text = "依据《青禾县街面办法》第二条处理。"
        ((*_, rule, message, _),) = self.said(tmp_path / "a", text, files)
        assert rule == "citation-repealed"
        assert message == "《青禾县街面办法》已于 2026-01-01 废止，本稿件的日期是 2026-03-01"
        assert self.said(tmp_path / "b", text, files, published="2025-12-31 09:00") == []

    def test_each_is_said_once(self, tmp_path):
        assert len(self.said(tmp_path, "《甲乙条例》第一条。又见《甲乙条例》第二条。")) == 1

    def test_a_citation_in_the_head_is_found_on_its_line(self, tmp_path):
        case = {
            "领域": "街面秩序",
            "处罚决定日期": "2026-02-01",
            "处理结果": "罚款",
            "引用法规": "《青禾县街面办法》第九条",
        }
        files = {
            "anli/_column.yml": COLUMN.replace("kind: statute", "kind: case"),
            "anli/a.md": record("案", CASE_BODY, **case),
        }
        ((line, column, *_, rule, _, _),) = self.said(tmp_path, "文。", files)
        assert (line, column, rule) == (11, 7, "clause-missing")

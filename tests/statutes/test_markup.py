"""What other collections put around a statute is no text of it, and no fact by itself."""

import time
from datetime import date, datetime

import pytest

from plugins.clock import CHINA
from plugins.findings import Severity
from plugins.records.frontmatter import split
from plugins.statutes.importer import draft, draft_of, record
from plugins.statutes.markup import bare_line, plain_lines
from plugins.statutes.sorting import read_document

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=CHINA)
TEXT = "第一条 灯。\n\n第二条 本条例自2020年1月1日起施行。"


def drafted(text, path="x/云汀市灯条例.md"):
    return draft(text, path, ["市政"], NOW.date())


def values(statute):
    return {name: fact.value for name, fact in statute.facts.items()}


class TestFrontMatter:
    """Only what says which fact it is becomes one."""

    @pytest.mark.parametrize(
        "front",
        [
            '---\ntitle: "云汀市灯条例"\n公布日期: 2019-08-20\n制定机关: 云汀市人大\n---\n',
            "+++\ntitle = '云汀市灯条例'\n公布日期 = 2019-08-20T00:00:00\n"
            '制定机关 = "云汀市人大"\n+++\n',
            "\n---\n标题： 云汀市灯条例\n公布日期： 2019年8月20日\n发布部门： 云汀市人大\n---\n",
        ],
    )
    def test_its_facts_are_those_of_the_record(self, front):
        statute = drafted(front + TEXT, "x/1.md")
        found = values(statute)
        assert statute.title == "云汀市灯条例"
        assert (found["promulgated"], found["issuer"]) == (date(2019, 8, 20), "云汀市人大")
        assert statute.text == TEXT
        assert statute.note == ""

    @pytest.mark.parametrize(
        "line", ["date: 2026-03-01", "发布日期: 2026-03-01 09:30", "publishDate: 2026-03-01"]
    )
    def test_a_day_that_may_be_that_of_the_import_is_none_of_the_statute(self, line):
        statute = drafted(f"---\ntitle: 云汀市灯条例\n{line}\n---\n{TEXT}")
        assert values(statute)["promulgated"] is None
        assert values(statute)["effective"] == date(2020, 1, 1)
        (found,) = [each for each in statute.findings if each.rule == "statute-head"]
        assert found.severity is Severity.INFO
        assert f"稿头里的“{line.partition(':')[0]}”没有采用" in found.message

    def test_what_the_text_says_counts_more(self):
        statute = drafted(
            "---\ntitle: 云汀市灯条例\n公布日期: 2019-01-01\n施行日期: 2019-01-02\n---\n"
            f"2019年8月20日 云汀市人民代表大会常务委员会公告第8号公布\n\n{TEXT}"
        )
        found = values(statute)
        assert (found["promulgated"], found["effective"]) == (date(2019, 8, 20), date(2020, 1, 1))

    def test_a_level_that_is_none_is_not_taken(self):
        assert values(drafted(f"---\ntitle: 灯法\n效力级别: 法律\n---\n{TEXT}"))["level"] == "法律"
        found = values(drafted(f"---\ntitle: 云汀市灯条例\n效力级别: 1\n---\n{TEXT}"))
        assert found["level"] == "地方性法规"

    def test_without_an_end_it_is_text(self):
        assert plain_lines("---\ntitle: 灯", "x.md", True).front == {}


class TestComments:
    """HTML comments are left out and reported; the marker stays."""

    def test_they_are_left_out_and_lines_keep_their_numbers(self):
        text = f"# 云汀市灯条例\n<!-- 采集\n于某处 -->\n<!-- INFO END -->\n{TEXT}<!-- 完 -->\n"
        statute = drafted(text)
        assert statute.text == TEXT
        (found,) = [each for each in statute.findings if each.rule == "statute-markup"]
        assert (found.line, found.severity) == (2, Severity.INFO)
        assert found.message == "2 处注释（<!-- … -->）没有导入"
        assert plain_lines(text, "x.md", True).text.split("\n")[3] == "<!-- INFO END -->"

    def test_one_that_nothing_closes_is_text(self):
        assert "没有完" in plain_lines("<!-- 没有完", "x.md", True).text

    def test_in_plain_text_they_are_text(self):
        assert "&lt;!-- 注 --" in drafted(f"云汀市灯条例\n{TEXT}\n<!-- 注 -->", "x/灯.txt").text


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("**第一条** 灯。", "第一条 灯。"),
        ("__第一条__　灯。", "第一条　灯。"),
        ("**第一条 灯。**", "第一条 灯。"),
        ("**第一条** **【灯】** 灯。", "第一条 【灯】 灯。"),
        ("**第一条**灯**亮**。", "第一条灯**亮**。"),
        ("### **第一条** 灯", "## 第一条 灯"),
        ("**第一章 总则**", "第一章 总则"),
        ("## **第一章 总则**", "## 第一章 总则"),
        ("# **灯条例**", "# 灯条例"),
        ("灯**亮**。", "灯**亮**。"),
        ("---", ""),
        ("第一条 灯。<br/>", "第一条 灯。"),
    ],
)
def test_marks_around_a_number_or_a_line_are_left_out(line, bare):
    assert bare_line(line, is_markdown=True) == bare


def test_only_the_marked_collection_is_known_to_come_from_the_national_database():
    assert drafted(f"# 灯条例\n<!-- INFO END -->\n{TEXT}").is_marked
    assert not drafted(f"# 灯条例\n\n{TEXT}").is_marked


def test_a_note_in_brackets_is_read_as_one():
    note = "（2019年5月7日云汀市第三届人民代表大会通过　2019年8月1日公布）"
    statute = drafted(f"# 云汀市灯条例\n\n{note}\n\n{TEXT}")
    assert statute.note.split("\n") == [
        "- 2019年5月7日云汀市第三届人民代表大会通过",
        "- 2019年8月1日公布",
    ]
    assert values(statute)["issuer"] == "云汀市人民代表大会"
    assert [each for each in statute.findings if each.rule == "statute-head"] == []


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("法释〔2020〕26号", "法释〔2020〕26号"),
        ("（云政发〔2020〕3号）", "云政发〔2020〕3号"),
        ("2020年1月1日云汀市人民政府令第12号公布", "云汀市人民政府令第12号"),
    ],
)
def test_a_number_in_the_head_is_that_of_the_document(line, number):
    statute = drafted(f"# 灯的规定\n\n{line}\n\n{TEXT}")
    assert values(statute)["document_number"] == number
    assert [each for each in statute.findings if each.rule == "statute-head"] == []


def test_a_preamble_is_text():
    statute = drafted(f"# 云汀市灯条例\n\n2019年8月20日公布\n\n为了灯，制定本条例。\n\n{TEXT}")
    assert statute.text == f"为了灯，制定本条例。\n\n{TEXT}"
    assert split(record(statute, NOW), "x.md").located.data["施行日期"] == "2020-01-01"


def test_versions_named_by_their_year_are_two():
    titles = ["云汀市灯条例（2015年修正）", "云汀市灯条例(2019修订)"]
    text = TEXT.replace("2020", "2008")
    old, new = (drafted(f"# {title}\n\n{text}") for title in titles)
    assert (old.enacted, new.enacted) == (date(2015, 1, 1), date(2019, 1, 1))
    assert new.facts["short_title"].value == "云汀市灯条例"
    assert values(new)["effective"] == date(2008, 1, 1)


UNITS = (
    "<!--|**|第一条 |关于修改|法|法（|诉|<br |&nbsp;|---\n|自|（|## 第一条 |第一章 |附件|title: |“"
    "|某市|〔2020〕|　|第1|关于|（\n|（2020年1月1日\n|本法自|本法自1年|《|同时废止|2020年1月1日"
)


@pytest.mark.parametrize("unit", UNITS.split("|"))
@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_hostile_files_take_no_time(unit, suffix):
    text = unit * (30_000 // len(unit))
    begun = time.perf_counter()
    for each in (f"# {text}\n\n第一条 灯。", f"灯条例\n{text}\n第一条 {text}\n{text}"):
        for read in read_document(each, f"x/灯{suffix}").files:
            draft_of(read, ["市政"], NOW.date())
    read_document(f"## 第一条{' ' * 100_000}x", f"x/灯{suffix}")
    # 120 KB in all; what is not linear takes ten seconds and more.
    assert time.perf_counter() - begun < 4

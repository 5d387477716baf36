"""The first line of a clause in every form that collections and editors give it."""

import time

import pytest

from plugins.clauses.heads import head_of, is_name, unread_heads
from plugins.findings import Severity
from plugins.texts.converter import Converter


def converted(*lines, between="\n\n", direct=True):
    return Converter(direct).convert(between.join(lines), statute=True)


def tree(parts):
    return {part.anchor: tree(part.parts) for part in parts}


FORMS = [
    "第八条 灯要亮。",
    "第八条灯要亮。",
    "　　第八条　灯要亮。",
    "\t第八条 灯要亮。",
    "&emsp;&emsp;第八条 灯要亮。",
    "**第八条** 灯要亮。",
    "__第八条__　灯要亮。",
    "**第八条 灯**要亮。",
    "# 第八条 灯要亮。",
    "## 第八条 灯要亮。",
    "##第八条 灯要亮。",
    "　　#### 第八条　灯要亮。",
    "### **第八条** 灯要亮。",
    "### 第八条 灯要亮。 ###",
    "- 第八条 灯要亮。",
    "> 第八条 灯要亮。",
    "第 八 条 灯要亮。",
    "第　八　条　灯要亮。",
    "第8条 灯要亮。",
    "第８条 灯要亮。",
    "第 8 条 灯要亮。",
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("direct", [True, False])
def test_a_clause_is_found_in_every_form_and_its_words_are_the_same(form, between, direct):
    lines = (form, "（一）常亮；", "\n第二款。", "第九条 灯。")
    body = converted(*lines, between=between, direct=direct)
    assert [clause.anchor for clause in body.clauses] == ["c8", "c9"]
    assert tree(body.clauses[0].paragraphs) == {"c8p1": {"c8p1i1": {}}, "c8p2": {}}
    words = "".join(body.clauses[0].text.split())
    assert words.replace("8", "八").replace("８", "八") == "第八条灯要亮。（一）常亮；第二款。"
    assert body.headings == ()


@pytest.mark.parametrize(
    "form",
    [
        "### 第八条 【亮灯】",
        "### 第八条【亮灯】",
        "### 第八条 亮灯",
        "**第八条 【亮灯】**",
        "第八条（亮灯）",
        "## 第八条",
        "**第八条**",
    ],
)
def test_the_name_of_a_clause_is_not_its_first_paragraph(form):
    (clause,) = converted(form, "灯要亮。", "第二款：", "（一）常亮。").clauses
    assert tree(clause.paragraphs) == {"c8p1": {}, "c8p2": {"c8p2i1": {}}}
    assert clause.paragraphs[0].text.endswith("　灯要亮。")


def test_a_first_paragraph_that_is_no_name_is_a_paragraph():
    (clause,) = converted("第八条 灯要亮", "灯要灭。").clauses
    assert tree(clause.paragraphs) == {"c8p1": {}, "c8p2": {}}


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("一百二十三", 123),
        ("一百〇三", 103),
        ("一百○三", 103),
        ("一〇三", 103),
        ("一 百 零 三", 103),
    ],
)
def test_a_number_is_read_however_it_is_written(number, value):
    (clause,) = converted(f"第{number}条 灯。").clauses
    assert clause.anchor == f"c{value}"


@pytest.mark.parametrize(
    "line", ["## 第八条规定的灯", "**第八条、第九条规定的灯**", "“第八条 灯。", "《条例》第八条 灯"]
)
def test_a_line_about_a_clause_begins_none(line):
    assert head_of(line) is None
    assert unread_heads([line], 1, 0, "x.md") == []


@pytest.mark.parametrize(
    ("words", "is_heading", "name"),
    [
        ("", False, True),
        ("【亮灯】", False, True),
        ("亮灯", False, False),
        ("亮灯", True, True),
        ("灯要亮。", True, False),
        ("灯，亮", True, False),
        ("（一）", False, False),
    ],
)
def test_what_is_a_name(words, is_heading, name):
    assert is_name(words, is_heading) is name


class TestUnread:
    """Lines that begin with 第…条 behind signs that nobody expects."""

    @pytest.mark.parametrize(
        "line", ["<p>第八条 灯。</p>", "● 第八条 灯。", "1. 第八条 灯。", "～～第八条 灯。"]
    )
    def test_without_any_clause_they_are_an_error(self, line):
        (found,) = unread_heads(["灯。", line, line], 5, 0, "x.md")
        assert (found.rule, found.severity, found.line) == ("clause-unread", Severity.ERROR, 6)
        assert "有 2 行以“第…条”开头" in found.message
        assert line[found.column - 1 :].startswith("第八条")

    @pytest.mark.parametrize("head", ["第{}條　", "第{}条、", "第{}条，", "　　第 {} 條 "])
    def test_lines_that_count_up_are_an_error_too(self, head):
        lines = ["灯。", *(head.format(number) + "灯。" for number in "一二三")]
        (found,) = unread_heads(lines, 5, 0, "x.md")
        assert (found.severity, found.line) == (Severity.ERROR, 6)
        assert "有 3 行以“第…条”开头" in found.message

    def test_a_sentence_about_a_clause_is_none(self):
        lines = ["第三十三条、第三十四条与市民关系较近。", "第四十四条的陈述不会导致更重的处罚。"]
        assert unread_heads(lines, 5, 0, "x.md") == []
        assert unread_heads(["第一条、第二条与市民关系较近。"], 5, 0, "x.md") == []

    def test_beside_clauses_they_are_a_warning(self):
        (found,) = unread_heads(["第一条 灯。", "● 第二条 灯。"], 5, 1, "x.md")
        assert (found.severity, found.line) == (Severity.WARNING, 6)

    def test_what_is_read_is_not_reported(self):
        assert unread_heads(FORMS, 1, 0, "x.md") == []

    @pytest.mark.parametrize(
        "unit",
        ["第", "<", "&", "1.", "_", "*", "　", "> ", "第 ", "&emsp;", "第一 ", "<p>", "【", "- "],
    )
    def test_hostile_lines_take_no_time(self, unit):
        line = unit * (100_000 // len(unit))
        start = time.perf_counter()
        assert head_of(line) is None
        assert unread_heads([line], 1, 0, "x.md") == []
        is_name(line)
        assert time.perf_counter() - start < 1

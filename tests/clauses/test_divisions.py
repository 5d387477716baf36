"""Chapters that an editor did not mark as headings."""

import pytest

from plugins.clauses.divisions import looks_like_division, unmarked_divisions
from plugins.findings import Severity
from plugins.texts.converter import Converter


@pytest.mark.parametrize(
    "line", ["第一章 总则", "第二编　合　同", "第3节 灯", "第 一 章 灯", "第一章"]
)
def test_a_heading_by_its_looks(line):
    assert looks_like_division(line)


@pytest.mark.parametrize(
    "line", ["第一章规定的灯", "第一节车厢内不得点灯。", "第一条 灯", "本法第一章"]
)
def test_what_is_none(line):
    assert not looks_like_division(line)


@pytest.mark.parametrize("line", ["第二章 附则", "**第二章 附则**"])
def test_an_unmarked_chapter_is_no_paragraph_of_the_clause_above(line):
    body = Converter().convert(f"第一条 灯。\n\n{line}\n\n第二条 灯。", statute=True)
    assert [len(clause.paragraphs) for clause in body.clauses] == [1, 1]
    assert "第二章 附则" in body.text


def test_unmarked_chapters_are_one_warning_at_the_first():
    lines = [
        "第一章 总则",
        "第一条 灯。",
        "第二章 甲",
        "第二条 灯。",
        "**第三章 乙**",
        "## 第四章 丙",
    ]
    (found,) = unmarked_divisions(lines, 5, "x.md")
    assert (found.rule, found.severity, found.line) == ("clause-division", Severity.WARNING, 7)
    assert found.message == "“第二章 甲”等 2 行没有写成小标题，网页的目录里没有"


def test_a_contents_before_the_clauses_is_not_reported():
    assert (
        unmarked_divisions(["目录", "第一章 总则", "## 第一章 总则", "第一条 灯。"], 1, "x") == []
    )

"""Telling headings, lines of a printed contents and text apart, and what the contents proves."""

import pytest

from plugins.findings import Severity
from plugins.statutes.body import as_markdown
from plugins.statutes.contents import contents_findings
from plugins.statutes.lines import begins_text, read_lines


def told(*lines):
    return [line.text for line in read_lines("\n".join(lines), 1) if line.in_contents]


def found(*lines):
    findings = contents_findings(read_lines("\n".join(lines), 1), "x.txt")
    return [(each.severity, each.line, each.message) for each in findings]


TEXT = ["第一章　总　则", "第一条　灯。", "第二章 附则", "第二条　灯。"]


class TestHeadings:
    """Plain files mark no heading; a chapter is told by how it looks."""

    @pytest.mark.parametrize(
        "line", ["第一章总则", "第一编　总　则", "第二章", "第三分编 灯", "第一节一般规定"]
    )
    def test_a_chapter_needs_neither_marks_nor_a_space(self, line):
        (only,) = read_lines(line, 1)
        assert only.level == 2

    @pytest.mark.parametrize(
        "line",
        [
            "第一节车厢内不得吸烟。",
            "第三章规定的事项",
            "第一章和第二章",
            "第二章所称灯",
            "第一章灯亮。",
        ],
    )
    def test_a_sentence_about_one_is_text(self, line):
        (only,) = read_lines(line, 1)
        assert (only.level, only.rank) == (0, None)

    @pytest.mark.parametrize(
        "line", ["目　录", "第一章 总则", "第一条 灯", "一、灯要亮", "## 第一章 灯"]
    )
    def test_the_text_begins_with_any_of_these(self, line):
        assert begins_text(line)

    @pytest.mark.parametrize("line", ["", "照明条例", "（2020年1月5日公布）", "第12号"])
    def test_the_head_holds_these(self, line):
        assert not begins_text(line)


class TestContents:
    """A contents repeats the headings: it stays as text, so that no chapter stands twice."""

    @pytest.mark.parametrize(
        "contents",
        [
            ["目录", "第一章 总则", "第二章 附则"],
            ["目　　次", "第一章　总　则………………1", "第二章　附　则 ... 12"],
            ["## 目录", "第一章 总则\t1", "第二章 附则\t（3）"],
            ["第一章 总则", "第二章 附则"],
        ],
    )
    def test_its_lines_are_found_with_or_without_its_name(self, contents):
        words = [line.removeprefix("## ") for line in contents]
        assert told(*contents, *TEXT) == words
        lines = read_lines("\n".join([*contents, *TEXT]), 1)
        assert [line.text for line in lines if line.level] == ["第一章　总　则", "第二章 附则"]

    def test_unnumbered_entries_and_sections_belong_to_it(self):
        contents = ["目录", "序言", "第一编 总则", "第一章 甲", "第一节 乙", "附件"]
        assert (
            told(*contents, "序言", "为了灯。", "第一编 总则", "第一章 甲", "第一条 灯。")
            == contents
        )

    def test_it_ends_before_a_sentence_that_stands_above_the_first_chapter(self):
        assert told("目录", "第一章 总则", "第二章 附则", "为了灯，制定本法。", *TEXT) == [
            "目录",
            "第一章 总则",
            "第二章 附则",
        ]

    def test_a_text_without_one_has_none(self):
        assert told(*TEXT) == []
        assert told("第一章 总则", "灯。", "第一章 总则", "第一条 灯。") == []
        assert told("第一编 甲", "第一章 甲", "第一条 灯。", "第二编 乙", "第一章 丙") == []

    def test_chapters_that_only_the_contents_names_are_reported(self):
        assert found("目录", "第一章 总则", "第二章 处罚", "第三章 附则", *TEXT)[1:] == [
            (Severity.WARNING, 3, "目录里的“第二章 处罚”在正文里没有"),
            (Severity.WARNING, 4, "目录里的“第三章 附则”在正文里没有"),
            (Severity.WARNING, 7, "正文的标题“第二章 附则”不在目录里"),
        ]

    def test_a_contents_whose_chapters_are_nowhere_in_the_text_is_one_too(self):
        lines = ["目录", "第一章 总则", "第二章 附则", "第一条 灯。", "第二条 灯。"]
        assert told(*lines) == lines[:3]
        assert [message for _, _, message in found(*lines)[1:]] == [
            "目录里的“第一章 总则”在正文里没有",
            "目录里的“第二章 附则”在正文里没有",
        ]

    def test_one_that_agrees_is_one_line_and_may_leave_out_all_sections(self):
        text = [*TEXT[:1], "第一节 通则", *TEXT[1:]]
        assert found("目录", "第一章 总则……1", "第二章 附则", *text) == [
            (Severity.INFO, 1, "目录（3 行）照原样保留为普通文字，没有当作章节标题")
        ]

    def test_it_is_kept_in_the_text_and_is_no_preamble(self):
        text, findings = as_markdown(
            "\n".join(["目录", "第一章 总则", "第二章 附则", *TEXT]), 1, "x"
        )
        assert text.split("\n\n")[:4] == ["目录", "第一章 总则", "第二章 附则", "## 第一章　总　则"]
        assert [each.rule for each in findings] == ["statute-contents"]

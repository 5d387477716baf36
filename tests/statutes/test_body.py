"""A statute's text as Markdown that shows exactly the source's characters."""

import pytest
from bs4 import BeautifulSoup

from plugins.statutes.body import as_markdown, escaped
from plugins.statutes.source import visible
from plugins.texts.converter import Converter


def markdown(*lines):
    return as_markdown("\n\n".join(lines), 5, "x.md")[0].split("\n\n")


def messages(*lines, rule):
    found = as_markdown("\n\n".join(lines), 5, "x.md")[1]
    return [(finding.line, finding.message) for finding in found if finding.rule == rule]


class TestHeadings:
    """The highest division that a statute has is ##, and no level is skipped."""

    @pytest.mark.parametrize(
        ("lines", "headings"),
        [
            (["## 第一章 总则", "### 第一节 通则"], ["## 第一章 总则", "### 第一节 通则"]),
            (
                [
                    "# 第一编 总则",
                    "## 第一章 通则",
                    "### 第一节 甲",
                    "# 第二编 分则",
                    "## 第一章 乙",
                ],
                [
                    "## 第一编 总则",
                    "### 第一章 通则",
                    "#### 第一节 甲",
                    "## 第二编 分则",
                    "### 第一章 乙",
                ],
            ),
            (["### 第一节 甲", "## 第二章 乙"], ["## 第一节 甲", "## 第二章 乙"]),
            (["第一章　总　则", "第一章\t总则"], ["## 第一章　总　则", "## 第一章\t总则"]),
            (["##第一章 总则", "## 附件"], ["## 第一章 总则", "## 附件"]),
        ],
    )
    def test_divisions_become_headings_below_the_title(self, lines, headings):
        assert markdown(*lines) == headings

    @pytest.mark.parametrize(
        "line",
        ["第一节车厢内不得吸烟。", "第一章规定的事项，依照规定。", "第三人不参加的，不影响审理。"],
    )
    def test_a_sentence_that_begins_like_one_stays_a_paragraph(self, line):
        assert markdown(line) == [line]

    def test_a_clause_marked_as_a_heading_is_a_paragraph(self):
        assert markdown("## 第一条 点灯。") == ["第一条 点灯。"]

    def test_a_lost_heading_is_reported_where_the_number_jumps(self):
        lines = ["## 第二章 规划", "第三条 灯。", "## 第三章 管理", "## 第五章 责任"]
        assert messages(*lines, rule="statute-heading") == [
            (5, "“第二章 规划”之前没有第 1 章的标题"),
            (11, "“第五章 责任”之前没有第 4 章的标题"),
        ]

    def test_sections_begin_anew_in_every_chapter_and_chapters_may_in_every_part(self):
        lines = ["第一编 甲", "第一章 甲", "第一节 甲", "第二章 乙", "第一节 乙", "第二编 乙",
                 "第一章 丙", "第三编 丙", "第二章 丁"]  # fmt: skip
        assert messages(*lines, rule="statute-heading") == []


class TestParagraphs:
    """Every line of the source is a paragraph with its own characters."""

    def test_adjacent_and_indented_lines_are_paragraphs(self):
        text, _ = as_markdown("　　第一条 点灯。\n    第二条 灯要亮。", 1, "x.md")
        assert text == "第一条 点灯。\n\n第二条 灯要亮。"

    @pytest.mark.parametrize(
        "line",
        [
            "1. 主要事实不清的；",
            "1.主要事实不清的；",
            "12周岁以下的儿童",
            "- 列表",
            "+ 列表",
            "> 引用",
            "# ",
            "见<甲办法>&lt;和 a<b>c",
            "*强调* 和 _下划线_ 和 `代码`",
            "[链接](http://x) 和 ![图](x)",
            "[^1]: 脚注",
            "甲 | 乙",
            ":   定义",
            "~~~",
            "===",
            "---",
            "C#",
            "反斜杠 \\ 与 {: .x}",
            "专有部分占总面积2/3以上（一）(二)",
        ],
    )
    def test_what_looks_like_markup_is_shown_as_it_stands(self, line):
        text, _ = as_markdown(f"第一条 灯。\n\n{line}\n\n第二条 灯。", 1, "x.md")
        html = Converter().convert(text, statute=True).html
        page = BeautifulSoup(html, "html.parser")
        shown = "" if line == "# " else line
        assert visible(page.get_text()) == visible(f"第一条 灯。{shown}第二条 灯。")
        for number in page.select("a.clause__number"):
            number.unwrap()
        assert {tag.name for tag in page.find_all()} == {"section", "p"}

    def test_ordinary_text_is_not_touched(self):
        line = "第一条 （一）“灯”、《照明法》，50%以上。"
        assert escaped(line) == line


class TestStrays:
    """Text that fits no clause stays and is named."""

    def test_a_heading_that_lost_its_number(self):
        assert messages("第一条 灯。", "监督管理", "第二条 灯。", rule="statute-stray") == [
            (7, "“监督管理”不属于任何一条，已照原样保留")
        ]

    def test_a_distribution_list_behind_the_last_clause(self):
        lines = ["第九条 本条例自2020年1月1日起施行。", "送：市政府", "办公厅 2019年8月20日印"]
        assert len(messages(*lines, rule="statute-stray")) == 2
        assert markdown(*lines) == lines

    def test_text_before_the_first_clause_is_a_preamble(self):
        assert messages("为了点灯，现作决定。", "第一条 灯。", rule="statute-preamble") == [
            (5, "第一条之前的文字“为了点灯，现作决定。”已照原样保留")
        ]

    def test_paragraphs_items_and_sub_items_are_no_strays(self):
        lines = [
            "第一条 灯：",
            "（一）亮；",
            "(二)灭；",
            "1．闪；",
            "2、停",
            "前款所称灯，是指灯。",
        ]
        assert [line for line, _ in messages(*lines, rule="statute-stray")] == [13]

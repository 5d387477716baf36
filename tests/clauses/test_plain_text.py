"""A statute without markup becomes what Python-Markdown would make of it."""

import random

import pytest

from plugins.clauses.paragraphs import separate_paragraphs
from plugins.clauses.plain_text import parse_plain_text
from plugins.texts.converter import Converter


def same(text):
    direct = Converter().convert(text, statute=True)
    by_markdown = Converter(direct=False).convert(text, statute=True)
    assert (direct.html, direct.clauses) == (by_markdown.html, by_markdown.clauses)


@pytest.mark.parametrize(
    "text",
    [
        "第一条　甲。\n\n第二条　乙：\n\n（一）丙；\n\n1.丁。\n",
        "## 第一章　总则\n\n第一条　甲。\n\n### 第一节　乙\n\n第二条　丙。",
        "第一条　甲\n（一）乙\n（二）丙",
        "第一条　甲“乙”—丙…丁",
        "\n\n第一条　甲。\n\n\n\n第二条　乙。\n\n",
        "题注\n\n第一条　甲。",
        "第一条 甲。  \n\n第二条 乙。",
        "　　第一条　甲。",
        "",
        "\n",
    ],
)
def test_plain_texts(text):
    same(text)


@pytest.mark.parametrize(
    "text",
    [
        "第一条　**甲**。",
        "第一条　见[乙](x.md)。",
        "第一条　甲\n续行。",
        "- 甲\n- 乙",
        "- 1998年7月20日 发布\n- 2011年1月8日 《决定》修订\n\n第一条　甲。",
        "- 甲\n\n- 乙",
        "- 甲\n乙",
        "- 甲\n\n  乙",
        "- - 甲",
        "- 1. 甲",
        "- # 甲",
        "- ",
        "- 甲  \n- 乙",
        "甲\n- 乙",
        "第一条　甲。\n\n- 乙\n\n第二条　丙。",
        "第一条　甲：\n- 乙\n- 丙",
        "1. 甲\n2. 乙",
        "    甲",
        "甲  \n乙",
        "第一条　a_b_c",
        "第一条　a*b",
        "第一条　A&B",
        "第一条　<b>甲</b>",
        "甲\n===",
        "甲\n---",
        "> 甲",
        "甲\n: 乙",
        "甲[^1]\n\n[^1]: 乙",
        "*[HTML]: 甲\n\nHTML",
        "# 甲",
        "####### 甲",
        "## 甲 ##",
        "##甲",
        "## 附则",
        "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |",
        "~~~\n甲\n~~~",
        "https://a.example/",
        "!!! 甲",
        "甲 {#x}",
        "+ 甲",
        "=",
    ],
)
def test_texts_with_markup(text):
    same(f"第一条　甲。\n\n{text}\n\n第二条　乙。")
    same(text)


def test_random_texts():
    """Ten thousand short texts out of the pieces that either way has to tell apart."""
    pieces = [
        *("第一条", "第二条　", "第一节", "（一）", "1.", "1. ", "甲", "乙。", "a", "：", "“"),
        *(" ", "　", "\n", "\n\n", "\t", "    ", "## ", "### 第一章 ", "- "),
        *"-*_#>&:=|`[",
        "](",
    ]
    chance = random.Random(20261123)
    direct, by_markdown = Converter(), Converter(direct=False)
    plain = 0
    for _ in range(10_000):
        text = "".join(chance.choices(pieces, k=chance.randint(1, 12)))
        left, right = direct.convert(text, statute=True), by_markdown.convert(text, statute=True)
        assert (left.html, left.clauses) == (right.html, right.clauses), repr(text)
        plain += parse_plain_text(separate_paragraphs(text)) is not None
    assert plain > 500

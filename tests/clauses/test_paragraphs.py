"""However an editor types a statute, its parts are the same."""

import pytest

from plugins.texts.converter import Converter


def converted(*paragraphs, between="\n\n"):
    return Converter().convert(between.join(paragraphs), statute=True)


def tree(parts):
    return {part.anchor: tree(part.parts) for part in parts}


LINES = ("第一条 灯：", "（一）亮：", "1．长亮；", "2．闪亮；", "（二）灭。", "第二条 灯。")


@pytest.mark.parametrize("indent", ["", "　　", "  ", "    ", "\t"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_blank_lines_and_indents_make_no_difference(indent, between):
    body = converted(*(indent + line for line in LINES), between=between)
    assert [tree(clause.paragraphs) for clause in body.clauses] == [
        {"c1p1": {"c1p1i1": {"c1p1i1s1": {}, "c1p1i1s2": {}}, "c1p1i2": {}}},
        {"c2p1": {}},
    ]
    assert body.clauses[0].text.split("\n") == list(LINES[:5])


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_bold_number_begins_a_clause(between):
    body = converted("**第一条** 灯。", "**第二条**　灯。", "**第三条 灯**亮。", between=between)
    assert [clause.text for clause in body.clauses] == [
        "第一条 灯。",
        "第二条　灯。",
        "第三条 灯亮。",
    ]


def test_a_line_broken_at_the_width_of_the_editor_goes_on():
    (clause,) = converted("第一条 灯要\n亮，依照本条例第\n三条办理。").clauses
    assert clause.text == "第一条 灯要亮，依照本条例第三条办理。"


def test_escaped_characters_and_entities_are_read_as_they_are_shown():
    source = r"第一条 灯\*3\_4\[5]，a&lt;b &amp; c & d，<b>粗</b>。"
    (clause,) = converted(source, r"1\. 亮。").clauses
    assert clause.text == "第一条 灯*3_4[5]，a<b & c & d，粗。\n1. 亮。"
    assert tree(clause.paragraphs) == {"c1p1": {"c1p1s1": {}}}

"""Word's automatic numbers, counted as Word counts them."""

import pytest

from plugins.statutes.word_numbers import numbers_of
from tests.statutes.word_files import add_list, add_numbered, document, w


def labels(made):
    part = made.part
    numbers = numbers_of(part.numbering_part.element, made.styles.element)
    found = (numbers.label(paragraph._p) for paragraph in made.paragraphs)
    return [label.text if label else None for label in found]


@pytest.mark.parametrize(
    ("kind", "shape", "start", "shown"),
    [
        ("chineseCountingThousand", "第%1条", 1, ["第一条", "第二条"]),
        ("chineseCountingThousand", "第%1条", 119, ["第一百一十九条", "第一百二十条"]),
        ("chineseCounting", "（%1）", 10, ["（十）", "（十一）"]),
        ("japaneseCounting", "第%1章", 1, ["第一章", "第二章"]),
        ("decimal", "%1．", 9, ["9．", "10．"]),
        ("decimalFullWidth", "第%1条", 9, ["第９条", "第１０条"]),
        ("decimalEnclosedCircle", "%1", 1, ["①", "②"]),
        ("decimalZero", "%1", 9, ["09", "10"]),
        ("lowerLetter", "%1)", 1, ["a)", "b)"]),
        ("ideographTraditional", "%1、", 1, ["甲、", "乙、"]),
        ("none", "注：", 1, ["注：", "注："]),
        ("bullet", "·", 1, ["", ""]),
        ("hebrew1", "%1", 1, [None, None]),
    ],
)
def test_a_format_is_written_as_word_shows_it(kind, shape, start, shown):
    made = document()
    add_list(made, (kind, shape), start=start)
    add_numbered(made, "甲")
    add_numbered(made, "乙")
    assert labels(made) == shown


def test_a_deeper_level_begins_anew_below_each_of_its_own():
    made = document()
    add_list(made, ("decimal", "%1"), ("decimal", "%1.%2"))
    for depth in (0, 1, 1, 0, 1):
        add_numbered(made, "灯", depth)
    assert labels(made) == ["1", "1.1", "1.2", "2", "2.1"]


@pytest.mark.parametrize(
    ("below", "shown"),
    [
        ("0", ["第一章", "第一条", "第二章", "第二条"]),
        ("1", ["第一章", "第一条", "第二章", "第一条"]),
    ],
)
def test_a_level_may_be_told_to_count_on_through_those_above_it(below, shown):
    made = document()
    add_list(made, ("chineseCounting", "第%1章"), ("chineseCounting", "第%2条"))
    made.part.numbering_part.element[0][1].append(w(f'<w:lvlRestart w:val="{below}"/>'))
    for depth in (0, 1, 0, 1):
        add_numbered(made, "灯", depth)
    assert labels(made) == shown


def test_paragraphs_between_do_not_disturb_and_have_no_number():
    made = document()
    add_list(made, ("decimal", "%1."))
    add_numbered(made, "甲")
    made.add_paragraph("乙")
    add_numbered(made, "丙")
    assert labels(made) == ["1.", None, "2."]


def test_a_list_that_is_told_to_restart_does_so_once():
    made = document()
    add_list(made, ("decimal", "%1."))
    made.part.numbering_part.element.append(
        w(
            '<w:num w:numId="71"><w:abstractNumId w:val="70"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
    )
    for num in ("70", "70", "71", "71"):
        add_numbered(made, "灯", num=num)
    assert labels(made) == ["1.", "2.", "1.", "2."]


def test_a_style_numbers_its_paragraphs_and_those_of_styles_made_from_it():
    made = document()
    add_list(made, ("chineseCountingThousand", "第%1条"))
    for name, parent, inside in (
        ("Clause", None, '<w:pPr><w:numPr><w:numId w:val="70"/></w:numPr></w:pPr>'),
        ("Bold", "Clause", ""),
    ):
        based = f'<w:basedOn w:val="{parent}"/>' if parent else ""
        made.styles.element.append(
            w(
                f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
                f"{based}{inside}</w:style>"
            )
        )
    made.add_paragraph("甲", style="Clause")
    made.add_paragraph("乙", style="Bold")
    assert labels(made) == ["第一条", "第二条"]


def test_number_zero_takes_the_number_of_the_style_away():
    made = document()
    made.add_paragraph("甲", style="List Number")
    add_numbered(made, "乙", num="0")
    made.paragraphs[1].style = "List Number"
    assert labels(made) == ["1.", None]


def test_one_digit_style_for_all_levels_when_the_level_is_told_so():
    made = document()
    add_list(made, ("chineseCounting", "第%1章"), ("decimal", "%1.%2"))
    level = made.part.numbering_part.element[0][1]
    level.append(w("<w:isLgl/>"))
    add_numbered(made, "甲")
    add_numbered(made, "乙", 1)
    assert labels(made) == ["第一章", "1.1"]


def test_a_document_without_lists_has_no_numbers():
    numbers = numbers_of(None, None)
    assert numbers.label(document("灯").paragraphs[0]._p) is None

"""前款, 前条, 本条, 本章 in a statute, resolved by where they stand."""

import pytest

from plugins.clauses.citations import CitationScanner
from plugins.records.record_citations import citations_of_html
from plugins.texts.converter import Converter
from tests.clauses.citations.found import clauses, target

TEXT = """\
## 第一章　总则

第一条　为了整洁，制定本办法。

第二条　摊贩应当遵守下列规定：

（一）不占盲道；

（二）收摊时清扫；

（三）SENTENCE-ITEM

SENTENCE-2

第二条之一　夜间摊贩应当亮灯。

## 第二章　处罚

### 第一节　罚款

第三条　SENTENCE-3

第四条　甲。

乙。

SENTENCE-4
"""


def resolved(place, sentence):
    text = TEXT.replace(place, sentence)
    for other in ("SENTENCE-ITEM", "SENTENCE-2", "SENTENCE-3", "SENTENCE-4"):
        text = text.replace(other, "照常。")
    html = Converter().convert(text, statute=True).html
    return [
        (block.text[citation.start : citation.end], target(citation))
        for block, citation in citations_of_html(html, CitationScanner(True, "某办法"), True)
    ]


@pytest.mark.parametrize(
    ("place", "sentence", "expected"),
    [
        ("SENTENCE-2", "违反前款规定的，予以警告。", [("前款", "#c2p1")]),
        ("SENTENCE-2", "违反前款第（一）项的。", [("前款第（一）项", "#c2p1i1")]),
        (
            "SENTENCE-2",
            "违反前款第一项、第二项的。",
            [("前款第一项", "#c2p1i1"), ("第二项", "#c2p1i2")],
        ),
        (
            "SENTENCE-2",
            "违反前款第一项的警告；违反第二项的罚款。",
            [("前款第一项", "#c2p1i1"), ("第二项", "#c2p1i2")],
        ),
        (
            "SENTENCE-2",
            "违反前款第（一）、（二）项的。",
            [("前款第（一）", "#c2p1i1"), ("（二）项", "#c2p1i2")],
        ),
        ("SENTENCE-2", "违反第一款的。", [("第一款", "#c2p1")]),
        ("SENTENCE-ITEM", "前项以外的规定。", [("前项", "#c2p1i2")]),
        ("SENTENCE-ITEM", "前两项以外的规定。", [("前两项", "#c2p1i1")]),
        ("SENTENCE-ITEM", "前款以外的规定。", []),
        ("SENTENCE-2", "本条所称摊贩，是指流动摊贩。", [("本条", "#c2")]),
        ("SENTENCE-2", "违反本条第一款的。", [("本条第一款", "#c2p1")]),
        (
            "SENTENCE-2",
            "违反本条第一款第二项或者第三项的。",
            [("本条第一款第二项", "#c2p1i2"), ("第三项", "#c2p1i3")],
        ),
        ("SENTENCE-2", "本款第（三）项另有规定。", [("本款第（三）项", "#c2p2i3")]),
        ("SENTENCE-2", "有本条前款情形的。", [("本条前款", "#c2p1")]),
        ("SENTENCE-3", "依照前条处罚。", [("前条", "#c2z1")]),
        ("SENTENCE-3", "依照前条第一款处罚。", [("前条第一款", "#c2z1p1")]),
        ("SENTENCE-3", "依照前两条处罚。", [("前两条", "#c2-c2z1")]),
        ("SENTENCE-3", "违反前款规定的。", []),
        ("SENTENCE-4", "违反前款规定的。", [("前款", "#c4p2")]),
        ("SENTENCE-4", "违反前两款规定的。", [("前两款", "#c4p1")]),
        ("SENTENCE-4", "违反前二款规定的。", [("前二款", "#c4p1")]),
        ("SENTENCE-4", "违反前三款规定的。", []),
        (
            "SENTENCE-4",
            "违反第一款和第二款规定的。",
            [("第一款", "#c4p1"), ("第二款", "#c4p2")],
        ),
        ("SENTENCE-3", "本章另有规定的除外。", [("本章", "#z2")]),
        ("SENTENCE-3", "本节另有规定的除外。", [("本节", "#z2j1")]),
        ("SENTENCE-3", "本章第四条另有规定。", [("本章第四条", "#c4")]),
        ("SENTENCE-2", "本章另有规定的除外。", [("本章", "#z1")]),
        ("SENTENCE-2", "本节另有规定的除外。", []),
        (
            "SENTENCE-3",
            "依照本办法第二条至第四条处罚。",
            [("本办法第二条", "#c2-c4"), ("第四条", "#c4")],
        ),
        (
            "SENTENCE-3",
            "依照第二条第一款处罚，同条第二款除外。",
            [("第二条第一款", "#c2p1"), ("同条第二款", "#c2p2")],
        ),
        ("SENTENCE-3", "第二条所列的摊贩。", [("第二条", "#c2")]),
    ],
)
def test_relative_references(place, sentence, expected):
    assert resolved(place, sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "具备基本条件的，提前条件成熟。",
        "目前条件不足，成本款项另计。",
        "应当遵守本章程和本条件。",
        "本节目、本节约活动、本编制方案除外。",
        "文本条理清楚，前款项已付。",
        "本条例所称摊贩，本条款除外。",
        "第一项目、第二款式除外。",
    ],
)
def test_words_that_only_look_like_them(sentence):
    assert resolved("SENTENCE-4", sentence) == []


def test_an_ordinary_text_has_no_paragraph_before():
    assert clauses("一、违反前款规定的除外。", "二、本条第二款、前条、本章也是。") == []


def test_a_statute_that_is_read_block_by_block_without_its_anchors():
    blocks = ("第二条　甲。", "（一）乙；", "违反前款的。", "第三条　依照前条处罚。")
    assert clauses(*blocks, statute=True) == [("前款", "#c2p1"), ("前条", "#c2")]


def test_a_number_that_stands_alone_on_its_line():
    blocks = ("第二条", "甲。", "违反前款的。")
    assert clauses(*blocks, statute=True) == [("前款", "#c2p1")]

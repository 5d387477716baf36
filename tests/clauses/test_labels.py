"""How a line says which part it begins, and the anchor that part gets."""

import pytest

from plugins.clauses.labels import (
    CLAUSE,
    DIVISION,
    ITEM,
    SUB_ITEM,
    ClauseNumber,
    clause_number,
    item_number,
    sub_item_number,
)


@pytest.mark.parametrize(
    ("text", "number", "anchor", "label"),
    [
        ("第一条 灯。", (1, 0), "c1", "第一条"),
        ("第一条　灯。", (1, 0), "c1", "第一条"),
        ("第一条灯。", (1, 0), "c1", "第一条"),
        ("第一条", (1, 0), "c1", "第一条"),
        ("第三十四条 灯。", (34, 0), "c34", "第三十四条"),
        ("第一百零三条 灯。", (103, 0), "c103", "第一百零三条"),
        ("第一百二十三条 灯。", (123, 0), "c123", "第一百二十三条"),
        ("第一千二百六十条 灯。", (1260, 0), "c1260", "第一千二百六十条"),
        ("第十条之一 灯。", (10, 1), "c10z1", "第十条之一"),
        ("第一百二十条之十二 灯。", (120, 12), "c120z12", "第一百二十条之十二"),
        ("第10条 灯。", (10, 0), "c10", "第十条"),
        ("第１０条 灯。", (10, 0), "c10", "第十条"),
        ("第10条之一 灯。", (10, 1), "c10z1", "第十条之一"),
    ],
)
def test_a_clause_number_has_a_value_an_anchor_and_one_way_of_writing(text, number, anchor, label):
    found = clause_number(CLAUSE.match(text))
    assert (tuple(found), found.anchor, found.label) == (number, anchor, label)


@pytest.mark.parametrize(
    "text",
    [
        "第一条第二款规定的灯。",
        "第一条规定的灯。",
        "第一条的规定。",
        "第一条、第二条规定的灯。",
        "第一条和第二条规定的灯。",
        "第一条或者第二条规定的灯。",
        "第一条及第二条规定的灯。",
        "第一条至第三条规定的灯。",
        "第一条所称灯，是指路灯。",
        "第一条所列的灯。",
        "第一条以外的灯。",
        "第十条之一规定的灯。",
        "第十条之十二规定的灯。",
        "第一款 灯。",
        "第一章 灯",
        "条例第一条 灯。",
        "第若干条 灯。",
    ],
)
def test_a_sentence_about_a_clause_begins_none(text):
    assert CLAUSE.match(text) is None


def test_numbers_order_as_clauses_stand():
    assert sorted(
        [ClauseNumber(11), ClauseNumber(10, 2), ClauseNumber(10), ClauseNumber(10, 1)]
    ) == [
        (10, 0),
        (10, 1),
        (10, 2),
        (11, 0),
    ]


@pytest.mark.parametrize(
    ("text", "number"), [("（一）灯", 1), ("(一)灯", 1), ("（十二）灯", 12), ("（二十一） 灯", 21)]
)
def test_an_item(text, number):
    assert item_number(ITEM.match(text)) == number


@pytest.mark.parametrize("text", ["（试行）", "（1）灯", "一、灯", "（一至三）灯"])
def test_what_is_no_item(text):
    assert ITEM.match(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("1．灯", 1), ("1.灯", 1), ("1. 灯", 1), ("１．灯", 1), ("12、灯", 12), ("3）灯", 3),
     ("4 灯", 4), ("①灯", 1), ("⑳灯", 20)],
)  # fmt: skip
def test_a_sub_item(text, number):
    assert sub_item_number(SUB_ITEM.match(text)) == number


@pytest.mark.parametrize("text", ["1.5米以上", "2024年起", "12周岁以下", "100. 灯", "灯1．"])
def test_what_is_no_sub_item(text):
    assert SUB_ITEM.match(text) is None


@pytest.mark.parametrize(
    ("text", "rank", "number"),
    [
        ("第一编 总则", "编", "一"),
        ("第二分编　合同", "分编", "二"),
        ("第十二章 附则", "章", "十二"),
        ("第3节 灯", "节", "3"),
    ],
)
def test_a_division(text, rank, number):
    found = DIVISION.match(text)
    assert (found["rank"], found["number"]) == (rank, number)

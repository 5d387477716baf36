"""Quoted statutes: their own words mean themselves, and their numbers are no citations."""

import pytest

from tests.clauses.citations.found import clauses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "《某条例》第二十条第二款规定：“违反前款规定的，责令改正。”",
            ["某条例#c20p2", "某条例#c20p1"],
        ),
        (
            "《某条例》第二十条规定：“依照本条例第五条、第六条处罚。”",
            ["某条例#c20", "某条例#c5", "某条例#c6"],
        ),
        ("《某条例》规定：“第四十三条　依照第五条处罚。”", ["某条例#c5"]),
        (
            "行政处罚法第三十三条第三款规定，“对前款的行为教育”。",
            ["行政处罚法#c33p3", "行政处罚法#c33p2"],
        ),
        ("《某条例》第二十条第一款所说的“违反前款”没有所指。", ["某条例#c20p1"]),
        ("标语写着“第四十三条　不得乱扔”。", []),
        ("例如“第十条第一款第（一）项”。", []),
        ("《某条例》第二十条规定：“不得乱扔。”本条例第五条、前款另说。", ["某条例#c20"]),
    ],
)
def test_a_quotation_in_one_paragraph(text, expected):
    assert [cited for _, cited in clauses(text)] == expected


def test_a_quotation_over_several_paragraphs():
    blocks = (
        "《某条例》规定：“第二十条　不得占道。",
        "违反前款规定的，依照本条例第五条处罚。",
        "第二十一条　违反前条的，警告。”",
        "违反前款规定的，不在此列。",
    )
    expected = ["某条例#c20p1", "某条例#c5", "某条例#c20"]
    assert [cited for _, cited in clauses(*blocks)] == expected


def test_each_paragraph_of_a_quotation_may_begin_with_a_sign():
    blocks = ("《某条例》规定：“第二十条　不得占道。", "“违反前款规定的，警告。”", "前款。")
    assert [cited for _, cited in clauses(*blocks)] == ["某条例#c20p1"]


def test_clauses_listed_below_the_title_of_their_statute():
    blocks = (
        "《某条例》",
        "第二十条　不得占道。",
        "违反前款规定的，依照本条例第五条处罚。",
        "二、违反前款规定的。",
    )
    assert [cited for _, cited in clauses(*blocks)] == ["某条例#c20p1", "某条例#c5"]


@pytest.mark.parametrize(
    "announced", ["法条：《某条例》", "《某条例》规定：", "附《某条例》有关条文如下："]
)
def test_ways_to_announce_clauses(announced):
    blocks = (announced, "第二十条　不得占道。", "违反前款规定的。")
    assert [cited for _, cited in clauses(*blocks)] == ["某条例#c20p1"]


def test_a_notice_that_makes_its_own_rules_quotes_nothing():
    blocks = (
        "根据《某条例》，制定本办法：",
        "第一条　不得占道。",
        "违反前款、第五条规定的，警告。",
    )
    assert clauses(*blocks) == []


def test_a_notice_with_numbers_of_its_own_quotes_nothing():
    blocks = ("依据《某条例》，规定如下。", "第一条　不得占道。", "违反前款规定的，警告。")
    assert clauses(*blocks) == []


def test_the_quotation_of_one_clause_ends_before_the_next():
    blocks = (
        "一、将《某条例》第五条修改为：“不得占道。",
        "“不得占绿。”",
        "二、在《某条例》第六条后增加一条，作为第六条之一：“不得乱停。",
        "“前款规定的停车，依照前款处罚。",
        "“违反前两款的，警告。”",
    )
    cited = ["某条例#c5", "某条例#c6", "某条例#c6z1", *["某条例#c6z1p1"] * 3]
    assert [target for _, target in clauses(*blocks)] == cited


def test_the_words_of_a_clause_behind_its_number():
    blocks = (
        "《某条例》第二十条　不得占道。",
        "违反前款规定的，依照第三条处罚。",
        "二、违反前款规定的。",
    )
    assert [cited for _, cited in clauses(*blocks)] == ["某条例#c20", "某条例#c20p1", "某条例#c3"]

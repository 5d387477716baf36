"""Titles in 《》 and 〈〉, brackets behind them, and clauses that go on with them."""

import pytest

from tests.clauses.citations.found import clauses, found

INTERPRETATION = "最高人民法院关于适用〈中华人民共和国民法典〉总则编若干问题的解释"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"依照《{INTERPRETATION}》第三条。",
            [(f"《{INTERPRETATION}》第三条", f"{INTERPRETATION}#c3")],
        ),
        ("依照〈中华人民共和国刑法〉第三条。", [("〈中华人民共和国刑法〉第三条", "刑法#c3")]),
        (
            "《云汀市水域条例》（国务院令第198号）第27条。",
            [("《云汀市水域条例》", "云汀市水域条例"), ("第27条", "云汀市水域条例#c27")],
        ),
        (
            "《云汀市水域条例》（2018年修正本）第27条。",
            [("《云汀市水域条例》", "云汀市水域条例"), ("第27条", "云汀市水域条例#c27")],
        ),
        (
            "《民法典》合同编第五百七十七条。",
            [("《民法典》合同编第五百七十七条", "民法典#c577")],
        ),
        (
            "《民法典》第三编第五百七十七条。",
            [("《民法典》第三编第五百七十七条", "民法典#c577")],
        ),
        ("《刑法》之第三百条。", [("《刑法》", "刑法"), ("第三百条", "刑法#c300")]),
        ("《刑法》分则第三百条。", [("《刑法》分则第三百条", "刑法#c300")]),
        ("《民诉法》第三条。", [("《民诉法》第三条", "民事诉讼法#c3")]),
    ],
)
def test_titles(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "《某条例》第三条规定不得乱扔；“不得乱扔”之外，第四十三条规定了罚款。",
            ["某条例#c3", "某条例#c43"],
        ),
        (
            "《某条例》规定：“不得占用道路。”第四十三条规定处五百元罚款。",
            ["某条例#c43"],
        ),
        (
            "《某条例》第三条、第四条已经修改，依照第九条处罚。",
            ["某条例#c3", "某条例#c4", "某条例#c9"],
        ),
        ("依照行政处罚法第三条，并参照第九条。", ["行政处罚法#c3", "行政处罚法#c9"]),
        (
            "《某条例》第二十条第一款规定应当报告，第二款规定了期限。",
            ["某条例#c20p1", "某条例#c20p2"],
        ),
        (
            "《某条例》第二十条第一款规定应当报告，同条第三款规定了罚款。",
            ["某条例#c20p1", "某条例#c20p3"],
        ),
        ("《某条例》第二十条要求报告，该条第二款另有规定。", ["某条例#c20", "某条例#c20p2"]),
    ],
)
def test_what_goes_on_with_the_statute_named_before(text, expected):
    assert [cited for _, cited in clauses(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "《某条例》已经施行。第二条线索待核实。",
        "《某条例》已经施行。第一条，不乱扔；第二条，不乱停。",
        "《某条例》已经施行，合同第六条约定了保洁。",
        "《某条例》已经施行，《保洁合同》里没有约定，本通知第三条规定了期限。",
        "《某条例》已经施行，附件第三条规定了表格。",
        "为贯彻《某条例》，会议提出两条要求：第一条要求思想重视，第二条要求按时。",
        "《某条例》已经施行，某公约第三条规定了别的。",
        "《某条例》已经施行，违反前款规定的除外，前条第二款也是。",
        "《某条例》已经施行。从第三条巷口进去。",
        "《某条例》已经施行，第三款手机最好卖。",
    ],
)
def test_what_does_not_go_on_with_it(text):
    assert clauses(text) == []


def test_the_next_paragraph_goes_on_with_the_one_statute_whose_clauses_were_cited():
    found = clauses(
        "依照《某法》第三条。", "审理查明如下。", "第十二条第二款还规定了期限。", "该条第三款除外。"
    )
    assert found[1:] == [("第十二条第二款", "某法#c12p2"), ("该条第三款", "某法#c12p3")]


def test_it_goes_on_with_none_of_two():
    found = clauses("依照《某法》第三条、《他法》第四条。", "第十二条第二款还规定了期限。")
    assert [target for _, target in found] == ["某法#c3", "他法#c4"]


def test_it_does_not_go_on_behind_a_contract():
    assert clauses("依照《某法》第三条。", "合同第五条约定月付。", "第六条规定了违约金。")[1:] == []


def test_the_next_paragraph_does_not_go_on():
    assert clauses("依照《某条例》。", "第四十三条规定处五百元罚款。") == []


def test_behind_a_contract_nothing_goes_on_with_the_statute():
    text = "《某条例》第三条要求保洁，合同第六条约定了期限，第七条规定了违约金。"
    assert [cited for _, cited in clauses(text)] == ["某条例#c3"]


def test_behind_an_unknown_statute_the_pronoun_is_not_the_one_before():
    text = "《某办法》第三条另有规定。依照云汀市养犬办法第五条处罚，该办法第六条除外。"
    assert [cited for _, cited in clauses(text)] == ["某办法#c3"]


@pytest.mark.parametrize(
    "written",
    [
        "最高人民法院关于适用民法典婚姻家庭编的解释（一）第三条",
        "最高人民法院关于适用《中华人民共和国民法典》婚姻家庭编的解释（一）第三条",
        "《最高人民法院关于适用〈中华人民共和国民法典〉婚姻家庭编的解释（一）》第三条",
        "民法典婚姻家庭编解释（一）第三条",
    ],
)
def test_one_interpretation_by_several_names(written):
    title = "最高人民法院关于适用〈中华人民共和国民法典〉婚姻家庭编的解释（一）"
    assert clauses(f"依照{written}处理。") == [(written, f"{title}#c3")]


def test_what_stands_above_is_of_the_same_paragraph():
    named = "《大气污染防治法》第八十一条有规定；《行政处罚法》第三十六条也有规定。"
    assert clauses(named, "依照上述法律第一百一十八条第一款罚款。", "前述法第九条。") == clauses(
        named
    )
    assert clauses(named, "依照该法第五十一条罚款。")[-1] == ("该法第五十一条", "行政处罚法#c51")
    one = "《大气污染防治法》第八十一条有规定，依照上述法律第一百一十八条罚款"
    assert clauses(one)[-1] == ("上述法律第一百一十八条", "大气污染防治法#c118")

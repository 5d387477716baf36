"""Terms that a statute defines, and where."""

import pytest

from plugins.clauses.definitions import definitions
from tests.clauses.test_structure import converted


def found(*lines):
    return [(each.term, each.anchor) for each in definitions(converted(*lines).clauses)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("第二条　本办法所称灯具，是指路灯和景观灯。", ["灯具"]),
        ("第二条　本条例所称的夜间，是指晚十时至次日六时。", ["夜间"]),
        ("第二条　本办法所称夜间，是指22时至6时；所称午间，是指12时至14时。", ["夜间", "午间"]),
        ("第二条　本法所称城市照明包括功能照明和景观照明。", ["城市照明"]),
        ("第二条　本规定中所称“装修垃圾”是指装修房屋产生的废弃物。", ["装修垃圾"]),
        ("第三条　市照明管理机构（以下简称照明机构）负责维护。", ["照明机构"]),
        ("第三条　路灯、景观灯（以下统称照明设施）由养护单位维护。", ["照明设施"]),
        ("第三条　街道办事处、镇人民政府（以下称街镇，含开发区）负责。", ["街镇"]),
        # Other statutes are cited by their short names.
        ("第一条　根据《城市照明管理规定》（以下简称《规定》），制定本办法。", []),
        ("第一条　根据城市照明管理规定（以下简称照明规定），制定本办法。", []),
        ("第二条　本办法所称的以上，包括本数。", ["以上"]),
        ("第二条　灯具是指路灯。", []),
        ("第二条　违反规定的，是指未经许可。", []),
    ],
)
def test_a_sentence(text, terms):
    assert [term for term, _ in found(text)] == terms


def test_a_clause_of_the_meaning_of_words():
    assert found(
        "第九条　本办法下列用语的含义：",
        "（一）灯具，是指路灯。",
        "（二）“灯杆”：指装灯具的杆。",
        "（三）夜间是指晚十时以后。",
        "（四）其他。",
    ) == [("灯具", "c9p1i1"), ("灯杆", "c9p1i2"), ("夜间", "c9p1i3")]


def test_paragraphs_of_such_a_clause():
    lines = ("第九条　本办法有关术语解释如下。", "灯具，是指路灯。", "1.灯杆，是指杆。")
    assert found(*lines) == [("灯具", "c9p2"), ("灯杆", "c9p2s1")]


def test_the_first_definition_counts():
    lines = ("第二条　本办法所称灯具，是指路灯。", "第三条　景观灯（以下简称灯具）另行规定。")
    assert found(*lines) == [("灯具", "c2p1")]

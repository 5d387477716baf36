"""Two versions of a statute, clause by clause."""

import pytest

from plugins.statutes.compare import Change, Segment, compare, difference
from plugins.texts.converter import Converter

OLD = """\
第一条　为了街面整洁，制定本办法。

第二条　摊贩应当在指定的地点经营，不得占用盲道。

第三条　城市管理部门负责监督检查，并公布举报电话。

第四条　本办法自2020年1月1日起施行。
"""


def clauses(text):
    return Converter().convert(text, statute=True).clauses


def said(old, new):
    return [
        (
            str(change.change),
            change.older and change.older.label,
            change.newer and change.newer.label,
        )
        for change in compare(clauses(old), clauses(new))
    ]


def test_the_same_text():
    assert {kind for kind, _, _ in said(OLD, OLD)} == {"same"}


def test_changed_words_are_marked():
    new = OLD.replace("不得占用盲道", "不得占用盲道和消防通道")
    changes = compare(clauses(OLD), clauses(new))
    assert [str(change.change) for change in changes] == ["same", "changed", "same", "same"]
    assert changes[1].segments == (
        Segment("kept", "摊贩应当在指定的地点经营，不得占用盲道"),
        Segment("inserted", "和消防通道"),
        Segment("kept", "。"),
    )


def test_an_inserted_clause_moves_those_behind_it():
    new = (
        OLD.replace("第四条", "第五条")
        .replace("第三条", "第四条")
        .replace("第四条　城市", "第三条　鼓励行业自律，支持协会制定公约。\n\n第四条　城市")
    )
    assert said(OLD, new) == [
        ("same", "第一条", "第一条"),
        ("same", "第二条", "第二条"),
        ("added", None, "第三条"),
        ("moved", "第三条", "第四条"),
        ("moved", "第四条", "第五条"),
    ]


def test_a_clause_that_moved_and_changed_is_not_the_one_in_its_place():
    old = """\
第一条　为了管理犬只，制定本办法。

第二条　养犬应当登记，领取犬牌，每年年检一次。

第三条　携犬外出应当牵绳，绳长不超过二米。
"""
    new = """\
第一条　为了管理犬只，维护公共秩序，制定本办法。

第二条　街道办事处协助做好养犬管理工作。

第三条　养犬应当登记，领取犬牌，不再年检。

第四条　携犬外出应当牵绳，绳长不超过一点五米，主动避让行人。
"""
    assert said(old, new) == [
        ("changed", "第一条", "第一条"),
        ("added", None, "第二条"),
        ("changed", "第二条", "第三条"),
        ("changed", "第三条", "第四条"),
    ]


def test_a_removed_clause_stands_where_it_stood():
    new = OLD.replace("第二条　摊贩应当在指定的地点经营，不得占用盲道。\n\n", "")
    new = new.replace("第三条", "第二条").replace("第四条", "第三条")
    assert said(OLD, new) == [
        ("same", "第一条", "第一条"),
        ("removed", "第二条", None),
        ("moved", "第三条", "第二条"),
        ("moved", "第四条", "第三条"),
    ]


def test_every_clause_of_both_is_there_once():
    new = OLD.replace("第三条　城市管理部门负责监督检查，并公布举报电话。", "第三条　另行规定。")
    changes = compare(clauses(OLD), clauses(new))
    assert [c.older.label for c in changes if c.older] == ["第一条", "第二条", "第三条", "第四条"]
    assert sorted(c.newer.label for c in changes if c.newer) == sorted(
        ["第一条", "第二条", "第三条", "第四条"]
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [("二百元罚款", "五百元罚款"), ("", "新"), ("旧", ""), ("2020年1月1日", "2025年12月31日")],
)
def test_the_pieces_give_both_texts_back(old, new):
    segments = difference(old, new)
    assert "".join(segment.text for segment in segments if segment.kind != "inserted") == old
    assert "".join(segment.text for segment in segments if segment.kind != "deleted") == new


def test_every_change_has_a_word_of_its_own():
    assert len({change.label for change in Change}) == len(Change)

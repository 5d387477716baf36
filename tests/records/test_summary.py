"""Summaries end where a reader would pause."""

import pytest

from plugins.records.summary import summarise


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("短文。", 10, "短文。"),
        ("甲。 乙。", 10, "甲。乙。"),
        ("第一条　甲。 第二条　乙。", 20, "第一条 甲。第二条 乙。"),
        ("一段 word 乙", 20, "一段 word 乙"),
        ("第一句话。第二句话很长很长很长。", 8, "第一句话。"),
        ("没有句号，只有逗号的一句很长的话", 8, "没有句号……"),
        ("没有任何标点的一段话要从中间断开", 8, "没有任何标点……"),
        ("他说：“可以。”然后走了很远很远。", 9, "他说：“可以。”"),
    ],
)
def test_cut_at_punctuation(text, length, expected):
    assert summarise(text, length) == expected
    assert len(expected) <= length

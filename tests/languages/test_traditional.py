"""Simplified to traditional characters: one character for one, in the words of this trade."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.languages import traditional
from plugins.languages.traditional import Traditional, simplified, terms

PLAIN = Traditional({})


@pytest.mark.parametrize(
    ("simplified_text", "written"),
    [
        ("行政处罚裁量基准", "行政處罰裁量基準"),
        ("干部依法行政，不得干扰，晾干后清运", "幹部依法行政，不得干擾，晾乾後清運"),
        ("邻里、里程、这里", "鄰里、里程、這裡"),
        ("头发、发证、发生", "頭髮、發證、發生"),
        ("台州市、台账、平台、台风", "台州市、臺賬、平臺、颱風"),
        ("为了群众", "為了群眾"),
        ("复核、核准", "複核、核准"),
        ("制作、制度、复制", "製作、制度、複製"),
        # What is no word is not taken for one, and laws are written as laws are.
        ("探头发现、位置和面积、没有采取、写明了", "探頭發現、位置和面積、沒有採取、寫明了"),
        ("按规定制定、定制", "按規定制定、定製"),
        ("公布、发布、行政复议、污染", "公布、發布、行政復議、污染"),
        ("十八周岁、7天后、下周", "十八周歲、7天後、下週"),
        ("犬只13只，只有一只，3万只", "犬隻13隻，只有一隻，3萬隻"),
        # No word is exchanged for another: a statute keeps its title.
        ("政府信息公开条例、网络、质量", "政府信息公開條例、網絡、質量"),
    ],
)
def test_words_of_the_trade(simplified_text, written):
    assert PLAIN.convert(simplified_text) == written


def test_words_of_the_office_come_first_and_the_longest_of_them():
    office = Traditional({"复议": "復議", "行政复议法": "行政復議法", "余杭": "余杭"})
    assert office.convert("《行政复议法》复议，余杭余额") == "《行政復議法》復議，余杭餘額"


@given(st.text())
def test_nothing_is_lost_of_any_text(text):
    converted = PLAIN.convert(text)
    assert len(converted) == len(text)
    assert [c for c in converted if c.isascii()] == [c for c in text if c.isascii()]


def test_the_table_of_terms_writes_the_same_words():
    """So a slip in it is seen: what is traditional leads back to what is simplified."""
    for simple, written in terms().items():
        assert simplified(written) == simple, simple


def test_a_text_without_chinese_is_left_alone():
    assert PLAIN.convert("tel:0599-0001000") == "tel:0599-0001000"


def test_many_texts_are_converted_at_once_and_each_in_its_own_context():
    texts = ["头", "发", "头发", "发\x1f证", "", "a"]
    office = Traditional({})
    assert office.convert_all(texts[:3]) == ["頭", "發", "頭髮"]
    assert office.convert_all(texts) == ["頭", "發", "頭髮", "發\x1f證", "", "a"]
    assert office.convert_all(["这里"] * 2) == ["這裡"] * 2


def test_the_dictionaries_keep_the_length_of_what_a_page_has(monkeypatch):
    """Or texts would be converted character by character, without their words."""
    calls = []
    convert = traditional._converter(traditional.CONFIGURATION)
    monkeypatch.setattr(
        traditional, "_converter", lambda _name: lambda text: calls.append(text) or convert(text)
    )
    texts = [f"第{n}条　头发{n}" for n in range(50)]
    assert Traditional({}).convert_all(texts)[7] == "第7條　頭髮7"
    assert len(calls) == 1

"""Facts as they are shown and sorted."""

from datetime import date, datetime

import pytest

from plugins.clock import CHINA
from plugins.records.presentation import Fact, is_empty, make_fact

MOMENT = datetime(2026, 3, 5, 9, tzinfo=CHINA)


@pytest.mark.parametrize(
    ("value", "key"),
    [
        (None, ""),
        ([], ""),
        (["甲", "乙"], ""),
        (("甲",), ""),
        ("甲", "甲"),
        (12, "12"),
        (date(2026, 3, 5), "2026-03-05"),
        (MOMENT, "2026-03-05T09:00:00+08:00"),
    ],
)
def test_what_a_table_sorts_by(value, key):
    assert make_fact("name", "名", value).sort == key


@pytest.mark.parametrize(("length", "long"), [(40, False), (41, True)])
def test_a_long_text_takes_a_row_of_its_own(length, long):
    assert make_fact("name", "名", "字" * length).long is long
    assert not make_fact("name", "名", ["字" * length]).long


@pytest.mark.parametrize(("length", "in_line"), [(11, True), (12, False)])
def test_short_values_stand_in_one_line(length, in_line):
    assert make_fact("name", "名", ["字", "字" * length]).of_words is in_line


def test_a_fact():
    assert make_fact("capacity", "人数上限", 30, "人") == Fact(
        "capacity", "人数上限", ["30人"], long=False, date=False, sort="30"
    )
    assert make_fact("opens", "开始日期", date(2026, 3, 5)).date
    assert not make_fact("place", "地点", "广场").date
    assert make_fact("fields", "领域", ["水务", "市政"]).value == "水务、市政"


def test_what_is_empty():
    assert is_empty(None) and is_empty([]) and is_empty(())
    assert not is_empty(0) and not is_empty("甲") and not is_empty(["甲"])

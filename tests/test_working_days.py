"""Deadlines in working days; the holidays are those that the State Council announced."""

from datetime import date

import pytest

from plugins.working_days import deadline


@pytest.mark.parametrize(
    ("since", "days", "last"),
    [
        # The day itself is not counted.
        ("2026-03-02", 1, "2026-03-03"),
        ("2026-03-06", 1, "2026-03-09"),
        # National Day 2026, October 1 to 7; October 10, a Saturday, is worked.
        ("2026-09-30", 1, "2026-10-08"),
        ("2026-10-09", 1, "2026-10-10"),
        # Spring Festival 2026, February 15 to 23; February 14 and 28 are worked.
        ("2026-02-13", 6, "2026-02-28"),
        ("2026-02-13", 7, "2026-03-02"),
    ],
)
def test_the_last_day(since, days, last):
    found = deadline(date.fromisoformat(since), days)
    assert (found.day.isoformat(), found.note) == (last, "")


def test_a_year_that_is_not_announced_counts_from_monday_to_friday():
    found = deadline(date(2099, 12, 30), 3)
    assert found.day == date(2100, 1, 4)
    assert found.note == "（2099 年的放假安排还没有公布，按周一至周五计算）"


def test_the_first_year_that_is_not_known_is_named():
    found = deadline(date(2098, 12, 31), 1)
    assert (found.day, found.estimated_year) == (date(2099, 1, 1), 2099)

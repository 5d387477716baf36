"""Deadlines in working days; the holidays are those that the State Council announced."""

from datetime import date

import pytest

from plugins.working_days import deadline, exceptions, is_announced, period_end


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


@pytest.mark.parametrize(
    ("since", "count", "unit", "last"),
    [
        ("2026-03-02", 15, "日", "2026-03-17"),
        # A Saturday, and the days off of May 1.
        ("2026-03-06", 15, "日", "2026-03-23"),
        ("2026-03-05", 60, "日", "2026-05-06"),
        # A Saturday that is worked is no day off.
        ("2026-09-25", 15, "日", "2026-10-10"),
        ("2026-03-02", 5, "工作日", "2026-03-09"),
        ("2026-03-16", 6, "个月", "2026-09-16"),
        # The month has no such day: its last one.
        ("2025-08-31", 6, "个月", "2026-02-28"),
        ("2026-06-30", 12, "个月", "2027-06-30"),
    ],
)
def test_the_end_of_a_period(since, count, unit, last):
    assert period_end(date.fromisoformat(since), count, unit).day.isoformat() == last


def test_a_period_that_ends_in_a_year_not_announced_says_so():
    assert period_end(date(2099, 1, 1), 1, "个月").estimated_year == 2099
    assert period_end(date(2026, 3, 2), 15, "日").estimated_year is None


def test_days_that_are_not_what_their_weekday_says():
    found = {
        day.isoformat(): worked for day, worked in exceptions(date(2026, 9, 28), date(2026, 10, 11))
    }
    assert found == {
        **{f"2026-10-0{day}": False for day in (1, 2, 5, 6, 7)},
        "2026-10-10": True,
    }
    assert (is_announced(2026), is_announced(2099)) == (True, False)

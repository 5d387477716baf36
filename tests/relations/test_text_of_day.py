"""Which held text was in force on a day, and where that can't be known."""

from datetime import date

import pytest

from plugins.records.extract import Law
from plugins.relations.text_of_day import Doubt, text_of_day


def law(since, *amendments, stated=True, promulgated=None):
    days = [date.fromisoformat(day).toordinal() for day in (since, *amendments)]
    announced = date.fromisoformat(promulgated).toordinal() if promulgated else None
    return Law(days[0], stated, announced, tuple(days[1:]), None, "现行有效", None, b"")


FIRST = law("2008-08-01", promulgated="2007-08-30")
SECOND = law("2022-08-01", "2022-06-24", promulgated="2007-08-30")
UNSTATED = law("2022-06-24", "2022-06-24", stated=False, promulgated="2007-08-30")
THIRD = law("2025-01-01", "2018-03-01", "2022-06-24", "2024-10-01")


@pytest.mark.parametrize(
    ("versions", "day", "expected"),
    [
        # Between the adoption of an amendment and its force the old text holds.
        ([FIRST, SECOND], "2022-07-31", (0, Doubt.NONE)),
        ([FIRST, SECOND], "2022-08-01", (1, Doubt.NONE)),
        # Older than the oldest text held.
        ([SECOND], "2022-07-31", (0, Doubt.NOT_HELD)),
        ([SECOND], "2008-01-01", (0, Doubt.NOT_HELD)),
        ([FIRST], "2007-08-29", (0, Doubt.NOT_HELD)),
        # A new statute is written of before it is in force.
        ([FIRST], "2007-08-30", (0, Doubt.NONE)),
        ([law("2008-08-01")], "2008-07-31", (0, Doubt.NOT_HELD)),
        # A text between two that are held.
        ([FIRST, THIRD], "2018-02-28", (0, Doubt.NONE)),
        ([FIRST, THIRD], "2018-03-01", (0, Doubt.NOT_HELD)),
        ([FIRST, SECOND, THIRD], "2021-01-01", (0, Doubt.NOT_HELD)),
        ([FIRST, SECOND, THIRD], "2024-12-31", (1, Doubt.NONE)),
        ([FIRST, SECOND, THIRD], "2025-01-01", (2, Doubt.NONE)),
        # The last text held was amended since.
        ([FIRST, law("2008-08-01", "2030-01-01", stated=False)], "2029-01-01", (1, Doubt.NONE)),
        # Only the day of the amendment is known: for a year it may not have been in force.
        ([FIRST, UNSTATED], "2022-06-23", (0, Doubt.NONE)),
        ([FIRST, UNSTATED], "2022-06-24", (1, Doubt.DAY_UNKNOWN)),
        ([FIRST, UNSTATED], "2023-06-24", (1, Doubt.DAY_UNKNOWN)),
        ([FIRST, UNSTATED], "2023-06-25", (1, Doubt.NONE)),
        # Nothing is known of its days.
        ([law("0001-01-01", stated=False)], "2022-06-24", (0, Doubt.NONE)),
    ],
)
def test_the_text_of_a_day(versions, day, expected):
    assert text_of_day(versions, date.fromisoformat(day).toordinal()) == expected

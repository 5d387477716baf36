"""Which held text was in force on a day, and where that can't be known."""

from datetime import date

import pytest

from plugins.clauses.citations import EARLIER, NEWEST
from plugins.records.extract import Law
from plugins.relations.text_of_day import Doubt, text_of_day, text_of_edition


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
        # The text that came out of an amendment need not name it.
        ([law("2018-03-01"), THIRD], "2019-01-01", (0, Doubt.NONE)),
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


# The texts before 2017 are not held.
OLD = law("2018-01-01", "2017-09-01", promulgated="1999-04-29")
NEW = law("2024-01-01", "2017-09-01", "2023-09-01", promulgated="1999-04-29")


@pytest.mark.parametrize(
    ("versions", "edition", "day", "written", "expected"),
    [
        ([OLD, NEW], "2017", "2026-01-01", "2026-01-01", (0, Doubt.NONE)),
        ([OLD, NEW], "2023", "2023-10-01", "2023-10-01", (1, Doubt.NONE)),
        # By the year in which it took effect.
        ([OLD, NEW], "2024", "2023-10-01", "2023-10-01", (1, Doubt.NONE)),
        ([OLD, NEW], "2009", "2026-01-01", "2026-01-01", (0, Doubt.EDITION_NOT_HELD)),
        ([NEW], "2017", "2026-01-01", "2026-01-01", (0, Doubt.EDITION_NOT_HELD)),
        ([FIRST], "2007", "2026-01-01", "2026-01-01", (0, Doubt.NONE)),
        # 修订前: the text before the last that was known to the writer.
        ([OLD, NEW], EARLIER, "2023-10-01", "2023-10-01", (0, Doubt.NONE)),
        ([OLD, NEW], EARLIER, "2025-10-01", "2025-10-01", (0, Doubt.NONE)),
        ([OLD, NEW], EARLIER, "2023-07-01", "2023-08-01", (0, Doubt.EDITION_NOT_HELD)),
        ([NEW], EARLIER, "2025-10-01", "2025-10-01", (0, Doubt.EDITION_NOT_HELD)),
        # What was never amended is called 原 for another reason.
        ([FIRST], EARLIER, "2025-10-01", "2025-10-01", (0, Doubt.NONE)),
        # 新修订: in a case of an earlier day too.
        ([OLD, NEW], NEWEST, "2023-10-01", "2023-10-01", (1, Doubt.NONE)),
        ([OLD, NEW], NEWEST, "2020-10-01", "2020-10-01", (0, Doubt.NONE)),
        ([OLD], NEWEST, "2025-10-01", "2025-10-01", (0, Doubt.EDITION_NOT_HELD)),
    ],
)
def test_the_text_that_a_writer_names(versions, edition, day, written, expected):
    days = [date.fromisoformat(each).toordinal() for each in (day, written)]
    assert text_of_edition(versions, edition, *days) == expected

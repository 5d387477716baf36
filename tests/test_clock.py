"""Days of the calendar."""

from datetime import date

import pytest

from plugins.clock import months_after


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        ((2026, 2, 20), 3, (2026, 5, 20)),
        ((2026, 11, 30), 3, (2027, 2, 28)),
        ((2026, 12, 31), 12, (2027, 12, 31)),
        ((2028, 2, 29), 12, (2029, 2, 28)),
        ((2026, 1, 1), 11, (2026, 12, 1)),
    ],
)
def test_the_same_day_some_months_later(day, months, after):
    assert months_after(date(*day), months) == date(*after)

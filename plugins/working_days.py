"""Working days in China: of each year as the State Council announces it in the autumn before.

A year that is not announced yet, or lies before 2004, counts from Monday to Friday.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

ONE_DAY = timedelta(days=1)


class Deadline(NamedTuple):
    """The last day of a period of working days. `estimated_year` is one of its years of which the
    holidays are not known, if there is any.
    """

    day: date
    estimated_year: int | None = None

    @property
    def note(self) -> str:
        if self.estimated_year is None:
            return ""
        return f"（{self.estimated_year} 年的放假安排还没有公布，按周一至周五计算）"


def deadline(since: date, days: int) -> Deadline:
    """The last of so many working days after `since`, which is not counted (民法典第二百零一条)."""
    day, estimated = since, None
    while days:
        day += ONE_DAY
        is_working, is_known = _working_day(day)
        days -= is_working
        estimated = estimated if is_known else estimated or day.year
    return Deadline(day, estimated)


def _working_day(day: date) -> tuple[bool, bool]:
    """Whether it is one, and whether its year is known."""
    # Imported where it is needed: few records need it.
    from chinese_calendar import is_workday

    try:
        return is_workday(day), True
    except NotImplementedError:
        return day.weekday() < 5, False

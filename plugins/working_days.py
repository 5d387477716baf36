"""Working days in China: of each year as the State Council announces it in the autumn before.

A year that is not announced yet, or lies before 2004, counts from Monday to Friday.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from plugins.clock import months_after

ONE_DAY = timedelta(days=1)
DAYS, WORKING_DAYS, MONTHS = "日", "工作日", "个月"
UNITS = (DAYS, WORKING_DAYS, MONTHS)


class Deadline(NamedTuple):
    """The last day of a period. `estimated_year` is one of its years of which the
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


def period_end(since: date, count: int, unit: str) -> Deadline:
    """The last day of a period that is counted from the day after `since`.

    A period of days or months that would end on a day off ends on the next working day
    (民法典第二百零三条，民事诉讼法第八十五条). In a month without the day it ends on the last one
    (民法典第二百零二条).
    """
    if unit == WORKING_DAYS:
        return deadline(since, count)
    day = since + count * ONE_DAY if unit == DAYS else months_after(since, count)
    is_working, is_known = _working_day(day)
    estimated = None if is_known else day.year
    while not is_working:
        day += ONE_DAY
        is_working, is_known = _working_day(day)
        estimated = estimated if is_known else estimated or day.year
    return Deadline(day, estimated)


def exceptions(first: date, last: date) -> Iterator[tuple[date, bool]]:
    """The days from `first` to `last` that are not what their weekday says, each with whether it
    is a working day. Years of which the holidays are not known have none.
    """
    day = first
    while day <= last:
        is_working, _ = _working_day(day)
        if is_working != (day.weekday() < 5):
            yield day, is_working
        day += ONE_DAY


def is_announced(year: int) -> bool:
    return _working_day(date(year, 1, 1))[1]


def _working_day(day: date) -> tuple[bool, bool]:
    """Whether it is one, and whether its year is known."""
    # Imported where it is needed: few records need it.
    from chinese_calendar import is_workday

    try:
        return is_workday(day), True
    except NotImplementedError:
        return day.weekday() < 5, False

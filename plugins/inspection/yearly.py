"""Columns that must get something each year by a day: annual reports by the end of January.

政府信息公开条例, 第四十九条: the annual report on open government by 31 January.
国办发〔2017〕47号: the yearly form about the website by the same day.
The day of each column is its `yearly`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from plugins.bureau import Column
from plugins.inspection.clocks import Clock


class Yearly(NamedTuple):
    """A column that must get something in the year of `last` by that day, and did if `is_done`."""

    clock: Clock
    last: date
    is_done: bool

    @property
    def about(self) -> int:
        """The year that is reported on."""
        return self.last.year - 1

    def is_late(self, today: date) -> bool:
        return not self.is_done and today > self.last


def yearly(columns: Iterable[Column], clocks: Iterable[Clock], today: date) -> Iterator[Yearly]:
    """Each column that has such a day, for the year of `today` and the next. A column that has had
    nothing at all yet isn't late: it is empty, which is another finding.
    """
    clock_of = {clock.path: clock for clock in clocks}
    for column in columns:
        clock = clock_of.get(column.path)
        if not column.facts.yearly or clock is None or clock.newest is None:
            continue
        month, day = map(int, column.facts.yearly.split("-"))
        for year in (today.year, today.year + 1):
            yield Yearly(clock, date(year, month, day), clock.newest.year >= year)

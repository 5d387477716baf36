"""What falls due: what each record, column and acceptance demands, and until which day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from plugins.bureau import BUREAU_FILE, Column
from plugins.clock import seconds
from plugins.findings import Acceptance
from plugins.inspection.clocks import Clock, column_clocks, home_clock
from plugins.inspection.yearly import yearly
from plugins.privacy import hide_numbers
from plugins.records import Library
from plugins.records.duties import Duty

# The rule of duties that nobody must do: a document lapses by itself.
LAPSES = "outdated"


class Due(NamedTuple):
    """`task` is to be done by the end of `day` about the file at `path`, called `name`, by `owner`.

    `rule` finds it when it wasn't.
    """

    day: date
    task: str
    name: str
    path: str
    owner: str
    rule: str


def falls_due(library: Library, now: datetime, days: int) -> list[Due]:
    """What must be done from today on within so many days, soonest first."""
    today = now.date()
    last = today + timedelta(days=days)
    every = (*_of_records(library, now), *_of_columns(library, now), *_of_acceptances(library))
    return sorted(due for due in every if today <= due.day <= last and due.rule != LAPSES)


def lapses(library: Library, now: datetime, days: int) -> list[Due]:
    """The documents whose validity ends within so many days, soonest first."""
    today = now.date()
    last = today + timedelta(days=days)
    ending = (due for due in _of_records(library, now) if due.rule == LAPSES)
    return sorted(due for due in ending if today <= due.day <= last)


def _of_records(library: Library, now: datetime) -> Iterator[Due]:
    thresholds = library.valid_bureau.thresholds
    for identifier, entry in library.entries.items():
        if not entry.is_shown(seconds(now)):
            continue
        record = library.records[identifier]
        owner = library.column(record.column).facts.owner
        for duty in map(Duty.of, record.extract.duties):
            day, title = duty.last_day(thresholds), hide_numbers(record.extract.title, library.own)
            yield Due(day, duty.task, f"《{title}》", record.path, owner, duty.rule)


def _of_columns(library: Library, now: datetime) -> Iterator[Due]:
    clocks, home = list(column_clocks(library, seconds(now))), home_clock(library, seconds(now))
    yield from _of_clock(home, "home-stale", "首页")
    for clock in clocks:
        yield from _of_clock(clock, "column-stale", f"栏目“{clock.name}”")
    yield from _of_years(library.columns, clocks, now.date())


def _of_clock(clock: Clock, rule: str, name: str) -> Iterator[Due]:
    if clock.last_day:
        yield Due(clock.last_day, "发布新的内容", name, clock.path, clock.owner, rule)


def _of_years(columns: Iterable[Column], clocks: Iterable[Clock], today: date) -> Iterator[Due]:
    for each in yearly(columns, clocks, today):
        if not each.is_done:
            clock = each.clock
            name, task = f"栏目“{clock.name}”", f"发布 {each.about} 年度的"
            yield Due(each.last, task, name, clock.path, clock.owner, "yearly-late")


def _of_acceptances(library: Library) -> Iterator[Due]:
    task, rule = "接受的检查结果到期，重新核对", "acceptance-ended"
    for path, plains in library.acceptances.items():
        column = library.column(path.partition("/")[0])
        for each in map(Acceptance.of, plains):
            yield Due(each.until, task, each.rule, path, column.facts.owner, rule)
    for entry in library.valid_bureau.accepted:
        yield Due(entry.until, task, entry.rule, BUREAU_FILE, "", rule)

"""How long ago each column got something new, and until when it must get the next.

国办秘函〔2019〕19号, 单项否决: the home page and columns of news two weeks, notices and policies
six months, others a year. The days of each column are the `clock` of its _column.yml.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from plugins.bureau import Column
from plugins.bureau.model import Thresholds
from plugins.clock import DAY, midnight, moment_of
from plugins.incremental.tracking import valid_between
from plugins.records import Library
from plugins.records.extract import column_of

# Columns of these types count as 动态要闻, 通知公告 or 政策文件 where they must be new within so
# many days; the others are 应更新而长期未更新.
QUICK_TYPES = frozenset({"工作动态", "政策文件"})
QUICK_DAYS = 183


class State(Enum):
    """`NEAR` from the share of its days on that the bureau has set."""

    FRESH = "正常"
    NEAR = "快到期"
    STALE = "未更新"
    BLANK = "空白"


class Clock(NamedTuple):
    """`newest` is the day of the newest thing, None where there is none; `limit` in days.

    `path` is the file that sets it, `owner` whose it is. `is_quick`: it counts among the columns
    of news, notices and policies.
    """

    name: str
    path: str
    owner: str
    newest: date | None
    limit: int
    is_quick: bool

    @property
    def last_day(self) -> date | None:
        """The last day on which it is not yet stale."""
        return self.newest + timedelta(days=self.limit) if self.newest else None

    def days_left(self, today: date) -> int | None:
        return (self.last_day - today).days if self.last_day else None

    def state(self, today: date, thresholds: Thresholds) -> State:
        left = self.days_left(today)
        if left is None:
            return State.BLANK
        if left < 0:
            return State.STALE
        passed = self.limit - left
        return State.NEAR if passed * 100 >= self.limit * thresholds.clock_percent else State.FRESH


def column_clocks(library: Library, now: int) -> Iterator[Clock]:
    """The clock of every column that holds records, in the order of the navigation."""
    newest = _newest(library, now)
    for column in library.columns:
        if column.traits.has_records:
            yield _clock(column, newest.get(column.code))


def home_clock(library: Library, now: int) -> Clock:
    """That of the home page: the newest record of the columns that it shows."""
    newest = _newest(library, now, shown_on_home=True)
    limit = library.valid_bureau.thresholds.home_days
    owner = next((c.facts.owner for c in library.columns if _is_on_home(c)), "")
    return Clock("首页", "bureau.yml", owner, max(newest.values(), default=None), limit, True)


def _clock(column: Column, newest: date | None) -> Clock:
    facts = column.facts
    is_quick = facts.type in QUICK_TYPES and facts.clock <= QUICK_DAYS
    return Clock(column.name, column.path, facts.owner, newest, facts.clock, is_quick)


def _newest(library: Library, now: int, shown_on_home: bool = False) -> dict[str, date]:
    """By the code of each column that has records, the day of the newest one.

    It holds for the day, and until a record appears or leaves its list.
    """
    moments: dict[str, int] = {}
    today = midnight(moment_of(now).date())
    valid_between(today, today + DAY)
    for identifier, entry in library.entries.items():
        code = column_of(identifier)
        if entry.draft or entry.published > now:
            continue
        column = library.column(code)
        if shown_on_home and not _is_on_home(column):
            continue
        # Lasting pages are kept right, not added to.
        lasting = column.traits.named_on_map or column.traits.listed_by_change
        moment = entry.changed if lasting else entry.published
        moments[code] = max(min(moment, now), moments.get(code, 0))
    return {code: moment_of(moment).date() for code, moment in moments.items()}


def _is_on_home(column: Column) -> bool:
    return column.facts.home == "是" or bool(column.traits.home_part)

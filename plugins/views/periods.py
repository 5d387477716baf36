"""The periods of a task: their last days if they begin today, and what a script needs to count
from another day. Without a script the table stands for itself.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from plugins.records.formatting import chinese_day
from plugins.records.kinds.task import Period
from plugins.site.model import Site
from plugins.working_days import DAYS, MONTHS, WORKING_DAYS, exceptions, is_announced, period_end

# Periods that began earlier than this are no longer counted.
YEARS_BACK = 1
YEARS_AHEAD = 2
ENGLISH_UNITS = {DAYS: "days", WORKING_DAYS: "working days", MONTHS: "months"}
# As theme/static/js/site/periods.js calls them.
UNIT_CODES = {DAYS: "days", WORKING_DAYS: "working-days", MONTHS: "months"}


class PeriodView(NamedTuple):
    """`last` is the last day if the period begins today. `estimated` is a year of which the
    holidays were not announced when that was counted.
    """

    name: str
    within: str
    words: str
    number: int
    unit: str
    basis: str
    note: str | None
    last: date
    estimated: int | None


def periods(site: Site, declared: list[Period], english: bool) -> dict[str, Any] | None:
    """The view of all periods of a task; None if it has none."""
    if not declared:
        return None
    today = site.today
    return {
        "today": today,
        # What has happened on the day that the reader is asked for.
        "since": declared[0].since,
        "ask": _ask(declared[0].since, english),
        "head": _head(declared[0].since, today, english),
        "rows": [_view(each, today, english) for each in declared],
        "days": _days(today),
        "announced": _last_announced(today),
    }


def _ask(since: str, english: bool) -> str:
    return f"Day of {since}" if english else f"哪一天{since}的"


def _head(since: str, today: date, english: bool) -> str:
    day = chinese_day(today)
    return f"Last day, counted from {today:%d %B %Y}" if english else f"{day}{since}的，最后一天"


def _view(period: Period, today: date, english: bool) -> PeriodView:
    last, estimated = period_end(today, period.count, period.unit)
    unit = f"个{period.unit}" if period.unit == "工作日" else period.unit
    within = f"{period.count}{unit}内"
    words = f"自{period.since}之日起{within}"
    if english:
        within = f"within {period.count} {ENGLISH_UNITS[period.unit]}"
        words = f"{within} of {period.since}"
    return PeriodView(
        period.name,
        within,
        words,
        period.count,
        UNIT_CODES[period.unit],
        period.basis,
        period.note,
        last,
        estimated,
    )


def _days(today: date) -> str:
    """The days that are not what their weekday says: -20261001 is off, +20261010 is worked."""
    first, last = date(today.year - YEARS_BACK, 1, 1), date(today.year + YEARS_AHEAD, 12, 31)
    found = exceptions(first, last)
    return " ".join(f"{'+' if is_working else '-'}{day:%Y%m%d}" for day, is_working in found)


def _last_announced(today: date) -> int:
    """The last year of which the holidays are known."""
    years = range(today.year - YEARS_BACK, today.year + YEARS_AHEAD + 1)
    return max((year for year in years if is_announced(year)), default=today.year - 1)

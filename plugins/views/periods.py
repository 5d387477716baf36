"""The periods of a task: their last days if the paper came today, and what a script needs to count
from another day. Without a script the table stands for itself.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from plugins.records.kinds.task import Period
from plugins.site.model import Site
from plugins.working_days import DAYS, MONTHS, WORKING_DAYS, exceptions, is_announced, period_end

# Papers that came earlier than this are no longer counted.
YEARS_BACK = 1
YEARS_AHEAD = 2
ENGLISH_UNITS = {DAYS: "days", WORKING_DAYS: "working days", MONTHS: "months"}
# As theme/static/js/site/periods.js calls them.
UNIT_CODES = {DAYS: "days", WORKING_DAYS: "working-days", MONTHS: "months"}


class PeriodView(NamedTuple):
    """`last` is the last day if the paper came today. `estimated` is a year of which the holidays
    were not announced when that was counted.
    """

    name: str
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
        "rows": [_view(each, today, english) for each in declared],
        "days": _days(today),
        "announced": _last_announced(today),
    }


def _view(period: Period, today: date, english: bool) -> PeriodView:
    last, estimated = period_end(today, period.count, period.unit)
    words = f"自{period.since}之日起{period.count}{period.unit}内"
    if english:
        words = f"{period.count} {ENGLISH_UNITS[period.unit]} from {period.since}"
    return PeriodView(
        period.name,
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

"""Pages and files that a column has because of its records: of a year, of a month, calendars.

They are addressed as `plugins.views` and `plugins.exports` plan them; a test compares them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from plugins.bureau import Column
from plugins.clock import moment_of
from plugins.dependencies import COLUMN
from plugins.incremental.tracking import depends_on, valid_between
from plugins.records.extract import IndexEntry, column_of
from plugins.records.kinds import KINDS
from plugins.relations.link_target import LinkTarget, TargetKind

LIST_PAGE = re.compile(
    r"(?P<code>[\w-]+)/(?:(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2}))?|(?P<overview>pinyin|figures|archive))"
    r"\.html",
    re.ASCII,
)
# Files that stand beside the page of a record.
RECORD_FILE = re.compile(r"(?P<page>(?P<code>[\w-]+)/.+)\.(?P<type>ics|txt|json)", re.ASCII)
FILE_TYPES = ("ics", "txt", "json")
Month = tuple[int, int]
# When an event begins and ends, in seconds since 1970.
Span = tuple[int, int]
MOST_MONTHS = 12


def list_page(
    path: str, columns: Mapping[str, Column], entries: Mapping[str, IndexEntry], now: int | None
) -> LinkTarget | None:
    """The page or file at a path of the site, if its column has it at `now`, else ever."""
    found = LIST_PAGE.fullmatch(path) or RECORD_FILE.fullmatch(path)
    column = columns.get(found["code"]) if found else None
    if found is None or column is None or not column.traits.has_records:
        return None
    depends_on(COLUMN, column.code)
    own = [entry for id, entry in entries.items() if column_of(id) == column.code]
    listed = [entry for entry in own if now is None or entry.state(now)[1]]
    if found.re is RECORD_FILE:
        shown = [entry for entry in own if _shown(entry, now)]
        is_there = any(has_file(column, entry, found["page"], found["type"]) for entry in shown)
    elif found["overview"] == "archive":
        is_there = not KINDS[column.kind].hidden_when_over and any(
            entry.is_shown(now) and not entry.state(now)[1] for entry in own if now is not None
        )
    elif found["overview"]:
        is_there = column.traits.is_law and bool(listed)
    elif found["month"]:
        month = (int(found["year"]), int(found["month"]))
        is_there = column.traits.pages == "calendar" and _has_month(month, listed, now)
    else:
        is_there = (
            column.traits.pages == "lists"
            and KINDS[column.kind].dated
            # Where a record stands in place of the list, there are none by year either.
            and not any(entry.address == column.address for entry in own if _shown(entry, now))
            and any(moment_of(entry.published).year == int(found["year"]) for entry in listed)
        )
    return LinkTarget(TargetKind.PAGE, path, title=column.name) if is_there else None


def _shown(entry: IndexEntry, now: int | None) -> bool:
    return now is None or entry.is_shown(now)


def has_file(column: Column, entry: IndexEntry, page: str, type_: str) -> bool:
    """Whether a file of this type stands beside the page of a record, whose path without its suffix
    is `page`.
    """
    has = column.traits.has_calendar if type_ == "ics" else column.traits.is_law and entry.has_text
    return has and entry.address == f"{page}.html"


def _has_month(month: Month, listed: list[IndexEntry], now: int | None) -> bool:
    """Whether an event touches it, or it is this month."""
    if any(month in months_of(entry.span) for entry in listed if entry.span):
        return True
    if now is None:
        return False
    today = moment_of(now)
    first = today.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    after = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
    valid_between(int(first.timestamp()), int(after.timestamp()))
    return month == (today.year, today.month)


def months_of(span: Span) -> list[Month]:
    """Every month an event touches, and one that lasts for years not more than twelve of them."""
    start, end = (moment_of(moment) for moment in span)
    year, month = start.year, start.month
    months: list[Month] = []
    while (year, month) <= (end.year, end.month) and len(months) < MOST_MONTHS:
        months.append((year, month))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return months

"""The calendar of events: one page a month, what is to come, and what is past."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.bureau import Column
from plugins.clock import DAY, midnight, moment_of
from plugins.relations.list_pages import Month, Span, months_of
from plugins.site.cards import Card, card_of
from plugins.site.head import Crumb, make_head
from plugins.site.model import Site
from plugins.site.page import Output, Page
from plugins.site.urls import Links
from plugins.views.lists import column_view, empty_text, labels_of, other_views


@dataclass(frozen=True)
class Day:
    day: date
    inside: bool
    today: bool
    cards: list[Card]


def calendar_pages(site: Site, column: Column) -> Iterator[Output]:
    """`index.html` is this month; each month with events has a page; `past.html` has the rest."""
    listed = site.listed_entries(column.code)
    events = [(identifier, entry.span) for identifier, entry in listed.items() if entry.span]
    events.sort(key=lambda event: event[1][0])
    this_month = (site.today.year, site.today.month)
    in_month: dict[Month, list[str]] = {this_month: []}
    for identifier, span in events:
        for month in months_of(span):
            in_month.setdefault(month, []).append(identifier)
    months = sorted(in_month)
    over = {id for id, (_, end) in events if site.is_past(moment_of(end))}
    coming = tuple(identifier for identifier, _ in events if identifier not in over)
    pages = [(this_month, column.address), *((month, _address(column, month)) for month in months)]
    for month, address in pages:
        at = months.index(month)
        beside = (
            months[at - 1] if at else None,
            months[at + 1] if at + 1 < len(months) else None,
        )
        on_grid = tuple(_on_grid(events, month))
        args = (column.code, address, month, tuple(in_month[month]), on_grid, coming, *beside)
        yield Output(address, month_page, args, changed=0)
    past = tuple(identifier for identifier, _ in reversed(events) if identifier in over)
    yield Output(
        f"{column.code}/past.html",
        past_page,
        (column.code, past, len(site.archived_entries(column.code))),
        changed=0,
    )


def _on_grid(events: list[tuple[str, Span]], month: Month) -> Iterator[str]:
    """The events on any day of the month's whole weeks, which begin and end in its neighbours."""
    weeks = calendar.Calendar().monthdatescalendar(*month)
    first, last = midnight(weeks[0][0]), midnight(weeks[-1][-1]) + DAY
    for identifier, (start, end) in events:
        if start < last and end >= first:
            yield identifier


def month_page(
    site: Site,
    links: Links,
    code: str,
    address: str,
    month: Month,
    events: tuple[str, ...],
    on_grid: tuple[str, ...],
    coming: tuple[str, ...],
    before: Month | None,
    after: Month | None,
) -> Page:
    column = site.library.column(code)
    label = f"{month[0]}年{month[1]}月"
    own = address == column.address
    crumbs = () if own else (Crumb(column.name, column.address), Crumb(label, None))
    heading = column.name if own else f"{column.name} · {label}"
    head = make_head(site, links, address, "calendar", heading, column=column, crumbs=crumbs)
    around = [card_of(site, event) for event in on_grid]
    view = {
        "column": column_view(column),
        "month": {"year": month[0], "number": month[1], "label": label},
        "weeks": _weeks(site, around, month),
        "cards": [card_of(site, event) for event in events],
        "previous": _neighbour(column, before) if before else None,
        "next": _neighbour(column, after) if after else None,
        "upcoming": [card_of(site, event) for event in coming],
        "past_address": f"{column.code}/past.html",
        "all_ics": f"{column.code}/all.ics",
        "empty": empty_text(site, column),
    }
    return Page("calendar", head, view)


def past_page(site: Site, links: Links, code: str, past: tuple[str, ...], archived: int) -> Page:
    column = site.library.column(code)
    heading = f"{column.name} · 往期活动"
    crumbs = (Crumb(column.name, column.address), Crumb("往期活动", None))
    head = make_head(
        site, links, f"{column.code}/past.html", "column", heading, column=column, crumbs=crumbs
    )
    view = {
        "column": column_view(column),
        "heading": heading,
        "cards": [card_of(site, event) for event in past],
        "filters": [],
        "pagination": None,
        "empty": "还没有结束的活动。",
        "total": len(past),
        "also": other_views(column, 0, archived),
        "labels": labels_of(column),
    }
    return Page("column", head, view)


def _weeks(site: Site, cards: list[Card], month: Month) -> list[list[Day]]:
    weeks = []
    for week in calendar.Calendar().monthdatescalendar(*month):
        days = []
        for day in week:
            on = [event for event in cards if _is_on(event, day)]
            today = site.has_begun(day) and not site.is_past(day)
            days.append(Day(day, day.month == month[1], today, on))
        weeks.append(days)
    return weeks


def _is_on(event: Card, day: date) -> bool:
    if event.start is None or event.end is None:
        return False
    return event.start.date() <= day <= event.end.date()


def _neighbour(column: Column, month: Month) -> dict[str, str]:
    return {"label": f"{month[0]}年{month[1]}月", "address": _address(column, month)}


def _address(column: Column, month: Month) -> str:
    return f"{column.code}/{month[0]}-{month[1]:02}.html"

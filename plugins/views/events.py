"""The calendar of events: one page a month, what is to come, and what is past."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.bureau import Column
from plugins.records import Record
from plugins.site.cards import Card, card
from plugins.site.head import Crumb, make_head
from plugins.site.model import Site
from plugins.site.page import Page
from plugins.site.urls import Links
from plugins.views.lists import column_view, empty_text

Month = tuple[int, int]


@dataclass(frozen=True)
class Day:
    day: date
    inside: bool
    today: bool
    cards: list[Card]


def calendar_pages(site: Site, links: Links, column: Column) -> Iterator[Page]:
    """`index.html` is this month; each month with events has a page; `past.html` has the rest."""
    events = sorted(site.listed[column.code], key=lambda record: record.data.start)
    this_month = (site.today.year, site.today.month)
    months = sorted({this_month, *(month for event in events for month in _months(event))})
    yield _month_page(site, links, column, events, months, this_month, column.address)
    for month in months:
        yield _month_page(site, links, column, events, months, month, _address(column, month))
    yield _past_page(site, links, column, events)


def _months(event: Record) -> list[Month]:
    """Every month an event touches, and one that lasts for years not more than twelve of them."""
    year, month = event.data.start.year, event.data.start.month
    months = []
    while (year, month) <= (event.data.end.year, event.data.end.month) and len(months) < 12:
        months.append((year, month))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return months


def _month_page(
    site: Site,
    links: Links,
    column: Column,
    events: list[Record],
    months: list[Month],
    month: Month,
    address: str,
) -> Page:
    label = f"{month[0]}年{month[1]}月"
    own = address == column.address
    crumbs = () if own else (Crumb(column.name, column.address), Crumb(label, None))
    heading = column.name if own else f"{column.name} · {label}"
    head = make_head(site, links, address, "calendar", heading, column=column, crumbs=crumbs)
    at = months.index(month)
    view = {
        "column": column_view(column),
        "month": {"year": month[0], "number": month[1], "label": label},
        "weeks": _weeks(site, events, month),
        "cards": [card(site, event) for event in events if month in _months(event)],
        "previous": _neighbour(column, months[at - 1]) if at else None,
        "next": _neighbour(column, months[at + 1]) if at + 1 < len(months) else None,
        "upcoming": [card(site, event) for event in events if event.data.end >= site.now],
        "past_address": f"{column.code}/past.html",
        "all_ics": f"{column.code}/all.ics",
        "empty": empty_text(site, column),
    }
    return Page("calendar", head, view)


def _past_page(site: Site, links: Links, column: Column, events: list[Record]) -> Page:
    past = [event for event in reversed(events) if event.data.end < site.now]
    heading = f"{column.name} · 往期活动"
    crumbs = (Crumb(column.name, column.address), Crumb("往期活动", None))
    head = make_head(
        site, links, f"{column.code}/past.html", "column", heading, column=column, crumbs=crumbs
    )
    view = {
        "column": column_view(column),
        "heading": heading,
        "cards": [card(site, event) for event in past],
        "filters": [],
        "pagination": None,
        "empty": "还没有结束的活动。",
        "total": len(past),
        "also": [],
    }
    return Page("column", head, view)


def _weeks(site: Site, events: list[Record], month: Month) -> list[list[Day]]:
    weeks = []
    for week in calendar.Calendar().monthdatescalendar(*month):
        days = []
        for day in week:
            on = [e for e in events if e.data.start.date() <= day <= e.data.end.date()]
            cards = [card(site, event) for event in on]
            days.append(Day(day, day.month == month[1], day == site.today, cards))
        weeks.append(days)
    return weeks


def _neighbour(column: Column, month: Month) -> dict:
    return {"label": f"{month[0]}年{month[1]}月", "address": _address(column, month)}


def _address(column: Column, month: Month) -> str:
    return f"{column.code}/{month[0]}-{month[1]:02}.html"

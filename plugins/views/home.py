"""The home page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import islice
from typing import Any

from plugins.bureau import ColumnTraits
from plugins.clock import midnight
from plugins.records import Record
from plugins.records.formatting import chinese_day
from plugins.site.cards import card
from plugins.site.head import make_head
from plugins.site.model import Site
from plugins.site.page import Page
from plugins.site.structured import organisation_data
from plugins.site.urls import Links
from plugins.views.plain import plain_view


def home_page(site: Site, links: Links) -> Page:
    head = make_head(
        site,
        links,
        "index.html",
        "home",
        site.bureau.site_name,
        jsonld=(organisation_data(site, links),),
    )
    size = site.bureau.thresholds.home_size
    sections = [
        {
            "part": column.traits.home_part,
            "name": column.name,
            "address": column.address,
            "description": column.facts.description,
            "cards": [card(site, record) for record in islice(_shown(site, column.code), size)],
        }
        for column in site.columns
        if column.facts.home == "是" and site.listed(column.code)
    ]
    monday = site.today - timedelta(days=site.today.weekday())
    sunday = monday + timedelta(days=6)
    begins, ends = midnight(monday), midnight(sunday + timedelta(days=1))
    week = [
        (span, record)
        for record in _listed(site, lambda traits: traits.has_calendar)
        if (span := record.extract.span) and span[0] < ends and span[1] >= begins
    ]
    slogans = _listed(site, lambda traits: traits.home_slogan)
    tasks = _listed(site, lambda traits: traits.home_part == "tasks")
    view = {
        "sections": sections,
        "this_week": [
            card(site, record) for _, record in sorted(week, key=lambda item: item[0][0])
        ],
        "week_label": f"{chinese_day(monday)}至{chinese_day(sunday)}",
        "slogan": _slogan(slogans[0]) if slogans else None,
        "services": [card(site, record) for record in tasks],
    }
    return Page("home", head, view)


def _listed(site: Site, wanted: Callable[[ColumnTraits], bool]) -> list[Record]:
    """What is listed in the columns whose kind has the `wanted` traits, newest first."""
    return site.listed_in(column for column in site.columns if wanted(column.traits))


def _shown(site: Site, code: str) -> Iterator[Record]:
    """What the home page takes from a column: what is over is not news."""
    return filter(site.on_home, site.listed(code))


def _slogan(record: Record) -> dict[str, Any]:
    return {"wordings": plain_view(record.data)["wordings"]}

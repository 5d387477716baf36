"""The home page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import islice
from typing import Any

from plugins.bureau import Column, ColumnTraits
from plugins.bureau.languages import ENGLISH_HOME
from plugins.clock import midnight
from plugins.records import Record
from plugins.records.formatting import chinese_day
from plugins.site.cards import card
from plugins.site.head import make_head
from plugins.site.model import Site
from plugins.site.page import Page
from plugins.site.structured_data import organisation_data
from plugins.site.urls import Links
from plugins.views.field_values import field_values

# Columns on the home page of a bureau that chose none.
UNCHOSEN = 4


def home_page(site: Site, links: Links) -> Page:
    head = make_head(
        site,
        links,
        "index.html",
        "home",
        site.bureau.site_name,
        jsonld=(organisation_data(site, links),),
        other=ENGLISH_HOME if site.english_entries() else "",
    )
    size = site.bureau.thresholds.home_size
    sections = [
        {
            "part": column.traits.home_part,
            "name": column.name,
            "address": column.address,
            "description": column.facts.description,
            "cards": [
                card(site, record) for record in islice(_home_records(site, column.code), size)
            ],
        }
        for column in _shown_columns(site)
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


def _shown_columns(site: Site) -> list[Column]:
    """The filled columns that the bureau chose; without a choice, the first ones."""
    chosen = [column for column in site.columns if column.facts.home == "是"]
    filled = [column for column in chosen or site.columns if site.listed(column.code)]
    return filled if chosen else filled[:UNCHOSEN]


def _listed(site: Site, has_traits: Callable[[ColumnTraits], bool]) -> list[Record]:
    """The listed records of the columns with these traits, newest first."""
    return site.listed_in(column for column in site.columns if has_traits(column.traits))


def _home_records(site: Site, code: str) -> Iterator[Record]:
    """The listed records of a column that the home page may still show."""
    return filter(site.is_on_home_page, site.listed(code))


def _slogan(record: Record) -> dict[str, Any]:
    return {"wordings": field_values(record.data)["wordings"]}

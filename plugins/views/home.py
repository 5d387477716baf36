"""The home page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from plugins.bureau import Column, ColumnTraits
from plugins.bureau.languages import ENGLISH_HOME
from plugins.records import Record
from plugins.site.cards import card
from plugins.site.catalogue import disclosure_group
from plugins.site.head import make_head
from plugins.site.model import Site
from plugins.site.page import Page
from plugins.site.structured_data import organisation_data
from plugins.site.urls import Links
from plugins.views.field_values import field_values
from plugins.views.now import now_rows

# Columns on the home page of a bureau that chose none.
UNCHOSEN = 4
DOORS = 8


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
    slogans = _listed(site, lambda traits: traits.home_slogan)
    view = {
        "doors": _doors(site),
        "ways": [
            {"name": column.name, "address": column.address}
            for column in site.columns
            if column.traits.home_part == "ways"
        ],
        "now": now_rows(site),
        "sections": sections,
        "slogan": _slogan(slogans[0]) if slogans else None,
        "disclosure": disclosure_group(site),
    }
    return Page("home", head, view)


def _doors(site: Site) -> list[dict[str, str]]:
    """The ways into what citizens come for most, in their own words."""
    columns = [column for column in site.columns if column.traits.home_part == "doors"]
    records = islice((record for column in columns for record in site.listed(column.code)), DOORS)
    return [
        {"name": field_values(record.data)["door"], "address": record.address} for record in records
    ]


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

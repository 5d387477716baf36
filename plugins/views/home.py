"""The home page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from plugins.clock import midnight, moment_of
from plugins.records import Record
from plugins.site.cards import card
from plugins.site.head import make_head
from plugins.site.model import Site
from plugins.site.page import Page
from plugins.site.show import chinese_day
from plugins.site.structured import organisation_data
from plugins.site.urls import Links


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
            "kind": column.kind,
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
        record
        for record in site.of_kind("event")
        if record.extract.span[0] < ends and record.extract.span[1] >= begins
    ]
    slogans = site.of_kind("slogan")
    view = {
        "sections": sections,
        "this_week": [
            card(site, record) for record in sorted(week, key=lambda item: item.extract.span[0])
        ],
        "week_label": f"{chinese_day(monday)}至{chinese_day(sunday)}",
        "slogan": _slogan(slogans[0]) if slogans else None,
        "services": [card(site, record) for record in site.of_kind("guide")],
    }
    return Page("home", head, view)


def _shown(site: Site, code: str) -> Iterator[Record]:
    """What the home page takes from a column: archived campaigns and past events are not news."""
    for record in site.listed(code):
        over = record.kind == "event" and site.is_past(moment_of(record.extract.span[1]))
        if not over and not (record.kind == "campaign" and record.data.archived):
            yield record


def _slogan(record: Record) -> dict:
    return {"wordings": [wording.model_dump() for wording in record.data.wordings]}

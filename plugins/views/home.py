"""The home page."""

from __future__ import annotations

from datetime import timedelta

from plugins.records import Record
from plugins.site.cards import card
from plugins.site.head import make_head, organisation_data
from plugins.site.model import Site
from plugins.site.page import Page
from plugins.site.show import chinese_day
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
            "cards": [card(site, record) for record in _shown(site, column.code)[:size]],
        }
        for column in site.columns
        if column.facts.home == "是" and site.listed[column.code]
    ]
    monday = site.today - timedelta(days=site.today.weekday())
    sunday = monday + timedelta(days=6)
    week = [
        record
        for record in site.of_kind("event")
        if record.data.start.date() <= sunday and record.data.end.date() >= monday
    ]
    slogans = site.of_kind("slogan")
    view = {
        "sections": sections,
        "this_week": [
            card(site, record) for record in sorted(week, key=lambda item: item.data.start)
        ],
        "week_label": f"{chinese_day(monday)}至{chinese_day(sunday)}",
        "slogan": _slogan(slogans[0]) if slogans else None,
        "services": [card(site, record) for record in site.of_kind("guide")],
    }
    return Page("home", head, view)


def _shown(site: Site, code: str) -> list[Record]:
    """What the home page takes from a column: archived campaigns and past events are not news."""
    return [
        record
        for record in site.listed[code]
        if not getattr(record.data, "archived", None)
        and not (record.kind == "event" and record.data.end < site.now)
    ]


def _slogan(record: Record) -> dict:
    return {"wordings": [wording.model_dump() for wording in record.data.wordings]}

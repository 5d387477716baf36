"""The page that lists all pages in English: they are on no other list."""

from __future__ import annotations

from plugins.bureau.addresses import HOME
from plugins.bureau.languages import ENGLISH_HOME
from plugins.records.extract import column_of
from plugins.site.cards import card_of
from plugins.site.head import make_head
from plugins.site.model import Site
from plugins.site.page import Page
from plugins.site.urls import Links

HEADING = "Information in English"
DESCRIPTION = (
    "What we do, how to reach us, and how to get things done. The Chinese page is the official "
    "one; each page in English leads to it."
)


def english_home(site: Site, links: Links) -> Page:
    entries = site.english_entries()
    groups = []
    for column in site.columns:
        ids = [identifier for identifier in entries if column_of(identifier) == column.code]
        ids.sort(key=lambda identifier: (entries[identifier].list_order, identifier))
        if ids:
            cards = [card_of(site, identifier) for identifier in ids]
            groups.append({"code": column.code, "name": column.name, "cards": cards})
    head = make_head(
        site,
        links,
        ENGLISH_HOME,
        "english",
        HEADING,
        description=DESCRIPTION,
        feeds=False,
        other=HOME,
    )
    return Page("english", head, {"pages": groups})

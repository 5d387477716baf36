"""法定主动公开内容: what must be published, in one list with the four elements of a catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.bureau import Column
from plugins.site.cards import card_of
from plugins.site.catalogue import catalogued, catalogued_columns
from plugins.site.head import Crumb, make_head
from plugins.site.model import Site
from plugins.site.page import Output, Page
from plugins.site.urls import Links
from plugins.views.lists import (
    ListCounts,
    Selection,
    column_view,
    empty_text,
    filters_of,
    page_address,
    pagination_of,
)

BY_COLUMN = "类别"


def catalogue_pages(site: Site, column: Column) -> Iterator[Output]:
    everything = catalogued(site)
    parts = [
        Selection(
            f"{column.code}/{part.code}.html",
            part.name,
            [identifier for identifier in everything if identifier.startswith(f"{part.code}/")],
        )
        for part in catalogued_columns(site)
    ]
    filled = [part for part in parts if part.records]
    counted: ListCounts = (
        (BY_COLUMN, tuple((part.label, part.address, len(part.records)) for part in filled)),
    )
    size = site.bureau.thresholds.page_size
    for part in (Selection(column.address, "", everything), *filled):
        count = len(part.records)
        total = max(1, -(-count // size))
        for number in range(1, total + 1):
            shown = tuple(part.records[(number - 1) * size : number * size])
            position = (part.address, part.label, count, number, total)
            args = (column.code, shown, position, counted, len(everything))
            yield Output(page_address(part.address, number), catalogue_page, args, changed=0)


def catalogue_page(
    site: Site,
    links: Links,
    code: str,
    shown: tuple[str, ...],
    position: tuple[str, str, int, int, int],
    counted: ListCounts,
    everything: int,
) -> Page:
    """One page of the catalogue. `position`: the list's address, label and count, page, pages."""
    column = site.library.column(code)
    address, label, count, number, total = position
    heading = f"{column.name} · {label}" if label else column.name
    suffix = f"（第{number}页）" if number > 1 else ""
    crumbs: tuple[Crumb, ...] = ()
    if label or number > 1:
        last = Crumb((label or "全部") + suffix, None)
        crumbs = (Crumb(column.name, column.address), last)
    own = page_address(address, number)
    head = make_head(
        site, links, own, "column", heading, column=column, crumbs=crumbs, suffix=suffix
    )
    view = {
        "column": column_view(column),
        "heading": heading,
        "cards": [card_of(site, identifier) for identifier in shown],
        "filters": filters_of(column, counted if everything else (), everything, address),
        "pagination": pagination_of(address, number, total) if total > 1 else None,
        "empty": empty_text(site, column),
        "total": count,
        "downloads": [
            {"name": "CSV", "address": f"data/{code}.csv"},
            {"name": "JSON", "address": f"data/{code}.json"},
        ],
    }
    return Page("catalogue", head, view)

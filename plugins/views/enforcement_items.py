"""The matrix of enforcement items: seven elements of each, grouped by field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.bureau import Column
from plugins.dependencies import ITEMS
from plugins.incremental.tracking import depends_on
from plugins.records.fields import label_of
from plugins.records.kinds.enforcement_item import Element, EnforcementItem
from plugins.records.slugs import suggest
from plugins.relations import TargetKind
from plugins.site.head import make_head
from plugins.site.model import Site
from plugins.site.page import Output, Page
from plugins.site.urls import Links
from plugins.views.lists import column_view, empty_text

ELEMENTS = tuple(
    name for name, info in EnforcementItem.model_fields.items() if info.annotation is Element
)


def enforcement_item_pages(_site: Site, column: Column) -> Iterator[Output]:
    yield Output(column.address, enforcement_items_page, (column.code,), changed=0)


def enforcement_items_page(site: Site, links: Links, code: str) -> Page:
    column = site.library.column(code)
    depends_on(ITEMS, code)
    head = make_head(site, links, column.address, "matters", column.name, column=column)
    items = site.library.enforcement_items.get(column.code, [])
    order = [field.name for field in site.bureau.fields]
    # Of unknown ones, which are findings, the order of the file.
    written = dict.fromkeys(item.group for item in items)
    groups = sorted(written, key=lambda n: order.index(n) if n in order else 99)
    view = {
        "column": column_view(column),
        "labels": [label_of(EnforcementItem, name) for name in ELEMENTS],
        "field_groups": [
            {
                "name": name,
                "enforcement_items": [
                    _item_view(site, item) for item in items if item.group == name
                ],
            }
            for name in groups
        ],
        "empty": empty_text(site, column),
    }
    return Page("matters", head, view)


def _item_view(site: Site, item: EnforcementItem) -> dict[str, Any]:
    return {
        "title": item.title,
        "id": suggest(item.title),
        "cells": [_cell(site, name, getattr(item, name)) for name in ELEMENTS],
    }


def _cell(site: Site, name: str, element: Element) -> dict[str, Any]:
    label = label_of(EnforcementItem, name)
    target = site.graph.link_resolver.resolve_address(element.link) if element.link else None
    if target is None or not target.full_address:
        # A link that leads nowhere is a finding; on the page its words stand without it.
        return {"label": label, "text": element.text or label, "link": None}
    text = element.text or target.title or label
    link = {
        "text": text,
        "address": target.full_address,
        "external": target.external,
        "contact": target.kind is TargetKind.OTHER,
    }
    return {"label": label, "text": None, "link": link}

"""The matrix of enforcement matters: seven elements of each, grouped by field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.bureau import Column
from plugins.dependencies import ITEMS
from plugins.incremental.tracking import depends_on
from plugins.records.kinds.matter import Element, Matter
from plugins.records.slugs import suggest
from plugins.site.head import make_head
from plugins.site.model import Site
from plugins.site.page import Output, Page
from plugins.site.urls import Links
from plugins.views.lists import column_view, empty_text

ELEMENTS = tuple(name for name, info in Matter.model_fields.items() if info.annotation is Element)


def matters_pages(_site: Site, column: Column) -> Iterator[Output]:
    yield Output(column.address, matters_page, (column.code,), changed=0)


def matters_page(site: Site, links: Links, code: str) -> Page:
    column = site.library.column(code)
    depends_on(ITEMS, code)
    head = make_head(site, links, column.address, "matters", column.name, column=column)
    matters = site.library.matters.get(column.code, [])
    order = [field.name for field in site.bureau.fields]
    groups = sorted({m.group for m in matters}, key=lambda n: order.index(n) if n in order else 99)
    view = {
        "column": column_view(column),
        "labels": [Matter.model_fields[name].title for name in ELEMENTS],
        "groups_of_matters": [
            {
                "name": name,
                "matters": [_matter(site, m) for m in matters if m.group == name],
            }
            for name in groups
        ],
        "empty": empty_text(site, column),
    }
    return Page("matters", head, view)


def _matter(site: Site, matter: Matter) -> dict[str, Any]:
    return {
        "title": matter.title,
        "id": suggest(matter.title),
        "cells": [_cell(site, name, getattr(matter, name)) for name in ELEMENTS],
    }


def _cell(site: Site, name: str, element: Element) -> dict[str, Any]:
    label = Matter.model_fields[name].title
    target = site.graph.targets.place(element.link) if element.link else None
    if target is None or not target.full:
        # A link that leads nowhere is a finding; on the page its words stand without it.
        return {"label": label, "text": element.text or label, "link": None}
    text = element.text or target.title or label
    link = {"text": text, "address": target.full, "external": target.external}
    return {"label": label, "text": None, "link": link}

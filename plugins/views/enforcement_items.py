"""执法事项: the list of all with the matrix of their seven elements, and the page of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.bureau import Column
from plugins.dependencies import ITEMS
from plugins.incremental.tracking import depends_on
from plugins.records.fields import label_of
from plugins.records.kinds.enforcement_item import Element, EnforcementItem
from plugins.records.library import item_address
from plugins.records.slugs import suggest
from plugins.site.cards import card
from plugins.site.head import Crumb, make_head
from plugins.site.model import Site
from plugins.site.page import Output, Page
from plugins.site.structured_data import questions_data
from plugins.site.urls import Links
from plugins.texts.telephones import telephones
from plugins.views.items import grouped, item_link, record_links
from plugins.views.lists import column_view, empty_text

ELEMENTS = tuple(
    name for name, info in EnforcementItem.model_fields.items() if info.annotation is Element
)
# The questions that the page of a matter answers, by the field with the answer.
QUESTIONS = {
    "forbidden": "什么不能做",
    "cost": "会怎样处罚",
    "avoid": "怎样避免",
    "challenge": "收到决定不服怎么办",
}


def enforcement_item_pages(site: Site, column: Column) -> Iterator[Output]:
    yield Output(column.address, enforcement_items_page, (column.code,), changed=0)
    depends_on(ITEMS, column.code)
    for item in site.library.data_items.get(column.code, ()):
        address = item_address(column.code, item)
        if address:
            yield Output(address, enforcement_item_page, (column.code, item.slug), changed=0)


def enforcement_items_page(site: Site, links: Links, code: str) -> Page:
    column = site.library.column(code)
    depends_on(ITEMS, code)
    head = make_head(site, links, column.address, "matters", column.name, column=column)
    groups = grouped(site.library.data_items.get(code, ()))
    order = [field.name for field in site.bureau.fields]
    # Of unknown ones, which are findings, the order of the file.
    names = sorted(groups, key=lambda n: order.index(n) if n in order else 99)
    view = {
        "column": column_view(column),
        "labels": [label_of(EnforcementItem, name) for name in ELEMENTS],
        "field_groups": [
            {
                "name": name,
                "enforcement_items": [_item_view(site, code, item) for item in groups[name]],
            }
            for name in names
        ],
        "empty": empty_text(site, column),
    }
    return Page("matters", head, view)


def enforcement_item_page(site: Site, links: Links, code: str, slug: str) -> Page:
    column = site.library.column(code)
    depends_on(ITEMS, code)
    items = site.library.data_items[code]
    item = next(each for each in items if each.slug == slug)
    questions = [
        (words, _sentences(getattr(item, name)))
        for name, words in QUESTIONS.items()
        if getattr(item, name)
    ]
    head = make_head(
        site,
        links,
        f"{code}/{slug}.html",
        "matter",
        item.heading,
        description=_description(item),
        column=column,
        crumbs=(Crumb(column.name, column.address),),
        jsonld=(questions_data(questions),) if questions else (),
    )
    view = {
        "column": column_view(column),
        "matter": item,
        "typical": _typical(site, item),
        "challenge": (item.challenge or "").split("\n\n"),
        "see": record_links(site, item.see),
        "discretion": item_link(site, item.discretion.link),
        "remedies": item_link(site, item.remedies.link),
        "cells": [_cell(site, name, getattr(item, name)) for name in ELEMENTS],
        "others": [
            {"text": each.heading, "address": item_address(code, each)}
            for each in items
            if each.group == item.group and each is not item and each.slug
        ],
    }
    return Page("matter", head, view)


def _sentences(value: Any) -> str:
    return value if isinstance(value, str) else "".join(value)


def _description(item: EnforcementItem) -> str:
    """For search engines and for what is shared: what is forbidden, and what it costs."""
    said = [*item.forbidden[:1], *item.cost[:1]]
    return "".join(said) or f"{item.title}：{item.discretion.text or item.group}"


def _typical(site: Site, item: EnforcementItem) -> dict[str, Any] | None:
    """The typical case, in the words of the item or of its own summary."""
    record = site.graph.link_resolver.record(item.typical) if item.typical else None
    if record is None:
        return None
    words = item.typical_words or card(site, record).summary
    return {"title": record.title, "address": record.address, "words": words}


def _item_view(site: Site, code: str, item: EnforcementItem) -> dict[str, Any]:
    return {
        "title": item.title,
        "heading": item.heading,
        "address": item_address(code, item),
        "id": suggest(item.title),
        "cells": [_cell(site, name, getattr(item, name)) for name in ELEMENTS],
    }


def _cell(site: Site, name: str, element: Element) -> dict[str, Any]:
    """Words that are a link, or words and a link behind them: where numbers to dial are in them."""
    label = label_of(EnforcementItem, name)
    link = item_link(site, element.link, element.text or "")
    if link is None:
        # A link that leads nowhere is a finding; on the page its words stand without it.
        return {"label": label, "text": element.text or label, "link": None}
    if element.text and not link.contact and telephones(element.text):
        return {"label": label, "text": element.text, "link": item_link(site, element.link)}
    return {"label": label, "text": None, "link": link._replace(text=link.text or label)}

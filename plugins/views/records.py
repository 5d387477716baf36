"""The page of a record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from plugins.bureau import Column
from plugins.records import Record
from plugins.records.kinds import RecordModel
from plugins.records.stories import introduction, read_entries
from plugins.site.body import body_html
from plugins.site.cards import Fact, card, fact, image_view, is_public
from plugins.site.citations import cited_statutes
from plugins.site.head import Crumb, article_data, event_data, make_head
from plugins.site.model import Site
from plugins.site.notices import notices
from plugins.site.page import Output, Page
from plugins.site.related import gathered, relation_groups
from plugins.site.show import yuan
from plugins.site.urls import Links
from plugins.views.statutes import earlier_text, statute_extras

REVIEWS = ("first_review", "second_review", "final_review")
HIDDEN_WHEN_OVER = {"penalty"}


@dataclass(frozen=True)
class AttachmentView:
    name: str
    address: str
    type: str
    size: str
    pages: int | None


@dataclass(frozen=True)
class EntryView:
    id: str
    moment: Any
    title: str
    body: str


def record_pages(site: Site, column: Column, records: list[Record]) -> Iterator[Output]:
    """A page for every record of a column, each between its neighbours on the list."""
    listed = [record.id for record in site.listed(column.code)]
    newer = dict(pairwise(reversed(listed)))
    older = dict(pairwise(listed))
    for record in records:
        own = record.id
        given = (own, older.get(own), newer.get(own))
        shown = column.kind not in HIDDEN_WHEN_OVER or site.on_lists(record)
        changed = record.extract.changed if shown or not details_hidden(site, record) else None
        yield Output(record.extract.address, record_page, given, changed=changed)


def record_page(
    site: Site, links: Links, identifier: str, older: str | None, newer: str | None
) -> Page:
    record = site.by_id[identifier]
    column = site.column(record)
    href = links.href(record.address)
    jsonld = [article_data(site, record, links)]
    if record.kind == "event":
        jsonld = [event_data(site, record, links)]
    head = make_head(
        site,
        links,
        record.address,
        "record",
        record.title,
        description=record_description(site, record),
        column=column,
        column_type=getattr(record.data, "column_type", None) or "",
        record=record,
        crumbs=(Crumb(column.name, column.address),),
        suffix=earlier_text(site, record) if record.kind == "statute" else "",
        jsonld=tuple(jsonld),
        index=not details_hidden(site, record),
    )
    view = record_view(site, record, href)
    extras = statute_extras(site, record, href) if record.kind == "statute" else {}
    view["previous"] = _neighbour(site, older)
    view["next"] = _neighbour(site, newer)
    view["canonical"] = head.canonical
    return Page(f"records/{record.kind}", head, {"record": view, **extras})


def _neighbour(site: Site, identifier: str | None) -> dict[str, str] | None:
    """Its title and address and no more: that is all on which this page shall depend."""
    if identifier is None:
        return None
    record = site.by_id[identifier]
    return {"title": record.title, "address": record.address}


def record_description(site: Site, record: Record) -> str:
    return card(site, record).summary


def record_view(site: Site, record: Record, href: Callable[[str], str]) -> dict[str, Any]:
    data = record.data
    hidden = details_hidden(site, record)
    body = body_html(site, record, href)
    return {
        "title": record.title,
        "kind": record.kind,
        "address": record.address,
        "published": record.published,
        "updated": record.changed if record.changed != record.published else None,
        "source": data.source,
        "author": data.author,
        "editor": data.editor,
        "original": data.original,
        "reviewers": [
            {"role": type(data).model_fields[name].title, "name": getattr(data, name)}
            for name in REVIEWS
            if getattr(data, name)
        ],
        "keywords": list(data.keywords),
        "summary": data.summary,
        "image": image_view(site, record),
        "body": Markup(introduction(body)) if record.kind == "story" else body,
        "contents": _contents(site, record),
        "data": None if hidden else data,
        "block": [] if hidden else official_block(record),
        "attachments": [] if hidden else list(_attachments(site, record)),
        "history": [{"day": item.day, "note": item.note} for item in data.history],
        "notices": list(notices(site, record)),
        "cited": [] if hidden else cited_statutes(site, record),
        "relations": relation_groups(site, record),
        "qr": f"{record.address.removesuffix('.html')}.qr.svg",
        "calendar": f"{record.address.removesuffix('.html')}.ics"
        if record.kind == "event"
        else None,
        "entries": [
            EntryView(entry.id, entry.moment, entry.title, Markup(entry.html))
            for entry in read_entries(record.body.headings, body)
        ]
        if record.kind == "story"
        else [],
        "gathered": gathered(site, record) if record.kind == "campaign" else [],
        "details_hidden": hidden,
    }


def official_block(record: Record) -> list[Fact]:
    """The labelled facts of a kind, in the order its model gives; empty ones are left out."""
    model: type[RecordModel] = type(record.data)
    facts = []
    for name in model.block:
        value = getattr(record.data, name)
        if value is None or value == [] or value == ():
            continue
        row = fact(record, name)
        if model.kind == "penalty" and name in {"fine", "confiscated"}:
            row = Fact(row.label.removesuffix("（万元）"), [yuan(value)], sort=row.sort)
        facts.append(row)
    return facts


def details_hidden(site: Site, record: Record) -> bool:
    """A penalty whose time is over, or that was withdrawn, is no longer shown."""
    return record.kind in HIDDEN_WHEN_OVER and not is_public(site, record)


def _contents(site: Site, record: Record) -> list:
    if record.kind == "story":
        return []
    headings = [heading for heading in record.body.headings if heading.level in {2, 3}]
    top = [heading for heading in headings if heading.level == 2]
    return headings if len(top) >= site.bureau.thresholds.contents_from else []


def _attachments(site: Site, record: Record) -> Iterator[AttachmentView]:
    """The attachments, and the draft and explanation of a consultation where they are files."""
    named = [(item.file, item.name, item.pages) for item in record.data.attachments]
    for field in ("draft", "explanation"):
        path = (getattr(record.data, field, None) or "").lstrip("/")
        if path and path not in [file for file, _, _ in named]:
            named.append((path, type(record.data).model_fields[field].title, None))
    for path, name, pages in named:
        asset = site.library.assets.get(path)
        if asset:
            name = name or asset.path.rpartition("/")[2]
            yield AttachmentView(
                name, asset.path, asset.type, asset.readable_size, pages or asset.pages
            )

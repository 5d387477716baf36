"""The page of a record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from markupsafe import Markup

from plugins.bureau import Column
from plugins.records import Record
from plugins.records.kinds import RecordModel
from plugins.records.stories import introduction, read_entries
from plugins.site.body import body_html
from plugins.site.cards import Fact, fact, image_view, is_public
from plugins.site.citations import cited_statutes
from plugins.site.head import Crumb, make_head
from plugins.site.model import Site
from plugins.site.notices import notices
from plugins.site.page import Output, Page
from plugins.site.related import gathered, relation_groups
from plugins.site.show import yuan
from plugins.site.urls import Links
from plugins.views.statutes import earlier_text, statute_extras

REVIEWS = ("first_review", "second_review", "final_review")
HIDDEN_WHEN_OVER = {"penalty"}


class AttachmentView(NamedTuple):
    name: str
    address: str
    type: str
    size: str
    pages: int | None


class EntryView(NamedTuple):
    id: str
    moment: Any
    title: str
    body: str


def record_pages(site: Site, column: Column) -> Iterator[Output]:
    """A page for every record of a column, each between its neighbours on the list."""
    listed = list(site.listed_entries(column.code))
    newer = dict(pairwise(reversed(listed)))
    older = dict(pairwise(listed))
    on_lists = {*listed}
    for own, entry in site.entries(column.code).items():
        given = (own, older.get(own), newer.get(own))
        shown = column.kind not in HIDDEN_WHEN_OVER or own in on_lists
        changed = entry.changed if shown or not details_hidden(site, site.by_id[own]) else None
        yield Output(entry.address, record_page, given, changed=changed)


def record_page(
    site: Site, links: Links, identifier: str, older: str | None, newer: str | None
) -> Page:
    record = site.by_id[identifier]
    column = site.column(record)
    address, data, kind = record.address, record.data, record.kind
    hidden = details_hidden(site, record)
    head = make_head(
        site,
        links,
        address,
        "record",
        record.title,
        column=column,
        column_type=data.__dict__.get("column_type") or "",
        record=record,
        crumbs=(Crumb(column.name, column.address),),
        suffix=earlier_text(site, record) if kind == "statute" else "",
        index=not hidden,
    )
    href = links.href(address)
    view = record_view(site, record, href, hidden)
    extras = statute_extras(site, record, view["body"]) if kind == "statute" else {}
    view["previous"] = _neighbour(site, older)
    view["next"] = _neighbour(site, newer)
    view["canonical"] = head.canonical
    return Page(f"records/{kind}", head, {"record": view, **extras})


def _neighbour(site: Site, identifier: str | None) -> dict[str, str] | None:
    """Its title and address and no more: that is all on which this page shall depend."""
    if identifier is None:
        return None
    record = site.by_id[identifier]
    return {"title": record.title, "address": record.address}


def record_view(
    site: Site, record: Record, href: Callable[[str], str], hidden: bool
) -> dict[str, Any]:
    """`hidden` are the details of a penalty that is over."""
    data, kind, address = record.data, record.kind, record.address
    published, changed = record.published, record.changed
    cited = site.graph.citations_of(record)
    body = body_html(site, record, href, cited)
    plain = address.removesuffix(".html")
    return {
        "title": record.title,
        "kind": kind,
        "address": address,
        "published": published,
        "updated": changed if changed != published else None,
        "source": data.source,
        "author": data.author,
        "editor": data.editor,
        "original": data.original,
        "reviewers": list(_reviewers(data)),
        "keywords": list(data.keywords),
        "summary": data.summary,
        "image": image_view(site, record),
        "body": Markup(introduction(body)) if kind == "story" else body,
        "contents": _contents(site, record),
        "data": None if hidden else data,
        "block": [] if hidden else official_block(data),
        "attachments": [] if hidden else list(_attachments(site, data)),
        "history": [{"day": item.day, "note": item.note} for item in data.history],
        "notices": list(notices(site, record)),
        "cited": [] if hidden else cited_statutes(record, cited),
        "relations": relation_groups(site, record),
        "qr": f"{plain}.qr.svg",
        "calendar": f"{plain}.ics" if kind == "event" else None,
        "entries": list(_entries(record, body)) if kind == "story" else [],
        "gathered": gathered(site, record) if kind == "campaign" else [],
        "details_hidden": hidden,
    }


def _reviewers(data: RecordModel) -> Iterator[dict[str, str]]:
    get = data.__dict__.get
    for name in REVIEWS:
        if get(name):
            yield {"role": type(data).model_fields[name].title, "name": get(name)}


def _entries(record: Record, body: str) -> Iterator[EntryView]:
    for entry in read_entries(record.body.headings, body):
        yield EntryView(entry.id, entry.moment, entry.title, Markup(entry.html))


def official_block(data: RecordModel) -> list[Fact]:
    """The labelled facts of a kind, in the order its model gives; empty ones are left out."""
    facts = []
    for name in data.block:
        value = getattr(data, name)
        if value is None or value == [] or value == ():
            continue
        row = fact(data, name)
        if data.kind == "penalty" and name in {"fine", "confiscated"}:
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


def _attachments(site: Site, data: RecordModel) -> Iterator[AttachmentView]:
    """The attachments, and the draft and explanation of a consultation where they are files."""
    named = [(item.file, item.name, item.pages) for item in data.attachments]
    for field in ("draft", "explanation"):
        path = (data.__dict__.get(field) or "").lstrip("/")
        if path and path not in [file for file, _, _ in named]:
            named.append((path, type(data).model_fields[field].title, None))
    for path, name, pages in named:
        asset = site.library.assets.get(path)
        if asset:
            name = name or asset.path.rpartition("/")[2]
            yield AttachmentView(
                name, asset.path, asset.type, asset.readable_size, pages or asset.pages
            )

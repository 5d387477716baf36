"""The page of a record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from markupsafe import Markup

from plugins.bureau import Column
from plugins.bureau.addresses import path_of
from plugins.records import Record
from plugins.records.fields import label_of
from plugins.records.kinds import KINDS, RecordModel
from plugins.records.presentation import LEADERS, is_empty
from plugins.records.stories import introduction, read_entries
from plugins.site.body import body_html, drawn_image
from plugins.site.cards import ImageView, card_of, image_view
from plugins.site.citations import cited_statutes, cited_without_record
from plugins.site.head import Crumb, make_head
from plugins.site.model import Site
from plugins.site.notices import notices
from plugins.site.page import Output, Page
from plugins.site.related import referencing_groups, relation_groups
from plugins.site.urls import Links
from plugins.texts.converted_text import Heading
from plugins.views.field_values import field_values
from plugins.views.findings import finding_views
from plugins.views.items import naming_items
from plugins.views.leaders import leader_views
from plugins.views.lists import front_of, other_views
from plugins.views.periods import periods
from plugins.views.statute_versions import title_suffix
from plugins.views.statutes import statute_extras

REVIEWS = ("first_review", "second_review", "final_review")


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
    front = front_of(site, column)
    listed = [identifier for identifier in site.listed_entries(column.code) if identifier != front]
    newer = dict(pairwise(reversed(listed)))
    older = dict(pairwise(listed))
    on_lists = {*listed}
    always_shown = not KINDS[column.kind].hidden_when_over
    for own, entry in site.entries(column.code).items():
        args: tuple[Any, ...] = (own, older.get(own), newer.get(own))
        if own == front:
            args = (own, None, None, tuple(listed), len(site.archived_entries(column.code)))
        shown = always_shown or own in on_lists
        hidden = not shown and site.by_id[own].data.details_hidden(site)
        changed = None if hidden else entry.changed
        yield Output(entry.address, record_page, args, changed=changed)


def record_page(
    site: Site,
    links: Links,
    identifier: str,
    older: str | None,
    newer: str | None,
    others: tuple[str, ...] = (),
    archived: int = 0,
) -> Page:
    """`others` are the records of its column if it is its first page, `archived` how many more."""
    record = site.by_id[identifier]
    column = site.column(record)
    address, data = record.address, record.data
    hidden = data.details_hidden(site)
    head = make_head(
        site,
        links,
        address,
        "record",
        record.title,
        column=column,
        column_type=data.column_type_of_page(),
        record=record,
        crumbs=()
        if data.is_english or address == column.address
        else (Crumb(column.name, column.address),),
        suffix=title_suffix(site.graph.statutes.work(record.id), record) if data.is_law else "",
        feeds=not data.is_english,
        indexed=not hidden,
    )
    href = links.href(address)
    view = record_view(site, record, href, hidden)
    extras = statute_extras(site, record, view["body"]) if data.is_law else {}
    declared = data.__dict__.get("periods")
    if declared is not None:
        extras["periods"] = periods(site, declared, data.is_english)
    view["previous"] = _neighbour(site, older)
    view["next"] = _neighbour(site, newer)
    view["canonical"] = head.canonical
    view["findings"] = finding_views(site.findings_of(identifier)) if site.preview else []
    below = {
        "others": [card_of(site, other) for other in others],
        "also": other_views(column, 0, archived),
    }
    return Page(f"records/{record.kind}", head, {"record": view, **below, **extras})


def _neighbour(site: Site, identifier: str | None) -> dict[str, str] | None:
    """Only title and address, so that the page depends on nothing else of its neighbour."""
    if identifier is None:
        return None
    record = site.by_id[identifier]
    return {"title": record.title, "address": record.address}


def record_view(
    site: Site, record: Record, href: Callable[[str], str], hidden: bool
) -> dict[str, Any]:
    """The view of a record; with `hidden` its details must not be shown any more."""
    data, address = record.data, record.address
    published, changed = record.published, record.changed
    cited = site.graph.citations_of(record)
    body = body_html(site, record, href, cited, drawn=True)
    image = None if _stands_in_text(site, record) else image_view(site, record)
    plain = address.removesuffix(".html")
    get = data.__dict__.get
    return {
        "title": record.title,
        "title_words": card_of(site, record.id).words,
        "kind": record.kind,
        "address": address,
        "published": published,
        "updated": changed if changed != published else None,
        "source": data.source,
        # The official block of some kinds contains the author already.
        "author": None if "author" in data.block else data.author,
        "editor": data.editor,
        "original": data.original,
        "reviewers": list(_reviewers(data)),
        "keywords": list(data.keywords),
        "summary": data.summary,
        "image": image,
        "drawing": _drawing(site, image) if image else "",
        "body": Markup(introduction(body)) if data.has_timeline else body,
        "contents": _contents(site, record),
        "data": None if hidden else field_values(data),
        "block_line": "" if hidden else _block_line(data),
        "block": [] if hidden else data.official_block(),
        "attachments": [] if hidden else list(_attachments(site, data)),
        "history": [{"day": item.day, "note": item.note} for item in data.history],
        "notices": list(notices(site, record)),
        # What a translation names as its basis is cited by its original.
        "cited": [] if hidden else cited_statutes(site, record, cited),
        "cited_without_record": []
        if hidden or data.is_english
        else cited_without_record(record, cited),
        "relations": relation_groups(site, record),
        "matters": naming_items(site, record),
        "qr": f"{plain}.qr.svg",
        "calendar": f"{plain}.ics" if data.has_calendar else None,
        "entries": list(_entries(record, body)) if data.has_timeline else [],
        "gathered": referencing_groups(site, record) if data.gathers else [],
        "leaders": list(leader_views(site)) if get("component") == LEADERS else [],
        "details_hidden": hidden,
    }


def _stands_in_text(site: Site, record: Record) -> bool:
    """Whether the record's picture is shown in its text, where it would stand a second time."""
    picture = record.data.image
    if not picture:
        return False
    links = site.graph.links_of(record)
    shown = (links.get(link.target) for link in record.body.links if link.kind == "image")
    return any(target and path_of(target.address) == picture.file for target in shown)


def _drawing(site: Site, image: ImageView) -> str:
    asset = site.library.assets.get(path_of(image.address))
    return drawn_image(asset, image.alt) if asset and asset.drawing else ""


def _block_line(data: RecordModel) -> str:
    """What is said of the official block where it is folded; empty for kinds that show it."""
    values = (
        data.fact(name).value for name in data.block_line if not is_empty(getattr(data, name))
    )
    return "　".join(values)


def _reviewers(data: RecordModel) -> Iterator[dict[str, str]]:
    get = data.__dict__.get
    for name in REVIEWS:
        if reviewer := get(name):
            yield {"role": label_of(type(data), name), "name": reviewer}


def _entries(record: Record, body: str) -> Iterator[EntryView]:
    for entry in read_entries(record.body.headings, body):
        yield EntryView(entry.id, entry.moment, entry.title, Markup(entry.html))


def _contents(site: Site, record: Record) -> list[Heading]:
    if not record.data.has_contents:
        return []
    headings = [heading for heading in record.body.headings if heading.level in {2, 3}]
    top = [heading for heading in headings if heading.level == 2]
    return headings if len(top) >= site.bureau.thresholds.contents_from else []


def _attachments(site: Site, data: RecordModel) -> Iterator[AttachmentView]:
    """The attachments, and the values of other fields that are files."""
    named = [(item.file, item.name, item.pages) for item in data.attachments]
    for field in data.file_fields:
        path = (getattr(data, field) or "").lstrip("/")
        if path and path not in [file for file, _, _ in named]:
            named.append((path, label_of(type(data), field), None))
    for path, name, pages in named:
        asset = site.library.assets.get(path)
        if asset:
            name = name or asset.path.rpartition("/")[2]
            yield AttachmentView(
                name, asset.address, asset.type, asset.readable_size, pages or asset.pages
            )

"""What the rest of the site may ask of a record without opening it.

A site has tens of thousands of records, and an edit changes one. Its lists, its graph and its
calendar are made from these few plain values of each; text and fields stay where they are kept
until the page of that very record is made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from plugins.clock import midnight, seconds
from plugins.incremental.tracking import BEGINNING, END
from plugins.records.converted_text import ConvertedText
from plugins.records.kinds import Part, RecordModel
from plugins.records.law_day import law_day, version_since
from plugins.records.stories import read_entries

# Days as numbers of the calendar; None where a record has none.
Day = int | None


class Extract(NamedTuple):
    """Plain values only, so that thousands are loaded in no time.

    Moments are seconds since 1970, days ordinals. `listed` is from when until when the record
    stands on lists, `span` that of an event; `references` are (field, what is written); `citations`
    are (field or number of the block, the words that cite, the citation as plain values).
    """

    path: str
    column: str
    slug: str
    kind: str
    title: str
    address: str
    draft: bool
    published: int
    changed: int
    order: int | None
    listed: tuple[int, int]
    span: tuple[int, int] | None
    facets: tuple[tuple[str, ...], ...]
    references: tuple[tuple[str, str], ...]
    links: tuple[str, ...]
    ids: tuple[str, ...]
    outward: tuple[str, ...]
    files: tuple[tuple[str, str], ...]
    citations: tuple[tuple[str | int, str, tuple], ...]
    law_day: int
    fields: tuple[str, ...]
    index_number: str | None
    wants_interpretation: bool
    review_by: Day
    awaits_outcome: Day
    clauses: int
    law: tuple | None

    @property
    def id(self) -> str:
        return f"{self.column}/{self.slug}"


class Law(NamedTuple):
    """What citations of a statute are resolved by, but for the words of its text.

    `since` is the day from which this is the text and `repealed` that of its repeal, as ordinals;
    `structure` is a fingerprint of its numbers and of all fields.
    """

    since: int
    short_title: str | None
    validity: str
    repealed: Day
    structure: bytes


class IndexEntry(NamedTuple):
    """What lists and plans need of a record: few values, for all records are in memory at once.

    `search` and `row` are fingerprints of the record's parts in the search index and in open data.
    """

    path: str
    published: int
    changed: int
    address: str
    draft: bool
    order: int | None
    listed: tuple[int, int]
    span: tuple[int, int] | None
    facets: tuple[tuple[str, ...], ...]
    has_text: bool
    search: bytes = b""
    row: bytes = b""

    def is_shown(self, now: int) -> bool:
        """Whether it has a page at `now`."""
        return not self.draft and self.published <= now

    def state(self, now: int) -> tuple[bool, bool]:
        """Whether it has a page, and whether it is on lists."""
        shown = self.is_shown(now)
        return shown, shown and self.listed[0] <= now < self.listed[1]


def index_entry(held: Extract, search: bytes = b"", row: bytes = b"") -> IndexEntry:
    return IndexEntry(
        held.path,
        held.published,
        held.changed,
        held.address,
        held.draft,
        held.order,
        held.listed,
        held.span,
        held.facets,
        bool(held.clauses),
        search,
        row,
    )


def extract(
    path: str,
    column: str,
    slug: str,
    data: RecordModel,
    body: ConvertedText,
    citations: tuple[tuple, ...] = (),
) -> Extract:
    """Of a record that is fit for the site."""
    year = f"{data.published.year}/" if data.dated else ""
    get = data.__dict__.get
    return Extract(
        path=path,
        column=column,
        slug=slug,
        kind=data.kind,
        title=data.title,
        address=f"{column}/{year}{slug}.html",
        draft=data.status == "草稿",
        published=seconds(data.published),
        changed=_changed(data, body),
        order=get("order"),
        listed=_listed(data),
        span=(seconds(data.start), seconds(data.end)) if data.kind == "event" else None,
        facets=tuple(_words(get(name)) for name in data.facets),
        references=tuple(_references(data)),
        links=tuple(dict.fromkeys(link.target for link in body.links)),
        ids=tuple(sorted(body.ids)),
        outward=tuple(addresses_in(data)),
        files=tuple(_files(data)),
        citations=citations,
        law_day=law_day(data.kind, data, data.published).toordinal(),
        fields=tuple(get("fields") or ()),
        index_number=get("index_number"),
        wants_interpretation=bool(get("normative")) and get("validity") == "有效",
        review_by=data.review_by.toordinal() if data.review_by else None,
        awaits_outcome=data.closes.toordinal()
        if data.kind == "consultation" and data.outcome is None
        else None,
        clauses=len(body.clauses),
        law=_law(data, body) if data.kind == "statute" else None,
    )


def extract_of_broken(
    path: str, column: str, slug: str, data: RecordModel, body: ConvertedText
) -> Extract:
    """Of a record that lacks what its kind requires: what its links and references need."""
    return Extract(
        path=path,
        column=column,
        slug=slug,
        kind=data.kind,
        title=data.title or "",
        address="",
        draft=True,
        published=0,
        changed=0,
        order=None,
        listed=(END, END),
        span=None,
        facets=(),
        references=tuple(_references(data)),
        links=tuple(dict.fromkeys(link.target for link in body.links)),
        ids=tuple(sorted(body.ids)),
        outward=(),
        files=tuple(_files(data)),
        citations=(),
        law_day=0,
        fields=(),
        index_number=None,
        wants_interpretation=False,
        review_by=None,
        awaits_outcome=None,
        clauses=0,
        law=None,
    )


def _changed(data: RecordModel, body: ConvertedText) -> int:
    """When it last said something new."""
    if data.kind == "story":
        entries = read_entries(body.headings, body.html)
        return seconds(max([data.published, *(entry.moment for entry in entries)]))
    return seconds(data.updated or data.published)


def _law(data: RecordModel, body: ConvertedText) -> tuple:
    """A `Law` as plain values."""
    numbers = [(clause.number, clause.id, _anchors(clause.paragraphs)) for clause in body.clauses]
    structure = hashlib.blake2b(repr((vars(data), numbers)).encode(), digest_size=8).digest()
    repealed = data.repealed.toordinal() if data.repealed else None
    since = version_since(data).toordinal()
    return tuple(Law(since, data.short_title, data.validity, repealed, structure))


def _anchors(parts: tuple) -> list:
    return [(part.anchor, _anchors(part.parts)) for part in parts]


def _listed(data: RecordModel) -> tuple[int, int]:
    """Neither before its time nor after its end, and a penalty only while it may be shown."""
    since, until = BEGINNING, END
    if data.expires:
        until = _after(data.expires)
    if data.kind == "penalty":
        until = BEGINNING if data.withdrawn else min(until, _after(data.public_until))
    if data.kind == "slogan":
        since = midnight(data.valid_from)
        until = min(until, _after(data.valid_to)) if data.valid_to else until
    return since, until


def _after(day: Any) -> int:
    return midnight(day) + 86_400


def _words(value: Any) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        return tuple(value)
    return (value,) if value else ()


@cache
def referring(model: type[RecordModel]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The fields of a kind that name other records, with the kinds that each may name."""
    from plugins.records.field_metadata import metadata_of
    from plugins.records.values import RefersTo

    found = (
        (name, next(metadata_of(info, RefersTo), None)) for name, info in model.model_fields.items()
    )
    return tuple((name, mark.kinds) for name, mark in found if mark)


def _references(data: RecordModel) -> Iterator[tuple[str, str]]:
    for name, _ in referring(type(data)):
        value = getattr(data, name)
        for reference in value if isinstance(value, list | tuple) else [value] if value else []:
            yield name, reference


def addresses_in(value: Any) -> Iterator[str]:
    """Web addresses in the fields of a model and of its parts."""
    for item in value.__dict__.values():
        if not item:
            continue
        kind = type(item)
        if kind is str:
            if item.startswith(("http://", "https://")):
                yield item
        elif kind is list or kind is tuple:
            for part in item:
                if _is_part(type(part)):
                    yield from addresses_in(part)
        elif _is_part(kind):
            yield from addresses_in(item)


@cache
def _is_part(kind: type) -> bool:
    """Remembered: to ask pydantic whose class it is takes long."""
    return issubclass(kind, Part)


def _files(data: RecordModel) -> Iterator[tuple[str, str]]:
    """Attachments, images and other files named in the front matter."""
    for item in data.attachments:
        yield "attachments", item.file
    if data.image:
        yield "image", data.image.file
    for name in ("draft", "explanation"):
        written = data.__dict__.get(name)
        if written and written.lstrip("/").startswith("files/"):
            yield name, written.lstrip("/")

"""What the rest of the site may ask of a record without opening it.

A site has tens of thousands of records, and an edit changes one. Its lists, its graph and its
calendar are made from these few plain values of each; text and fields stay where they are kept
until the page of that very record is made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from plugins.bureau.languages import ENGLISH, ENGLISH_SUFFIX
from plugins.clauses.citations import CitationTuple
from plugins.clauses.model import Part as ClausePart
from plugins.clock import seconds
from plugins.findings import Acceptance, AcceptanceTuple
from plugins.incremental.tracking import END
from plugins.records.duties import DutyTuple
from plugins.records.kinds import Part, RecordModel
from plugins.records.kinds.base import Answer, Publicity
from plugins.records.marked_fields import references_of
from plugins.records.presentation import Alert, StatuteFacts
from plugins.texts.converted_text import ConvertedText

# The name of the record that is the first page of its column.
FIRST = "index"
# Days as numbers of the calendar; None where a record has none.
Day = int | None
# A `Law` as plain values.
LawTuple = tuple[int, bool, Day, tuple[int, ...], str | None, str, Day, bytes]
# An `Alert` as plain values.
AlertTuple = tuple[str, str, str, str, int, int]
# A citation: the field or the number of the block, the words that cite, and what they cite.
RecordCitation = tuple[str | int, str, CitationTuple]
# A `Publicity` as plain values: its grade, and its days as ordinals.
PublicityTuple = tuple[str, int, int]
# An `Answer` as plain values, its days as ordinals.
AnswerTuple = tuple[int, int, bool]
# The anchors of a clause's paragraphs, each with those of its items.
AnchorTree = list[tuple[str, "AnchorTree"]]


class Extract(NamedTuple):
    """Plain values only, so that thousands are loaded in no time.

    Moments are seconds since 1970, days ordinals. `list_order` is the key by which lists sort the
    record; `listed` from when until when it stands on them, `home_until` until when on the home
    page; `span` when what it announces begins and ends; `alert` an `Alert` as plain values; `made`
    the day on which it came into being; `law` is None but for a statute; `references` are (field,
    what is written); `citations` are (field or number of the block, the words that cite, the
    citation as plain values).
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
    list_order: tuple[int, int]
    listed: tuple[int, int]
    home_until: int
    span: tuple[int, int] | None
    alert: AlertTuple | None
    made: int
    facets: tuple[tuple[str, ...], ...]
    references: tuple[tuple[str, str], ...]
    links: tuple[str, ...]
    ids: tuple[str, ...]
    external_addresses: tuple[str, ...]
    files: tuple[tuple[str, str], ...]
    citations: tuple[RecordCitation, ...]
    law_day: int
    fields: tuple[str, ...]
    unique: tuple[tuple[str, str], ...]
    wants_interpretation: bool
    duties: tuple[DutyTuple, ...]
    acceptances: tuple[AcceptanceTuple, ...]
    publicity: PublicityTuple | None
    answer: AnswerTuple | None
    has_ai: bool
    clauses: int
    law: LawTuple | None
    # Old addresses, as written.
    moved_from: tuple[str, ...]

    @property
    def id(self) -> str:
        return f"{self.column}/{self.slug}"


class Law(NamedTuple):
    """What citations of a statute are resolved by, but for the words of its text.

    Its days are those of `StatuteFacts` as ordinals.
    `structure` is a fingerprint of its numbers and of all fields.
    """

    since: int
    since_stated: bool
    promulgated: Day
    amendments: tuple[int, ...]
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
    list_order: tuple[int, int]
    listed: tuple[int, int]
    home_until: int
    span: tuple[int, int] | None
    alert: AlertTuple | None
    law_day: int
    made: int
    facets: tuple[tuple[str, ...], ...]
    has_text: bool
    moved_from: tuple[str, ...] = ()
    search: bytes = b""
    row: bytes = b""

    @property
    def publication(self) -> tuple[object, ...]:
        """Where and when the record is on the site."""
        times = (self.published, self.changed, self.listed, self.home_until, self.span)
        return self.address, *times, self.law_day

    def is_shown(self, now: int) -> bool:
        """Whether it has a page at `now`."""
        return not self.draft and self.published <= now

    def state(self, now: int) -> tuple[bool, bool]:
        """Whether it has a page, and whether it is on lists."""
        shown = self.is_shown(now)
        return shown, shown and self.listed[0] <= now < self.listed[1]


def index_entry(values: Extract, search: bytes = b"", row: bytes = b"") -> IndexEntry:
    return IndexEntry(
        values.path,
        values.published,
        values.changed,
        values.address,
        values.draft,
        values.list_order,
        values.listed,
        values.home_until,
        values.span,
        values.alert,
        values.law_day,
        values.made,
        values.facets,
        bool(values.clauses),
        values.moved_from,
        search,
        row,
    )


def column_of(identifier: str) -> str:
    """The code of the column in an id `column/slug`."""
    return identifier.partition("/")[0]


def extract(
    path: str,
    column: str,
    slug: str,
    data: RecordModel,
    body: ConvertedText,
    citations: tuple[RecordCitation, ...] = (),
) -> Extract:
    """Of a record that is fit for the site.

    One in English is on no list and cites nothing: its original does.
    """
    english = data.is_english
    page = f"{column}/{f'{data.published.year}/' if data.dated else ''}{slug}"
    if english:
        page = f"{ENGLISH}/{page.removesuffix(ENGLISH_SUFFIX)}"
    opens = data.may_open_column and slug == FIRST and not english
    get = data.__dict__.get
    published, changed = seconds(data.published), seconds(data.last_change(body))
    span = data.span()
    statute = data.statute_facts()
    return Extract(
        path=path,
        column=column,
        slug=slug,
        kind=data.kind,
        title=data.title,
        address=f"{column}/index.html" if opens else f"{page}.html",
        draft=data.status == "草稿",
        published=published,
        changed=changed,
        list_order=data.list_order(published, changed),
        listed=(END, END) if english else data.listed_between(),
        home_until=data.on_home_until(),
        span=(seconds(span[0]), seconds(span[1])) if span else None,
        alert=_alert(data.alert()),
        made=data.made_on().toordinal(),
        facets=tuple(_words(get(facet.field)) for facet in data.facets),
        references=tuple(_references(data)),
        links=tuple(dict.fromkeys(link.target for link in body.links)),
        ids=tuple(sorted(body.ids)),
        external_addresses=tuple(addresses_in(data)),
        files=tuple(_files(data)),
        citations=() if english else citations,
        law_day=data.law_applied_on().toordinal(),
        fields=tuple(get("fields") or ()),
        unique=() if english else tuple(_unique(column, data)),
        wants_interpretation=not english and data.wants_interpretation(),
        duties=tuple(duty.plain for duty in data.duties()),
        acceptances=tuple(_acceptances(data)),
        publicity=_publicity(data.publicity()),
        answer=_answer(data.answer()),
        has_ai=data.ai == "是",
        clauses=len(body.clauses),
        law=_law(statute, data, body) if statute else None,
        moved_from=tuple(data.moved_from),
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
        list_order=(0, 0),
        listed=(END, END),
        home_until=END,
        span=None,
        alert=None,
        made=0,
        facets=(),
        references=tuple(_references(data)),
        links=tuple(dict.fromkeys(link.target for link in body.links)),
        ids=tuple(sorted(body.ids)),
        external_addresses=(),
        files=tuple(_files(data)),
        citations=(),
        law_day=0,
        fields=(),
        unique=(),
        wants_interpretation=False,
        duties=(),
        acceptances=tuple(_acceptances(data)),
        publicity=None,
        answer=None,
        has_ai=data.ai == "是",
        clauses=0,
        law=None,
        moved_from=tuple(data.moved_from),
    )


def _acceptances(data: RecordModel) -> Iterator[AcceptanceTuple]:
    """Those that are whole: a head that is wrong may lack a part of one."""
    for each in data.accepted:
        if not (each.rule and each.reason and each.until):
            continue
        yield Acceptance(each.rule, each.reason, each.until, each.words or "").plain


def _alert(found: Alert | None) -> AlertTuple | None:
    if found is None:
        return None
    return found.level, found.title, found.words, found.source, found.start, found.end


def _publicity(found: Publicity | None) -> PublicityTuple | None:
    return (found.grade, found.since.toordinal(), found.until.toordinal()) if found else None


def _answer(found: Answer | None) -> AnswerTuple | None:
    return (found.asked.toordinal(), found.answered.toordinal(), found.simple) if found else None


def _unique(column: str, data: RecordModel) -> Iterator[tuple[str, str]]:
    """The fields whose values no other record may have, each with what to compare."""
    for name, scope in data.unique_fields:
        value = getattr(data, name)
        if value:
            within = {"column": column, "kind": data.kind, "site": ""}[scope]
            yield name, f"{name} {within} {value}"


def _law(statute: StatuteFacts, data: RecordModel, body: ConvertedText) -> LawTuple:
    numbers = [(clause.number, clause.id, _anchors(clause.paragraphs)) for clause in body.clauses]
    structure = hashlib.blake2b(repr((vars(data), numbers)).encode(), digest_size=8).digest()
    return (
        statute.since.toordinal(),
        statute.since_stated,
        _ordinal(statute.promulgated),
        tuple(map(date.toordinal, statute.amendments)),
        statute.short_title,
        statute.validity,
        _ordinal(statute.repealed),
        structure,
    )


def _ordinal(day: date | None) -> Day:
    return day.toordinal() if day else None


def _anchors(parts: Iterable[ClausePart]) -> AnchorTree:
    return [(part.anchor, _anchors(part.parts)) for part in parts]


def _words(value: Any) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        return tuple(value)
    return (value,) if value else ()


def _references(data: RecordModel) -> Iterator[tuple[str, str]]:
    for name in references_of(type(data)):
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


def _is_part(kind: type[object]) -> bool:
    """The same as `issubclass`, which pydantic makes slow."""
    return Part in kind.__mro__


def _files(data: RecordModel) -> Iterator[tuple[str, str]]:
    """Attachments, images and other files named in the front matter."""
    for item in data.attachments:
        yield "attachments", item.file
    if data.image:
        yield "image", data.image.file
    for name in data.file_fields:
        written = getattr(data, name)
        if written and written.lstrip("/").startswith("files/"):
            yield name, written.lstrip("/")

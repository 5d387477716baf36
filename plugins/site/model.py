"""The site at one moment: the library, the graph, and the lists of columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar, overload

from plugins.addresses import Claim
from plugins.bureau import Bureau, Column
from plugins.bureau.languages import is_english
from plugins.clock import DAY, midnight, seconds
from plugins.dependencies import (
    CARD,
    COLUMN,
    ENGLISH,
    LISTED,
    MOVES,
    PUBLICATION,
    RECORD_FINDINGS,
    RECORDS,
    ROW,
)
from plugins.findings import Finding
from plugins.incremental.dependency import DependencyKind
from plugins.incremental.fingerprint import fingerprint
from plugins.incremental.tracking import ALWAYS, depends_on, has_passed, track, valid_between
from plugins.records import Library, Record
from plugins.records.extract import IndexEntry, column_of
from plugins.records.kinds import KINDS
from plugins.relations import Graph, build_graph
from plugins.relations.moves import claims_of
from plugins.site.urls import Links

# The parts of a record that are made when it is parsed and used by other outputs.
PART_KINDS = {"card": CARD, "row": ROW}
Made = TypeVar("Made")
# None where nothing is stored.
StoredPart = Callable[[str, str], Any]


def _return_none(*_asked: Any) -> Any:
    return None


@dataclass
class Site:
    """What every view is made from. `preview` is a build that findings don't stop.

    Code that needs the time should call `is_past` or `has_begun` where that is enough: a page that
    reads `today` is rendered again every day.
    """

    library: Library
    graph: Graph
    now: datetime
    links: Links
    preview: bool = True
    # The bytes of a file of the theme by its address.
    theme_file: Callable[[str], bytes] = _return_none
    # A part that was made when a record was parsed, by its name and the path of the file.
    stored_part: StoredPart = _return_none
    stored_part_fingerprint: Callable[[str, str], bytes | None] = _return_none
    # The entries of the search index that were made when records were parsed, by path.
    stored_search_entries: Callable[[], Mapping[str, str]] = dict
    # Fingerprints of templates and of the frame of all pages.
    theme: Any = None
    # What the build found, by path of the file; a preview shows it.
    findings_by_path: Mapping[str, Sequence[Finding]] = field(default_factory=dict)
    # The pages of each part of the plan: path, and when it changed.
    planned_pages: Callable[[str], tuple[tuple[str, int], ...]] = _return_none
    plan_names: tuple[str, ...] = ()
    # The paths of all outputs but pages at old addresses.
    planned_paths: Callable[[], frozenset[str]] = frozenset
    _parts: dict[tuple[str, str], Any] = field(default_factory=dict)
    _memo: dict[str, Any] = field(default_factory=dict)

    @property
    def bureau(self) -> Bureau:
        return self.library.valid_bureau

    # The calendar.

    @cached_property
    def _seconds(self) -> int:
        return seconds(self.now)

    @property
    def today(self) -> date:
        start = midnight(self.now.date())
        valid_between(start, start + DAY)
        return self.now.date()

    def is_past(self, moment: date | datetime) -> bool:
        """Whether `moment` is over: a day when the next has begun."""
        if isinstance(moment, datetime):
            return has_passed(seconds(moment) + 1, self._seconds)
        return has_passed(midnight(moment) + DAY, self._seconds)

    def has_begun(self, moment: date | datetime) -> bool:
        start = seconds(moment) if isinstance(moment, datetime) else midnight(moment)
        return has_passed(start, self._seconds)

    # The records.

    @cached_property
    def order(self) -> list[str]:
        """The ids of everything that has a page, newest first."""
        return self.library.published_ids(self._seconds)

    @property
    def records(self) -> list[Record]:
        """Everything that has a page, newest first."""
        depends_on(RECORDS)
        return [self.by_id[identifier] for identifier in self.order]

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        """The records that have a page."""
        return PublishedRecords(self.library, self._seconds)

    @cached_property
    def _by_column(self) -> dict[str, dict[str, IndexEntry]]:
        columns: dict[str, dict[str, IndexEntry]] = {}
        for identifier in self.order:
            column = columns.setdefault(column_of(identifier), {})
            column[identifier] = self.library.entries[identifier]
        return columns

    def entries(self, column: str) -> Mapping[str, IndexEntry]:
        """The index entries of all records of a column that have a page, newest first."""
        depends_on(COLUMN, column)
        return self._by_column.get(column, {})

    def listed_entries(self, column: str) -> dict[str, IndexEntry]:
        """The index entries of the records on the lists of a column, in list order."""
        entries = self.entries(column)
        return {identifier: entries[identifier] for identifier in self.lists.get(column, ())}

    @cached_property
    def lists(self) -> dict[str, list[str]]:
        """The ids of the records on the lists of each column, in list order."""
        return {
            code: listed
            for code, entries in self._by_column.items()
            if (listed := self._listed_ids(entries))
        }

    def _listed_ids(self, entries: Mapping[str, IndexEntry]) -> list[str]:
        now = self._seconds
        listed = [
            (entry.list_order, identifier)
            for identifier, entry in entries.items()
            if entry.listed[0] <= now < entry.listed[1]
        ]
        return [identifier for _, identifier in sorted(listed)]

    def archived_entries(self, column: str) -> dict[str, IndexEntry]:
        """The index entries of the records that left the lists of a column and may still be read,
        newest first.
        """
        if KINDS[self.library.column(column).kind].hidden_when_over:
            return {}
        entries, now = self.entries(column), self._seconds
        return {identifier: e for identifier, e in entries.items() if e.listed[1] <= now}

    @cached_property
    def _english(self) -> dict[str, IndexEntry]:
        entries = self.library.entries
        return {id: entries[id] for id in self.order if is_english(entries[id].address)}

    def english_entries(self) -> Mapping[str, IndexEntry]:
        """The index entries of the records in English, which are on no list, newest first."""
        depends_on(ENGLISH)
        return self._english

    @property
    def english_fingerprint(self) -> bytes:
        return fingerprint([(id, entry.address) for id, entry in self._english.items()])

    def searched(self) -> Iterator[tuple[str, str]]:
        """The ids of what the search finds, newest first, each with what it is called if it has
        left the lists; translations included.
        """
        listed = {identifier for ids in self.lists.values() for identifier in ids}
        archived = {
            identifier: KINDS[column.kind].archive_label
            for column in self.columns
            if column.traits.has_records
            for identifier in self.archived_entries(column.code)
        }
        for identifier in self.order:
            if identifier in listed or identifier in archived or identifier in self._english:
                yield identifier, archived.get(identifier, "")

    def listed(self, column: str) -> Sequence[Record]:
        """The records on the lists of a column, in list order: neither expired nor withdrawn."""
        depends_on(LISTED, column)
        return RecordList(self.lists.get(column, ()), self.by_id)

    def entry(self, identifier: str) -> IndexEntry:
        """The index entry of a record that has a page, without opening the record."""
        depends_on(PUBLICATION, identifier)
        return self.library.entries[identifier]

    def is_listed(self, identifier: str, listed: tuple[int, int]) -> bool:
        """Whether a record stands on lists that does so in the interval `listed`."""
        depends_on(PUBLICATION, identifier)
        if listed == ALWAYS:
            return True
        since, until = listed
        return has_passed(since, self._seconds) and not has_passed(until, self._seconds)

    @property
    def claims(self) -> list[Claim]:
        """What is said of old addresses."""
        depends_on(MOVES)
        return claims_of(self.library, self._seconds)

    @cached_property
    def ids_by_address(self) -> Mapping[str, str]:
        """The ids of the records that have a page."""
        return {self.library.entries[identifier].address: identifier for identifier in self.order}

    def is_on_home_page(self, record: Record) -> bool:
        """Whether a listed record may still be shown on the home page."""
        depends_on(PUBLICATION, record.id)
        return not has_passed(record.extract.home_until, self._seconds)

    def part(self, name: str, identifier: str, make: Callable[[Site, Record], Made]) -> Made:
        """A small part of a record that many outputs use: a card, a line of a data file.

        It is made once. Its users depend on the part, not on what it was made from. For a
        stored part the record is not opened.
        """
        depends_on(PART_KINDS[name], identifier)
        key = (name, identifier)
        found: Made | None = self._parts.get(key)
        if found is None:
            with track():
                found = self.stored_part(name, self.library.entries[identifier].path)
                if found is None:
                    found = make(self, self.library.records[identifier])
            self._parts[key] = found
        return found

    def part_fingerprint(self, name: str, identifier: str) -> bytes | None:
        """Of a part as it was made when the record was parsed; None of a record without a page."""
        if identifier not in self.by_id:
            return None
        return self.stored_part_fingerprint(name, self.library.entries[identifier].path)

    def memoize(self, kind: DependencyKind, make: Callable[[Site], Made]) -> Made:
        """Something about all records that several outputs need, made once.

        Its users depend on `kind`; reads while it is made are not recorded.
        """
        depends_on(kind)
        if kind.name not in self._memo:
            with track():
                self._memo[kind.name] = make(self)
        made: Made = self._memo[kind.name]
        return made

    def set_part(self, name: str, record: Record, part: Any) -> None:
        """Store a part that was made elsewhere."""
        self._parts[name, record.id] = part

    def forget_parts(self) -> None:
        self._parts.clear()

    # Fingerprints, for the table of dependencies.

    def column_fingerprint(self, code: str) -> bytes:
        entries = self._by_column.get(code, {})
        # Without the path of the file, old addresses and the parts, which lists don't show.
        rows = [(identifier, *entry[1:-3]) for identifier, entry in entries.items()]
        return fingerprint(rows, self.lists.get(code))

    def rows_fingerprint(self, code: str) -> bytes:
        entries = self.library.entries
        return fingerprint([(id, entries[id].row) for id in self.lists.get(code, ())])

    @cached_property
    def alert_entries(self) -> tuple[tuple[str, IndexEntry], ...]:
        """The records that are warnings, also those that hold no more, newest first."""
        entries = self.library.entries
        return tuple((id, entries[id]) for id in self.order if entries[id].alert)

    @property
    def alerts_fingerprint(self) -> bytes:
        warnings = self.alert_entries
        return fingerprint([(id, e.address, e.changed, e.alert) for id, e in warnings])

    @property
    def search_fingerprint(self) -> bytes:
        entries = self.library.entries
        return fingerprint([(id, entries[id].search, label) for id, label in self.searched()])

    @property
    def findings(self) -> list[Finding]:
        return [*self.library.findings, *self.graph.findings]

    def note_findings(self, findings: Iterable[Finding]) -> None:
        """Take the findings of the whole build, which preview pages show; errors come first."""
        by_path: dict[str, list[Finding]] = defaultdict(list)
        ordered = sorted({*findings}, key=lambda f: (f.path, f.severity.rank, f.sort_key))
        for found in ordered:
            by_path[found.path].append(found)
        self.findings_by_path = dict(by_path)

    def findings_of(self, identifier: str) -> Sequence[Finding]:
        """The findings about the file of a record."""
        depends_on(RECORD_FINDINGS, identifier)
        return self.findings_by_path.get(self.library.entries[identifier].path, ())

    def findings_fingerprint(self, identifier: str) -> bytes | None:
        if identifier not in self.by_id:
            return None
        return fingerprint([found.as_tuple for found in self.findings_of(identifier)])

    @property
    def all_findings_fingerprint(self) -> bytes:
        by_path = self.findings_by_path
        return fingerprint([found.as_tuple for path in sorted(by_path) for found in by_path[path]])

    @property
    def columns(self) -> list[Column]:
        return self.library.columns

    def column(self, record: Record) -> Column:
        return self.library.column(record.column)

    def items_naming(self, code: str, identifier: str) -> list[tuple[str, str]]:
        """Heading and address of each item of the data file of a column that names a record."""
        entry = self.library.entries.get(identifier)
        return self.library.items_naming(code, entry, identifier) if entry else []

    def listed_in(self, columns: Iterable[Column]) -> list[Record]:
        """The records on the lists of some columns, newest first."""
        found = [record for column in columns for record in self.listed(column.code)]
        return sorted(found, key=lambda record: record.extract.published, reverse=True)

    def in_list_order(self, ids: Iterable[str]) -> list[tuple[Column, list[str]]]:
        """Those of some records that stand on lists, by column, in the order of its list."""
        found: dict[str, list[tuple[tuple[int, int], str]]] = defaultdict(list)
        for identifier in {*ids}:
            if identifier not in self.by_id:
                continue
            entry = self.library.entries[identifier]
            if self.is_listed(identifier, entry.listed):
                found[column_of(identifier)].append((entry.list_order, identifier))
        return [
            (column, [identifier for _, identifier in sorted(found[column.code])])
            for column in self.columns
            if column.code in found
        ]


class RecordList(Sequence[Record]):
    """Records in a given order, each opened on access: a page often shows only the first few."""

    def __init__(self, ids: Sequence[str], by_id: Mapping[str, Record]) -> None:
        self._ids, self._by_id = ids, by_id

    @overload
    def __getitem__(self, index: int) -> Record: ...

    @overload
    def __getitem__(self, index: slice) -> list[Record]: ...

    def __getitem__(self, index: int | slice) -> Record | list[Record]:
        if isinstance(index, slice):
            return [self._by_id[identifier] for identifier in self._ids[index]]
        return self._by_id[self._ids[index]]

    def __iter__(self) -> Iterator[Record]:
        return map(self._by_id.__getitem__, self._ids)

    def __len__(self) -> int:
        return len(self._ids)


class PublishedRecords(Mapping[str, Record]):
    """The records that have a page at `now`, by id, opened on access."""

    def __init__(self, library: Library, now: int) -> None:
        self._library, self._now = library, now

    def __contains__(self, identifier: object) -> bool:
        if not isinstance(identifier, str):
            return False
        entry = self._library.entries.get(identifier)
        return entry is not None and entry.is_shown(self._now)

    def __getitem__(self, identifier: str) -> Record:
        if identifier not in self:
            raise KeyError(identifier)
        return self._library.records[identifier]

    def __iter__(self) -> Iterator[str]:
        return iter(self._library.published_ids(self._now))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def build_site(
    library: Library, now: datetime, links: Links | None = None, preview: bool = True
) -> Site:
    """A site in memory, with its graph; see `plugins.build.prepare` for all of its findings."""
    links = links or Links(library.valid_bureau.address, relative=True)
    return Site(library, build_graph(library, now), now, links, preview)

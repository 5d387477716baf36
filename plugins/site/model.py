"""The site at one moment: the library, the graph, and what stands where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from plugins.bureau import Bureau, Column
from plugins.clock import midnight, seconds
from plugins.findings import Finding
from plugins.rebuild.reads import BEGINNING, END, note, note_time, reached, reading
from plugins.records import Library, Record
from plugins.relations import Graph, build_graph
from plugins.relations.vocabulary import check_records
from plugins.site.urls import Links

DAY = 86_400
ALWAYS = (BEGINNING, END)
# A piece that an earlier build made, by its kind and its record; None where there is none.
OpenPiece = Callable[[str, Record], Any]


def _none(*_asked: Any) -> None:
    return None


@dataclass
class Site:
    """What every view is made from. `preview` is a build that findings don't stop.

    Whoever asks the time asks by `is_past` and `has_begun` where that is enough: a page that read
    `today` must be made again every day.
    """

    library: Library
    graph: Graph | None
    now: datetime
    links: Links
    preview: bool = True
    findings: list[Finding] = field(default_factory=list)
    # The theme's files by their address.
    files: Mapping[str, bytes] = field(default_factory=dict)
    open_piece: OpenPiece = _none
    # The entries of the search index that were made when records were read, by id.
    open_entries: Callable[[], Mapping[str, str]] = dict
    _pieces: dict[tuple[str, str], Any] = field(default_factory=dict)
    _made_once: dict[str, Any] = field(default_factory=dict)

    @property
    def bureau(self) -> Bureau:
        return self.library.bureau

    # The calendar.

    @cached_property
    def _seconds(self) -> int:
        return seconds(self.now)

    @property
    def today(self) -> date:
        start = midnight(self.now.date())
        note_time(start, start + DAY)
        return self.now.date()

    def is_past(self, moment: date | datetime) -> bool:
        """Whether `moment` is over: a day when the next has begun."""
        if isinstance(moment, datetime):
            return reached(seconds(moment) + 1, self._seconds)
        return reached(midnight(moment) + DAY, self._seconds)

    def has_begun(self, moment: date | datetime) -> bool:
        start = seconds(moment) if isinstance(moment, datetime) else midnight(moment)
        return reached(start, self._seconds)

    # The records.

    @cached_property
    def order(self) -> list[str]:
        """The ids of everything that has a page, newest first."""
        return [record.id for record in self.library.published(self.now)]

    @cached_property
    def _records(self) -> list[Record]:
        return list(map(self.by_id.__getitem__, self.order))

    @property
    def records(self) -> list[Record]:
        """Everything that has a page, newest first."""
        note("records")
        return self._records

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        records = self.library.records
        return {identifier: records[identifier] for identifier in self.order}

    @cached_property
    def lists(self) -> dict[str, list[str]]:
        """The ids of what stands on the lists of each column, in their order."""
        lists: dict[str, list[Record]] = defaultdict(list)
        for record in self._records:
            if self.on_lists(record):
                lists[record.column].append(record)
        return {
            code: [record.id for record in sorted(records, key=_list_order)]
            for code, records in lists.items()
        }

    def listed(self, column: str) -> Sequence[Record]:
        """What stands on the lists of a column, in their order: neither expired nor withdrawn."""
        note(f"listed {column}")
        return Listed(self.lists.get(column, ()), self.by_id)

    def on_lists(self, record: Record) -> bool:
        listed = record.extract.listed
        note(f"place {record.id}")
        if listed == ALWAYS:
            return True
        since, until = listed
        return reached(since, self._seconds) and not reached(until, self._seconds)

    def on_home(self, record: Record) -> bool:
        """Whether a listed record may still stand on the home page."""
        note(f"place {record.id}")
        return not reached(record.extract.home_until, self._seconds)

    def piece(self, kind: str, record: Record, make: Callable[[Site, Record], Any]) -> Any:
        """A small part of a record that many outputs take up: a card, a line of a data file.

        It is made once. Who takes it up depends on it, and not on all that it was made from.
        """
        note(f"{kind} {record.id}")
        key = (kind, record.id)
        if key not in self._pieces:
            with reading():
                held = self.open_piece(kind, record)
                self._pieces[key] = make(self, record) if held is None else held
        return self._pieces[key]

    def once(self, name: str, make: Callable[[Site], Any]) -> Any:
        """Something about all records that several outputs need, made once.

        Who takes it notes the input of that name: what is read while it is made is not noted.
        """
        note(name)
        if name not in self._made_once:
            with reading():
                self._made_once[name] = make(self)
        return self._made_once[name]

    def hold(self, kind: str, record: Record, piece: Any) -> None:
        """Keep a piece that was made elsewhere."""
        self._pieces[kind, record.id] = piece

    def let_go(self) -> None:
        self._pieces.clear()

    @property
    def columns(self) -> list[Column]:
        return self.library.columns

    def column(self, record: Record) -> Column:
        return self.library.column(record.column)

    def listed_in(self, columns: Iterable[Column]) -> list[Record]:
        """What stands on the lists of some columns, newest first."""
        found = [record for column in columns for record in self.listed(column.code)]
        return sorted(found, key=lambda record: record.extract.published, reverse=True)

    def in_list_order(self, ids: set[str]) -> dict[str, list[Record]]:
        """Those of some records that stand on lists, by column, in the order of its list."""
        found: dict[str, list[Record]] = defaultdict(list)
        for identifier in ids:
            record = self.by_id.get(identifier)
            if record and self.on_lists(record):
                found[record.column].append(record)
        columns = [column.code for column in self.columns if column.code in found]
        return {code: sorted(found[code], key=_list_order) for code in columns}


class Listed(Sequence[Record]):
    """Records in an order, each opened when it is asked for: the home page shows but a few."""

    def __init__(self, ids: Sequence[str], by_id: Mapping[str, Record]) -> None:
        self._ids, self._by_id = ids, by_id

    def __getitem__(self, place: int | slice) -> Record | list[Record]:
        if isinstance(place, slice):
            return [self._by_id[identifier] for identifier in self._ids[place]]
        return self._by_id[self._ids[place]]

    def __iter__(self) -> Iterator[Record]:
        return map(self._by_id.__getitem__, self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def _list_order(record: Record) -> tuple:
    return record.extract.list_order, record.id


def build_site(
    library: Library, now: datetime, links: Links | None = None, preview: bool = True
) -> Site:
    """Put the site together; `findings` has everything found so far, errors of all sorts."""
    graph = build_graph(library, now)
    findings = [*library.findings, *graph.findings, *check_records(library, graph, now)]
    links = links or Links(library.bureau.address, relative=True)
    return Site(library, graph, now, links, preview, findings)

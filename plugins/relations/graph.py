"""The graph: what each record names, what names it, and the findings about both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from plugins.clock import seconds
from plugins.dependencies import CITATIONS, CITING, CONNECTIONS, INDEX_NUMBER, NAMED
from plugins.findings import Finding
from plugins.incremental.fingerprint import fingerprint
from plugins.incremental.tracking import depends_on
from plugins.records import Library, Record
from plugins.relations.citations import Cited, Resolved, Resolver, cited_places, resolved_citations
from plugins.relations.connections import (
    NONE,
    Connections,
    connect,
    connect_hidden,
)
from plugins.relations.statutes import Statutes
from plugins.relations.targets import Target, TargetKind, Targets

# The tables of back links, in the order in which they are stored.
TABLES = ("backward", "citing_ids", "external_users", "index_numbers")


@dataclass
class Graph:
    """Edges between the records that are on the site at `now`, in seconds since 1970.

    `connections` are by path of the file what each record names. The other tables are the inverse,
    by id of what is named: `backward` by id and field, `citing_ids` by statute and by
    `statute#anchor`, `external_users` by external address, `index_numbers` by number. They hold ids
    of records, newest record first.
    """

    library: Library
    now: int
    connections: Mapping[str, Connections] = field(default_factory=dict)
    # Gives a stored table by its name.
    load_table: Callable[[str], dict[str, Any]] = lambda _name: {}
    # A sum over the citations of all records, see `citation_digest`.
    citations_sum: int = 0
    # Lists that were added to since `settle`, by identity.
    _unsorted: dict[int, list[str]] = field(default_factory=dict)

    @cached_property
    def backward(self) -> dict[str, dict[str, list[str]]]:
        return self.load_table("backward")

    @cached_property
    def citing_ids(self) -> dict[str, list[str]]:
        return self.load_table("citing_ids")

    @cached_property
    def external_users(self) -> dict[str, list[str]]:
        return self.load_table("external_users")

    @cached_property
    def index_numbers(self) -> dict[str, list[str]]:
        return self.load_table("index_numbers")

    @cached_property
    def targets(self) -> Targets:
        return Targets(self.library, self.now)

    @cached_property
    def statutes(self) -> Statutes:
        columns = {column.code for column in self.library.columns if column.traits.is_law}
        entries = self.library.entries
        shown = (
            identifier
            for identifier in entries
            if identifier.partition("/")[0] in columns and entries[identifier].is_shown(self.now)
        )
        order = sorted(shown, key=self._age, reverse=True)
        return Statutes(map(self.library.records.__getitem__, order))

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(self.statutes)

    def forget_statutes(self) -> None:
        """Read the statutes anew: one of them has changed."""
        vars(self).pop("statutes", None)
        vars(self).pop("_resolver", None)

    # What a record names, and what names it.

    def connections_of(self, identifier: str) -> Connections:
        entry = self.library.entries.get(identifier)
        return self.connections.get(entry.path, NONE) if entry else NONE

    def named_by(self, record: Record, name: str) -> list[str]:
        """The ids that `record` names in the field `name`, as written."""
        depends_on(CONNECTIONS, record.id)
        return self.connections_of(record.id).named(name)

    def naming(self, record: Record, name: str) -> list[str]:
        """The ids of the records that name `record` in their field `name`."""
        depends_on(NAMED, record.id)
        return self.backward.get(record.id, {}).get(name, [])

    def naming_fields(self, record: Record) -> Iterable[str]:
        """The fields in which other records name `record`."""
        depends_on(NAMED, record.id)
        return self.backward.get(record.id, {})

    def links_of(self, record: Record) -> dict[str, Target]:
        """Where each link of the record's text leads, by what is written there."""
        depends_on(CONNECTIONS, record.id)
        return {
            written: Target(TargetKind(kind), address, fragment, identifier)
            for written, kind, address, fragment, identifier in self.connections_of(record.id).links
        }

    def citations_of(self, record: Record) -> list[Resolved]:
        """The citations of a record that lead somewhere, in the order of its fields and text."""
        depends_on(CONNECTIONS, record.id)
        leads = self.connections_of(record.id).leads
        return resolved_citations(record, leads, self.statutes) if leads else []

    def all_cited(self) -> Iterator[tuple[str, tuple[Cited, ...]]]:
        """What each record of the site cites, newest first; those that cite nothing are left out.

        Read in one go, which takes a fraction of the time of asking for each record.
        """
        depends_on(CITATIONS)
        cited = {path: held.cited for path, held in self.connections.items() if held.cited}
        entries = self.library.entries
        for identifier in self.library.published_ids(self.now):
            found = cited.get(entries[identifier].path)
            if found:
                yield identifier, found

    def citing(self, statute: str, anchor: str | None = None) -> list[str]:
        """The ids of the records that cite a statute, or one clause of it, newest first."""
        key = statute if anchor is None else f"{statute}#{anchor}"
        depends_on(CITING, key)
        return self.citing_ids.get(key, [])

    def cited_clauses(self) -> dict[str, list[str]]:
        """All clauses (`id#anchor`) that are cited, with the ids of the records that do."""
        depends_on(CITATIONS)
        return {key: ids for key, ids in sorted(self.citing_ids.items()) if "#" in key}

    def cited_by_statute(self) -> dict[str, list[str]]:
        """All statutes that are cited, with the ids of the records that do."""
        depends_on(CITATIONS)
        return {key: ids for key, ids in sorted(self.citing_ids.items()) if "#" not in key}

    def sharing_number(self, number: str) -> list[str]:
        depends_on(INDEX_NUMBER, number)
        return self.index_numbers.get(number, [])

    @property
    def external_addresses(self) -> list[str]:
        return sorted(self.external_users)

    def citing_fingerprint(self, key: str) -> bytes | None:
        ids = self.citing_ids.get(key)
        return fingerprint(ids) if ids else None

    def number_fingerprint(self, number: str) -> bytes:
        ids = self.index_numbers.get(number, ())
        return fingerprint([(id, self.library.entries[id].path) for id in ids])

    @property
    def citations_fingerprint(self) -> bytes:
        """Of all citations with everything that the table of citations says of them."""
        names = [
            (version.record.id, version.record.extract.title, version.record.extract.address)
            for work in self.statutes.works
            for version in work.versions
        ]
        return fingerprint(self.citations_sum, names)

    def citation_digest(self, identifier: str, held: Connections) -> int:
        """A number for what the table of citations says of one record; 0 where it says nothing.

        The sum of all changes when one does, and need not be computed from all records.
        """
        if not any(held.leads):
            return 0
        entry, extract = self.library.entries[identifier], self.library.records[identifier].extract
        said = (identifier, entry.address, entry.published, extract.law_day, extract.citations)
        return int.from_bytes(fingerprint(said, entry.state(self.now), held.leads))

    @property
    def findings(self) -> list[Finding]:
        return [
            Finding.from_tuple(plain)
            for held in self.connections.values()
            for plain in held.findings
        ]

    # Updating.

    def connect(self, path: str) -> Connections:
        """Resolve what the record of the file at `path` names, as things are now."""
        record = self.library.open_record(path)
        if path in self.library.invalid:
            return connect_hidden(record, self.library, self.targets, valid=False)
        if not self.library.entries[record.id].is_shown(self.now):
            return connect_hidden(record, self.library, self.targets, valid=True)
        return connect(record, self.library, self.targets, self._resolver)

    def add(self, identifier: str, held: Connections) -> set[str]:
        """Enter what a shown record names into the inverse tables; returns the changed scopes."""
        for ids in self._lists_of(identifier, held):
            # A record that names another one twice in one field counts twice.
            ids.append(identifier)
            self._unsorted[id(ids)] = ids
        return changed_scopes(identifier, held)

    def remove(self, identifier: str, held: Connections) -> set[str]:
        """Take what was entered for a record out of the inverse tables again."""
        for ids in self._lists_of(identifier, held):
            if identifier in ids:
                ids.remove(identifier)
        return changed_scopes(identifier, held)

    def _lists_of(self, identifier: str, held: Connections) -> Iterator[list[str]]:
        """The lists of the inverse tables in which a record is."""
        for name, target in held.references:
            yield self.backward.setdefault(target, {}).setdefault(name, [])
        for place in cited_places(identifier, held.leads):
            yield self.citing_ids.setdefault(place, [])
        for address in held.external:
            yield self.external_users.setdefault(address, [])
        if held.index_number:
            yield self.index_numbers.setdefault(held.index_number, [])

    def settle(self) -> None:
        """Sort the lists that were added to, newest record first, and drop the empty ones."""
        for ids in self._unsorted.values():
            ids.sort(key=self._age, reverse=True)
        self._unsorted.clear()
        loaded = vars(self)
        for names in loaded.get("backward", {}).values():
            _drop_empty(names)
        for table in TABLES:
            _drop_empty(loaded.get(table, {}))

    def _age(self, identifier: str) -> tuple[int, str]:
        return self.library.entries[identifier].published, identifier


def changed_scopes(identifier: str, held: Connections) -> set[str]:
    """The scopes of all dependencies that what a record names can alter."""
    scopes = {f"connections {identifier}"}
    scopes.update(f"named {target}" for _, target in held.references)
    scopes.update(
        f"citing {place.partition('#')[0]}" for place in cited_places(identifier, held.leads)
    )
    if held.leads:
        scopes.add("citations")
    if held.external:
        scopes.add("external")
    if held.index_number:
        scopes.add(f"index-number {held.index_number}")
    return scopes


def _drop_empty(table: dict[str, Any]) -> None:
    for key in [key for key, value in table.items() if not value]:
        del table[key]


def build_graph(library: Library, now: datetime) -> Graph:
    """The whole graph of the records that are on the site at `now`, in memory."""
    connections: dict[str, Connections] = {}
    graph = Graph(library, seconds(now), connections)
    for path in [*library.invalid, *(entry.path for entry in library.entries.values())]:
        if library.invalid.get(path, True):
            held = connections[path] = graph.connect(path)
            identifier = library.ids_by_path.get(path)
            if identifier:
                graph.add(identifier, held)
    graph.settle()
    return graph

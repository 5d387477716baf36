"""The graph of references, links and citations between records, in both directions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from plugins.clock import seconds
from plugins.dependencies import BACKLINKS, CITATIONS, CITING, CONNECTIONS
from plugins.findings import Finding
from plugins.incremental.fingerprint import fingerprint
from plugins.incremental.tracking import depends_on
from plugins.records import Library, Record
from plugins.records.extract import column_of
from plugins.relations.citations import (
    CitationResolver,
    Cited,
    ResolvedCitation,
    cited_keys,
    resolved_citations,
)
from plugins.relations.connections import (
    NO_CONNECTIONS,
    Connections,
    connect,
    connect_unpublished,
)
from plugins.relations.link_resolver import LinkResolver
from plugins.relations.link_target import LinkTarget, TargetKind
from plugins.relations.statutes import Statutes

# The tables of back links, in the order in which they are stored.
TABLES = ("backlinks", "citing_ids", "external_users", "sharing_ids")


@dataclass
class Graph:
    """Edges between the records that are on the site at `now`, in seconds since 1970.

    `connections` are by path of the file what each record names. The other tables are the inverse,
    by id of what is named: `backlinks` by id and field, `citing_ids` by id of a statute and anchor
    of a clause ("" for the statute itself), `external_users` by external address, `sharing_ids` by
    a field and a value that one record alone should have. They hold ids of records, newest first.
    """

    library: Library
    now: int
    connections: Mapping[str, Connections] = field(default_factory=dict)
    # Gives a stored table by its name.
    load_table: Callable[[str], dict[str, Any]] = lambda _name: {}
    # A sum over the citations of all records, see `citations_fingerprint_of`.
    citations_sum: int = 0
    # Lists that were added to since `sort_tables`, by identity.
    _unsorted: dict[int, list[str]] = field(default_factory=dict)

    @cached_property
    def backlinks(self) -> dict[str, dict[str, list[str]]]:
        return self.load_table("backlinks")

    @cached_property
    def citing_ids(self) -> dict[str, dict[str, list[str]]]:
        return self.load_table("citing_ids")

    @cached_property
    def external_users(self) -> dict[str, list[str]]:
        return self.load_table("external_users")

    @cached_property
    def sharing_ids(self) -> dict[str, list[str]]:
        return self.load_table("sharing_ids")

    @cached_property
    def link_resolver(self) -> LinkResolver:
        return LinkResolver(self.library, self.now)

    @cached_property
    def statutes(self) -> Statutes:
        columns = {column.code for column in self.library.columns if column.traits.is_law}
        entries = self.library.entries
        shown = (
            identifier
            for identifier in entries
            if column_of(identifier) in columns and entries[identifier].is_shown(self.now)
        )
        order = sorted(shown, key=self._publication_key, reverse=True)
        return Statutes(map(self.library.records.__getitem__, order))

    @cached_property
    def _resolver(self) -> CitationResolver:
        return CitationResolver(self.statutes)

    def forget_statutes(self) -> None:
        """Drop the cached statutes: one of them has changed."""
        vars(self).pop("statutes", None)
        vars(self).pop("_resolver", None)

    # Outgoing and incoming edges of a record.

    def connections_of(self, identifier: str) -> Connections:
        entry = self.library.entries.get(identifier)
        return self.connections.get(entry.path, NO_CONNECTIONS) if entry else NO_CONNECTIONS

    def referenced_ids(self, record: Record, name: str) -> list[str]:
        """The ids in the reference field `name` of `record`, in the order written."""
        depends_on(CONNECTIONS, record.id)
        return self.connections_of(record.id).named(name)

    def referencing_ids(self, record: Record, name: str) -> list[str]:
        """The ids of the records whose reference field `name` contains `record`."""
        depends_on(BACKLINKS, record.id)
        return self.backlinks.get(record.id, {}).get(name, [])

    def referencing_fields(self, record: Record) -> Iterable[str]:
        """The reference fields of other records that contain `record`."""
        depends_on(BACKLINKS, record.id)
        return self.backlinks.get(record.id, {})

    def links_of(self, record: Record) -> dict[str, LinkTarget]:
        """The target of each link in the record's text, by the link as written."""
        depends_on(CONNECTIONS, record.id)
        return {
            written: LinkTarget(TargetKind(kind), address, fragment, identifier)
            for written, kind, address, fragment, identifier in self.connections_of(record.id).links
        }

    def citations_of(self, record: Record) -> list[ResolvedCitation]:
        """The resolved citations of a record, in the order of its fields and text."""
        depends_on(CONNECTIONS, record.id)
        citation_targets = self.connections_of(record.id).citation_targets
        return (
            resolved_citations(record, citation_targets, self.statutes) if citation_targets else []
        )

    def all_cited(self) -> Iterator[tuple[str, tuple[Cited, ...]]]:
        """What each record of the site cites, newest first; those that cite nothing are left out.

        Read in one go, which takes a fraction of the time of asking for each record.
        """
        depends_on(CITATIONS)
        cited = {path: edges.cited for path, edges in self.connections.items() if edges.cited}
        entries = self.library.entries
        for identifier in self.library.published_ids(self.now):
            found = cited.get(entries[identifier].path)
            if found:
                yield identifier, found

    def citing(self, statute: str, anchor: str = "") -> list[str]:
        """The ids of the records that cite a statute, or one clause of it, newest first."""
        depends_on(CITING, statute)
        return self.citing_ids.get(statute, {}).get(anchor, [])

    def cited_clauses(self) -> dict[tuple[str, str], list[str]]:
        """All clauses (statute and anchor) that are cited, with the ids of the records that do."""
        depends_on(CITATIONS)
        return {
            (statute, anchor): ids
            for statute, by_anchor in sorted(self.citing_ids.items())
            for anchor, ids in sorted(by_anchor.items())
            if anchor
        }

    def cited_by_statute(self) -> dict[str, list[str]]:
        """All statutes that are cited, with the ids of the records that do."""
        depends_on(CITATIONS)
        return {statute: by_anchor[""] for statute, by_anchor in sorted(self.citing_ids.items())}

    def shared(self) -> Iterator[tuple[str, str, list[str]]]:
        """The fields whose values several records have, the values, and the ids of these."""
        for key, ids in sorted(self.sharing_ids.items()):
            if len(ids) > 1:
                name, _, value = key.split(" ", 2)
                yield name, value, ids

    @property
    def external_addresses(self) -> list[str]:
        return sorted(self.external_users)

    @property
    def citations_fingerprint(self) -> bytes:
        """Of all citations and of what the exported table of citations contains."""
        names = [
            (version.record.id, version.record.extract.title, version.record.extract.address)
            for work in self.statutes.works
            for version in work.versions
        ]
        return fingerprint(self.citations_sum, names)

    def citations_fingerprint_of(self, identifier: str, edges: Connections) -> int:
        """A number that stands for the citations of one record; 0 without citations.

        Their sum stands for all citations of the site and can be updated record by record.
        """
        if not any(edges.citation_targets):
            return 0
        entry, extract = self.library.entries[identifier], self.library.records[identifier].extract
        cited = (identifier, entry.address, entry.published, extract.law_day, extract.citations)
        return int.from_bytes(fingerprint(cited, entry.state(self.now), edges.citation_targets))

    @property
    def findings(self) -> list[Finding]:
        return [
            Finding.from_tuple(plain)
            for edges in self.connections.values()
            for plain in edges.findings
        ]

    # Updating.

    def connect(self, path: str) -> Connections:
        """Compute the connections of the record of the file at `path`."""
        record = self.library.open_record(path)
        if path in self.library.invalid:
            return connect_unpublished(record, self.library, self.link_resolver, valid=False)
        if not self.library.entries[record.id].is_shown(self.now):
            return connect_unpublished(record, self.library, self.link_resolver, valid=True)
        return connect(record, self.library, self.link_resolver, self._resolver)

    def add(self, identifier: str, edges: Connections) -> set[str]:
        """Add the edges of a published record to the inverse tables; returns the changed scopes."""
        for ids in self._lists_of(identifier, edges):
            # A record that is named twice in one field is listed twice.
            ids.append(identifier)
            self._unsorted[id(ids)] = ids
        return changed_scopes(identifier, edges)

    def remove(self, identifier: str, edges: Connections) -> set[str]:
        """Remove the edges of a record from the inverse tables; returns the changed scopes."""
        for ids in self._lists_of(identifier, edges):
            if identifier in ids:
                ids.remove(identifier)
        return changed_scopes(identifier, edges)

    def _lists_of(self, identifier: str, edges: Connections) -> Iterator[list[str]]:
        """The lists of the inverse tables that contain a record."""
        for name, target in edges.references:
            yield self.backlinks.setdefault(target, {}).setdefault(name, [])
        for statute, anchor in cited_keys(identifier, edges.citation_targets):
            yield self.citing_ids.setdefault(statute, {}).setdefault(anchor, [])
        for address in edges.external:
            yield self.external_users.setdefault(address, [])
        for _, key in edges.unique:
            yield self.sharing_ids.setdefault(key, [])

    def sort_tables(self) -> None:
        """Sort the lists that were added to, newest record first, and drop empty lists."""
        for ids in self._unsorted.values():
            ids.sort(key=self._publication_key, reverse=True)
        self._unsorted.clear()
        loaded = vars(self)
        for table in ("backlinks", "citing_ids"):
            for lists in loaded.get(table, {}).values():
                _drop_empty(lists)
        for table in TABLES:
            _drop_empty(loaded.get(table, {}))

    def _publication_key(self, identifier: str) -> tuple[int, str]:
        return self.library.entries[identifier].published, identifier


def changed_scopes(identifier: str, edges: Connections) -> set[str]:
    """The scopes that a change of a record's connections affects."""
    scopes = {f"connections {identifier}"}
    scopes.update(f"backlinks {target}" for _, target in edges.references)
    scopes.update(
        f"citing {statute}" for statute, _ in cited_keys(identifier, edges.citation_targets)
    )
    if edges.citation_targets:
        scopes.add("citations")
    if edges.external:
        scopes.add("external")
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
            connected = connections[path] = graph.connect(path)
            identifier = library.ids_by_path.get(path)
            if identifier:
                graph.add(identifier, connected)
    graph.sort_tables()
    return graph

"""Bringing the index of the site up to date: which records there are, and what each names.

One path for every change. The records of changed files are taken out of the index as they were and
put in as they are; then every node of the graph whose dependencies changed is computed again. A
build from nothing is the case in which all files are new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from plugins.build.sources import ParsedSource, Sources
from plugins.clock import seconds
from plugins.findings import Finding
from plugins.incremental.nodes import Computed, Nodes
from plugins.incremental.parallel import parallel_map
from plugins.incremental.store import Store
from plugins.incremental.tracking import BEGINNING, END, Interval, track
from plugins.records import Library
from plugins.records.extract import IndexEntry
from plugins.records.loading import identifier_of, replace_entries
from plugins.relations.connections import Connections
from plugins.relations.graph import TABLES, Graph
from plugins.relations.vocabulary import check_record, needs_check

CONNECTIONS, CHECK = "connections ", "check "
Plain = tuple[Any, ...]


class StoredConnections(Mapping[str, Connections]):
    """What records name, by path of the file: nodes of the dependency graph.

    A node's value is the id under which the record is in the inverse tables (None for a record that
    is not shown), the connections, and their citation digest.
    """

    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes
        self._decoded: dict[str, Connections] = {}

    def __getitem__(self, path: str) -> Connections:
        found = self._decoded.get(path)
        if found is None:
            value = self._nodes.value(CONNECTIONS + path)
            if value is None:
                raise KeyError(path)
            found = self._decoded[path] = Connections._make(value[1])
        return found

    def forget(self, path: str) -> None:
        """Read it anew: the node is being computed again."""
        self._decoded.pop(path, None)

    def __iter__(self) -> Iterator[str]:
        return (name.removeprefix(CONNECTIONS) for name in self._nodes.names(CONNECTIONS))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def items(self) -> Any:
        """All of them, read in one go."""
        return {
            name.removeprefix(CONNECTIONS): Connections._make(value[1])
            for name, value in self._nodes.values(CONNECTIONS)
        }.items()


class Index:
    """The library's entries and the graph's tables, loaded from the store and kept up to date.

    `scopes` collects what changed, for `Nodes.stale`.
    """

    def __init__(
        self, store: Store, nodes: Nodes, sources: Sources, now: datetime, workers: int
    ) -> None:
        self._store, self._nodes, self._sources, self._workers = store, nodes, sources, workers
        self.now = seconds(now)
        self._moment = now
        self.scopes: set[str] = set()
        self._dirty: set[str] = set()

    def load(self, library: Library) -> Graph:
        """Fill a library without records with the stored index; the graph of it."""
        stored = self._store.meta
        entries = stored("entries", {})
        library.entries.update((id, IndexEntry._make(plain)) for id, plain in entries.items())
        library.invalid.update(stored("invalid", {}))
        library.duplicates.update(stored("duplicates", {}))
        self.findings: dict[str, tuple[Plain, ...]] = stored("findings", {})
        library.open_record = self._sources.record
        library.entry_of = lambda path: self._sources[path].entry
        self.library = library
        connections = StoredConnections(self._nodes)
        self.graph = Graph(library, self.now, connections, lambda name: stored(name, {}))
        self.graph.citations_sum = stored("citations_sum", 0)
        self._last = stored("now", self.now)
        return self.graph

    # The records.

    def replace(
        self,
        new: dict[str, ParsedSource],
        removed: Iterable[str],
    ) -> None:
        """Put parsed files in place of what the index has of them, and connect them anew."""
        library, removed = self.library, set(removed)
        before = {path: library.ids_by_path.get(path) for path in (*new, *removed)}
        turned = self._turned()
        old_entries = {id: library.entries.get(id) for id in {*before.values()} - {None}}
        for path in (*new, *removed):
            source = new.get(path)
            self._set_findings(f"source {path}", source.findings if source else ())
            if path in library.invalid or (source and not source.is_valid):
                self._dirty.add("invalid")
            library.invalid.pop(path, None)
            if source and not source.is_valid:
                library.invalid[path] = source.extract is not None
        entries = {path: source.entry for path, source in new.items()}
        entries |= dict.fromkeys(removed)
        for entry in entries.values():
            if entry is not None:
                old_entries.setdefault(
                    identifier_of(entry), library.entries.get(identifier_of(entry))
                )
        had_duplicates = bool(library.duplicates)
        affected = replace_entries(library, entries)
        if had_duplicates or library.duplicates:
            self._dirty.add("duplicates")
        for identifier in affected:
            self._compare_entries(
                identifier, old_entries.get(identifier), library.entries.get(identifier)
            )
        self.scopes.update(f"name {path.removesuffix('.md')}" for path in (*new, *removed))
        for identifier in turned:
            self._changed_record(identifier)
            self._changed_place(identifier)
        paths = {*new, *removed}
        for identifier in affected | turned:
            for entry in (old_entries.get(identifier), library.entries.get(identifier)):
                if entry is not None:
                    paths.add(entry.path)
        self._connect(paths)
        self._check(affected | turned | {id for id in before.values() if id})

    def _turned(self) -> set[str]:
        """Records that appeared, or came to lists or left them, since the last build."""
        if self._last == self.now:
            return set()
        return {
            identifier
            for identifier, entry in self.library.entries.items()
            if entry.state(self._last) != entry.state(self.now)
        }

    def valid(self) -> Interval:
        """The interval around now in which no record turns."""
        since, until = BEGINNING, END
        for entry in self.library.entries.values():
            if entry.draft:
                continue
            for moment in (entry.published, *entry.listed):
                if moment <= self.now:
                    since = max(since, moment)
                else:
                    until = min(until, moment)
        return since, until

    def _compare_entries(
        self, identifier: str, old: IndexEntry | None, new: IndexEntry | None
    ) -> None:
        self._changed_record(identifier)
        if old == new:
            return
        self._dirty.add("entries")
        self.scopes |= {"entries", f"parts {identifier.partition('/')[0]}"}
        if old is None or new is None or old[1:-2] != new[1:-2]:
            self._changed_place(identifier)

    def _changed_record(self, identifier: str) -> None:
        self.scopes |= {f"record {identifier}", f"name {identifier}", "records"}
        entry = self.library.entries.get(identifier)
        if entry:
            self.scopes.add(f"name {entry.path.removesuffix('.md')}")
        column = identifier.partition("/")[0]
        if self.library.column(column).traits.is_law:
            self.scopes |= {"statutes", "citations"}
            self.graph.forget_statutes()

    def _changed_place(self, identifier: str) -> None:
        column = identifier.partition("/")[0]
        self.scopes |= {f"column {column}", f"parts {column}", "entries"}

    # The graph.

    def _connect(self, paths: set[str]) -> None:
        nodes, graph = self._nodes, self.graph
        reasons = nodes.stale(self.scopes, CONNECTIONS) | nodes.expired(self.now, CONNECTIONS)
        paths |= {name.removeprefix(CONNECTIONS) for name in reasons}
        replaced = {path: nodes.value(CONNECTIONS + path) for path in sorted(paths)}
        for path in replaced:
            graph.connections.forget(path)
        for path, computed in parallel_map([*replaced], self._connect_worker, self._workers):
            before = replaced[path]
            identifier, held = self._put_connections(path, computed)
            entered, old = (before[0], Connections._make(before[1])) if before else (None, None)
            self._count_citations(before, nodes.value(CONNECTIONS + path))
            if entered == identifier and _edges(old) == _edges(held) and not self._moved(entered):
                continue
            if entered is not None and old is not None:
                self.scopes |= graph.remove(entered, old)
                self._dirty.update(TABLES)
            if identifier is not None and held is not None:
                self.scopes |= graph.add(identifier, held)
                self._dirty.update(TABLES)
        graph.settle()

    def _count_citations(self, before: Plain | None, after: Plain | None) -> None:
        old, new = (value[2] if value else 0 for value in (before, after))
        if old != new:
            self.graph.citations_sum = (self.graph.citations_sum - old + new) % (1 << 64)
            self.scopes.add("citations")

    def _moved(self, identifier: str | None) -> bool:
        """Whether the place of a record in lists of ids, which are by date, may be another one."""
        return identifier is not None and f"column {identifier.partition('/')[0]}" in self.scopes

    def _connect_worker(
        self, paths: Iterable[str], _worker: int
    ) -> Iterator[tuple[str, Plain | None]]:
        """For `parallel_map`: the connections of some files as plain values, as a node has them.

        None for a file that has no record now.
        """
        library = self.library
        for path in paths:
            identifier = library.ids_by_path.get(path)
            if identifier is None and not library.invalid.get(path):
                yield path, None
                continue
            with track() as tracker:
                held = self.graph.connect(path)
            shown = identifier is not None and library.entries[identifier].is_shown(self.now)
            digest = self.graph.citation_digest(identifier, held) if shown else 0
            value = (identifier if shown else None, tuple(held._replace(findings=())), digest)
            dependencies = tuple(sorted(tracker.dependencies))
            yield path, (value, dependencies, tracker.since, tracker.until, held.findings)

    def _put_connections(
        self, path: str, computed: Plain | None
    ) -> tuple[str | None, Connections | None]:
        """Keep one node; under which id it is in the inverse tables, and its connections."""
        name = CONNECTIONS + path
        if computed is None:
            self._nodes.remove(name)
            self._set_findings(name, ())
            return None, None
        value, dependencies, since, until, findings = computed
        self._nodes.put_computed(name, Computed(value, dependencies, since, until, ""))
        self._set_findings(name, findings)
        return value[0], Connections._make(value[1])

    def _check(self, ids: set[str]) -> None:
        nodes, library = self._nodes, self.library
        stale = nodes.stale(self.scopes, CHECK) | nodes.expired(self.now, CHECK)
        ids |= {name.removeprefix(CHECK) for name in stale}
        for identifier in sorted(ids):
            name = CHECK + identifier
            entry = library.entries.get(identifier)
            record = library.records[identifier] if entry and entry.is_shown(self.now) else None
            if record is None or not needs_check(record):
                nodes.remove(name)
                self._set_findings(name, ())
                continue
            with track() as tracker:
                found = check_record(library, self.graph, record, self._moment)
            nodes.put(name, None, tracker, "")
            self._set_findings(name, tuple(finding.as_tuple for finding in found))

    # Findings, and saving.

    def _set_findings(self, owner: str, findings: tuple[Plain, ...]) -> None:
        if findings:
            if self.findings.get(owner) != findings:
                self.findings[owner] = findings
                self._dirty.add("findings")
        elif self.findings.pop(owner, None) is not None:
            self._dirty.add("findings")

    def all_findings(self) -> Iterator[Finding]:
        for _, plains in sorted(self.findings.items()):
            yield from (Finding.from_tuple(plain) for plain in plains)
        yield from self.library.findings

    def save(self) -> None:
        library, store = self.library, self._store
        values: dict[str, Any] = {
            "entries": lambda: {id: tuple(e) for id, e in library.entries.items()},
            "invalid": lambda: dict(library.invalid),
            "duplicates": lambda: library.duplicates,
            "findings": lambda: self.findings,
            **{name: (lambda name=name: getattr(self.graph, name)) for name in TABLES},
        }
        for name, value in values.items():
            if name in self._dirty:
                store.set_meta(name, value())
        store.set_meta("citations_sum", self.graph.citations_sum)
        store.set_meta("now", self.now)


def _edges(held: Connections | None) -> Plain | None:
    return None if held is None else tuple(held._replace(findings=()))

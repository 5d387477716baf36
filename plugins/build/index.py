"""Bringing the index of the site up to date: which records there are, and what each names.

One path for every change. The records of changed files are taken out of the index as they were and
put in as they are; then every node of the graph whose dependencies changed is computed again. A
build from nothing is the case in which all files are new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from plugins.build.connector import CONNECTIONS, Connector, StoredConnections
from plugins.clock import seconds
from plugins.findings import Finding
from plugins.incremental.nodes import Computed, Nodes
from plugins.incremental.store import Store
from plugins.incremental.tracking import BEGINNING, END, Interval, track
from plugins.parsed.source import ParsedSource
from plugins.parsed.sources import Sources
from plugins.records import Library
from plugins.records.extract import IndexEntry, column_of
from plugins.records.loading import replace_entries
from plugins.relations.cross_record_rules import check_record, needs_check
from plugins.relations.graph import TABLES, Graph

CHECK = "check "
Plain = tuple[Any, ...]


class Index:
    """The entries of a library and the tables of a graph, as stored and kept up to date.

    `scopes` collects what changed, for `Nodes.stale`.
    """

    def __init__(
        self,
        store: Store,
        nodes: Nodes,
        sources: Sources,
        library: Library,
        moment: datetime,
        workers: int,
    ) -> None:
        """Fills `library`, which is without records, with the stored index."""
        self._store, self._nodes, self.library = store, nodes, library
        self._moment, self._now = moment, seconds(moment)
        self.scopes: set[str] = set()
        stored = store.meta
        entries = stored("entries", {})
        library.entries.update((id, IndexEntry._make(plain)) for id, plain in entries.items())
        library.invalid.update(stored("invalid", {}))
        library.duplicates.update(stored("duplicates", {}))
        library.acceptances.update(stored("acceptances", {}))
        library.open_record = sources.record
        library.entry_of = sources.entry
        self._findings: dict[str, Plain] = {**stored("findings", {})}
        self._entries_changed = False
        connections = StoredConnections(nodes)
        self.graph = Graph(library, self._now, connections, lambda name: stored(name, {}))
        self.graph.citations_sum = stored("citations_sum", 0)
        self._connector = Connector(nodes, self.graph, connections, workers)

    # The records.

    def replace(self, new: Mapping[str, ParsedSource], removed: set[str]) -> None:
        """Put parsed files in place of what the index has of them, and connect them anew."""
        library, old, invalid = self.library, {**self.library.entries}, {*self.library.invalid}
        turned = self._turned()
        parsed: dict[str, IndexEntry | None] = {}
        for path in (*new, *removed):
            source = new.get(path)
            parsed[path] = source.entry if source else None
            self._set_findings(f"source {path}", source.findings if source else ())
            library.invalid.pop(path, None)
            library.acceptances.pop(path, None)
            if source and (accepted := source.acceptances):
                library.acceptances[path] = accepted
            if source and not source.is_valid:
                library.invalid[path] = source.extract is not None
            self.scopes.add(f"name {path.removesuffix('.md')}")
        replaced = replace_entries(library, parsed)
        for identifier in replaced | turned:
            self._changed_record(identifier)
        for identifier in replaced:
            self._compare_entries(identifier, old.get(identifier), library.entries.get(identifier))
        for identifier in turned:
            self._changed_place(identifier)
        if turned or library.invalid.keys() != invalid:
            self.scopes.add("moves")
        changed = replaced | turned
        entries = [index.get(id) for id in changed for index in (old, library.entries)]
        paths = {*parsed, *(entry.path for entry in entries if entry)}
        for path, findings in self._connector.connect(paths, self.scopes):
            self._set_findings(CONNECTIONS + path, findings)
        self._check(changed)

    def _turned(self) -> set[str]:
        """Records that appeared, or came to lists or left them, since the last build."""
        last = self._store.meta("now", self._now)
        if last == self._now:
            return set()
        return {
            identifier
            for identifier, entry in self.library.entries.items()
            if entry.state(last) != entry.state(self._now)
        }

    def valid(self) -> Interval:
        """The interval around now in which no record turns."""
        since, until = BEGINNING, END
        for entry in self.library.entries.values():
            if entry.draft:
                continue
            for moment in (entry.published, *entry.listed):
                if moment <= self._now:
                    since = max(since, moment)
                else:
                    until = min(until, moment)
        return since, until

    def _compare_entries(
        self, identifier: str, old: IndexEntry | None, new: IndexEntry | None
    ) -> None:
        if old == new:
            return
        self._entries_changed = True
        self.scopes |= {"entries", f"parts {column_of(identifier)}"}
        if any(entry and entry.alert for entry in (old, new)):
            self.scopes.add("alerts")
        # Lists show neither the path of the file, which comes first, nor what is at the end: old
        # addresses and two parts.
        if old is None or new is None or old[1:-3] != new[1:-3]:
            self._changed_place(identifier)
        if old is None or new is None or old[:-2] != new[:-2]:
            self.scopes.add("moves")

    def _changed_record(self, identifier: str) -> None:
        self.scopes |= {f"record {identifier}", f"name {identifier}", "records"}
        entry = self.library.entries.get(identifier)
        if entry:
            self.scopes.add(f"name {entry.path.removesuffix('.md')}")
            if entry.moved_from:
                # What is said of them is said at their line.
                self.scopes.add("moves")
        column = column_of(identifier)
        if self.library.column(column).traits.is_law:
            self.scopes |= {"statutes", "citations"}
            self.graph.forget_statutes()

    def _changed_place(self, identifier: str) -> None:
        entry = self.library.entries.get(identifier)
        if entry and entry.alert:
            self.scopes.add("alerts")
        column = column_of(identifier)
        self.scopes |= {f"column {column}", f"parts {column}", "entries"}

    def _check(self, ids: set[str]) -> None:
        """Find again what is wrong with these records beside others, and with stale ones."""
        nodes, library = self._nodes, self.library
        stale = nodes.stale(self.scopes, CHECK) | nodes.expired(self._now, CHECK)
        for identifier in sorted(ids.union(name.removeprefix(CHECK) for name in stale)):
            name = CHECK + identifier
            entry = library.entries.get(identifier)
            record = library.records[identifier] if entry and entry.is_shown(self._now) else None
            if record is None or not needs_check(record):
                nodes.remove(name)
                self._set_findings(name, ())
                continue
            with track() as tracker:
                found = check_record(library, self.graph, record, self._moment)
            nodes.put(name, Computed.of(None, tracker))
            self._set_findings(name, tuple(finding.as_tuple for finding in found))

    # Findings, and saving.

    def _set_findings(self, owner: str, findings: Iterable[Plain]) -> None:
        if findings:
            self._findings[owner] = tuple(findings)
        else:
            self._findings.pop(owner, None)

    def all_findings(self) -> Iterator[Finding]:
        for _, plains in sorted(self._findings.items()):
            yield from map(Finding.from_tuple, plains)
        yield from self.library.findings

    def save(self) -> None:
        """In a transaction of the caller."""
        library, store = self.library, self._store
        if self._entries_changed:
            store.set_meta("entries", {id: tuple(e) for id, e in library.entries.items()})
        if self._connector.tables_changed:
            for name in TABLES:
                store.set_meta(name, getattr(self.graph, name))
        store.update_meta(
            {
                "invalid": library.invalid,
                "duplicates": library.duplicates,
                "acceptances": library.acceptances,
                "findings": self._findings,
                "citations_sum": self.graph.citations_sum,
                "now": self._now,
            }
        )

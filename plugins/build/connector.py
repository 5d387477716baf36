"""What every record names, as nodes of the dependency graph, and the tables of what names it."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, Mapping
from typing import Any

from plugins.incremental.nodes import Computed, Nodes
from plugins.incremental.tracking import track
from plugins.relations.connections import NO_CONNECTIONS, Connections
from plugins.relations.graph import Graph
from plugins.workers.parallel import parallel_map

CONNECTIONS = "connections "
Plain = tuple[Any, ...]


class StoredConnections(Mapping[str, Connections]):
    """What records name, by path of the file.

    A node's value is the id under which the record is in the inverse tables (None for a record that
    is not shown), the connections without findings, and their citation digest.

    Those that were read last stay decoded: a page asks several times for those of its record, and
    those of all records would take five times the memory that they take in the store.
    """

    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes
        self._last: tuple[str, Connections] = ("", NO_CONNECTIONS)

    def __getitem__(self, path: str) -> Connections:
        if path != self._last[0]:
            value = self._nodes.value(CONNECTIONS + path)
            if value is None:
                raise KeyError(path)
            self._last = path, Connections._make(value[1])
        return self._last[1]

    def forget_last(self) -> None:
        """Read it anew: nodes are being computed again."""
        self._last = ("", NO_CONNECTIONS)

    def items(self) -> ItemsView[str, Connections]:
        """All of them, without a statement for each."""
        values = self._nodes.values(CONNECTIONS).items()
        return {
            name.removeprefix(CONNECTIONS): Connections._make(value[1]) for name, value in values
        }.items()

    def __iter__(self) -> Iterator[str]:
        return (name.removeprefix(CONNECTIONS) for name in self._nodes.names(CONNECTIONS))

    def __len__(self) -> int:
        return len(self._nodes.names(CONNECTIONS))


class Connector:
    """Connects records anew. `tables_changed` says whether an inverse table is another one now."""

    def __init__(
        self, nodes: Nodes, graph: Graph, connections: StoredConnections, workers: int
    ) -> None:
        self._nodes, self._graph, self._connections = nodes, graph, connections
        self._workers = workers
        self.tables_changed = False

    def connect(self, paths: Iterable[str], scopes: set[str]) -> Iterator[tuple[str, Plain]]:
        """Connect the records of these files, and those that depend on what changed in `scopes`.

        Adds the scopes of what came out different. Yields the findings about each file.
        """
        nodes, graph = self._nodes, self._graph
        stale = nodes.stale(scopes, CONNECTIONS) | nodes.expired(graph.now, CONNECTIONS)
        again = {*paths, *(name.removeprefix(CONNECTIONS) for name in stale)}
        before = {path: nodes.value(CONNECTIONS + path) for path in sorted(again)}
        self._connections.forget_last()
        for path, plain, findings in parallel_map([*before], self._work, self._workers):
            if plain is None:
                nodes.remove(CONNECTIONS + path)
            else:
                nodes.put(CONNECTIONS + path, Computed._make(plain))
            self._replace(before[path], plain[0] if plain else None, scopes)
            yield path, findings
        graph.sort_tables()

    def _work(
        self, paths: Iterable[str], _worker: int
    ) -> Iterator[tuple[str, Plain | None, Plain]]:
        """For `parallel_map`: path, node and findings; no node where there is no record now."""
        graph, library = self._graph, self._graph.library
        for path in paths:
            identifier = library.ids_by_path.get(path)
            if identifier is None and not library.invalid.get(path):
                yield path, None, ()
                continue
            with track() as tracker:
                edges = graph.connect(path)
            if identifier is not None and not library.entries[identifier].is_shown(graph.now):
                identifier = None
            digest = 0 if identifier is None else graph.citations_fingerprint_of(identifier, edges)
            value = (identifier, tuple(edges._replace(findings=())), digest)
            yield path, tuple(Computed.of(value, tracker)), edges.findings

    def _replace(self, before: Plain | None, after: Plain | None, scopes: set[str]) -> None:
        """Put the value of one node in place of an earlier one in the inverse tables."""
        graph, nothing = self._graph, (None, (), 0)
        entered, old, digest = before or nothing
        identifier, new, new_digest = after or nothing
        if digest != new_digest:
            graph.citations_sum = (graph.citations_sum - digest + new_digest) % (1 << 64)
            scopes.add("citations")
        # Lists of ids are by date, so another date may be another place in them.
        moved = entered is not None and f"column {entered.partition('/')[0]}" in scopes
        if (entered, old) == (identifier, new) and not moved:
            return
        if entered is not None:
            scopes |= graph.remove(entered, Connections._make(old))
            self.tables_changed = True
        if identifier is not None:
            scopes |= graph.add(identifier, Connections._make(new))
            self.tables_changed = True

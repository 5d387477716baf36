"""The dependency graph: which nodes there are, what each depends on, and which are stale.

A change is told as a set of *scopes*, such as `record news/a`. Every dependency belongs to one
scope; when that changed its fingerprint is computed again, and only if that is another one are the
nodes stale that depend on it.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from plugins.incremental.dependency import Dependency, Registry
from plugins.incremental.store import Store, decode, encode
from plugins.incremental.tracking import ALWAYS, Interval, Tracker, track

# SQLite takes at most so many values in one statement on every version.
BATCH = 500
TIME = "时间到了（排期、期限或日期变化）"


class Node(NamedTuple):
    """A node as it was computed last: its value, valid in [since, until), and why it was stale."""

    value: Any
    since: int
    until: int
    reason: str


class Computed(NamedTuple):
    """A node computed in this build."""

    value: Any
    dependencies: tuple[tuple[str, str], ...]
    since: int
    until: int
    reason: str


class Nodes:
    """The nodes in a store. Names begin with a class of nodes: `page news/index.html`."""

    def __init__(self, store: Store, registry: Registry, site: Any) -> None:
        """`site` is handed to the fingerprint functions of the dependencies."""
        self._store, self._registry, self._site = store, registry, site
        self._computed: dict[str, Computed] = {}
        self._removed: set[str] = set()
        # Fingerprints that were computed in this build, by dependency.
        self._fingerprints: dict[Dependency, Any] = {}
        self._rewritten: set[Dependency] = set()
        self._is_new = _next(store, "node") == 1

    def fingerprint(self, dependency: Dependency) -> Any:
        return self._registry.of(dependency).fingerprint(self._site, dependency.key)

    def scope(self, dependency: Dependency) -> str:
        return self._registry.of(dependency).scope(dependency.key)

    # What is stale.

    def stale(self, scopes: Iterable[str], prefix: str) -> dict[str, str]:
        """Names of nodes of one class that changes in `scopes` make stale, each with a reason."""
        found: dict[str, str] = {}
        for number, dependency, before in self._in_scopes(scopes, prefix):
            with track():
                now = self.fingerprint(dependency)
            self._fingerprints[dependency] = now
            if now == before:
                self._rewritten.discard(dependency)
                continue
            self._rewritten.add(dependency)
            words = self._registry.of(dependency).words.format(dependency.key)
            for name in self._dependents(number):
                if name.startswith(prefix):
                    found.setdefault(name, f"输入变了：{words}")
        return found

    def _in_scopes(
        self, scopes: Iterable[str], prefix: str
    ) -> Iterator[tuple[int, Dependency, Any]]:
        """Dependencies of nodes of one class: their number and the stored fingerprint."""
        for part in _batches(sorted(scopes)):
            sql = (
                "SELECT number, kind, key, fingerprint FROM dependency AS this "
                f"WHERE scope IN ({_marks(part)}) AND EXISTS ("
                "SELECT 1 FROM edge JOIN node ON edge.node = node.number "
                "WHERE edge.dependency = this.number AND node.name GLOB ?) ORDER BY kind, key"
            )
            values = (*part, f"{prefix}*")
            for number, kind, key, stored in self._store.execute(sql, values).fetchall():
                yield number, Dependency(kind, key), decode(stored)

    def _dependents(self, number: int) -> list[str]:
        sql = "SELECT name FROM edge JOIN node ON node = number WHERE dependency = ?"
        return [name for (name,) in self._store.execute(sql, (number,))]

    def expired(self, now: int, prefix: str) -> dict[str, str]:
        """Names of nodes of one class that are not valid at `now`."""
        sql = "SELECT name FROM node WHERE (until <= ? OR since > ?) AND name GLOB ?"
        rows = self._store.execute(sql, (now, now, f"{prefix}*"))
        return {name: TIME for (name,) in rows}

    # Reading and replacing nodes.

    def __contains__(self, name: str) -> bool:
        if name in self._computed or name in self._removed:
            return name in self._computed
        row = self._store.execute("SELECT 1 FROM node WHERE name = ?", (name,)).fetchone()
        return row is not None

    def get(self, name: str) -> Node | None:
        computed = self._computed.get(name)
        if computed is not None:
            return Node(computed.value, computed.since, computed.until, computed.reason)
        if name in self._removed:
            return None
        sql = "SELECT value, since, until, reason FROM node WHERE name = ?"
        row = self._store.execute(sql, (name,)).fetchone()
        return None if row is None else Node(decode(row[0]), *row[1:])

    def names(self, prefix: str) -> Iterator[str]:
        """The names of all nodes of one class."""
        sql = "SELECT name FROM node WHERE name GLOB ?"
        for (name,) in self._store.execute(sql, (f"{prefix}*",)).fetchall():
            if name not in self._computed and name not in self._removed:
                yield name
        yield from (name for name in self._computed if name.startswith(prefix))

    def values(self, prefix: str) -> Iterator[tuple[str, Any]]:
        """Names and values of all nodes of one class, read in one go."""
        sql = "SELECT name, value FROM node WHERE name GLOB ?"
        for name, data in self._store.execute(sql, (f"{prefix}*",)):
            if name not in self._computed and name not in self._removed:
                yield name, decode(data)
        for name, computed in self._computed.items():
            if name.startswith(prefix):
                yield name, computed.value

    def value(self, name: str) -> Any:
        node = self.get(name)
        return None if node is None else node.value

    def put(self, name: str, value: Any, tracker: Tracker, reason: str) -> None:
        dependencies = tuple(sorted(tracker.dependencies))
        self.put_computed(name, Computed(value, dependencies, tracker.since, tracker.until, reason))

    def put_computed(self, name: str, computed: Computed) -> None:
        self._computed[name] = computed
        if self._is_new:
            # Now, while workers compute other nodes, instead of when all are saved.
            for dependency in computed.dependencies:
                if dependency not in self._fingerprints:
                    self._known_fingerprint(Dependency._make(dependency))
        self._removed.discard(name)

    def remove(self, name: str) -> None:
        self._computed.pop(name, None)
        self._removed.add(name)

    def valid(self) -> Interval:
        """The interval in which all stored nodes are valid; after `save`."""
        sql = "SELECT max(since), min(until) FROM node"
        since, until = self._store.execute(sql).fetchone()
        return ALWAYS if since is None else (since, until)

    # Saving.

    def save(self) -> None:
        """Write the changes; the caller commits."""
        store = self._store
        numbers = self._existing({*self._computed, *self._removed})
        self._delete([numbers[name] for name in self._removed if name in numbers])
        known = self._dependency_numbers()
        next_node = _next(store, "node")
        nodes, added, dropped = [], [], []
        for name, computed in self._computed.items():
            number = numbers.get(name)
            before: Sequence[int] = ()
            if number is None:
                number, next_node = next_node, next_node + 1
            else:
                before = self._edges_of(number)
            now = sorted([known[dependency] for dependency in computed.dependencies])
            if before:
                added += [(other, number) for other in {*now} - {*before}]
                dropped += [(other, number) for other in {*before} - {*now}]
            else:
                added += [(other, number) for other in now]
            value = encode(computed.value)
            row = (number, name, computed.since, computed.until, computed.reason, value)
            nodes.append((*row, marshal.dumps(now, 2)))
        added.sort()
        store.execute_many("INSERT OR REPLACE INTO node VALUES (?, ?, ?, ?, ?, ?, ?)", nodes)
        store.execute_many("DELETE FROM edge WHERE dependency = ? AND node = ?", dropped)
        store.execute_many("INSERT OR IGNORE INTO edge VALUES (?, ?)", added)
        self._prune({dependency for dependency, _ in dropped})

    def _existing(self, names: set[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        if _next(self._store, "node") == 1:
            return found
        for part in _batches(sorted(names)):
            sql = f"SELECT name, number FROM node WHERE name IN ({_marks(part)})"
            found.update(self._store.execute(sql, part))
        return found

    def _edges_of(self, number: int) -> Sequence[int]:
        sql = "SELECT dependencies FROM node WHERE number = ?"
        (stored,) = self._store.execute(sql, (number,)).fetchone()
        found: Sequence[int] = marshal.loads(stored)
        return found

    def _delete(self, numbers: Sequence[int]) -> None:
        freed = set()
        for number in numbers:
            edges = self._edges_of(number)
            freed.update(edges)
            rows = ((dependency, number) for dependency in edges)
            self._store.execute_many("DELETE FROM edge WHERE dependency = ? AND node = ?", rows)
        self._store.execute_many("DELETE FROM node WHERE number = ?", ((n,) for n in numbers))
        self._prune(freed)

    def _prune(self, numbers: Iterable[int]) -> None:
        """Delete those of some dependencies that no node has any more."""
        sql = (
            "DELETE FROM dependency WHERE number = ? "
            "AND NOT EXISTS (SELECT 1 FROM edge WHERE dependency = number)"
        )
        self._store.execute_many(sql, ((number,) for number in numbers))

    def _dependency_numbers(self) -> dict[tuple[str, str], int]:
        """The number of each dependency of the computed nodes; new ones are stored."""
        wanted: set[tuple[str, str]] = set()
        for computed in self._computed.values():
            wanted.update(computed.dependencies)
        known = self._stored_dependencies(wanted)
        number = _next(self._store, "dependency")
        rows = []
        for dependency in map(Dependency._make, sorted(wanted - known.keys())):
            known[dependency] = number
            scope, found = self.scope(dependency), self._known_fingerprint(dependency)
            rows.append((number, *dependency, scope, encode(found)))
            number += 1
        self._store.execute_many("INSERT INTO dependency VALUES (?, ?, ?, ?, ?)", rows)
        changed = [(encode(self._fingerprints[found]), *found) for found in self._rewritten]
        sql = "UPDATE dependency SET fingerprint = ? WHERE kind = ? AND key = ?"
        self._store.execute_many(sql, changed)
        return known

    def _known_fingerprint(self, dependency: Dependency) -> Any:
        if dependency not in self._fingerprints:
            with track():
                self._fingerprints[dependency] = self.fingerprint(dependency)
        return self._fingerprints[dependency]

    def _stored_dependencies(self, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], int]:
        if _next(self._store, "dependency") == 1:
            return {}
        known = {}
        sql = "SELECT number FROM dependency WHERE kind = ? AND key = ?"
        for dependency in wanted:
            row = self._store.execute(sql, dependency).fetchone()
            if row is not None:
                known[dependency] = row[0]
        return known


def _next(store: Store, table: str) -> int:
    (last,) = store.execute(f"SELECT max(number) FROM {table}").fetchone()
    return (last or 0) + 1


def _batches(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))

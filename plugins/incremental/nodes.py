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
from plugins.incremental.store import Store, decode, encode, marks
from plugins.incremental.tracking import ALWAYS, Interval, Tracker, track

# SQLite takes at most so many values in one statement on every version.
BATCH = 500
TIME = "时间到了（排期、期限或日期变化）"


class Computed(NamedTuple):
    """A node computed in this build: its value, valid in [since, until), and why it was stale."""

    value: Any
    dependencies: tuple[tuple[str, str], ...]
    since: int
    until: int
    reason: str

    @classmethod
    def of(cls, value: Any, tracker: Tracker, reason: str = "") -> Computed:
        dependencies = tuple(sorted(tracker.dependencies))
        return cls(value, dependencies, tracker.since, tracker.until, reason)


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
        self._is_new = self._next("node") == 1

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
                f"WHERE scope IN ({marks(part)}) AND EXISTS ("
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

    def names(self, prefix: str) -> set[str]:
        """The names of all nodes of one class."""
        sql = "SELECT name FROM node WHERE name GLOB ?"
        stored = {name for (name,) in self._store.execute(sql, (f"{prefix}*",))}
        computed = {name for name in self._computed if name.startswith(prefix)}
        return stored - self._removed | computed

    def value(self, name: str) -> Any:
        """None where there is no such node."""
        if name in self._computed:
            return self._computed[name].value
        if name in self._removed:
            return None
        sql = "SELECT value FROM node WHERE name = ?"
        row = self._store.execute(sql, (name,)).fetchone()
        return None if row is None else decode(row[0])

    def values(self, prefix: str) -> dict[str, Any]:
        """The values of all nodes of one class by name, read in one statement."""
        sql = "SELECT name, value FROM node WHERE name GLOB ?"
        found = {
            name: decode(data)
            for name, data in self._store.execute(sql, (f"{prefix}*",))
            if name not in self._computed and name not in self._removed
        }
        computed = self._computed.items()
        return found | {name: node.value for name, node in computed if name.startswith(prefix)}

    def put(self, name: str, computed: Computed) -> None:
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
        """Write the changes; in a transaction of the caller."""
        store = self._store
        known = self._dependency_numbers()
        numbers = self._numbers(sorted({*self._computed, *self._removed}))
        next_node = self._next("node")
        nodes, added, dropped = [], [], []
        for name, computed in self._computed.items():
            number = numbers.get(name)
            before: set[int] = set()
            if number is None:
                number, next_node = next_node, next_node + 1
            else:
                before = self._edges_of(number)
            now = {known[dependency] for dependency in computed.dependencies}
            added += [(other, number) for other in now - before]
            dropped += [(other, number) for other in before - now]
            row = (number, name, computed.since, computed.until, computed.reason)
            nodes.append((*row, encode(computed.value), marshal.dumps(sorted(now), 2)))
        gone = [(numbers[name],) for name in self._removed if name in numbers]
        for (number,) in gone:
            dropped += [(other, number) for other in self._edges_of(number)]
        added.sort()
        store.execute_many("INSERT OR REPLACE INTO node VALUES (?, ?, ?, ?, ?, ?, ?)", nodes)
        store.execute_many("DELETE FROM node WHERE number = ?", gone)
        store.execute_many("INSERT INTO edge VALUES (?, ?)", added)
        store.execute_many("DELETE FROM edge WHERE dependency = ? AND node = ?", dropped)
        # A dependency that no node has any more goes too.
        sql = (
            "DELETE FROM dependency WHERE number = ? "
            "AND NOT EXISTS (SELECT 1 FROM edge WHERE dependency = number)"
        )
        store.execute_many(sql, {(dependency,) for dependency, _ in dropped})

    def _numbers(self, names: Sequence[str]) -> dict[str, int]:
        """The numbers of those nodes that are stored."""
        found: dict[str, int] = {}
        for part in _batches([] if self._is_new else names):
            sql = f"SELECT name, number FROM node WHERE name IN ({marks(part)})"
            found.update(self._store.execute(sql, part))
        return found

    def _edges_of(self, number: int) -> set[int]:
        sql = "SELECT dependencies FROM node WHERE number = ?"
        (stored,) = self._store.execute(sql, (number,)).fetchone()
        return set(marshal.loads(stored))

    def _dependency_numbers(self) -> dict[tuple[str, str], int]:
        """The number of each dependency of the computed nodes; new ones are stored."""
        wanted: set[tuple[str, str]] = set()
        for computed in self._computed.values():
            wanted.update(computed.dependencies)
        known = self._stored_dependencies(wanted)
        number = self._next("dependency")
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
        known = {}
        sql = "SELECT number FROM dependency WHERE kind = ? AND key = ?"
        for dependency in () if self._is_new else wanted:
            row = self._store.execute(sql, dependency).fetchone()
            if row is not None:
                known[dependency] = row[0]
        return known

    def _next(self, table: str) -> int:
        (last,) = self._store.execute(f"SELECT max(number) FROM {table}").fetchone()
        return (last or 0) + 1


def _batches(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]

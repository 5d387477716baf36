"""The dependency graph: which nodes there are, what each depends on, and which are stale.

A change is told as a set of *scopes*, such as `record news/a`. Every dependency belongs to one
scope; when that changed its fingerprint is computed again, and only if that is another one are the
nodes stale that depend on it.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
        # Without their dependencies, whose numbers are kept as they are stored.
        self._computed: dict[str, Computed] = {}
        self._edges: dict[str, bytes] = {}
        self._removed: set[str] = set()
        # The numbers of dependencies, as far as they were needed in this build.
        self._numbers: dict[tuple[str, str], int] = {}
        self._new_rows: list[tuple[Any, ...]] = []
        # Numbers of dependencies that perhaps no node has: they stay while a node may be put.
        self._unused: set[int] = set()
        # Stored dependencies with another fingerprint now.
        self._changed: dict[Dependency, Any] = {}
        self._next_node, self._next_dependency = self._next("node"), self._next("dependency")
        self._is_new = self._next_node == 1

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
            if now == before:
                self._changed.pop(dependency, None)
                continue
            self._changed[dependency] = now
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
        numbers = sorted([self._number_of(found) for found in computed.dependencies])
        self._edges[name] = marshal.dumps(numbers, 2)
        self._computed[name] = computed._replace(dependencies=())
        self._removed.discard(name)

    def remove(self, name: str) -> None:
        self._computed.pop(name, None)
        self._edges.pop(name, None)
        self._removed.add(name)

    def valid(self) -> Interval:
        """The interval in which all stored nodes are valid; after `save`."""
        sql = "SELECT max(since), min(until) FROM node"
        since, until = self._store.execute(sql).fetchone()
        return ALWAYS if since is None else (since, until)

    def _number_of(self, dependency: tuple[str, str]) -> int:
        """The number of a dependency; one that is not stored gets its fingerprint now."""
        number = self._numbers.get(dependency)
        if number is None:
            number = self._stored_number(dependency)
            if number is None:
                number, self._next_dependency = self._next_dependency, self._next_dependency + 1
                found = Dependency._make(dependency)
                with track():
                    value = encode(self.fingerprint(found))
                self._new_rows.append((number, *found, self.scope(found), value))
            self._numbers[dependency] = number
        return number

    def _stored_number(self, dependency: tuple[str, str]) -> int | None:
        if self._is_new:
            return None
        sql = "SELECT number FROM dependency WHERE kind = ? AND key = ?"
        row = self._store.execute(sql, dependency).fetchone()
        return None if row is None else int(row[0])

    # Saving.

    def save(self) -> None:
        """Write all changes; in a transaction of the caller, and nothing is put afterwards."""
        self._write()
        # A dependency that no node has any more goes too.
        sql = (
            "DELETE FROM dependency WHERE number = ? "
            "AND NOT EXISTS (SELECT 1 FROM edge WHERE dependency = number)"
        )
        self._store.execute_many(sql, ((number,) for number in self._unused))

    def save_many(self, many: int) -> None:
        """Write the nodes that were put, if they are so many; in the transaction of `save`."""
        if len(self._computed) >= many:
            self._write()

    def _write(self) -> None:
        store = self._store
        stored = self._node_numbers(sorted({*self._computed, *self._removed}))
        numbers, rows = dict(stored), []
        for name, computed in self._computed.items():
            if name not in numbers:
                numbers[name], self._next_node = self._next_node, self._next_node + 1
            row = (numbers[name], name, computed.since, computed.until, computed.reason)
            rows.append((*row, encode(computed.value), self._edges[name]))
        self._write_dependencies()
        self._write_edges(stored, numbers)
        store.execute_many("INSERT OR REPLACE INTO node VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        gone = ((stored[name],) for name in self._removed if name in stored)
        store.execute_many("DELETE FROM node WHERE number = ?", gone)
        for written in (self._computed, self._edges, self._removed, self._new_rows, self._changed):
            written.clear()

    def _write_dependencies(self) -> None:
        self._unused.update([row[0] for row in self._new_rows])
        self._store.execute_many("INSERT INTO dependency VALUES (?, ?, ?, ?, ?)", self._new_rows)
        changed = ((encode(value), *found) for found, value in self._changed.items())
        sql = "UPDATE dependency SET fingerprint = ? WHERE kind = ? AND key = ?"
        self._store.execute_many(sql, changed)

    def _write_edges(self, stored: Mapping[str, int], numbers: Mapping[str, int]) -> None:
        """Of all computed and removed nodes; `stored` are the numbers of those already stored."""
        added, dropped = [], []
        for name in (*self._computed, *self._removed):
            before = self._edges_of(stored[name]) if name in stored else set()
            now = set(marshal.loads(self._edges[name])) if name in self._computed else set()
            added += [(dependency, numbers[name]) for dependency in now - before]
            dropped += [(dependency, numbers[name]) for dependency in before - now]
        # In the order of the table, where a new row is found fastest.
        added.sort()
        self._store.execute_many("INSERT INTO edge VALUES (?, ?)", added)
        self._store.execute_many("DELETE FROM edge WHERE dependency = ? AND node = ?", dropped)
        self._unused.difference_update([dependency for dependency, _ in added])
        self._unused.update([dependency for dependency, _ in dropped])

    def _node_numbers(self, names: Sequence[str]) -> dict[str, int]:
        """The numbers of those nodes that are stored."""
        found: dict[str, int] = {}
        for part in _batches(names):
            sql = f"SELECT name, number FROM node WHERE name IN ({marks(part)})"
            found.update(self._store.execute(sql, part))
        return found

    def _edges_of(self, number: int) -> set[int]:
        sql = "SELECT dependencies FROM node WHERE number = ?"
        (stored,) = self._store.execute(sql, (number,)).fetchone()
        return set(marshal.loads(stored))

    def _next(self, table: str) -> int:
        (last,) = self._store.execute(f"SELECT max(number) FROM {table}").fetchone()
        return (last or 0) + 1


def _batches(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]

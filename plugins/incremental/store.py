"""The one SQLite database in which a build keeps what the next build needs.

It can be deleted at any time: then everything is computed again. Values are plain data (`encode`).
A database that was written by another version of the program, that is damaged or that can't be
written counts as empty, with a sentence that says why.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# The manifest of written outputs survives a change of the program: it says which files are ours.
SCHEMA = """
CREATE TABLE IF NOT EXISTS manifest (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS source (path TEXT PRIMARY KEY, value BLOB);
CREATE TABLE IF NOT EXISTS part (path TEXT, name TEXT, value BLOB, UNIQUE (path, name));
CREATE TABLE IF NOT EXISTS node (
    number INTEGER PRIMARY KEY, name TEXT UNIQUE, since INTEGER, until INTEGER,
    reason TEXT, value BLOB, dependencies BLOB
);
CREATE INDEX IF NOT EXISTS node_until ON node (until);
CREATE TABLE IF NOT EXISTS dependency (
    number INTEGER PRIMARY KEY, kind TEXT, key TEXT, scope TEXT, fingerprint BLOB,
    UNIQUE (kind, key)
);
CREATE INDEX IF NOT EXISTS dependency_scope ON dependency (scope);
CREATE TABLE IF NOT EXISTS edge (
    dependency INTEGER, node INTEGER, PRIMARY KEY (dependency, node)
) WITHOUT ROWID;
"""
PROGRAM = "program"
CHECKSUM = 4
DAMAGED = "上次留下的结果已损坏"
# In the lock file, while a build is writing: if it is killed, SQLite restores the last transaction.
UNSEALED = "open"


class StoreError(Exception):
    """The database can't be read: it is damaged, or not one of ours."""


def encode(value: Any) -> bytes:
    """Plain values (atoms, tuples, lists, dicts, sets) as bytes, equal ones as equal bytes."""
    data = marshal.dumps(value, 2)
    return zlib.crc32(data).to_bytes(CHECKSUM, "big") + data


def decode(data: bytes) -> Any:
    """Raises StoreError for anything but what `encode` made: marshal must see no other bytes."""
    if zlib.crc32(data[CHECKSUM:]).to_bytes(CHECKSUM, "big") != data[:CHECKSUM]:
        raise StoreError("a stored value is damaged")
    return marshal.loads(data[CHECKSUM:])


def database_for(cache: Path, output: Path) -> Path:
    """Where the builds into `output` keep their database.

    The name depends on where both lie to each other, so it is found again after the folder that
    holds both has been moved or copied.
    """
    relative = Path(os.path.relpath(output.resolve(), cache.resolve())).as_posix()
    return cache / f"{hashlib.sha256(relative.encode()).hexdigest()[:16]}.sqlite"


class Store:
    """`why_empty` says why there is nothing to continue from; it is empty when there is."""

    def __init__(self, file: Path, program: str | None, forget: bool = False) -> None:
        """`program` is a fingerprint; None is for who only reads what some program wrote.

        With `forget` nothing but the manifest is used.
        """
        self.file, self._program = file, program
        self.why_empty = ""
        self._meta: dict[str, Any] = {}
        self._connections: dict[int, sqlite3.Connection] = {}
        file.parent.mkdir(parents=True, exist_ok=True)
        if program is None:
            self._create()
            return
        is_sealed = not file.exists() or self._is_sealed()
        self._note(UNSEALED)
        why = self._why_empty(forget) if is_sealed else DAMAGED
        if why:
            self.reset(why)

    def _why_empty(self, forget: bool) -> str:
        try:
            self._create()
            written_by = self.meta(PROGRAM)
        except (sqlite3.DatabaseError, StoreError):
            return DAMAGED
        if forget:
            return "按要求不用上次的结果"
        if written_by is None:
            return "没有可用的上次结果"
        return "" if written_by == self._program else "程序、设置或依赖有改动"

    def _create(self) -> None:
        self._db.executescript(SCHEMA)

    def reset(self, why: str) -> None:
        """Begin with a new file, of which nothing is kept but the manifest.

        That one is taken over if it can be read: without it stale pages would stay.
        """
        try:
            known = self.manifest()
        except sqlite3.DatabaseError:
            known = set()
        self._meta.clear()
        self.close()
        for name in (self.file, self.file.with_name(f"{self.file.name}-journal")):
            name.unlink(missing_ok=True)
        self.why_empty = why
        self._create()
        with self.transaction():
            self.set_manifest(known)
            self.set_meta(PROGRAM, self._program)

    @property
    def _db(self) -> sqlite3.Connection:
        """One connection a process: SQLite forbids to use one that was opened before a fork.

        Workers only read, and lock the file once for all that they read.
        """
        process = os.getpid()
        if process not in self._connections:
            db = sqlite3.connect(self.file, isolation_level=None)
            # Without fsync a power failure may damage the file, and then all is built again; a
            # killed process leaves the last transaction.
            db.execute("PRAGMA synchronous = OFF")
            # Pages written before the end of a transaction would need the file without a reader.
            db.execute("PRAGMA cache_spill = OFF")
            if self._connections:
                db.execute("BEGIN")
            self._connections[process] = db
        return self._connections[process]

    def execute(self, sql: str, values: Any = ()) -> sqlite3.Cursor:
        return self._db.execute(sql, values)

    def execute_many(self, sql: str, rows: Iterable[Any]) -> None:
        self._db.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside, or nothing. One inside of another is a part of that."""
        if self._db.in_transaction:
            yield
            return
        self._db.execute("BEGIN IMMEDIATE")
        with self._db:
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Statements inside see one state of the file, which is locked once for all of them.

        Locking it for each takes three times as long as what a statement reads.
        """
        if self._db.in_transaction:
            yield
            return
        self._db.execute("BEGIN")
        with self._db:
            yield

    @property
    def _lock_file(self) -> Path:
        return self.file.with_suffix(".lock")

    def _note(self, text: str) -> None:
        try:
            self._lock_file.write_text(text, encoding="ascii")
        except OSError as error:
            error.filename = str(self._lock_file)
            raise

    @property
    def _seal(self) -> str:
        stat = self.file.stat()
        return f"{stat.st_size} {stat.st_mtime_ns}"

    def _is_sealed(self) -> bool:
        """Whether the file is as the last build left it, or as a build did that was killed.

        SQLite finds a damaged structure but no changed value. Archives keep whole seconds only.
        """
        try:
            sealed = self._lock_file.read_text(encoding="ascii")
        except (OSError, UnicodeDecodeError):
            return False
        if sealed == UNSEALED:
            return True
        size, _, time = self._seal.partition(" ")
        whole = time.endswith("000000000")
        return sealed == self._seal or (
            whole and sealed.partition(" ")[0] == size and sealed[:-9] == self._seal[:-9]
        )

    def seal(self) -> None:
        """Close the file, and note in the lock file beside it what it looks like."""
        self.close()
        self._note(self._seal)

    def close(self) -> None:
        connection = self._connections.pop(os.getpid(), None)
        if connection is not None:
            connection.close()

    # Single values by name.

    def meta(self, key: str, default: Any = None) -> Any:
        """The value stored under `key`; whoever changes it must store it again."""
        if key not in self._meta:
            row = self.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
            if row is None:
                return default
            self._meta[key] = decode(row[0])
        return self._meta[key]

    def set_meta(self, key: str, value: Any) -> None:
        self._meta[key] = value
        self.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, encode(value)))

    def update_meta(self, values: Mapping[str, Any]) -> None:
        """Store those of `values` that are not what is stored."""
        for key, value in values.items():
            if self.meta(key) != value:
                self.set_meta(key, value)

    def forget_nodes(self, kept: Sequence[str]) -> None:
        """Delete all nodes, and the single values but those under the keys in `kept`."""
        for table in ("node", "dependency", "edge"):
            self.execute(f"DELETE FROM {table}")
        self.execute(f"DELETE FROM meta WHERE key NOT IN ({marks(kept)})", kept)
        self._meta = {key: value for key, value in self._meta.items() if key in kept}

    # Which files of the output are ours.

    def manifest(self) -> set[str]:
        """Paths that earlier builds wrote or were about to write."""
        found = self.execute("SELECT path FROM manifest")
        return {path for (path,) in found if _is_inside(path)}

    def set_manifest(self, paths: Iterable[str]) -> None:
        self.execute("DELETE FROM manifest")
        self.execute_many("INSERT INTO manifest VALUES (?)", ((path,) for path in sorted(paths)))

    def add_to_manifest(self, paths: Iterable[str]) -> None:
        rows = ((path,) for path in sorted(paths))
        self.execute_many("INSERT OR IGNORE INTO manifest VALUES (?)", rows)


def marks(values: Sequence[Any]) -> str:
    """The places of `values` in a statement."""
    return ", ".join("?" * len(values))


def _is_inside(path: Any) -> bool:
    """A damaged manifest must not delete anything beside the output folder."""
    return isinstance(path, str) and not path.startswith("/") and ".." not in path.split("/")

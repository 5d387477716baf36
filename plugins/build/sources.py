"""Parsed records: each file is parsed once, and what was found is kept by the hash of its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from plugins.bureau import Column
from plugins.incremental.fingerprint import hash_bytes
from plugins.incremental.nodes import Computed
from plugins.incremental.parallel import FEW, parallel_map
from plugins.incremental.store import Store, StoreError, decode
from plugins.incremental.tracking import ALWAYS
from plugins.records.extract import Extract, IndexEntry, index_entry
from plugins.records.kinds import KINDS
from plugins.records.record import Content, Record, SourceText
from plugins.site import Site

if TYPE_CHECKING:
    from plugins.site.cards import Card

SEARCH = "search"


class ParsedSource(NamedTuple):
    """What one file gave, as plain values.

    `column` is a fingerprint of its column's settings. `extract` is None where there is no record
    at all; `is_valid` says whether the record may be on the site. `parts` are fingerprints by name.
    They depend on `dependencies` besides the file, and are valid in [since, until).
    """

    digest: bytes
    column: bytes
    is_valid: bool
    findings: tuple[tuple, ...]
    extract: tuple | None
    parts: dict[str, bytes]
    dependencies: tuple[tuple[str, str], ...]
    since: int
    until: int

    @property
    def node(self) -> Computed | None:
        """Most files depend on nothing but their bytes, and need no node."""
        if not self.dependencies and (self.since, self.until) == ALWAYS:
            return None
        return Computed(None, self.dependencies, self.since, self.until, "")

    @property
    def entry(self) -> IndexEntry | None:
        if not self.is_valid or self.extract is None:
            return None
        parts = self.parts
        return index_entry(Extract._make(self.extract), parts[SEARCH], parts["row"])


# The path, the encoded ParsedSource and its parts.
Parsed = tuple[str, bytes, dict[str, bytes]]


class Sources:
    """The parsed files of one content folder, in a store."""

    def __init__(self, store: Store, content: Path) -> None:
        self._store, self._content = store, content
        self._new: dict[str, bytes] = {}
        self._new_parts: dict[tuple[str, str], bytes] = {}
        self._opened: dict[str, ParsedSource] = {}
        self._flushed = False
        self.columns: Mapping[str, Column] = {}

    # Parsing.

    def parse(
        self,
        files: Sequence[tuple[str, Column]],
        columns: Mapping[str, bytes],
        site: Site,
        workers: int,
        on_progress: Callable[[int], None] | None = None,
        meanwhile: Callable[[], None] | None = None,
    ) -> Iterator[tuple[str, ParsedSource]]:
        """Parse files with the workers.

        `columns` are fingerprints of the columns' settings, `site` is one without records.
        """
        # Imported here: a build without a changed record needs no Markdown.
        from plugins.build.parse_worker import ParseWorker

        work = ParseWorker(self._content, columns, site)
        for path, data, parts in parallel_map(files, work, workers, on_progress, meanwhile):
            self._new[path] = data
            for name, value in parts.items():
                self._new_parts[path, name] = value
            self._opened.pop(path, None)
            if len(self._new) > 1_000:
                self._flushed = True
                self._store.begin()
                self._store.set_meta("interrupted", True)
                self.flush()
                # Workers read it through connections of their own.
                self._store.commit()
            yield path, self[path]

    @property
    def has_many_new(self) -> bool:
        """Whether so much is in memory that the workers had better read it from the store."""
        return self._flushed or len(self._new) >= FEW

    def flush(self) -> None:
        """Write what was parsed, outside of the memory of this process; the caller commits."""
        self._store.begin()
        rows = self._new.items()
        self._store.execute_many("INSERT OR REPLACE INTO source VALUES (?, ?)", rows)
        parts = ((*key, value) for key, value in self._new_parts.items())
        self._store.execute_many("INSERT OR REPLACE INTO part VALUES (?, ?, ?)", parts)
        self._new.clear()
        self._new_parts.clear()

    def remove(self, paths: Iterable[str]) -> None:
        self._store.begin()
        for table in ("source", "part"):
            sql = f"DELETE FROM {table} WHERE path = ?"
            self._store.execute_many(sql, ((path,) for path in paths))

    # Reading.

    def __getitem__(self, path: str) -> ParsedSource:
        """Raises KeyError for a file that was not parsed."""
        found = self._opened.get(path)
        if found is None:
            data = self._new.get(path)
            if data is None:
                sql = "SELECT value FROM source WHERE path = ?"
                row = self._store.execute(sql, (path,)).fetchone()
                if row is None:
                    raise KeyError(path)
                data = row[0]
            found = self._opened[path] = ParsedSource._make(decode(data))
        return found

    def get(self, path: str) -> ParsedSource | None:
        try:
            return self[path]
        except KeyError:
            return None

    def all(self) -> Iterator[tuple[str, ParsedSource]]:
        """Every stored source; after `flush`."""
        for path, data in self._store.execute("SELECT path, value FROM source ORDER BY path"):
            yield path, ParsedSource._make(decode(data))

    def is_current(self, path: str, column: bytes) -> bool:
        """Whether parsing the file now would give what is stored."""
        found = self.get(path)
        if found is None or found.column != column:
            return False
        return hash_bytes((self._content / path).read_bytes()) == found.digest

    def record(self, path: str) -> Record:
        found = self[path]
        mark = found.digest + found.column
        if found.extract is None:
            raise KeyError(path)
        return Record(Extract._make(found.extract), mark, self._content_of, self._source_text)

    def part(self, name: str, path: str) -> Any:
        part = decode(self._part(path, name))
        return _decode(part, _card_type()).in_local_time() if name == "card" else part

    def part_fingerprint(self, name: str, path: str) -> bytes | None:
        return self[path].parts.get(name)

    def search_entries(self) -> Mapping[str, str]:
        """The entries of the search index by path."""
        sql = f"SELECT path, value FROM part WHERE name = '{SEARCH}'"
        found = {path: decode(data) for path, data in self._store.execute(sql)}
        for (path, name), data in self._new_parts.items():
            if name == SEARCH:
                found[path] = decode(data)
        return found

    def _part(self, path: str, name: str) -> bytes:
        data = self._new_parts.get((path, name))
        if data is None:
            sql = "SELECT value FROM part WHERE path = ? AND name = ?"
            row = self._store.execute(sql, (path, name)).fetchone()
            if row is None:
                raise StoreError(f"{path} has no stored {name}")
            data = row[0]
        return bytes(data)

    def _content_of(self, path: str) -> Content:
        from plugins.records.converted_text import ConvertedText

        found = self[path]
        if not found.is_valid:
            return self._parse_again(path)
        model = KINDS[Extract._make(found.extract).kind]
        fields, text = decode(self._part(path, "content"))
        return Content(model.model_validate_json(fields), _decode(text, ConvertedText))

    def _parse_again(self, path: str) -> Content:
        """Of a record that is not valid nothing is kept but what the graph needs."""
        from plugins.records.converter import Converter
        from plugins.records.reader import read_record

        column = self.columns[path.partition("/")[0]]
        data = (self._content / path).read_bytes()
        result = read_record(path, data, column, Converter())
        if result.record is None:
            raise StoreError(f"{path} has changed during the build")
        return result.record.content

    def _source_text(self, path: str) -> SourceText:
        # Imported here: this is asked for to say where something is wrong.
        from plugins.records.reader import read_source_text

        return read_source_text(path, (self._content / path).read_bytes())


def _decode(data: bytes, kind: type) -> Any:
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except msgspec.MsgspecError as error:
        raise StoreError(str(error)) from error


def _card_type() -> type[Card]:
    from plugins.site.cards import Card

    return Card

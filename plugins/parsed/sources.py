"""Parsed records: each file is parsed once, and what was found is kept by the hash of its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from plugins.bureau import Column
from plugins.incremental.fingerprint import hash_bytes
from plugins.incremental.store import Store, StoreError, decode
from plugins.parsed.source import CARD, CONTENT, FIELDS, SEARCH, ParsedSource
from plugins.records.extract import Extract, IndexEntry
from plugins.records.kinds import KINDS
from plugins.records.record import Content, Record, SourceText
from plugins.site import Site
from plugins.workers.parallel import FEW, parallel_map

if TYPE_CHECKING:
    from plugins.site.cards import Card


class Sources:
    """The parsed files of one content folder, in a store."""

    def __init__(self, store: Store, content: Path) -> None:
        self._store, self._content = store, content
        self._new: dict[str, bytes] = {}
        self._new_parts: dict[tuple[str, str], bytes] = {}
        self._opened: dict[str, ParsedSource] = {}
        self.columns: Mapping[str, Column] = {}

    # Parsing.

    def parse(
        self,
        files: Sequence[tuple[str, Column]],
        columns: Mapping[str, bytes],
        site: Site,
        workers: int,
        meanwhile: Callable[[], None],
    ) -> Iterator[tuple[str, ParsedSource]]:
        """Parse files with the workers; `meanwhile` runs here while they are busy.

        `columns` are fingerprints of the columns' settings, `site` is one without records.
        """
        # Imported here: a build without a changed record needs no Markdown.
        from plugins.parsed.worker import ParseWorker

        work = ParseWorker(self._content, columns, site)
        for path, data, parts in parallel_map(files, work, workers, meanwhile):
            self._new[path] = data
            for name, value in parts.items():
                self._new_parts[path, name] = value
            self._opened.pop(path, None)
            self.commit_early()
            yield path, self[path]

    def commit_early(self) -> None:
        """Store what was parsed, unless it is so little that no worker has to share its memory.

        They read it through connections of their own. If the build is killed after this, the
        sources are newer than everything else in the store.
        """
        if len(self._new) >= FEW:
            with self._store.transaction():
                self._store.set_meta("interrupted", True)
                self.flush()

    def flush(self) -> None:
        """Write what was parsed; in a transaction of the caller."""
        rows = self._new.items()
        self._store.execute_many("INSERT OR REPLACE INTO source VALUES (?, ?)", rows)
        parts = ((*key, value) for key, value in self._new_parts.items())
        self._store.execute_many("INSERT OR REPLACE INTO part VALUES (?, ?, ?)", parts)
        self._new.clear()
        self._new_parts.clear()

    def remove(self, paths: Iterable[str]) -> None:
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

    def is_current(self, path: str, column: bytes) -> bool:
        """Whether parsing the file now would give what is stored."""
        try:
            found = self[path]
        except KeyError:
            return False
        return found.column == column and found.digest == hash_bytes(self._read(path))

    def _read(self, path: str) -> bytes:
        return (self._content / path).read_bytes()

    def entry(self, path: str) -> IndexEntry:
        """Raises KeyError for a file that gave no valid record."""
        entry = self[path].entry
        if entry is None:
            raise KeyError(path)
        return entry

    def record(self, path: str) -> Record:
        """Raises KeyError for a file that gave none."""
        found = self[path]
        if found.extract is None:
            raise KeyError(path)
        # The fields as well: a day may have changed a word of them, in the same file.
        fingerprint = found.digest + found.column + found.parts[FIELDS]
        return Record(
            Extract._make(found.extract), fingerprint, self._content_of, self._source_text
        )

    def part(self, name: str, path: str) -> Any:
        part = decode(self._part(path, name))
        return _decode(part, _card_type()).in_local_time() if name == CARD else part

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
        from plugins.texts.converted_text import ConvertedText

        found = self[path]
        if not found.is_valid or found.extract is None:
            return self._parse_again(path)
        model = KINDS[Extract._make(found.extract).kind]
        fields, text = decode(self._part(path, CONTENT))
        return Content(model.model_validate_json(fields), _decode(text, ConvertedText))

    def _parse_again(self, path: str) -> Content:
        """Of a record that is not valid nothing is kept but what the graph needs."""
        from plugins.records.reader import read_record
        from plugins.texts.converter import Converter

        column = self.columns[path.partition("/")[0]]
        data = self._read(path)
        result = read_record(path, data, column, Converter())
        if result.record is None:
            raise StoreError(f"{path} has changed during the build")
        return result.record.content

    def _source_text(self, path: str) -> SourceText:
        # Imported here: this is asked for to say where something is wrong.
        from plugins.records.reader import read_source_text

        return read_source_text(path, self._read(path))


def _decode(data: bytes, kind: type) -> Any:
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except msgspec.MsgspecError as error:
        raise StoreError(str(error)) from error


def _card_type() -> type[Card]:
    from plugins.site.cards import Card

    return Card

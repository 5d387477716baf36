"""Reading files in a worker: all that is ever needed of each is worked out and kept."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from plugins.build.rows import Reading, digest
from plugins.bureau import Column
from plugins.machine.opendata import make_row
from plugins.machine.search import make_entry
from plugins.rebuild.packing import pack
from plugins.rebuild.reads import reading
from plugins.records.converted_text import ConvertedText
from plugins.records.converter import Converter
from plugins.records.reader import read_record
from plugins.records.record import Record
from plugins.site import Site
from plugins.site.cards import make_card

# The pieces of a record that are made when it is read, by kind.
PIECES: Mapping[str, Callable[[Site, Record], Any]] = {"card": make_card, "row": make_row}


class ReadingWork:
    """Reads files in a worker and writes what it found into a file of its own."""

    def __init__(self, content, tree, bodies, marks, site, name) -> None:
        self._content, self._tree, self._bodies, self._marks = content, tree, bodies, marks
        self._site, self._name = site, name

    def __call__(
        self, files: Iterable[tuple[str, Column]], number: int
    ) -> Iterator[tuple[str, bytes, str]]:
        """Of each file its path, its row and its search entry."""
        converter = Converter()
        out = self._bodies.writer(f"{self._name}-{number}")
        try:
            for path, column in files:
                row, entry = self._row(path, column, converter, out)
                yield path, marshal.dumps(row), entry
        finally:
            out.close()

    def _row(self, path: str, column: Column, converter, out) -> tuple[tuple, str]:
        # Not by way of a Path, which takes as long as the reading.
        with open(f"{self._content}/{path}", "rb", buffering=0) as file:
            data = file.read()
        read = read_record(path, data, column, converter)
        record, content, pieces, entry = read.record, None, [], ""
        with reading() as reads:
            if record:
                # The words for a summary have served when the card is made: half of its size.
                model, body = record.content
                content = out.add(pack((model, ConvertedText(**{**vars(body), "text": ""}))))
            if read.fit:
                for kind, make in PIECES.items():
                    piece = make(self._site, record)
                    self._site.hold(kind, record, piece)
                    packed = pack(piece)
                    pieces.append((kind, digest(packed), out.add(packed)))
                entry = make_entry(self._site, record)
                self._site.let_go()
        assets = [name.partition(" ")[2] for name in reads.inputs if name.startswith("asset ")]
        known = self._site.library.assets
        row = Reading(
            stamp=self._tree[path],
            digest=digest(data),
            column=self._marks[column.code],
            fit=read.fit,
            findings=tuple(found.as_tuple for found in read.findings),
            extract=tuple(record.extract) if record else None,
            content=content,
            pieces=tuple(pieces),
            entry=digest(entry.encode()),
            since=reads.since,
            until=reads.until,
            assets=tuple((asset, known.plain(asset)) for asset in sorted(assets)),
        )
        return tuple(row), entry

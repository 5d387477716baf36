"""Records read once: what became of each file is kept by its bytes, its column and the bureau."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from plugins.bureau import BUREAU_FILE, Column
from plugins.findings import Finding
from plugins.machine.opendata import make_row
from plugins.machine.search import make_entry
from plugins.rebuild.bodies import Bodies, Place
from plugins.rebuild.packing import pack, unpack
from plugins.rebuild.reads import BEGINNING, END, reading
from plugins.rebuild.scan import Stamp
from plugins.rebuild.workers import FEW, spread
from plugins.records.assets import Asset
from plugins.records.converted import Body
from plugins.records.extract import Extract
from plugins.records.reader import Read, read_record, read_written
from plugins.records.record import Content, Record, Written
from plugins.site import Site
from plugins.site.cards import make_card

Makers = Mapping[str, Callable[[Site, Record], Any]]
# The pieces of a record that are made when it is read, by kind.
PIECES: Makers = {"card": make_card, "entry": make_entry, "row": make_row}


class Reading(NamedTuple):
    """What became of one file, as plain values.

    `pieces` are, by kind, a fingerprint and where the piece lies. All of it is true from `since`
    on, before `until`, and while `assets` are what they were.
    """

    stamp: tuple[int, int, int]
    digest: bytes
    column: bytes
    fit: bool
    findings: tuple[tuple, ...]
    extract: tuple | None
    content: Place | None
    pieces: tuple[tuple[str, bytes, Place], ...]
    since: int
    until: int
    assets: tuple[tuple[str, tuple | None], ...]

    @property
    def mark(self) -> bytes:
        return self.digest + self.column


# Rows are read by the ten thousand: where one value of each is wanted, by its place.
FINDINGS, SINCE, ASSETS = map(Reading._fields.index, ("findings", "since", "assets"))


def digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=8).digest()


class Readings:
    """Reads the records of one content folder, going on from what was `held`."""

    def __init__(
        self,
        content: Path,
        tree: Mapping[str, Stamp],
        held: Mapping[str, tuple],
        bodies: Bodies,
    ) -> None:
        self._content, self._tree, self._bodies = content, tree, bodies
        self._held = held
        # Bound once: every record has both.
        self._openers = (self._open_content, self._open_file)
        self.rows: dict[str, tuple] = {}

    def read(
        self,
        files: Sequence[tuple[str, Column]],
        site: Site,
        makers: Makers,
        workers: int,
        tell: Callable[[int], None],
    ) -> Iterator[Read]:
        """Every file, in the order given; what is not held is read by the workers.

        `site` is what a piece is made from: all of a site but its records and its graph.
        """
        bureau = digest((self._content / BUREAU_FILE).read_bytes())
        columns = {column.code: column for _, column in files}
        marks = {
            code: digest((self._content / column.path).read_bytes() + bureau)
            for code, column in columns.items()
        }
        now = int(site.now.timestamp())
        missing = []
        for path, column in files:
            row = self._known(path, marks[column.code], now, site)
            if row is None:
                missing.append((path, column))
            else:
                self.rows[path] = row
        name = f"bodies-{secrets.token_hex(6)}"
        work = _Work(self._content, self._tree, self._bodies, marks, site, makers, name)
        self.rows.update(spread(missing, work, workers, tell))
        for path, _ in files:
            yield self._read(Reading._make(self.rows[path]))

    @property
    def files(self) -> set[str]:
        """The files in which something lies that is still needed."""
        rows = map(Reading._make, self.rows.values())
        return {row.content[0] for row in rows if row.content}

    def true_during(self, paths: Iterable[str] | None = None) -> tuple[int, int]:
        """Since and until when every piece is what it is, or those of the records at `paths`."""
        rows = self.rows.values() if paths is None else map(self.rows.__getitem__, paths)
        times = [row[SINCE:ASSETS] for row in rows]
        since = max((since for since, _ in times), default=BEGINNING)
        return since, min((until for _, until in times), default=END)

    def keep_others(self, rows: Mapping[str, tuple]) -> None:
        """Take over the rows of the files that were not read now."""
        self.rows = {**rows, **self.rows}

    def same_pieces(self, path: str, row: tuple) -> bool:
        """Whether the pieces of a record are those of an earlier row."""
        now, before = Reading._make(self.rows[path]), Reading._make(row)
        return [piece[:2] for piece in now.pieces] == [piece[:2] for piece in before.pieces]

    def mark(self, kind: str, path: str) -> bytes | None:
        """The fingerprint of a piece of the record at `path`."""
        for held, mark, _ in Reading._make(self.rows[path]).pieces:
            if held == kind:
                return mark
        return None

    def piece(self, kind: str, path: str) -> Any:
        """A piece of the record at `path`. Raises Damaged."""
        for held, _, place in Reading._make(self.rows[path]).pieces:
            if held == kind:
                return unpack(self._bodies.read(place))
        return None

    def record(self, path: str) -> Record:
        """The record of a file that could be read."""
        return self._read(Reading._make(self.rows[path])).record

    def findings(self) -> Iterator[Finding]:
        """What is wrong with the files, each by itself."""
        for row in self.rows.values():
            for plain in row[FINDINGS]:
                yield Finding.of(plain)

    def _known(self, path: str, column: bytes, now: int, site: Site) -> tuple | None:
        """The reading of an earlier build, if the same would come of it now."""
        row = self._held.get(path)
        if row is None:
            return None
        held = Reading._make(row)
        if held.column != column or not held.since <= now < held.until:
            return None
        for asset, was in held.assets:
            if _plain(site.library.assets.get(asset)) != was:
                return None
        stamp = self._tree[path]
        if held.stamp != stamp:
            if digest((self._content / path).read_bytes()) != held.digest:
                return None
            row = tuple(held._replace(stamp=stamp))
        return row

    def _read(self, row: Reading) -> Read:
        findings = [Finding.of(plain) for plain in row.findings] if row.findings else []
        if row.extract is None:
            return Read(None, findings, row.fit)
        record = Record(Extract._make(row.extract), row.mark, *self._openers)
        return Read(record, findings, row.fit)

    def _open_content(self, path: str) -> Content:
        """Raises Damaged."""
        place = Reading._make(self.rows[path]).content
        return Content(*unpack(self._bodies.read(place)))

    def _open_file(self, path: str) -> Written:
        return read_written(path, (self._content / path).read_bytes())


def scattered(rows: Mapping[str, tuple]) -> set[str]:
    """The records whose contents lie in files of few."""
    held: dict[str, list[str]] = {}
    for path, row in rows.items():
        content = Reading._make(row).content
        if content:
            held.setdefault(content[0], []).append(path)
    return {path for paths in held.values() if len(paths) < FEW for path in paths}


class _Work:
    """Reads files in a worker and writes what it found into a file of its own."""

    def __init__(self, content, tree, bodies, marks, site, makers, name) -> None:
        self._content, self._tree, self._bodies, self._marks = content, tree, bodies, marks
        self._site, self._makers, self._name = site, makers, name

    def __call__(
        self, files: Sequence[tuple[str, Column]], number: int
    ) -> Iterator[tuple[str, tuple]]:
        if not files:
            return
        # Imported here: a build that has read everything before needs no Markdown.
        from plugins.records.body import Converter

        converter = Converter()
        out = self._bodies.writer(f"{self._name}-{number}")
        try:
            for path, column in files:
                yield path, self._row(path, column, converter, out)
        finally:
            out.close()

    def _row(self, path: str, column: Column, converter, out) -> tuple:
        # Not by way of a Path, which takes as long as the reading.
        with open(f"{self._content}/{path}", "rb", buffering=0) as file:
            data = file.read()
        read = read_record(path, data, column, converter)
        record, content, pieces = read.record, None, []
        with reading() as reads:
            if record:
                # The words for a summary have served when the card is made: half of its size.
                model, body = record.content
                content = out.add(pack((model, Body(**{**vars(body), "text": ""}))))
            if read.fit:
                for kind, make in self._makers.items():
                    piece = make(self._site, record)
                    self._site.hold(kind, record, piece)
                    packed = pack(piece)
                    pieces.append((kind, digest(packed), out.add(packed)))
                self._site.let_go()
        assets = [name.partition(" ")[2] for name in reads.inputs if name.startswith("asset ")]
        known = self._site.library.assets
        return tuple(
            Reading(
                stamp=self._tree[path],
                digest=digest(data),
                column=self._marks[column.code],
                fit=read.fit,
                findings=tuple(found.plain for found in read.findings),
                extract=tuple(record.extract) if record else None,
                content=content,
                pieces=tuple(pieces),
                since=reads.since,
                until=reads.until,
                assets=tuple((asset, _plain(known.get(asset))) for asset in sorted(assets)),
            )
        )


def _plain(asset: Asset | None) -> tuple | None:
    return tuple(vars(asset).values()) if asset else None

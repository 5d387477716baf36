"""Records read once: what became of each file is kept by its bytes, its column and the bureau."""

from __future__ import annotations

import hashlib
import marshal
import secrets
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
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
from plugins.rebuild.workers import FEW, Tell, spread, untold
from plugins.records.assets import Asset
from plugins.records.converted import Body
from plugins.records.extract import Extract
from plugins.records.reader import Read, read_record, read_written
from plugins.records.record import Content, Record, Written
from plugins.site import Site
from plugins.site.cards import make_card

# The pieces of a record that are made when it is read, by kind.
PIECES: Mapping[str, Callable[[Site, Record], Any]] = {"card": make_card, "row": make_row}
ENTRY = "entry"


class Reading(NamedTuple):
    """What became of one file, as plain values.

    `pieces` are, by kind, a fingerprint and where the piece lies; `entry` is that of the search
    index, of which all are wanted at once. All of it is true from `since`
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
    entry: str
    since: int
    until: int
    assets: tuple[tuple[str, tuple | None], ...]

    @property
    def mark(self) -> bytes:
        return self.digest + self.column


class Survey(NamedTuple):
    """Since and until when all pieces are what they are, the findings by path, the files in which
    contents lie.
    """

    since: int
    until: int
    findings: dict[str, tuple[tuple, ...]]
    files: set[str]


def digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=8).digest()


class Readings:
    """Reads the records of one content folder, going on from what was `held`."""

    def __init__(
        self,
        content: Path,
        tree: Mapping[str, Stamp],
        held: Mapping[str, bytes],
        bodies: Bodies,
        again: Container[str] = (),
    ) -> None:
        """`again` are paths that are read again whatever is held of them."""
        self._content, self._tree, self._bodies, self._again = content, tree, bodies, again
        self._held = Rows(held)
        # Bound once: every record has both.
        self._openers = (self._open_content, self._open_file)
        # What is known of each file now: rows as they were kept, or as they were made.
        self.rows: dict[str, tuple | bytes] = {}
        self._plain: dict[str, Reading] = {}

    def read(
        self,
        files: Sequence[tuple[str, Column]],
        site: Site,
        workers: int,
        tell: Tell = untold,
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
        work = _Work(self._content, self._tree, self._bodies, marks, site, name)
        self.rows.update(spread(missing, work, workers, tell))
        for path, _ in files:
            yield self._read(self.row(path))

    def row(self, path: str) -> Reading:
        row = self._plain.get(path)
        if row is None:
            row = self._plain[path] = Reading._make(plain_row(self.rows[path]))
        return row

    @property
    def kept(self) -> dict[str, bytes]:
        """All rows as they are kept: each by itself, for most are never asked for again."""
        return {
            path: row if type(row) is bytes else marshal.dumps(row)
            for path, row in self.rows.items()
        }

    def survey(self, paths: Iterable[str]) -> Survey:
        """What the rows of some files say together."""
        files, findings = set(), {}
        since, until = BEGINNING, END
        for path in paths:
            row = self.row(path)
            since, until = max(since, row.since), min(until, row.until)
            if row.content:
                files.add(row.content[0])
            if row.findings:
                findings[path] = row.findings
        return Survey(since, until, findings, files)

    def keep_others(self) -> None:
        """Take over the rows of the files that were not read now."""
        self.rows = {**self._held.kept, **self.rows}

    def before(self, path: str) -> Reading:
        """What became of a file in an earlier build."""
        return Reading._make(self._held[path])

    def same_pieces(self, path: str) -> bool:
        """Whether the pieces of a record are those of an earlier build."""
        now, before = self.row(path), self.before(path)
        return now.entry == before.entry and (
            [piece[:2] for piece in now.pieces] == [piece[:2] for piece in before.pieces]
        )

    def mark(self, kind: str, path: str) -> bytes | None:
        """The fingerprint of a piece of the record at `path`."""
        if kind == ENTRY:
            return digest(self.row(path).entry.encode())
        for held, mark, _ in self.row(path).pieces:
            if held == kind:
                return mark
        return None

    def piece(self, kind: str, path: str) -> Any:
        """A piece of the record at `path`. Raises Damaged."""
        for held, _, place in self.row(path).pieces:
            if held == kind:
                return unpack(self._bodies.read(place))
        return None

    def entry(self, path: str) -> str:
        """The entry of the record at `path` in the search index."""
        return self.row(path).entry

    def record(self, path: str) -> Record:
        """The record of a file that could be read."""
        return self._read(self.row(path)).record

    def _known(self, path: str, column: bytes, now: int, site: Site) -> tuple | None:
        """The reading of an earlier build, if the same would come of it now."""
        if path in self._again or path not in self._held:
            return None
        row = self._held[path]
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
        place = self.row(path).content
        return Content(*unpack(self._bodies.read(place)))

    def _open_file(self, path: str) -> Written:
        return read_written(path, (self._content / path).read_bytes())


def plain_row(row: tuple | bytes) -> tuple:
    return marshal.loads(row) if type(row) is bytes else row


class Rows(Mapping[str, tuple]):
    """Rows as an earlier build kept them, made plain when they are asked for."""

    def __init__(self, kept: Mapping[str, bytes]) -> None:
        self.kept = kept

    def __getitem__(self, path: str) -> tuple:
        return plain_row(self.kept[path])

    def __contains__(self, path: object) -> bool:
        return path in self.kept

    def __iter__(self) -> Iterator[str]:
        return iter(self.kept)

    def __len__(self) -> int:
        return len(self.kept)


def scattered(rows: Mapping[str, bytes]) -> set[str]:
    """The records whose contents lie in files of few."""
    held: dict[str, list[str]] = {}
    for path, row in rows.items():
        content = Reading._make(plain_row(row)).content
        if content:
            held.setdefault(content[0], []).append(path)
    return {path for paths in held.values() if len(paths) < FEW for path in paths}


class _Work:
    """Reads files in a worker and writes what it found into a file of its own."""

    def __init__(self, content, tree, bodies, marks, site, name) -> None:
        self._content, self._tree, self._bodies, self._marks = content, tree, bodies, marks
        self._site, self._name = site, name

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
                yield path, marshal.dumps(self._row(path, column, converter, out))
        finally:
            out.close()

    def _row(self, path: str, column: Column, converter, out) -> tuple:
        # Not by way of a Path, which takes as long as the reading.
        with open(f"{self._content}/{path}", "rb", buffering=0) as file:
            data = file.read()
        read = read_record(path, data, column, converter)
        record, content, pieces, entry = read.record, None, [], ""
        with reading() as reads:
            if record:
                # The words for a summary have served when the card is made: half of its size.
                model, body = record.content
                content = out.add(pack((model, Body(**{**vars(body), "text": ""}))))
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
                entry=entry,
                since=reads.since,
                until=reads.until,
                assets=tuple((asset, _plain(known.get(asset))) for asset in sorted(assets)),
            )
        )


def _plain(asset: Asset | None) -> tuple | None:
    return tuple(vars(asset).values()) if asset else None

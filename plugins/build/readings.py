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
from plugins.rebuild.shelf import Shelf
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

    `pieces` are, by kind, a fingerprint and where the piece lies; `entry` is the fingerprint of the
    entry in the search index. All of it is true from `since` on, before `until`, and while `assets`
    are what they were.
    """

    stamp: tuple[int, int, int]
    digest: bytes
    column: bytes
    fit: bool
    findings: tuple[tuple, ...]
    extract: tuple | None
    content: Place | None
    pieces: tuple[tuple[str, bytes, Place], ...]
    entry: bytes
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
        held: Shelf,
        entries: Shelf,
        bodies: Bodies,
        again: Container[str] = (),
    ) -> None:
        """`held` are rows and `entries` search entries, both by path. `again` are paths that are
        read again whatever is held of them.
        """
        self._content, self._tree, self._bodies, self._again = content, tree, bodies, again
        self._held, self._held_entries = held, entries
        # Bound once: every record has both.
        self._openers = (self._open_content, self._open_file)
        # What was asked for in this build: rows as they were kept, or as they were made.
        self.rows: dict[str, bytes] = {}
        self._made: dict[str, str] = {}
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
        for path, row, entry in spread(missing, work, workers, tell):
            self.rows[path], self._made[path] = row, entry
        for path, _ in files:
            yield self._read(self.row(path))

    def row(self, path: str) -> Reading:
        row = self._plain.get(path)
        if row is None:
            kept = self.rows[path] if path in self.rows else self._held[path]
            row = self._plain[path] = Reading._make(marshal.loads(kept))
        return row

    @property
    def paths(self) -> set[str]:
        """All files of which something is known."""
        return {*self._held, *self.rows}

    def entries_by(self, paths: Mapping[str, str]) -> dict[str, str]:
        """The search entries of the records at `paths`, by the same keys."""
        held, made = self._held_entries.all(), self._made
        return {
            key: made[path] if path in made else held[path].decode() for key, path in paths.items()
        }

    def kept(self) -> dict[str, Mapping[str, bytes]]:
        """What the shelves of rows and entries hold from now on."""
        entries = self.entries_by({path: path for path in self.rows})
        return {
            "rows": self.rows,
            "entries": {path: entry.encode() for path, entry in entries.items()},
        }

    def laid(self) -> dict[str, Shelf]:
        """The shelves with what was read now, when all else is as it was."""
        for path, row in self.rows.items():
            self._held.lay(path, row)
        for path, entry in self._made.items():
            self._held_entries.lay(path, entry.encode())
        return {"rows": self._held, "entries": self._held_entries}

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

    def before(self, path: str) -> Reading:
        """What became of a file in an earlier build."""
        return Reading._make(marshal.loads(self._held[path]))

    def same_pieces(self, path: str) -> bool:
        """Whether the pieces of a record are those of an earlier build."""
        now, before = self.row(path), self.before(path)
        return now.entry == before.entry and (
            [piece[:2] for piece in now.pieces] == [piece[:2] for piece in before.pieces]
        )

    def mark(self, kind: str, path: str) -> bytes | None:
        """The fingerprint of a piece of the record at `path`."""
        return mark_in(self.row(path), kind)

    def piece(self, kind: str, path: str) -> Any:
        """A piece of the record at `path`. Raises Damaged."""
        for held, _, place in self.row(path).pieces:
            if held == kind:
                return unpack(self._bodies.read(place))
        return None

    def record(self, path: str) -> Record:
        """The record of a file that could be read."""
        return self._read(self.row(path)).record

    def _known(self, path: str, column: bytes, now: int, site: Site) -> bytes | None:
        """The row of an earlier build, if the same would come of the file now."""
        if path in self._again or path not in self._held:
            return None
        row = self._held[path]
        held = Reading._make(marshal.loads(row))
        if held.column != column or not held.since <= now < held.until:
            return None
        for asset, was in held.assets:
            if _plain(site.library.assets.get(asset)) != was:
                return None
        stamp = self._tree[path]
        if held.stamp != stamp:
            if digest((self._content / path).read_bytes()) != held.digest:
                return None
            held = held._replace(stamp=stamp)
            row = marshal.dumps(tuple(held))
        self._plain[path] = held
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


def mark_in(row: Reading, kind: str) -> bytes | None:
    """The fingerprint of a piece, or of the search entry."""
    if kind == ENTRY:
        return row.entry
    return next((mark for held, mark, _ in row.pieces if held == kind), None)


def scattered(rows: Mapping[str, bytes]) -> set[str]:
    """The records whose contents lie in files of few."""
    held: dict[str, list[str]] = {}
    for path, row in rows.items():
        content = Reading._make(marshal.loads(row)).content
        if content:
            held.setdefault(content[0], []).append(path)
    return {path for paths in held.values() if len(paths) < FEW for path in paths}


class Sums:
    """One mark for a piece of all records of a list, whatever their order; when a few of them
    change it is put right without a look at the others.
    """

    def __init__(self, plain: Mapping[str, int]) -> None:
        """`plain` are by name: `rows` and a column for its open data, `entries` for the search."""
        self.plain = dict(plain)

    @classmethod
    def of(cls, readings: Readings, site: Site) -> Sums:
        sums = cls({})
        for identifier in (id for ids in site.lists.values() for id in ids):
            sums._add(readings.row(site.by_id[identifier].path), identifier, 1)
        return sums

    def moved(self, readings: Readings, site: Site, edited: Iterable[str]) -> Sums:
        """With the records that were read again now, none of which came to a list or left it."""
        for identifier in edited:
            record = site.by_id[identifier]
            if site.on_lists(record):
                self._add(readings.before(record.path), identifier, -1)
                self._add(readings.row(record.path), identifier, 1)
        return self

    def _add(self, row: Reading, identifier: str, sign: int) -> None:
        for name, kind in ((f"rows {identifier.partition('/')[0]}", "row"), ("entries", ENTRY)):
            mark = int.from_bytes(digest(identifier.encode() + (mark_in(row, kind) or b"")))
            self.plain[name] = (self.plain.get(name, 0) + sign * mark) % (1 << 64)


class _Work:
    """Reads files in a worker and writes what it found into a file of its own."""

    def __init__(self, content, tree, bodies, marks, site, name) -> None:
        self._content, self._tree, self._bodies, self._marks = content, tree, bodies, marks
        self._site, self._name = site, name

    def __call__(
        self, files: Sequence[tuple[str, Column]], number: int
    ) -> Iterator[tuple[str, bytes, str]]:
        """Of each file its path, its row and its search entry."""
        if not files:
            return
        # Imported here: a build that has read everything before needs no Markdown.
        from plugins.records.body import Converter

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
        row = Reading(
            stamp=self._tree[path],
            digest=digest(data),
            column=self._marks[column.code],
            fit=read.fit,
            findings=tuple(found.plain for found in read.findings),
            extract=tuple(record.extract) if record else None,
            content=content,
            pieces=tuple(pieces),
            entry=digest(entry.encode()),
            since=reads.since,
            until=reads.until,
            assets=tuple((asset, _plain(known.get(asset))) for asset in sorted(assets)),
        )
        return tuple(row), entry


def _plain(asset: Asset | None) -> tuple | None:
    return tuple(vars(asset).values()) if asset else None

"""Records read once: what became of each file is kept by its bytes, its column and the bureau."""

from __future__ import annotations

import marshal
import secrets
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from plugins.build.rows import Reading, Survey, digest, mark_in
from plugins.bureau import BUREAU_FILE, Column
from plugins.findings import Finding
from plugins.rebuild.bodies import Bodies
from plugins.rebuild.packing import unpack
from plugins.rebuild.reads import BEGINNING, END
from plugins.rebuild.scan import Stamp
from plugins.rebuild.shelf import Shelf
from plugins.rebuild.workers import Tell, nothing, spread, untold
from plugins.records.extract import Extract
from plugins.records.record import Content, Read, Record, Written
from plugins.site import Site


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
        # What was asked for in this build: rows as they were kept, or as they were made; the paths
        # of those that are another than was kept.
        self.rows: dict[str, bytes] = {}
        self._new: set[str] = set()
        self._made: dict[str, str] = {}
        self._plain: dict[str, Reading] = {}

    def read(
        self,
        files: Sequence[tuple[str, Column]],
        site: Site,
        workers: int,
        tell: Tell = untold,
        aside: Callable[[], None] = nothing,
    ) -> Iterator[Read]:
        """Every file, in the order given; what is not held is read by the workers, and `aside` done
        meanwhile.

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
        if missing:
            # Imported here: a build that has read everything before needs no Markdown.
            from plugins.build.reading_work import ReadingWork

            name = f"bodies-{secrets.token_hex(6)}"
            work = ReadingWork(self._content, self._tree, self._bodies, marks, site, name)
            for path, row, entry in spread(missing, work, workers, tell, aside):
                self.rows[path], self._made[path] = row, entry
                self._new.add(path)
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

    def shelves(self, everything: bool) -> dict[str, Shelf | Mapping[str, bytes]]:
        """What is to be kept; whether `everything` was read, or only what an edit has changed.

        What is new is laid on the shelves; where files came or went these are filled anew.
        """
        if everything and self.rows.keys() != self._held.keys():
            entries = self.entries_by({path: path for path in self.rows})
            packed = {path: entry.encode() for path, entry in entries.items()}
            return {"rows": self.rows, "entries": packed}
        for path in self._new:
            self._held.lay(path, self.rows[path])
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
            if site.library.assets.plain(asset) != was:
                return None
        stamp = self._tree[path]
        if held.stamp != stamp:
            if digest((self._content / path).read_bytes()) != held.digest:
                return None
            held = held._replace(stamp=stamp)
            row = marshal.dumps(tuple(held))
            self._new.add(path)
        self._plain[path] = held
        return row

    def _read(self, row: Reading) -> Read:
        findings = [Finding.from_tuple(plain) for plain in row.findings] if row.findings else []
        if row.extract is None:
            return Read(None, findings, row.fit)
        record = Record(Extract._make(row.extract), row.mark, *self._openers)
        return Read(record, findings, row.fit)

    def _open_content(self, path: str) -> Content:
        """Raises Damaged."""
        place = self.row(path).content
        return Content(*unpack(self._bodies.read(place)))

    def _open_file(self, path: str) -> Written:
        # Imported here: this is asked for to say where something is wrong.
        from plugins.records.reader import read_written

        return read_written(path, (self._content / path).read_bytes())

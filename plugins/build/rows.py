"""What became of one file, as it is kept, and what many of them say together."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from plugins.rebuild.bodies import Place
from plugins.rebuild.workers import FEW

if TYPE_CHECKING:
    from plugins.build.readings import Readings
    from plugins.site import Site

# The kind under which the search entry of a record has its fingerprint.
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

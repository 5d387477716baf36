"""Many small values by key, of which a build needs few: read singly, and few replaced at a time.

A shelf is one file: the values one after another, then an index of them. What an edit replaces is
not written into it but kept beside it (`laid`), until that is so much that the file is written
anew.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import zlib
from array import array
from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.rebuild.bodies import Damaged
from plugins.rebuild.reading_at import open_to_read, read_at

SIGN = b"chengchuang shelf 1\n"
DIGEST = 16
# The length of the index, and its checksum.
END = 8 + DIGEST
# Beyond this share of its values replaced ones are put into the file.
MUCH = 8


class Shelf(Mapping[str, bytes]):
    """`laid` are the values that take the place of those in the file, or stand beside them."""

    def __init__(self, file: Path | None = None, laid: Mapping[str, bytes] | None = None) -> None:
        """Raises Damaged where the file is not what `write` wrote."""
        self.file, self.laid = file, dict(laid or {})
        self._handle = -1
        # Values lie from one start to the next; the last one is where the index begins.
        self.keys_in_file: tuple[str, ...] = ()
        self._starts, self._checks = array("Q", [0]), array("L")
        if file is not None:
            try:
                self._open(file)
            except (OSError, EOFError, ValueError, TypeError) as error:
                raise Damaged(file.name) from error
        self._places = dict(zip(self.keys_in_file, range(len(self.keys_in_file)), strict=True))

    def _open(self, file: Path) -> None:
        self._handle = open_to_read(file)
        size = os.fstat(self._handle).st_size
        end = read_at(self._handle, END, size - END)
        length, digest = int.from_bytes(end[:8], "little"), end[8:]
        if length > size:
            raise ValueError
        index = read_at(self._handle, length, size - END - length)
        if hashlib.blake2b(index, digest_size=DIGEST).digest() != digest:
            raise ValueError
        sign, self.keys_in_file, starts, checks = marshal.loads(index)
        if sign != SIGN:
            raise ValueError
        self._starts, self._checks = array("Q", starts), array("L", checks)

    def __getitem__(self, key: str) -> bytes:
        """Raises Damaged."""
        value = self.laid.get(key)
        if value is not None:
            return value
        place = self._places[key]
        start = self._starts[place]
        value = read_at(self._handle, self._starts[place + 1] - start, start)
        return self._checked(place, value)

    def _checked(self, place: int, value: bytes) -> bytes:
        if zlib.crc32(value) != self._checks[place]:
            raise Damaged(f"{self.file} {self.keys_in_file[place]}")
        return value

    def place(self, key: str) -> int:
        """The number of a key of the file, which stays while the file does."""
        return self._places[key]

    def __contains__(self, key: object) -> bool:
        return key in self._places or key in self.laid

    def __iter__(self) -> Iterator[str]:
        yield from self.keys_in_file
        yield from (key for key in self.laid if key not in self._places)

    def __len__(self) -> int:
        return len(self._places) + sum(key not in self._places for key in self.laid)

    def all(self) -> dict[str, bytes]:
        """Every value, read in one go. Raises Damaged."""
        held = read_at(self._handle, self._starts[-1], 0) if self.keys_in_file else b""
        bounds = zip(self._starts, self._starts[1:], strict=False)
        values = {
            key: self._checked(place, held[start:end])
            for place, (key, (start, end)) in enumerate(zip(self.keys_in_file, bounds, strict=True))
        }
        return values | self.laid

    def lay(self, key: str, value: bytes) -> None:
        """Put `value` in the place of what is there. None of it is written here."""
        self.laid[key] = value

    @property
    def is_laden(self) -> bool:
        """Whether so much was laid on that the file should be written anew."""
        return len(self.laid) * MUCH > len(self.keys_in_file)


def write(file: Path, values: Mapping[str, bytes]) -> None:
    """Write a shelf's file."""
    starts, checks, at = array("Q"), array("L"), 0
    with file.open("wb") as out:
        for value in values.values():
            starts.append(at)
            checks.append(zlib.crc32(value))
            at += len(value)
        starts.append(at)
        out.write(b"".join(values.values()))
        index = marshal.dumps((SIGN, tuple(values), starts.tobytes(), checks.tobytes()))
        out.write(index)
        out.write(len(index).to_bytes(8, "little"))
        out.write(hashlib.blake2b(index, digest_size=DIGEST).digest())

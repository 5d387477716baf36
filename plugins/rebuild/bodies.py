"""Large values kept on disk: written once, one after another, and read singly by their place."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from plugins.rebuild.reading_at import open_to_read, read_at

MANY = 64
# A place: the file's name, where in it the value begins, its length, its checksum.
Place = tuple[str, int, int, int]


class Damaged(Exception):
    """What is kept is not what was put there."""


class Bodies:
    """Values in a few files of one folder. Not mapped: a page of it that is read stays no part of
    the process, whose memory must not grow with the text of a site.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, int] = {}

    def read(self, place: Place) -> bytes:
        """Raises Damaged."""
        name, start, length, checksum = place
        try:
            if name not in self._open:
                self._open[name] = open_to_read(self._folder / name)
            value = read_at(self._open[name], length, start)
        except OSError as error:
            raise Damaged(str(error)) from error
        if len(value) != length or zlib.crc32(value) != checksum:
            raise Damaged(f"{name} at {start}")
        return value

    def close(self) -> None:
        for file in self._open.values():
            os.close(file)
        self._open.clear()

    def writer(self, name: str) -> Writer:
        self._folder.mkdir(parents=True, exist_ok=True)
        return Writer(name, (self._folder / name).open("wb"))

    @property
    def scattered(self) -> bool:
        """Whether so many edits have each left a file that what they hold should come together."""
        return len(list(self._folder.glob("bodies-*"))) > MANY

    def keep_only(self, names: Iterable[str]) -> None:
        """Delete the files of this sort that nothing points to any more."""
        wanted = set(names)
        for file in self._folder.glob("bodies-*"):
            if file.name not in wanted:
                file.unlink(missing_ok=True)


class Writer:
    """One file being written, by one process."""

    def __init__(self, name: str, file: BinaryIO) -> None:
        self._name, self._file, self._at = name, file, 0

    def add(self, value: bytes) -> Place:
        self._file.write(value)
        place = (self._name, self._at, len(value), zlib.crc32(value))
        self._at += len(value)
        return place

    def close(self) -> None:
        self._file.close()

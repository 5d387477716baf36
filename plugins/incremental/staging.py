"""Writing a site without a reader ever seeing half of it.

Everything that is to change is first written beside the output folder. Only when all of it is there
are the files moved to their places, each in one step; so a failure leaves the last site as it was,
and a file is never there in part.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from plugins.incremental.snapshot import FileStat

BINARY = getattr(os, "O_BINARY", 0)  # Windows opens files as text unless told otherwise


class Staging:
    """The place beside one output folder. `there` are the files that the output has now, with size
    and more.
    """

    def __init__(self, output: Path, there: Mapping[str, FileStat]) -> None:
        self.output, self._there = output, there
        self._folder = _place_for(output)

    def open(self) -> None:
        """Begin with an empty place, whatever a killed build has left there."""
        self.clear()
        self._folder.mkdir(parents=True)

    def put(self, path: str, content: bytes) -> tuple[int, int] | None:
        """Stage `content` for `path`.

        Its size and time of modification in nanoseconds; None when the output has just these bytes.
        """
        there = self._there.get(path)
        if there and there[0] == len(content) and _read(self.output / path) == content:
            return None
        handle = _create(f"{self._folder}/{path}")
        try:
            view = memoryview(content)
            while view:
                view = view[os.write(handle, view) :]
            return len(content), os.fstat(handle).st_mtime_ns
        except OSError as error:
            # By its number the system doesn't know which file it was.
            error.filename = str(self.output / path)
            raise
        finally:
            os.close(handle)

    def commit(self) -> None:
        """Move all that was staged to its place; a folder that the output hasn't goes as one."""
        self.output.mkdir(parents=True, exist_ok=True)
        _move(str(self._folder), str(self.output))

    def remove(self, paths: Iterable[str]) -> None:
        """Delete outputs and the folders that become empty by it."""
        folders = set()
        for path in paths:
            file = self.output / path
            if file.is_file() or file.is_symlink():
                file.unlink()
            folders.add(file.parent)
        for folder in sorted(folders, key=lambda found: len(found.parts), reverse=True):
            _prune(folder, self.output)

    def clear(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)


def _create(file: str) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY
    try:
        return os.open(file, flags, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(file), exist_ok=True)
        return os.open(file, flags, 0o666)


def _move(source: str, target: str) -> None:
    with os.scandir(source) as found:
        for entry in found:
            place = f"{target}/{entry.name}"
            if not entry.is_dir(follow_symlinks=False):
                os.replace(entry.path, place)
            elif os.path.isdir(place):
                _move(entry.path, place)
            else:
                os.rename(entry.path, place)


def _place_for(output: Path) -> Path:
    """Within one file system with the output, or no file is moved in one step: beside it, and in it
    where it is a file system of its own or where nothing may be put beside it.
    """
    real = output.resolve()
    if real.is_dir() and (os.path.ismount(real) or not os.access(real.parent, os.W_OK)):
        return real / ".building"
    return real.parent / f".{real.name}.building"


def _prune(folder: Path, top: Path) -> None:
    while folder != top and _is_empty(folder):
        folder.rmdir()
        folder = folder.parent


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir())


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None

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


class Staging:
    """The place beside one output folder. `there` are the files that the output has now, with size
    and more.
    """

    def __init__(self, output: Path, there: Mapping[str, tuple]) -> None:
        self.output, self._there = output, there
        self._folder = _place_for(output)
        self._made: set[Path] = set()

    def open(self) -> None:
        """Begin with an empty place, whatever a killed build has left there."""
        self.clear()
        self._folder.mkdir(parents=True)

    def put(self, path: str, content: bytes, name: str) -> tuple[int, int] | None:
        """Stage `content` for `path` under a name that no other output has.

        Its size and time of modification in nanoseconds; None when the output has just these bytes.
        """
        there = self._there.get(path)
        if there and there[0] == len(content) and _read(self.output / path) == content:
            return None
        handle = os.open(f"{self._folder}/{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        try:
            view = memoryview(content)
            while view:
                view = view[os.write(handle, view) :]
            return len(content), os.fstat(handle).st_mtime_ns
        finally:
            os.close(handle)

    def commit(self, path: str, name: str) -> None:
        """Move what was staged under `name` to its place."""
        target = self.output / path
        if target.parent not in self._made:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(target.parent)
        os.replace(f"{self._folder}/{name}", target)

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

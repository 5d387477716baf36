"""Which files there are, and when each was last changed."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

# What tells a file from an earlier state of it without reading it: its size, when it was modified
# and when it was changed, in nanoseconds. The last can't be set back by an editor or a copying
# program. A plain tuple, for there are tens of thousands, and they are kept.
Stamp = tuple[int, int, int]


def scan(folder: Path) -> dict[str, Stamp]:
    """Every file under `folder` by its path with `/`, in the order of their parts."""
    return dict(_files(str(folder), ""))


def _files(folder: str, prefix: str):
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        path = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{path}/")
        elif entry.is_file():
            # A program may take its temporary file away at any moment.
            with suppress(FileNotFoundError):
                yield path, _stamp(entry.stat())


def _stamp(stat: os.stat_result) -> Stamp:
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns

"""Which files there are, and when each was last changed."""

from __future__ import annotations

import os
from operator import attrgetter
from pathlib import Path
from stat import S_ISREG

NAME = attrgetter("name")

# What tells a file from an earlier state of it without reading it: its size, when it was modified
# and when it was changed, in nanoseconds. The last can't be set back by an editor or a copying
# program. A plain tuple, for there are tens of thousands, and they are kept.
Stamp = tuple[int, int, int]


def scan(folder: Path) -> dict[str, Stamp]:
    """Every file under `folder` by its path with `/`, in the order of their parts."""
    found: dict[str, Stamp] = {}
    _add_files(found, str(folder), "")
    return found


def _add_files(found: dict[str, Stamp], folder: str, prefix: str) -> None:
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=NAME)
    except FileNotFoundError:
        return
    for entry in inside:
        if entry.is_dir(follow_symlinks=False):
            _add_files(found, entry.path, f"{prefix}{entry.name}/")
            continue
        try:
            stat = entry.stat()
        except FileNotFoundError:
            # A link to nothing; and a program may take its temporary file away at any moment.
            continue
        if S_ISREG(stat.st_mode):
            stamp = (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
            found[prefix + entry.name] = stamp

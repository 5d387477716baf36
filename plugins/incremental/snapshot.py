"""Which files there are, and when each was last changed."""

from __future__ import annotations

import os
from operator import attrgetter
from pathlib import Path
from stat import S_ISLNK, S_ISREG

NAME = attrgetter("name")

# Size in bytes, time of modification and time of change in nanoseconds: what tells a file from an
# earlier state of it without reading it. The last can't be set back by an editor or a copying
# program. A plain tuple: there are tens of thousands, and they are stored.
FileStat = tuple[int, int, int]
# In place of the size of a link: what it leads to is not looked at.
LINK = -1
Snapshot = dict[str, FileStat]


def take_snapshot(folder: Path, follow_links: bool = False) -> Snapshot:
    """Every file under `folder` by its path with `/`, in the order of their parts.

    A link is listed as such, whether it leads to a file, to a folder or nowhere. With
    `follow_links` the files that it leads to are listed instead.
    """
    found: Snapshot = {}
    above = frozenset({os.path.realpath(folder)}) if follow_links else None
    _add_files(found, str(folder), "", above)
    return found


def _add_files(found: Snapshot, folder: str, prefix: str, above: frozenset[str] | None) -> None:
    """`above` are the folders around this one, to which no link is followed; None follows none."""
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=NAME)
    except FileNotFoundError:
        return
    for entry in inside:
        if entry.is_dir(follow_symlinks=False):
            _add_files(found, entry.path, f"{prefix}{entry.name}/", above)
            continue
        if above is not None and entry.is_symlink() and entry.is_dir():
            real = os.path.realpath(entry.path)
            if real not in above:
                _add_files(found, entry.path, f"{prefix}{entry.name}/", above | {real})
            continue
        try:
            stat = entry.stat(follow_symlinks=above is not None)
        except FileNotFoundError:
            # A dangling link; and a program may delete its temporary file at any moment.
            continue
        if S_ISREG(stat.st_mode):
            found[prefix + entry.name] = (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
        elif S_ISLNK(stat.st_mode):
            found[prefix + entry.name] = (LINK, stat.st_mtime_ns, stat.st_ctime_ns)


def is_link(stat: FileStat) -> bool:
    return stat[0] == LINK

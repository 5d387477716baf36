"""A lock that one process at a time holds."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class BusyError(Exception):
    """Another process holds the lock."""


def lock_for(folder: Path) -> Path:
    """The lock file of a folder, outside of it: nothing may be left in it or beside it."""
    user = os.getuid() if hasattr(os, "getuid") else 0
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"chengchuang-{user}-{name}.lock"


@contextmanager
def exclusive(file: Path) -> Iterator[None]:
    """Hold `file` while the block runs. Raises BusyError at once when another process holds it.

    The operating system releases the lock when its process ends, however that happens.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if not _take(handle):
            raise BusyError
        yield
    finally:
        os.close(handle)


def _take(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True

"""One build at a time in one place."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Busy(Exception):
    """Another build is at work here."""


def lock_of(folder: Path) -> Path:
    """The lock of a folder in which, and beside which, nothing may be left; each user has one."""
    user = os.getuid() if hasattr(os, "getuid") else 0
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"chengchuang-{user}-{name}.lock"


@contextmanager
def only_one(file: Path) -> Iterator[None]:
    """Hold `file` while the block runs. Raises Busy at once when another process holds it.

    The operating system lets go of the lock when its process ends, however that happens: a killed
    build never keeps the next one waiting.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if not _take(handle):
            raise Busy
        yield
    finally:
        os.close(handle)


def _take(handle: int) -> bool:
    try:
        import fcntl
    except ImportError:
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True

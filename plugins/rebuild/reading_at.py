"""Reading from a place in a file, as every system can."""

from __future__ import annotations

import os
from pathlib import Path

# Windows takes files for text unless it is told otherwise.
BINARY = getattr(os, "O_BINARY", 0)


def open_to_read(file: Path) -> int:
    return os.open(file, os.O_RDONLY | BINARY)


def read_at(handle: int, length: int, start: int) -> bytes:
    """As `os.pread`, which Windows has not: there no two threads or processes share a handle."""
    if hasattr(os, "pread"):
        return os.pread(handle, length, start)
    os.lseek(handle, start, os.SEEK_SET)
    return os.read(handle, length)

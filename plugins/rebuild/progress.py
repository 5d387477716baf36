"""How far the work is: a bar on a terminal, a plain line each few seconds elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

EVERY_SECONDS = 5.0
# What takes less time than this needs no bar.
PATIENCE = 0.5


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[[int], None]]:
    """A function to be told how many are done."""
    if total == 0:
        yield lambda _done: None
    elif sys.stdout.isatty():
        with _bar(label, total) as tell:
            yield tell
    else:
        yield _lines(label, total)


def _lines(label: str, total: int) -> Callable[[int], None]:
    last = time.monotonic()

    def tell(done: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= EVERY_SECONDS:
            last = now
            print(f"{label}：{done}/{total}", flush=True)

    return tell


@contextmanager
def _bar(label: str, total: int) -> Iterator[Callable[[int], None]]:
    started, shown = time.monotonic(), 0.0
    width = 30

    def tell(done: int) -> None:
        nonlocal shown
        now = time.monotonic()
        if now - started < PATIENCE or (now - shown < 0.1 and done < total):
            return
        shown = now
        filled = width * done // total
        bar = "━" * filled + " " * (width - filled)
        sys.stdout.write(f"\r{label} {bar} {done}/{total}")
        sys.stdout.flush()

    try:
        yield tell
    finally:
        if shown:
            sys.stdout.write("\r\x1b[2K")
            sys.stdout.flush()

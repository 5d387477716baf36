"""How far the work is: a bar on a terminal, a plain line each few seconds elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from plugins.workers.parallel import FEW

T = TypeVar("T")
EVERY_SECONDS = 5.0


def progress(label: str, total: int, values: Iterable[T]) -> Iterator[T]:
    """The same values, while it is told how many of `total` have come."""
    if total < FEW or not sys.stdout.isatty():
        return _with_lines(label, total, values)
    return _with_bar(label, total, values)


def _with_bar(label: str, total: int, values: Iterable[T]) -> Iterator[T]:
    # Imported here: where nobody watches there is no bar.
    from pelican.log import console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        yield from bar.track(values, total=total, description=label)


def _with_lines(label: str, total: int, values: Iterable[T]) -> Iterator[T]:
    last = time.monotonic()
    for done, value in enumerate(values, 1):
        now = time.monotonic()
        if now - last >= EVERY_SECONDS:
            last = now
            print(f"{label}：{done}/{total}", flush=True)
        yield value

"""How far the work is: a bar on a terminal, a plain line each few seconds elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from plugins.incremental.parallel import FEW

EVERY_SECONDS = 5.0


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[[int], None]]:
    """A function to be told how many are done."""
    if total < FEW or not sys.stdout.isatty():
        yield _lines(label, total)
        return
    # Imported here: where nobody watches there is no bar.
    from pelican.log import console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda done: bar.update(task, completed=done)


def _lines(label: str, total: int) -> Callable[[int], None]:
    last = time.monotonic()

    def tell(done: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= EVERY_SECONDS:
            last = now
            print(f"{label}：{done}/{total}", flush=True)

    return tell

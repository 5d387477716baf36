"""What files there are, and whether that is just what there was: then nothing has to be done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from plugins.build.report import Report
from plugins.build.told import Told
from plugins.rebuild.memory import Memory
from plugins.rebuild.scan import Stamp, scan
from plugins.rebuild.workers import meanwhile


@dataclass(frozen=True)
class Look:
    """The files there are now, in the content and the theme; those of the output when they have
    been looked at, which takes longest and goes on meanwhile.
    """

    content: dict[str, Stamp]
    theme: dict[str, Stamp]
    look_at_output: Callable[[], dict[str, Stamp]]

    @cached_property
    def output(self) -> dict[str, Stamp]:
        return self.look_at_output()


def look(told: Told) -> Look:
    output = meanwhile(lambda: scan(told.output))
    theme = {
        f"{number}/{path}": stamp
        for number, folder in enumerate((told.theme, *told.templates))
        for path, stamp in scan(folder).items()
    }
    return Look(scan(told.content), theme, output)


def nothing_changed(memory: Memory, found: Look, now: datetime, ours: bool) -> Report | None:
    """What the last build said, when this one would do and say the same."""
    head = memory.head
    if head is None or not head["since"] <= now.timestamp() < head["until"]:
        return None
    if head["content"] != found.content or head["theme"] != found.theme:
        return None
    there = found.output
    if ours and there.keys() != head["outputs"].keys():
        return None
    if touched(head["outputs"], there):
        return None
    return Report(*head["report"])


def touched(left: Mapping[str, tuple[int, int]], there: Mapping[str, Stamp]) -> set[str]:
    """The outputs that are gone, or not of the size and time that the last build left them with."""
    return {path for path, held in left.items() if path not in there or there[path][:2] != held}


def texts_changed(memory: Memory, found: Look, now: datetime) -> list[str] | None:
    """The records whose files changed, when nothing else did that a site is arranged by.

    Templates may have changed too. None when it may have to be arranged otherwise: files came or
    went, or something else than a record changed, or the calendar turned.
    """
    head = memory.head
    if head is None:
        return None
    since, until = head["true"]
    before, there = head["content"], found.content
    if not since <= now.timestamp() < until or before.keys() != there.keys():
        return None
    # The theme's other files have addresses of their own, which every page names.
    if _of_static(head["theme"]) != _of_static(found.theme):
        return None
    changed = [path for path, stamp in there.items() if before[path] != stamp]
    rows = memory.shelf("rows")
    return changed if all(path in rows for path in changed) else None


def _of_static(theme: dict[str, Stamp]) -> dict[str, Stamp]:
    return {path: stamp for path, stamp in theme.items() if path.startswith("0/static/")}

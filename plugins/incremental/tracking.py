"""Dynamic dependency tracking: what was read while a value was computed.

Whoever reads an input calls `depends_on`; whoever computes a value that is kept does so inside
`track()`, which collects the dependencies and the time during which the value is valid. So a
dependency is recorded where it is read, and declared nowhere else.
"""

from __future__ import annotations

from plugins.incremental.dependency import DependencyKind

# Seconds since 1970, before and after anything a bureau will ever write.
BEGINNING, END = -(1 << 40), 1 << 40
Interval = tuple[int, int]
ALWAYS: Interval = (BEGINNING, END)


def overlap(*intervals: Interval) -> Interval:
    """The interval during which all of `intervals` hold."""
    return max(since for since, _ in intervals), min(until for _, until in intervals)


class Tracker:
    """Dependencies read, by kind and key; the value is valid in [since, until)."""

    __slots__ = ("dependencies", "since", "until")

    def __init__(self) -> None:
        self.dependencies: set[tuple[str, str]] = set()
        self.since, self.until = BEGINNING, END

    # Not a generator-based context manager: a page opens a dozen of these.

    def __enter__(self) -> Tracker:
        _active.append(self)
        return self

    def __exit__(self, *_exception: object) -> None:
        _active.pop()


_active: list[Tracker] = []


def track() -> Tracker:
    """Collect what is read inside `with track() as tracker:`.

    Nothing that is read inside reaches an enclosing tracker.
    """
    return Tracker()


def depends_on(kind: DependencyKind, key: str = "") -> None:
    """Record that an input was read: a kind of dependencies, and which one of it."""
    if _active:
        _active[-1].dependencies.add((kind.name, key))


def depends_on_all(tracker: Tracker) -> None:
    """Record that a memoized value was used: its dependencies become those of the caller."""
    if _active:
        _active[-1].dependencies |= tracker.dependencies
        valid_between(tracker.since, tracker.until)


def valid_between(since: int, until: int) -> None:
    """Record that what was read is valid in [since, until), seconds since 1970."""
    if _active:
        last = _active[-1]
        last.since, last.until = max(last.since, since), min(last.until, until)


def has_passed(moment: int, now: int) -> bool:
    """Whether `now` is at or after `moment`; records until when this answer holds."""
    if now >= moment:
        valid_between(moment, END)
        return True
    valid_between(BEGINNING, moment)
    return False

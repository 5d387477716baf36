"""What was read while a value was made, and how long what it says of the time stays true.

A reader notes each input by a name such as `card news/a`. Whoever makes a value that is kept opens
`reading()` around it, and finds there all that the value depends on: so a dependency can't be
forgotten where it is declared, because it is declared nowhere.
"""

from __future__ import annotations

# Seconds since 1970, before and after anything a bureau will ever write.
BEGINNING, END = -(1 << 40), 1 << 40


def overlap(*times: tuple[int, int]) -> tuple[int, int]:
    """Since and until when several things are true together."""
    return max(since for since, _ in times), min(until for _, until in times)


class Reads:
    """`inputs` by name; the value is true from `since` on and before `until` (epoch seconds)."""

    __slots__ = ("inputs", "since", "until")

    def __init__(self) -> None:
        self.inputs: set[str] = set()
        self.since, self.until = BEGINNING, END

    # Not a generator made a context manager: a page opens a dozen of these.

    def __enter__(self) -> Reads:
        _open.append(self)
        return self

    def __exit__(self, *_raised: object) -> None:
        _open.pop()


_open: list[Reads] = []


def reading() -> Reads:
    """Note what is read inside `with reading() as reads:`.

    Of what is noted inside, nothing reaches a reading around it.
    """
    return Reads()


def note(name: str) -> None:
    """Say that the input `name` was read."""
    if _open:
        _open[-1].inputs.add(name)


def note_all(reads: Reads) -> None:
    """Say that a kept value was used: all that it was made from was read."""
    if _open:
        _open[-1].inputs |= reads.inputs
        note_time(reads.since, reads.until)


def note_time(since: int, until: int) -> None:
    """Say that what was read is true from `since` on and before `until`."""
    if _open:
        last = _open[-1]
        last.since, last.until = max(last.since, since), min(last.until, until)


def reached(moment: int, now: int) -> bool:
    """Whether `now` has come to `moment`, noting when this answer will be another one."""
    if now >= moment:
        note_time(moment, END)
        return True
    note_time(BEGINNING, moment)
    return False

"""Two versions of a statute, clause by clause: what was added, removed, changed, renumbered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from plugins.clauses import Clause

# Two clauses are the same one, rewritten, when this much of their words is the same.
ALIKE = 0.55
# With the same number, less will do.
ALIKE_IN_PLACE = 0.35
# A piece left unchanged between two changes reads as noise when it is this short.
NOISE = 2
TOKEN = re.compile(r"[A-Za-z0-9.]+|\s+|.", re.S)


class Change(StrEnum):
    SAME = "same"
    MOVED = "moved"  # the same words under another number
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"

    @property
    def label(self) -> str:
        return {
            "same": "没有变化",
            "moved": "条序变动",
            "changed": "修改",
            "added": "新增",
            "removed": "删去",
        }[self]


class Piece(NamedTuple):
    """A stretch of words: kept, inserted by the newer version, or deleted from the older."""

    kind: str
    text: str


@dataclass(frozen=True)
class ClauseChange:
    """A clause of the older version, of the newer, or of both; `pieces` when its words changed."""

    change: Change
    older: Clause | None
    newer: Clause | None
    pieces: tuple[Piece, ...] = ()


def compare(older: Sequence[Clause], newer: Sequence[Clause]) -> list[ClauseChange]:
    """All clauses of both, in the newer one's order; what was removed stands where it stood."""
    pairs = match(older, newer)
    partner = {new: old for old, new in pairs.items()}
    changes: list[ClauseChange] = []
    shown: set[int] = set()
    for index, clause in enumerate(newer):
        old = partner.get(index)
        if old is not None:
            changes += _removed_before(older, old, pairs, shown)
            changes.append(_change(older[old], clause))
        else:
            changes.append(ClauseChange(Change.ADDED, None, clause))
    return [*changes, *_removed_before(older, len(older), pairs, shown)]


def match(older: Sequence[Clause], newer: Sequence[Clause]) -> dict[int, int]:
    """Which clause of the older became which of the newer, by their positions."""
    pairs: dict[int, int] = {}
    free = set(range(len(newer)))
    words = [_words(clause) for clause in newer]
    by_words: dict[str, list[int]] = {}
    for index, text in enumerate(words):
        by_words.setdefault(text, []).append(index)
    for index, clause in enumerate(older):
        same = [new for new in by_words.get(_words(clause), ()) if new in free]
        if same:
            pairs[index] = same[0]
            free.discard(same[0])
    numbers = {clause.number: index for index, clause in enumerate(newer)}
    for index, clause in enumerate(older):
        new = numbers.get(clause.number)
        if index not in pairs and new in free and _likeness(clause, newer[new]) >= ALIKE_IN_PLACE:
            pairs[index] = new
            free.discard(new)
    for index, clause in enumerate(older):
        if index in pairs or not free:
            continue
        likeness, new = max((_likeness(clause, newer[new]), -new) for new in free)
        if likeness >= ALIKE:
            pairs[index] = -new
            free.discard(-new)
    return pairs


def difference(older: str, newer: str) -> tuple[Piece, ...]:
    """The words of two texts as pieces that are kept, deleted or inserted."""
    old, new = TOKEN.findall(older), TOKEN.findall(newer)
    pieces: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("kept", "".join(old[a:b])))
            continue
        if a < b:
            pieces.append(Piece("deleted", "".join(old[a:b])))
        if c < d:
            pieces.append(Piece("inserted", "".join(new[c:d])))
    return tuple(_calm(pieces))


def _calm(pieces: list[Piece]) -> list[Piece]:
    """Changes with hardly anything between them, drawn together into one."""
    runs: list[list[Piece]] = []
    for index, piece in enumerate(pieces):
        between = 0 < index < len(pieces) - 1
        if piece.kind == "kept" and not (between and len(piece.text) <= NOISE):
            runs.append([piece])
        elif runs and runs[-1][0].kind != "kept":
            runs[-1].append(piece)
        else:
            runs.append([piece])
    calm: list[Piece] = []
    for run in runs:
        if run[0].kind == "kept" and len(run) == 1:
            calm.append(run[0])
            continue
        deleted = "".join(piece.text for piece in run if piece.kind != "inserted")
        inserted = "".join(piece.text for piece in run if piece.kind != "deleted")
        calm += [Piece("deleted", deleted)] if deleted else []
        calm += [Piece("inserted", inserted)] if inserted else []
    return calm


def _change(older: Clause, newer: Clause) -> ClauseChange:
    if _words(older) == _words(newer):
        change = Change.SAME if older.number == newer.number else Change.MOVED
        return ClauseChange(change, older, newer)
    return ClauseChange(Change.CHANGED, older, newer, difference(_lines(older), _lines(newer)))


def _removed_before(
    older: Sequence[Clause], end: int, pairs: dict[int, int], shown: set[int]
) -> list[ClauseChange]:
    removed = [index for index in range(end) if index not in pairs and index not in shown]
    shown.update(removed)
    return [ClauseChange(Change.REMOVED, older[index], None) for index in removed]


def _lines(clause: Clause) -> str:
    """The clause's words without its own number, which is told apart from them."""
    return clause.text.removeprefix(clause.label).strip(" 　")


def _words(clause: Clause) -> str:
    return re.sub(r"\s+", "", _lines(clause))


def _likeness(older: Clause, newer: Clause) -> float:
    matcher = SequenceMatcher(None, _words(older), _words(newer), autojunk=False)
    # The cheap upper bounds rule out most pairs.
    if matcher.real_quick_ratio() < ALIKE_IN_PLACE or matcher.quick_ratio() < ALIKE_IN_PLACE:
        return 0.0
    return matcher.ratio()

"""The differences between two versions of a statute, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from plugins.clauses import Clause

# Two clauses count as versions of one when their texts are similar to this degree …
MIN_SIMILARITY = 0.55
# … or, with the same number, to this degree.
IN_PLACE_SIMILARITY = 0.35
# A similarity that is higher by this is no accident.
CLEARLY = 0.1
# Unchanged text of this length between two changes is merged into them: it reads as noise.
MAX_NOISE = 2
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


class Segment(NamedTuple):
    """A segment of a text: kept, inserted by the newer version, or deleted from the older."""

    kind: str
    text: str


@dataclass(frozen=True)
class ClauseChange:
    """A clause of the older version, of the newer, or of both; `segments` if its text changed."""

    change: Change
    older: Clause | None
    newer: Clause | None
    segments: tuple[Segment, ...] = ()


def compare(older: Sequence[Clause], newer: Sequence[Clause]) -> list[ClauseChange]:
    """All clauses of both, in the order of the newer; removed ones at their former place."""
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


def match(older: Sequence[Clause], newer: Sequence[Clause]) -> Mapping[int, int]:
    """Which clause of the older became which of the newer, by their positions."""
    return _match(tuple(older), tuple(newer))


# Six pages ask for the same two versions, and to match them takes a quarter of a second.
@lru_cache(maxsize=16)
def _match(older: tuple[Clause, ...], newer: tuple[Clause, ...]) -> Mapping[int, int]:
    pairs: dict[int, int] = {}
    free = set(range(len(newer)))
    texts = [_text_of(clause) for clause in newer]
    by_text: dict[str, list[int]] = {}
    for index, text in enumerate(texts):
        by_text.setdefault(text, []).append(index)
    for index, clause in enumerate(older):
        same = [new for new in by_text.get(_text_of(clause), ()) if new in free]
        if same:
            pairs[index] = same[0]
            free.discard(same[0])
    _pair_in_place(older, newer, pairs, free, yields=True)
    for index, clause in enumerate(older):
        if index not in pairs and free:
            similarity, new = _most_similar(clause, newer, free)
            if similarity >= MIN_SIMILARITY:
                pairs[index] = new
                free.discard(new)
    _pair_in_place(older, newer, pairs, free, yields=False)
    return pairs


def _pair_in_place(
    older: Sequence[Clause],
    newer: Sequence[Clause],
    pairs: dict[int, int],
    free: set[int],
    yields: bool,
) -> None:
    """Pair clauses of one number; with `yields` none that is far more like one elsewhere."""
    numbers = {clause.number: index for index, clause in enumerate(newer)}
    for index, clause in enumerate(older):
        new = numbers.get(clause.number)
        if index in pairs or new is None or new not in free:
            continue
        similarity = _similarity(clause, newer[new])
        if similarity < IN_PLACE_SIMILARITY:
            continue
        if yields and similarity < MIN_SIMILARITY:
            elsewhere, _ = _most_similar(clause, newer, free)
            if elsewhere >= max(MIN_SIMILARITY, similarity + CLEARLY):
                continue
        pairs[index] = new
        free.discard(new)


def difference(older: str, newer: str) -> tuple[Segment, ...]:
    """The words of two texts as pieces that are kept, deleted or inserted."""
    old, new = TOKEN.findall(older), TOKEN.findall(newer)
    segments: list[Segment] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            segments.append(Segment("kept", "".join(old[a:b])))
            continue
        if a < b:
            segments.append(Segment("deleted", "".join(old[a:b])))
        if c < d:
            segments.append(Segment("inserted", "".join(new[c:d])))
    return tuple(_without_noise(segments))


def _without_noise(segments: list[Segment]) -> list[Segment]:
    """The pieces with changes merged that have hardly any text between them."""
    runs: list[list[Segment]] = []
    for index, segment in enumerate(segments):
        between = 0 < index < len(segments) - 1
        if segment.kind == "kept" and not (between and len(segment.text) <= MAX_NOISE):
            runs.append([segment])
        elif runs and runs[-1][0].kind != "kept":
            runs[-1].append(segment)
        else:
            runs.append([segment])
    merged: list[Segment] = []
    for run in runs:
        if run[0].kind == "kept" and len(run) == 1:
            merged.append(run[0])
            continue
        deleted = "".join(segment.text for segment in run if segment.kind != "inserted")
        inserted = "".join(segment.text for segment in run if segment.kind != "deleted")
        merged += [Segment("deleted", deleted)] if deleted else []
        merged += [Segment("inserted", inserted)] if inserted else []
    return merged


def _change(older: Clause, newer: Clause) -> ClauseChange:
    if _text_of(older) == _text_of(newer):
        change = Change.SAME if older.number == newer.number else Change.MOVED
        return ClauseChange(change, older, newer)
    return ClauseChange(Change.CHANGED, older, newer, difference(words_of(older), words_of(newer)))


def _removed_before(
    older: Sequence[Clause], end: int, pairs: Mapping[int, int], shown: set[int]
) -> list[ClauseChange]:
    removed = [index for index in range(end) if index not in pairs and index not in shown]
    shown.update(removed)
    return [ClauseChange(Change.REMOVED, older[index], None) for index in removed]


def words_of(clause: Clause) -> str:
    """The text of a clause without its number, a line for each paragraph and item."""
    return clause.text.removeprefix(clause.label).strip(" 　")


def _text_of(clause: Clause) -> str:
    return re.sub(r"\s+", "", words_of(clause))


def _most_similar(clause: Clause, newer: Sequence[Clause], free: set[int]) -> tuple[float, int]:
    """The highest similarity among `free`, and of which clause; the first of equal ones."""
    similarity, new = max((_similarity(clause, newer[new]), -new) for new in free)
    return similarity, -new


def _similarity(older: Clause, newer: Clause) -> float:
    matcher = SequenceMatcher(None, _text_of(older), _text_of(newer), autojunk=False)
    # The cheap upper bounds rule out most pairs.
    if (
        matcher.real_quick_ratio() < IN_PLACE_SIMILARITY
        or matcher.quick_ratio() < IN_PLACE_SIMILARITY
    ):
        return 0.0
    return matcher.ratio()

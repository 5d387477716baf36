"""What one rule found in a text, before it is a Finding; of overlapping hits the longest stays."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plugins.findings import Severity

# Of one rule in one text; who has so many mends them all at once.
MOST_TOLD = 100


class Hit(NamedTuple):
    """Characters `start` to `end` of the text are wrong."""

    rule: str
    severity: Severity
    start: int
    end: int
    message: str
    hint: str


def without_overlaps(hits: Iterable[Hit]) -> list[Hit]:
    """One hit a place, in the order of the text: the longest, of equals the most severe."""
    # Those kept, by their starts: none overlaps another, so only two of them can overlap a new one.
    starts: list[int] = []
    kept: list[Hit] = []
    ranked = sorted(hits, key=lambda hit: (hit.start - hit.end, hit.severity.rank, hit.start))
    for hit in ranked:
        place = bisect(starts, hit.start)
        is_behind = place == 0 or kept[place - 1].end <= hit.start
        if is_behind and (place == len(kept) or hit.end <= starts[place]):
            starts.insert(place, hit.start)
            kept.insert(place, hit)
    return kept


def first_of_each_rule(hits: Iterable[Hit]) -> Iterator[Hit]:
    """The first hits of each rule; the next says how many are left."""
    seen: Counter[str] = Counter()
    left: dict[str, Hit] = {}
    for hit in hits:
        seen[hit.rule] += 1
        if seen[hit.rule] <= MOST_TOLD:
            yield hit
        else:
            left.setdefault(hit.rule, hit)
    for rule, hit in left.items():
        message = f"从这里起还有 {seen[rule] - MOST_TOLD} 处同样的问题"
        yield hit._replace(message=message, hint="用编辑器的“全部替换”改好，再检查一次")

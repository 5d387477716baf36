"""What one rule found in a text, before it is a Finding; of overlapping hits the longest stays."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from plugins.findings import Severity


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
    kept: list[Hit] = []
    ranked = sorted(hits, key=lambda hit: (hit.start - hit.end, hit.severity.rank, hit.start))
    for hit in ranked:
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)

"""How long the rules about words take: making the lists, and judging texts."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter
from typing import NamedTuple

from plugins.bureau import Bureau
from plugins.texts.prose import Prose
from plugins.wording import WordLists, check_wording

CHARACTERS_OF_A_RECORD = 1200


class WordingTimes(NamedTuple):
    """Milliseconds: to make the lists, and for a record of 1,200 characters."""

    lists: float
    record: float


def wording_times(
    bureau: Bureau | None, columns: Sequence[str], texts: Sequence[Prose]
) -> WordingTimes:
    start = perf_counter()
    lists = WordLists.of(bureau, columns)
    made = perf_counter()
    for prose in texts:
        check_wording("a.md", prose, lists, None)
    end = perf_counter()
    length = sum(len(prose.text) for prose in texts)
    return WordingTimes(
        1000 * (made - start), 1000 * (end - made) * CHARACTERS_OF_A_RECORD / length
    )

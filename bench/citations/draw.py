"""Draw places of the shared corpus for people to label: `python -m bench.citations.draw`.

What is drawn is anything that may cite, whether the program finds it or not: numbers of clauses and
their parts, titles, and words for a place near by. The heads of clauses are left out.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.citations.gold import HEAD_END

SEED = 20261129
FEW = 4
NUMBER = r"第[一二三四五六七八九十百千零〇\d（）()]{1,9}(?:条(?:之[一二三四五六七八九十]+)?|款|项)"
NEAR = r"前[一二两三四]?[条款项]|[本同该]条(?!例)|[本该][款项章节]"
# How many are drawn of each kind. The last ones stand for those that hit a citation twice.
KINDS = (
    (130, re.compile(NUMBER)),
    (80, re.compile("《")),
    (90, re.compile(NEAR)),
    (9, re.compile(rf"{NUMBER}|{NEAR}")),
)
# A heading, or the number with which a clause begins.
NO_MENTION = re.compile(
    r"^(?:#.*|[\s　*]*第[^\s第]{1,9}条(?:之[一二三四五六七八九十]+)?(?=[\s　]))", re.M
)


class Place(NamedTuple):
    file: str
    start: int
    end: int


def draw(corpus: Path) -> list[Place]:
    """Places by file, at most a few of one kind in a file: the longest would have most."""
    chance = random.Random(SEED)
    drawn: list[Place] = []
    for wanted, pattern in KINDS:
        found: list[Place] = []
        for file in sorted(corpus.rglob("*.md")):
            source = file.read_text(encoding="utf-8")
            places = [
                Place(file.relative_to(corpus).as_posix(), *span)
                for span in _spans(source, pattern)
            ]
            found += chance.sample(places, min(FEW, len(places)))
        drawn += chance.sample(found, wanted)
    return sorted({*drawn})


def _spans(source: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    start = source.find(HEAD_END) + 1
    no_mention = [found.span() for found in NO_MENTION.finditer(source)]
    for found in pattern.finditer(source, start):
        if not any(first <= found.start() < last for first, last in no_mention):
            yield found.span()


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus/laws")
    for place in draw(folder):
        print(*place, sep="\t")

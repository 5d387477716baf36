"""Precision, recall and F1 of the citations found, by exact span and target."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.citations.found import bare, found_in
from bench.citations.gold import (
    GOLD,
    HEAD_END,
    Example,
    Mark,
    Mention,
    examples,
    mentions,
    names,
    title_of,
)

CORPUS = Path(__file__).parents[3] / "shared/corpus/laws"
RIGHT, MISSING, WRONG = "right", "missing", "wrong"
# The genres for which one figure is wanted: all others are read like cases.
GROUPS = {"statute": "statute", "judicial": "judicial"}
OTHERS = "other"
SENTENCES, CORPUS_MENTIONS = "sentences", "corpus"


class Outcome(NamedTuple):
    """What came of one citation: it was found, is missing, or was found and is wrong."""

    outcome: str
    set: str
    genre: str
    form: str
    half: str
    place: str
    words: str
    target: str

    @property
    def group(self) -> str:
        return GROUPS.get(self.genre, OTHERS)


class Score(NamedTuple):
    right: int = 0
    missing: int = 0
    wrong: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missing) if self.right + self.missing else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.missing + self.wrong) if self.right else 0.0


class Measured(NamedTuple):
    outcomes: list[Outcome]
    # Of reading all texts and finding their citations.
    seconds: float


def measure(corpus: Path = CORPUS, folder: Path = GOLD) -> Measured:
    """The outcomes of all sentences and, if the corpus is there, of the mentions in it."""
    known = names(folder)
    sentences = examples(folder)
    started = time.process_time()
    outcomes = [
        each
        for example in sentences
        for each in of_example(example, found_in(example.text, example.inside, known))
    ]
    if corpus.is_dir():
        outcomes += of_mentions(mentions(folder), corpus, known)
    return Measured(outcomes, time.process_time() - started)


def of_example(example: Example, found: Iterable[Mark]) -> list[Outcome]:
    def outcome(kind: str, mark: Mark) -> Outcome:
        words = example.text[mark.start : mark.end]
        facts = (SENTENCES, example.genre, example.form, example.half)
        return Outcome(kind, *facts, f"{example.id}:{mark.start}", words, shown(mark))

    judged = judge(example.marks, found)
    return [outcome(kind, mark) for kind, marks in judged.items() for mark in marks]


def of_mentions(labelled: Sequence[Mention], corpus: Path, known: dict[str, str]) -> list[Outcome]:
    """Only what overlaps a labelled place counts: the rest of these texts has no labels."""
    known = known | {each.target.title: each.target.title for each in labelled if each.target}
    outcomes: list[Outcome] = []
    for file in dict.fromkeys(each.file for each in labelled):
        source = (corpus / file).read_text(encoding="utf-8")
        title = title_of(file)
        start = source.find(HEAD_END) + len(HEAD_END) if HEAD_END in source else 0
        found = found_in(source[start:], title, known | {title: title})
        here = [mark._replace(start=mark.start + start, end=mark.end + start) for mark in found]
        for each in labelled:
            if each.file == file:
                outcomes += _of_mention(each, here, source)
    return outcomes


def _of_mention(mention: Mention, found: Iterable[Mark], source: str) -> list[Outcome]:
    wanted = mention.target
    gold = [Mark(mention.start, mention.end, wanted, mention.optional)] if wanted else []
    near = [each for each in found if each.start < mention.end and mention.start < each.end]
    facts = (CORPUS_MENTIONS, "statute", mention.form, mention.half)
    return [
        Outcome(
            kind,
            *facts,
            f"{mention.file}:{mark.start}",
            source[mark.start : mark.end],
            shown(mark),
        )
        for kind, marks in judge(gold, near).items()
        for mark in marks
    ]


def judge(gold: Iterable[Mark], found: Iterable[Mark]) -> dict[str, list[Mark]]:
    """The marks by what came of them. A citation with another target is missing and wrong."""
    wanted = {_key(mark): mark for mark in gold}
    seen = {_key(mark): mark for mark in found}
    needed = {key: mark for key, mark in wanted.items() if not mark.optional}
    return {
        RIGHT: [mark for key, mark in needed.items() if key in seen],
        MISSING: [mark for key, mark in needed.items() if key not in seen],
        WRONG: [mark for key, mark in seen.items() if key not in wanted],
    }


def shown(mark: Mark) -> str:
    title, part, through = bare(mark.target)
    return title + (f"#{part}" if part else "") + (f"~{through}" if through else "")


def scores(outcomes: Iterable[Outcome], by: Callable[[Outcome], str]) -> dict[str, Score]:
    counts: dict[str, Counter[str]] = {}
    for each in outcomes:
        counts.setdefault(by(each), Counter())[each.outcome] += 1
    return {
        name: Score(count[RIGHT], count[MISSING], count[WRONG])
        for name, count in sorted(counts.items())
    }


def _key(mark: Mark) -> tuple[int, int, object]:
    return mark.start, mark.end, bare(mark.target)

"""Invented prose: sentences put together from lists of words, the same for the same chance."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from plugins.clauses.numerals import chinese

WORDS = Path(__file__).with_name("words.yml")


@cache
def words() -> dict[str, Any]:
    return yaml.safe_load(WORDS.read_text(encoding="utf-8"))


def topics() -> list[dict[str, Any]]:
    return words()["topics"]


class _Slots:
    """What stands in the braces of a sentence, chosen when asked for."""

    def __init__(self, chance: Random, topic: Mapping[str, Any], given: Mapping[str, str]) -> None:
        self.chance, self.topic, self.given = chance, topic, given

    def __getitem__(self, name: str) -> str:
        if name in self.given:
            return self.given[name]
        if name == "n":
            return chinese(self.chance.randint(11, 60))
        if name == "m":
            return chinese(self.chance.randint(2, 10))
        return self.chance.choice(self.topic.get(name) or words()[name])


class Prose:
    """Sentences about one topic. Every call takes its words from `chance`."""

    def __init__(self, chance: Random, topic: Mapping[str, Any]) -> None:
        self.chance, self.topic = chance, topic

    def fill(self, sentence: str, **given: str) -> str:
        return sentence.format_map(_Slots(self.chance, self.topic, given))

    def sentence(self, kind: str = "sentences") -> str:
        return self.fill(self.chance.choice(words()[kind]))

    def paragraph(self, length: int) -> str:
        """Whole sentences, of at least `length` characters together."""
        text = ""
        while len(text) < length:
            text += self.sentence()
        return text

    def paragraphs(self, length: int) -> list[str]:
        """Paragraphs of different lengths, of about `length` characters together."""
        found = []
        while length > 0:
            found.append(self.paragraph(min(length, self.chance.randint(90, 260))))
            length -= len(found[-1])
        return found

    def citation(self, title: str, clause: str) -> str:
        """A sentence that cites a clause of a statute."""
        return self.fill(self.chance.choice(words()["citations"]), title=title, clause=clause)

    def headings(self, count: int) -> list[str]:
        return self.chance.sample(words()["headings"], count)

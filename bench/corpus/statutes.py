"""Invented statutes: titles of their own, chapters, and clauses that records can cite."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from bench.corpus.prose import Prose, topics, words
from plugins.clauses import ClauseNumber


@dataclass(frozen=True)
class Statute:
    place: int
    title: str
    topic: dict[str, Any]
    clauses: tuple[str, ...]

    def label(self, index: int) -> str:
        return ClauseNumber(index + 1).label

    @property
    def body(self) -> str:
        """Chapters of about equal length; every clause is a paragraph, some have items below."""
        chapters = words()["statutes"]["chapters"]
        blocks = []
        for index, text in enumerate(self.clauses):
            chapter = index * len(chapters) // len(self.clauses)
            if index == 0 or chapter != (index - 1) * len(chapters) // len(self.clauses):
                blocks.append(f"## 第{'一二三四五六七八九'[chapter]}章 {chapters[chapter]}")
            blocks.append(f"{self.label(index)}　{text}")
        return "\n\n".join(blocks)


def statute(seed: int, place: int) -> Statute:
    """The statute number `place` of a corpus."""
    chance = Random(f"{seed} statute {place}")
    topic = chance.choice(topics())
    prose = Prose(chance, topic)
    clauses = tuple(_clause(prose) for _ in range(chance.randint(35, 65)))
    return Statute(place, title(place), topic, clauses)


def title(place: int) -> str:
    """A title that no other place has. Neighbours differ in their subject."""
    lists = words()["statutes"]
    rest, subject = divmod(place, len(lists["subjects"]))
    rest, form = divmod(rest, len(lists["forms"]))
    if rest >= len(lists["places"]):
        raise ValueError(f"there is no title for statute {place + 1}")
    return lists["places"][rest] + lists["subjects"][subject] + lists["forms"][form]


def _clause(prose: Prose) -> str:
    patterns = words()["statutes"]["clauses"]
    text = prose.fill(prose.chance.choice(patterns))
    if prose.chance.random() < 0.2:
        text += "\n\n" + prose.fill(prose.chance.choice(patterns))
    if prose.chance.random() < 0.1:
        items = [prose.fill("{object}{problem}") for _ in range(3)]
        text = prose.fill("{people}发现下列情形的，可以向{unit}反映：")
        numbered = (f"（{number}）{item}" for number, item in zip("一二三", items, strict=True))
        text += "\n\n" + "；\n\n".join(numbered) + "。"
    return text

"""A clause and its parts, as they are read from a statute's text."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.clauses.labels import ClauseNumber


@dataclass(frozen=True)
class Part:
    """A paragraph, item or sub-item: its anchor, its words, and the parts below it."""

    anchor: str
    text: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Clause:
    """A clause with its paragraphs. `division` is the heading it stands under, as written."""

    number: ClauseNumber
    label: str
    division: str
    paragraphs: tuple[Part, ...]
    id: str = ""

    @property
    def anchor(self) -> str:
        """Its place on the page; the number's own unless that number stands there twice."""
        return self.id or self.number.anchor

    @property
    def text(self) -> str:
        """All its words, a line for each paragraph and item, the clause's own number included."""
        return "\n".join(_lines(self.paragraphs))


def _lines(parts: tuple[Part, ...]) -> list[str]:
    return [line for part in parts for line in (part.text, *_lines(part.parts))]

"""A clause and its parts, as they are read from a statute's text."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.clauses.labels import ClauseNumber


@dataclass(frozen=True)
class Part:
    """A paragraph, item or sub-item: its anchor, its text, and the parts below it."""

    anchor: str
    text: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Clause:
    """A clause with its paragraphs. `divisions` are the headings of the 编, 章 and 节 around it as
    written, the widest first.
    """

    number: ClauseNumber
    label: str
    divisions: tuple[str, ...]
    paragraphs: tuple[Part, ...]
    id: str = ""

    @property
    def anchor(self) -> str:
        """Its anchor on the page: that of its number, unless the number occurs twice."""
        return self.id or self.number.anchor

    @property
    def text(self) -> str:
        """Its text with its number, one line for each paragraph and item."""
        return "\n".join(_lines(self.paragraphs))


def _lines(parts: tuple[Part, ...]) -> list[str]:
    return [line for part in parts for line in (part.text, *_lines(part.parts))]

"""The text of a record after its conversion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from plugins.clauses import Clause
from plugins.texts.typed import Note


class Heading(NamedTuple):
    level: int
    id: str
    text: str


class Link(NamedTuple):
    """`kind` is link or image; `target` as the editor wrote it; `alt` of an image, else None."""

    kind: str
    target: str
    alt: str | None = None


@dataclass(frozen=True)
class ConvertedText:
    """`text` is the running text without markup, for summaries. `demoted` means that headings were
    moved down a level. `notes` say what could not be read with certainty, what was lost and what
    still looks like markup. `citation_ranges` are the ranges of each citation in the HTML.
    """

    html: str
    text: str
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    ids: frozenset[str] = frozenset()
    forbidden: tuple[str, ...] = ()
    demoted: bool = False
    notes: tuple[Note, ...] = ()
    clauses: tuple[Clause, ...] = ()
    citation_ranges: tuple[tuple[tuple[int, int], ...], ...] = ()

"""What the text of a record is once it is converted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from plugins.clauses import Clause


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
class Body:
    """`cited` says where in the HTML each citation of the text stands (`records.runs.Cuts`)."""

    html: str
    text: str
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    ids: frozenset[str] = frozenset()
    forbidden: tuple[str, ...] = ()
    demoted: bool = False
    clauses: tuple[Clause, ...] = ()
    cited: tuple[tuple[tuple[int, int], ...], ...] = ()

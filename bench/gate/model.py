"""A source as it is, a fault planted in it, and the sort of the fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import NamedTuple

# Kinds that are no kinds of records.
DOCUMENT, SHEET, PICTURE, PAGE, DATA = "document", "sheet", "picture", "html", "data"
# A statute is quoted as it was enacted: of its words only what can't be right is told.
LAW = "statute"
NO_RECORDS = frozenset({DOCUMENT, SHEET, PICTURE, PAGE, DATA})


class Place(NamedTuple):
    path: str
    line: int


@dataclass(frozen=True)
class Source:
    """`kind` is that of its column, or one of those above. `others` are all sources of the same
    gate by path, for faults that need another file.
    """

    path: str
    data: bytes
    kind: str
    others: dict[str, Source] = field(repr=False, compare=False)

    @cached_property
    def text(self) -> str:
        return self.data.decode("utf-8")

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")


class Planted(NamedTuple):
    """The file with its fault, None where the file is gone; the line on which it is to be told.

    `places` are given where the right place is another by nature, such as a link to what is gone:
    one of them has to be told, and any of them may be. `needs` are other files that have to stay
    as they are.
    """

    data: bytes | None
    line: int = 1
    places: frozenset[Place] = frozenset()
    needs: frozenset[str] = frozenset()


Plant = Callable[[Random, Source], Planted | None]


@dataclass(frozen=True)
class Sort:
    """`plant` gives None for a source in which there is no room for this sort; `rules` are those
    of which one has to find it; `kinds` where it is planted, empty for all records but statutes.
    """

    name: str
    rules: frozenset[str]
    plant: Plant
    kinds: frozenset[str] = frozenset()

    def fits(self, source: Source) -> bool:
        if self.kinds:
            return source.kind in self.kinds
        return source.kind not in NO_RECORDS and source.kind != LAW


def sort(name: str, rules: str, plant: Plant, kinds: str = "") -> Sort:
    """With rules and kinds as words with blanks between them."""
    return Sort(name, frozenset(rules.split()), plant, frozenset(kinds.split()))


@dataclass(frozen=True)
class Fault:
    sort: Sort
    path: str
    planted: Planted

    @property
    def places(self) -> frozenset[Place]:
        return self.planted.places or frozenset({Place(self.path, self.planted.line)})

    @property
    def files(self) -> set[str]:
        """Those in which nothing else may be planted at once."""
        places = (place.path for place in self.planted.places)
        return {self.path, *places, *self.planted.needs}

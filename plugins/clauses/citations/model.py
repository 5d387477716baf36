"""What a citation is: which statute, and which part of its text."""

from __future__ import annotations

from typing import NamedTuple

from plugins.clauses.labels import ClauseNumber
from plugins.clauses.numerals import chinese


class Reference(NamedTuple):
    """A clause of a statute and, where named, its paragraph (款), item (项) and sub-item (目).

    `division` is the anchor of a heading instead, such as `z3` for 本章: then there is no clause.
    """

    clause: ClauseNumber | None = None
    paragraph: int | None = None
    item: int | None = None
    sub_item: int | None = None
    division: str | None = None

    @property
    def label(self) -> str:
        """In the usual form, such as 第三十四条第二款第（一）项, however it was written."""
        if self.clause is None:
            return ""
        parts = [self.clause.label]
        if self.paragraph:
            parts.append(f"第{chinese(self.paragraph)}款")
        if self.item:
            parts.append(f"第（{chinese(self.item)}）项")
        if self.sub_item:
            parts.append(f"第{self.sub_item}目")
        return "".join(parts)


WHOLE_STATUTE = Reference()

# A citation as plain values: title, reference (its clause as a pair of numbers), own, through.
ReferenceTuple = tuple[tuple[int, int] | None, int | None, int | None, int | None, str | None]
CitationTuple = tuple[str, ReferenceTuple, bool, tuple[int, int] | None]


class Citation(NamedTuple):
    """`text[start:end]` cites the statute `title`: as written, or the full title of a short name.

    `own` means the statute in whose text the citation is. `through` is the last clause of a range
    that starts with this one.
    """

    start: int
    end: int
    title: str
    reference: Reference = WHOLE_STATUTE
    own: bool = False
    through: ClauseNumber | None = None

    @property
    def as_tuple(self) -> CitationTuple:
        """A tuple of plain values to store. It lacks the position in the text, which changes with
        every character before it.
        """
        clause, paragraph, item, sub_item, division = self.reference
        reference = (_as_pair(clause), paragraph, item, sub_item, division)
        return self.title, reference, self.own, _as_pair(self.through)

    @classmethod
    def from_tuple(cls, plain: CitationTuple) -> Citation:
        title, reference, own, through = plain
        clause, paragraph, item, sub_item, division = reference
        number = ClauseNumber(*clause) if clause else None
        last = ClauseNumber(*through) if through else None
        return cls(0, 0, title, Reference(number, paragraph, item, sub_item, division), own, last)


def _as_pair(number: ClauseNumber | None) -> tuple[int, int] | None:
    return (number.value, number.inserted) if number else None

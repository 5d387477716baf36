"""Where in a statute a text stands, and what 前款, 本条 or 本章 mean there.

After yamachig/Lawtext, which resolves the relative references of Japanese statutes by scope.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from plugins.clauses.citations.model import Reference
from plugins.clauses.labels import CLAUSE, ITEM, ClauseNumber, clause_number, item_number
from plugins.clauses.numerals import matched_number

# The anchors of headings, and of clauses and their parts (see `plugins/clauses/structure.py`).
DIVISION_ANCHOR = re.compile(r"(?:[bfzj]\d+)+")
CLAUSE_ANCHOR = re.compile(r"c(\d+)(?:z(\d+))?(?:p(\d+))?(?:i(\d+))?(?:s\d+)?")
DIVISION_LETTERS = {"编": "b", "分编": "f", "章": "z", "节": "j"}
COUNTS = {"": 1, "两": 2}
# Before the last of more than this many clauses nobody counts back.
MOST_BACK = 9


class Scope(NamedTuple):
    """The place of a text: in which statute, clause, paragraph and item.

    `title` is empty for the statute whose record it is. `previous` is the clause before. A clause
    without a `paragraph` is one whose paragraphs cannot be told apart.
    """

    title: str = ""
    clause: ClauseNumber | None = None
    paragraph: int = 0
    item: int | None = None
    previous: tuple[ClauseNumber, ...] = ()
    division: str = ""

    @property
    def own(self) -> bool:
        return not self.title

    def in_clause(self, number: ClauseNumber, paragraph: int = 1) -> Scope:
        return self._outside()._replace(clause=number, paragraph=paragraph)

    def _outside(self) -> Scope:
        """Behind the clause, and not yet in the next."""
        if self.clause is None:
            return self
        previous = (*self.previous, self.clause)[-MOST_BACK:]
        return self._replace(clause=None, paragraph=0, item=None, previous=previous)

    def after_block(self, text: str) -> Scope:
        """The scope of the next block of a text that is read without its anchors."""
        text = text.lstrip(" 　\n\t“")
        head = CLAUSE.match(text)
        if head:
            return self.in_clause(clause_number(head), 1 if text[head.end() :].strip() else 0)
        if self.clause is None:
            return self
        item = ITEM.match(text)
        if item:
            return self._replace(item=item_number(item))
        return self._replace(paragraph=self.paragraph + 1, item=None)

    def at(self, anchor: str) -> Scope:
        """The scope at an anchor of the statute's own text; "" is outside of all clauses."""
        if DIVISION_ANCHOR.fullmatch(anchor):
            return self._outside()._replace(division=anchor)
        if not anchor:
            return self._outside()
        place = CLAUSE_ANCHOR.fullmatch(anchor)
        if not place:
            # An annex, or a number that stands twice: its parts have no address of their own.
            return Scope(self.title)
        value, inserted, paragraph, item = (int(each) if each else 0 for each in place.groups())
        number = ClauseNumber(value, inserted)
        scope = self if number == self.clause else self.in_clause(number)
        return scope._replace(paragraph=paragraph or 1, item=item or None)

    # What relative references mean, or None.

    def before(self, count: str, unit: str) -> tuple[Reference, ClauseNumber | None] | None:
        """前条, 前两款, 前项: the first of them, and the last clause of a range of clauses."""
        number = COUNTS.get(count) or matched_number(count)
        if unit == "条":
            clauses = self._clauses_before(number)
            if not clauses:
                return None
            return Reference(clauses[0]), clauses[-1] if number > 1 else None
        if self.clause is None:
            return None
        if unit == "款" and self.paragraph > number:
            return Reference(self.clause, self.paragraph - number), None
        if unit == "项" and self.item and self.item > number:
            return Reference(self.clause, self.paragraph, self.item - number), None
        return None

    def _clauses_before(self, count: int) -> tuple[ClauseNumber, ...]:
        if len(self.previous) >= count:
            return self.previous[-count:]
        # A quotation of one clause: those before it are known by their numbers.
        if self.previous or self.clause is None or self.clause.inserted or self.own:
            return ()
        first = self.clause.value - count
        return tuple(ClauseNumber(first + step) for step in range(count)) if first > 0 else ()

    def this(self, unit: str) -> tuple[Reference, None] | None:
        """本条, 本款, 本章."""
        letter = DIVISION_LETTERS.get(unit)
        if letter:
            anchor = re.match(rf".*{letter}\d+", self.division)
            return (Reference(division=anchor[0]), None) if anchor and self.own else None
        if self.clause is None:
            return None
        if unit == "条":
            return Reference(self.clause), None
        return (Reference(self.clause, self.paragraph), None) if self.paragraph else None

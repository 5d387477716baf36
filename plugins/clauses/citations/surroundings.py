"""What surrounds a text: the statute it is in, its clause, a quotation, a table, an annex.

It says what 本法, 前款 and a bare 第X条 mean at the place that is being read.
"""

from __future__ import annotations

import re

from plugins.clauses.citations.amendments import changes_other_statutes, subject_of
from plugins.clauses.citations.heads import RELATIVE
from plugins.clauses.citations.model import Citation
from plugins.clauses.citations.parts import without_brackets
from plugins.clauses.citations.quotations import ANNOUNCES, OWN_WORDS, Quotation, quotation_at
from plugins.clauses.citations.scopes import Scope
from plugins.clauses.labels import CLAUSE, ClauseNumber

# The title of an annex: 附件, 附表2：…, but not 附件所列的灯….
ANNEX = re.compile(r"附[件表录图](?:$|[\s　：:\d０-９一二三四五六七八九十])[^。；]{0,80}$")
# The head of the changes to one of several statutes.
AMENDS = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．　 ]?|\d{1,2}[、.．])?\s*(?:将|对)?"
    r"《[^《》]{2,60}》"
    r"(?:作出?|进行)?(?:如下|以下)?修[改正]"
)


class Surroundings:
    """Of the texts of one record, in their order. `title` is that of the record."""

    def __init__(self, inside_statute: bool, title: str) -> None:
        self.inside_statute = inside_statute
        # The number of the statute's last clause; 0 if it isn't known.
        self.last_clause = 0
        self.in_table = self._in_annex = self._reads_anchors = False
        self._title = without_brackets(title)
        self._amends = inside_statute and changes_other_statutes(title)
        # What a bare 第X条 means in a statute: "" its own; None if it cannot be told.
        self._subject = subject_of(title) if self._amends else ""
        is_known = inside_statute and self._subject is not None
        self._place = Scope(self._subject or "") if is_known else None
        # Anchors that were entered since `_place` was computed.
        self._entered: list[str] = []
        self._quotation: Quotation | None = None
        # The statute whose clauses the next block may begin to quote.
        self._announced: str | None = None

    @property
    def scope(self) -> Scope | None:
        """Where in a statute the text stands; None outside of statutes."""
        if self._quotation:
            return self._quotation.scope
        if self._entered and self._place is not None:
            # Most texts never ask where they stand.
            for anchor in self._entered:
                self._place = self._place.at(anchor)
            self._entered.clear()
        return self._place

    @property
    def are_plain(self) -> bool:
        """Whether the text is that of an ordinary record, and nothing is quoted."""
        return not (self.inside_statute or self._place or self._quotation or self._announced)

    def may_matter(self, text: str) -> bool:
        """Whether a text that names no statute may cite one by its place, or end a quotation."""
        if self._quotation and "”" in text:
            return True
        return RELATIVE.search(text) is not None and self.scope is not None

    # Where the next block stands, from the HTML of a statute.

    def enter(self, anchor: str) -> None:
        """It stands at an anchor of the statute; with "" outside of all clauses."""
        self._reads_anchors = True
        is_part = "p" in anchor
        if is_part and self._entered and "p" in self._entered[-1]:
            self._entered[-1] = anchor
        else:
            self._entered.append(anchor)

    def enter_annex(self) -> None:
        self._in_annex = True

    # Blocks and quotations.

    def begin_block(self, text: str) -> None:
        announced, self._announced = self._announced, None
        if self.inside_statute:
            self._in_annex = self._in_annex or ("附" in text and bool(ANNEX.match(text.strip())))
        elif announced and CLAUSE.match(text.lstrip()):
            self._place = Scope(announced)
        elif self._place is not None and OWN_WORDS.match(text.lstrip()):
            self._place = None
        if self._quotation and OWN_WORDS.match(text):
            self._quotation = None
        if self._quotation:
            self._quotation = self._quotation.after_block(text)
        elif self._place is not None and not self._reads_anchors:
            self._place = self._place.after_block(text)

    def end_block(self, text: str, found: list[Citation]) -> None:
        """What the citations of the block say of the next one."""
        if self._amends and found and not self._quotation and AMENDS.match(text):
            # 二、对《某条例》作出修改: the numbers below are those of that statute.
            self._subject = found[0].title
            self._place = Scope(self._subject)
        if not found or self._quotation or self.inside_statute:
            return
        first, last = found[0], found[-1]
        clause = first.reference.clause
        if clause and not text[: first.start].strip() and text[first.end : first.end + 1].isspace():
            # 《某条例》第三条　……: the words of a clause, with its paragraphs below.
            self._place = Scope(first.title).in_clause(clause)
            return
        announces = ANNOUNCES.match(text, last.end)
        before = text[: first.start].strip()
        if announces and (announces["colon"] or not before or before[-1] in "：:"):
            self._announced = last.title

    def open_quotation(self, text: str, position: int, last: Citation | None) -> int:
        """Behind the “ before `position`; returns where its words begin."""
        if self._quotation is None:
            place = self._place if self._amends else None
            self._quotation = quotation_at(text, position, last, place)
            return self._quotation.label_end if self._quotation else position
        if text[: position - 1].strip():
            self._quotation = self._quotation.deeper()
            return position
        # Each paragraph of a long quotation begins with “.
        label = CLAUSE.match(text, position)
        return label.end() if label else position

    def close_quotation(self) -> None:
        self._quotation = self._quotation.closed() if self._quotation else None

    # Titles: "" is the statute of the record, None one that isn't known.

    def own_title(self, written: str) -> str | None:
        """The statute that calls itself 本法, 本条例 …."""
        if self._quotation or not self.inside_statute:
            return self.scope.title if self.scope else None
        if not self._amends or written == "本决定" or self._title.endswith(written[1:]):
            return ""
        return self._subject

    @property
    def are_words_of_statute(self) -> bool:
        """Whether 第X条 alone is a clause of the statute whose words these are."""
        return self.inside_statute or self._quotation is not None

    def bare_title(
        self, text: str, start: int, number: ClauseNumber | None, last: Citation | None
    ) -> str | None:
        """The statute whose clause 第X条 alone at `start` is, in the words of a statute.

        `last` is the citation before, in the same block.
        """
        if self._quotation:
            return self._quotation.scope.title if self._quotation.scope else None
        if last and number and 0 < self.last_clause < number.value:
            # 刑法第二百八十条规定的行为，第二百八十一条…: this statute has no such clause.
            return last.title if last.title else self._subject
        is_elsewhere = self._in_annex or self.in_table or text.endswith("作为", 0, start)
        return None if is_elsewhere and not self._subject else self._subject

    def is_label(self, text: str, start: int) -> bool:
        """Whether 第X条 at the start of a block is the number of the clause itself."""
        if text[:start].strip():
            return False
        return self.in_table or bool(CLAUSE.match(text, start))

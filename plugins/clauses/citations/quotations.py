"""Quotations of statutes: “第四十三条　……”, 第三十三条规定：“……前款……”.

In the words of a statute, 本法, 前款 and a bare 第X条 are those of the quoted statute, also where
the quotation goes on over several blocks.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from plugins.clauses.citations.model import Citation
from plugins.clauses.citations.scopes import Scope
from plugins.clauses.labels import clause_number
from plugins.clauses.numerals import NUMERAL

HEAD = re.compile(
    rf"\s{{0,2}}第(?P<number>{NUMERAL}{{1,12}}|[\d０-９]{{1,4}})条"
    rf"(?:之(?P<inserted>{NUMERAL}{{1,3}}))?(?=\s)"
)
# Between a reference and the quotation of its words: 第三十三条规定：“….
LEADS_TO_QUOTATION = re.compile(r"[^。；《》“”]{0,24}")
# A block that announces clauses ends so behind 《某条例》: …规定：, …有关条文如下：.
ANNOUNCES = re.compile(
    r"(?:的?(?:相关|有关|部分|具体)?(?:法律|规定|条文|条款|内容|原文|节选|摘录)?(?:如下)?)?"
    r"(?P<colon>[：:])?\s{0,2}$"
)
# A block behind quoted clauses that is none of them.
OWN_WORDS = re.compile(rf"{NUMERAL}{{1,3}}、|[^“]{{0,10}}《")


class Quotation(NamedTuple):
    """Words of a statute between “ and ”, with other “…” inside them.

    `scope` is None if it cannot be told of which statute. `label_end` is behind the number of its
    first clause, or where the words begin.
    """

    scope: Scope | None
    label_end: int
    depth: int = 1

    def after_block(self, text: str) -> Quotation:
        return self._replace(scope=self.scope.after_block(text) if self.scope else None)

    def deeper(self) -> Quotation:
        return self._replace(depth=self.depth + 1)

    def closed(self) -> Quotation | None:
        return self._replace(depth=self.depth - 1) if self.depth > 1 else None


def quotation_at(
    text: str, position: int, last: Citation | None, place: Scope | None
) -> Quotation | None:
    """The quotation of a statute that begins behind the “ before `position`, if it is one.

    `last` is the citation before, in the same block; `place` the statute whose words are quoted if
    there is none.
    """
    label = HEAD.match(text, position)
    scope = None
    if last is not None and last.reference.division is None:
        gap = LEADS_TO_QUOTATION.match(text, last.end)
        is_near = gap is not None and gap.end() >= position - 1
        if last.reference.clause and is_near:
            paragraph = last.reference.paragraph or 1
            scope = Scope(last.title, last.reference.clause, paragraph, last.reference.item)
        elif label:
            scope = Scope(last.title)
    elif label and place is not None:
        scope = Scope(place.title)
    if label is None:
        return Quotation(scope, position) if scope else None
    if scope is not None:
        scope = scope._replace(clause=None).in_clause(clause_number(label))
    return Quotation(scope, label.end())

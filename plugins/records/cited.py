"""The citations of a record, in its fields and in its text, and where they are in its HTML."""

from __future__ import annotations

from typing import NamedTuple

from plugins.clauses.citations import CitationTuple, Scanner, may_cite
from plugins.records.converted import Body
from plugins.records.kinds import RecordModel
from plugins.records.runs import Cuts, blocks, cuts_of

# Fields with citations of statutes, in the order in which they are shown.
CITING_FIELDS = ("statutes", "basis")


class Cited(NamedTuple):
    """`citations` are where it is, the text that cites, and the citation as a tuple. Where it is
    means the name of a field, or the index in `cuts` of a citation in the text.
    """

    citations: tuple[tuple[str | int, str, CitationTuple], ...] = ()
    cuts: tuple[Cuts, ...] = ()


def find_cited(data: RecordModel, body: Body) -> Cited:
    """All citations of a record, found by one scanner, which keeps short names and antecedents."""
    scanner = Scanner(inside_statute=data.kind == "statute")
    citations: list[tuple[str | int, str, CitationTuple]] = []
    cuts: list[Cuts] = []
    for name in CITING_FIELDS:
        for text in data.__dict__.get(name) or ():
            for citation in scanner.scan(text):
                citations.append((name, text[citation.start : citation.end], citation.plain))
    if may_cite(body.html):
        for block in blocks(body.html):
            for citation in scanner.scan(block.text):
                citing = block.text[citation.start : citation.end]
                citations.append((len(cuts), citing, citation.plain))
                cuts.append(cuts_of(block, citation.start, citation.end))
    return Cited(tuple(citations), tuple(cuts))

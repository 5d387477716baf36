"""What a record cites, in its fields and in its text, and where in its HTML that stands."""

from __future__ import annotations

from typing import NamedTuple

from plugins.clauses.citations import Scanner, may_cite
from plugins.records.converted import Body
from plugins.records.kinds import RecordModel
from plugins.records.marked import citing_fields
from plugins.records.runs import Cuts, blocks, cuts_of


class Cited(NamedTuple):
    """`citations` are place, words and plain citation. The place is the name of a field, or the
    number of the citation among those of the text, by which `cuts` has it.
    """

    citations: tuple[tuple[str | int, str, tuple], ...] = ()
    cuts: tuple[Cuts, ...] = ()


def find_cited(data: RecordModel, body: Body) -> Cited:
    """Every citation of a record: read by one scanner, which remembers what was named before."""
    scanner = Scanner(inside_statute=data.is_law)
    citations: list[tuple[str | int, str, tuple]] = []
    cuts: list[Cuts] = []
    for name in citing_fields(type(data)):
        for text in data.__dict__.get(name) or ():
            for citation in scanner.scan(text):
                citations.append((name, text[citation.start : citation.end], citation.plain))
    if may_cite(body.html):
        for block in blocks(body.html):
            for citation in scanner.scan(block.text):
                words = block.text[citation.start : citation.end]
                citations.append((len(cuts), words, citation.plain))
                cuts.append(cuts_of(block, citation.start, citation.end))
    return Cited(tuple(citations), tuple(cuts))

"""The citations of a record, in its fields and in its text, and where they are in its HTML."""

from __future__ import annotations

from html import unescape
from typing import NamedTuple

from plugins.clauses.citations import CitationScanner, CitationTuple, may_cite
from plugins.records.kinds import RecordModel
from plugins.records.marked_fields import citing_fields
from plugins.texts.converted_text import ConvertedText
from plugins.texts.text_ranges import Ranges, blocks, ranges_of


class RecordCitations(NamedTuple):
    """`citations` are where it is, the text that cites, and the citation as a tuple. Where it is
    means the name of a field, or the index in `ranges` of a citation in the text.
    """

    citations: tuple[tuple[str | int, str, CitationTuple], ...] = ()
    ranges: tuple[Ranges, ...] = ()


def find_record_citations(data: RecordModel, body: ConvertedText) -> RecordCitations:
    """All citations of a record, found by one scanner, which keeps short names and antecedents."""
    scanner = CitationScanner(inside_statute=data.is_law)
    citations: list[tuple[str | int, str, CitationTuple]] = []
    ranges: list[Ranges] = []
    for name in citing_fields(type(data)):
        for text in data.__dict__.get(name) or ():
            for citation in scanner.scan(text):
                citations.append((name, text[citation.start : citation.end], citation.as_tuple))
    if may_cite(body.html):
        for block in blocks(body.html):
            for citation in scanner.scan(block.text):
                citing = unescape(block.text[citation.start : citation.end])
                title, reference, own, through = citation.as_tuple
                cited = (unescape(title), reference, own, through)
                citations.append((len(ranges), citing, cited))
                ranges.append(ranges_of(block, citation.start, citation.end))
    return RecordCitations(tuple(citations), tuple(ranges))

"""The citations of a record, in its fields and in its text, and where they are in its HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from plugins.clauses.citations import Citation, CitationScanner, CitationTuple, may_cite
from plugins.clauses.citations.names import names_in
from plugins.clauses.citations.surroundings import Surroundings
from plugins.records.kinds import RecordModel
from plugins.records.marked_fields import citing_fields
from plugins.texts.converted_text import ConvertedText
from plugins.texts.text_ranges import Block, Ranges, blocks, ranges_of

TITLE = re.compile("《([^《》]+)》")
# The tags of a statute that say where in it a text stands: headings, clauses, paragraphs, tables.
PLACE = re.compile(
    r"<(?P<tag>h[2-6]|section|p)\b(?:[^>]*?\sid=\"(?P<anchor>[^\"]*)\")?[^>]*>(?P<annex>附[件表录图])?"
    r"|</section>|<(?P<leaves>/?)table\b"
)


def statutes_named_in(text: str) -> list[str]:
    """Titles of the statutes that a text may cite: those in 《》, and those known by name."""
    return [*TITLE.findall(text), *names_in(text)]


class RecordCitations(NamedTuple):
    """`citations` are where it is, the text that cites, and the citation as a tuple. Where it is
    means the name of a field, or the index in `ranges` of a citation in the text.
    """

    citations: tuple[tuple[str | int, str, CitationTuple], ...] = ()
    ranges: tuple[Ranges, ...] = ()


def find_record_citations(data: RecordModel, body: ConvertedText) -> RecordCitations:
    """All citations of a record, found by one scanner, which keeps short names and antecedents."""
    scanner = CitationScanner(data.is_law, data.title)
    numbers = [clause.number.value for clause in body.clauses]
    scanner.surroundings.last_clause = max(numbers, default=0)
    citations: list[tuple[str | int, str, CitationTuple]] = []
    ranges: list[Ranges] = []
    for name in citing_fields(type(data)):
        for text in data.__dict__.get(name) or ():
            for citation in scanner.scan(text):
                citations.append((name, text[citation.start : citation.end], citation.as_tuple))
    if may_cite(body.html):
        for block, citation in citations_of_html(body.html, scanner, data.is_law):
            citing = unescape(block.text[citation.start : citation.end])
            title, reference, own, through = citation.as_tuple
            cited = (unescape(title), reference, own, through)
            citations.append((len(ranges), citing, cited))
            ranges.append(ranges_of(block, citation.start, citation.end))
    return RecordCitations(tuple(citations), tuple(ranges))


def citations_of_html(
    html: str, scanner: CitationScanner, is_statute: bool
) -> Iterator[tuple[Block, Citation]]:
    """The citations in the running text of some HTML, each with its block."""
    places = PLACE.finditer(html) if is_statute or "<table" in html else iter(())
    place = next(places, None)
    for block in blocks(html):
        while place and place.end() <= block.spans[0].html_start:
            _enter(place, scanner.surroundings, is_statute)
            place = next(places, None)
        for citation in scanner.scan(block.text):
            yield block, citation


def _enter(place: re.Match[str], surroundings: Surroundings, is_statute: bool) -> None:
    if place["leaves"] is not None:
        surroundings.in_table = not place["leaves"]
    elif not is_statute:
        return
    elif place["tag"] is None:
        surroundings.enter("")
    elif place["tag"] != "p" or place["anchor"]:
        surroundings.enter(place["anchor"] or "")
        if place["annex"] and place["tag"] != "p":
            surroundings.enter_annex()

"""What the scanner finds, as short strings: `刑法#c17p2i1`, `#c3` for the statute of the text."""

from plugins.clauses.citations import CitationScanner
from plugins.clauses.citations.editions import without_edition
from plugins.clauses.citations.names import STATE_NAME


def found(*blocks, statute=False, title=""):
    """(the words that cite, what they cite) of the blocks of one record."""
    scanner = CitationScanner(statute, title)
    return [
        (block[citation.start : citation.end], target(citation))
        for block in blocks
        for citation in scanner.scan(block)
    ]


def clauses(*blocks, **record):
    """Only the citations of clauses, not those of whole statutes."""
    return [each for each in found(*blocks, **record) if "#" in each[1]]


def target(citation):
    # The edition that a writer names is for `test_editions.py`.
    title = without_edition(citation.title).removeprefix(STATE_NAME)
    reference = citation.reference
    if reference.division:
        return f"{title}#{reference.division}"
    if reference.clause is None:
        return title
    anchor = f"{title}#{reference.clause.anchor}"
    for letter, number in zip("pis", reference[1:4], strict=True):
        anchor += f"{letter}{number}" if number else ""
    return f"{anchor}-{citation.through.anchor}" if citation.through else anchor

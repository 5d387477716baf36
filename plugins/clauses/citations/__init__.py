"""Citations in running text: 《…》第X条, and everything that may stand for it.

This is grammar only: which title and which clause are meant. Whether there is such a statute is
for `plugins/relations` to find out.
"""

from plugins.clauses.citations.contexts import TITLE_ENDINGS
from plugins.clauses.citations.editions import EARLIER, NEWEST, edition_of
from plugins.clauses.citations.model import Citation, CitationTuple, Reference, ReferenceTuple
from plugins.clauses.citations.scanner import CitationScanner, may_cite

__all__ = [
    "EARLIER",
    "NEWEST",
    "TITLE_ENDINGS",
    "Citation",
    "CitationScanner",
    "CitationTuple",
    "Reference",
    "ReferenceTuple",
    "edition_of",
    "may_cite",
]

"""What the handler of one head gives: citations, and where to continue."""

from __future__ import annotations

from plugins.clauses.citations.model import Citation
from plugins.clauses.citations.references import Found

# The citations that begin with one head, and where to continue.
Result = tuple[list[Citation], int]


def of_clause(found: list[Found]) -> list[Found]:
    """References of which the first names a clause, not only a paragraph or an item."""
    return found if found and found[0].reference.clause else []


def cite(found: list[Found], title: str | None) -> Result:
    """Citations of `title`, "" being the statute of the record; none if it is None."""
    end = found[-1].end if found else 0
    if title is None:
        return [], end
    return [
        Citation(each.start, each.end, title, each.reference, not title, each.through)
        for each in found
    ], end

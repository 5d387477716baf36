"""Relative references: 前款, 前两条, 本条, 本章 by their scope; 同条 by what was cited before."""

from __future__ import annotations

import re

from plugins.clauses.citations.contexts import SAYS_OF_CLAUSE
from plugins.clauses.citations.model import Citation, Reference
from plugins.clauses.citations.references import Found, joined, references
from plugins.clauses.citations.results import Result, cite, of_clause
from plugins.clauses.citations.scopes import Scope

LEVELS = "条款项"


def relative(text: str, head: re.Match[str], scope: Scope | None) -> Result:
    """前款, 前两条; 本条, 本款, 本章. Without a scope they and what follows are no citation."""
    target, unit = None, ""
    if scope and head["before"]:
        count, unit = head["before"][:-1], head["before"][-1]
        target = scope.before(count, unit)
    elif scope:
        unit = head["this"]
        target = scope.this(unit)
    if scope is None or target is None:
        return [], _end_of_references(text, head.end())
    whole = Found(*head.span(), *target)
    if whole.reference.division:
        # 本章第六条 is a clause by itself.
        clauses = of_clause(references(text, head.end(), head.start()))
        return cite(clauses or [whole], scope.title)
    finer = references(text, head.end(), head.start(), whole.reference, LEVELS.index(unit))
    return cite(finer or joined(text, [whole]), scope.title)


def same_clause(text: str, head: re.Match[str], last: Citation | None) -> Result:
    """同条第二款, 该条第二款: of the clause cited before, in the same block."""
    if last is None or last.reference.clause is None:
        return [], _end_of_references(text, head.end())
    clause = Reference(last.reference.clause)
    found = references(text, head.end(), head.start(), clause, 0)
    if not found and (head[0] == "同条" or SAYS_OF_CLAUSE.match(text, head.end())):
        found = [Found(*head.span(), clause)]
    return cite(found, last.title) if found else ([], head.end())


def _end_of_references(text: str, position: int) -> int:
    found = references(text, position, position)
    return found[-1].end if found else position

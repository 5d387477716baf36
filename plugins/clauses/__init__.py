"""The text of statutes: their numbers, their clauses, and how other texts cite them."""

from plugins.clauses.labels import ClauseNumber
from plugins.clauses.model import Clause, Part

__all__ = ["Clause", "ClauseNumber", "Part"]

"""The texts of the statutes that were read last: those of a whole library take too much memory."""

from __future__ import annotations

from collections import OrderedDict
from typing import NamedTuple

from plugins.clauses import Clause, ClauseNumber
from plugins.records import Record

# A text of a hundred clauses takes a quarter of a megabyte.
LIMIT = 100


class StatuteText(NamedTuple):
    """The clauses by number, and by anchor with the index of each in the text.

    Of two clauses with one number the first counts: the other belongs to an annex.
    """

    clauses: dict[ClauseNumber, Clause]
    at: dict[str, tuple[int, Clause]]


class RecentTexts:
    """Texts by id of the record, opened when asked for. The one that was not read for the longest
    time is forgotten when there are more than `limit`.
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._texts: OrderedDict[str, StatuteText] = OrderedDict()

    def text_of(self, record: Record) -> StatuteText:
        """What is read for it is not recorded as a dependency: the caller does that."""
        text = self._texts.get(record.id)
        if text is None:
            text = self._texts[record.id] = _read(record)
            if len(self._texts) > self._limit:
                self._texts.popitem(last=False)
        else:
            self._texts.move_to_end(record.id)
        return text


def _read(record: Record) -> StatuteText:
    with record.read_briefly():
        found = record.body.clauses
    clauses: dict[ClauseNumber, Clause] = {}
    for clause in found:
        clauses.setdefault(clause.number, clause)
    at = {clause.anchor: (index, clause) for index, clause in enumerate(clauses.values())}
    return StatuteText(clauses, at)

"""What became of each clause of a statute from version to version."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.clauses import Clause
from plugins.statutes.compare import match, words_of

# A clause in each version, oldest first; None in a version that has no such clause.
ClauseHistory = list[Clause | None]


def clause_histories(versions: Sequence[Sequence[Clause]]) -> list[ClauseHistory]:
    """The clauses of the last version in its order, then those that were dropped before it, the
    latest dropped first.
    """
    last = len(versions) - 1
    histories: list[ClauseHistory] = [[*[None] * last, clause] for clause in versions[last]]
    # The history of each clause of the version that follows, by its position there.
    of_position = dict(enumerate(histories))
    for index in range(last - 1, -1, -1):
        pairs = match(versions[index], versions[index + 1])
        of_older: dict[int, ClauseHistory] = {}
        for position, clause in enumerate(versions[index]):
            if position in pairs:
                history = of_position[pairs[position]]
            else:
                history = [None] * (last + 1)
                histories.append(history)
            history[index] = clause
            of_older[position] = history
        of_position = of_older
    return histories


def altered(history: ClauseHistory) -> bool:
    """Whether its words or its number are not the same in all versions."""
    return len({(clause.number, words_of(clause)) if clause else None for clause in history}) > 1

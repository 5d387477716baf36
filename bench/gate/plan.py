"""Which file gets which fault, and when: the same for the same sources, seed and number."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from bench.gate.model import Fault, Sort, Source

# So many files of a round are spoilt; the others stay as they are, to be told of nothing.
IN_A_ROUND = 100
# So many files are tried for a sort before it waits for the next round.
TRIES = 12


def plan(
    sources: dict[str, Source], sorts: Sequence[Sort], count: int, seed: int, most: int = IN_A_ROUND
) -> list[list[Fault]]:
    """`count` faults in rounds, each sort as often as the others. In a round a file has one fault,
    and where a fault is told in another file, that one has none.
    """
    chance = Random(seed)
    fitting = {one.name: [each for each in sources.values() if one.fits(each)] for one in sorts}
    # Some faults of few are to be of any sorts, not of the first.
    sorts = chance.sample(sorts, len(sorts))
    planned = dict.fromkeys((one.name for one in sorts), 0)
    rounds: list[list[Fault]] = []
    left = count
    while left:
        made: list[Fault] = []
        used: set[str] = set()
        waiting = set()
        while len(made) < min(most, left):
            open_sorts = [one for one in sorts if one.name not in waiting]
            if not open_sorts:
                break
            one = min(open_sorts, key=lambda each: planned[each.name])
            fault = _planted(chance, one, fitting[one.name], used)
            if fault is None:
                waiting.add(one.name)
                continue
            used |= fault.files
            planned[one.name] += 1
            made.append(fault)
        if not made:
            raise ValueError(f"no file has room for: {'、'.join(sorted(waiting))}")
        rounds.append(made)
        left -= len(made)
    return rounds


def _planted(chance: Random, one: Sort, sources: Sequence[Source], used: set[str]) -> Fault | None:
    free = [source for source in sources if source.path not in used]
    for source in chance.sample(free, min(TRIES, len(free))):
        planted = one.plant(chance, source)
        if planted and planted.data != source.data:
            fault = Fault(one, source.path, planted)
            if not fault.files & used:
                return fault
    return None

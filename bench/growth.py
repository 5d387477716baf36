"""How the time grows with the number of records, and whether it grows no faster than they do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bench.cases import CASES
from bench.report import markdown, wall
from bench.rounds import HUGO, NOTHING, STOCK, Results

LINEAR = 1.2
# So few records that only what every build does takes time; each column still has one.
SMALLEST = 20


@dataclass(frozen=True)
class Step:
    """From one size to a larger one: how the time of one record has changed.

    `without_start` is None when the smaller site took no longer than the start-up: what is left of
    it is then noise, and says nothing.
    """

    small: int
    large: int
    raw: float
    without_start: float | None

    @property
    def cells(self) -> tuple[str, ...]:
        net = self.without_start
        met = "" if net is None else "yes" if net <= LINEAR else "NO"
        shown = "–" if net is None else f"{net:.2f}"
        return f"{self.small:,} → {self.large:,}", f"{self.raw:.2f}", shown, f"≤ {LINEAR:g}", met


def steps(times: dict[int, float], start: float) -> list[Step]:
    """Every size with the next, and the smallest with the largest.

    `start` is what a build of almost no records takes. It weighs on a small size and not on a large
    one, so that raw ratios flatter: what is judged is the time without it.
    """
    sizes = sorted(times)
    pairs = list(pairwise(sizes))
    if len(sizes) > 2:
        pairs.append((sizes[0], sizes[-1]))
    return [_step(times, small, large, start) for small, large in pairs]


def _step(times: dict[int, float], small: int, large: int, start: float) -> Step:
    raw = times[large] / times[small] * small / large
    if times[small] <= start:
        return Step(small, large, raw, None)
    net = (times[large] - start) / (times[small] - start) * small / large
    return Step(small, large, raw, net)


def growth(all_results: Sequence[Results], start: float) -> str:
    """Two tables: every case at every size, and the growth of our build from nothing."""
    sizes = [results.size for results in all_results]
    head = ["wall s (ms a record)", *(f"{size:,}" for size in sizes)]
    times = {results.size: wall(results.used[NOTHING]) for results in all_results}
    judged = [step.cells for step in steps(times, start)]
    growing = ["from → to", "time a record, ×", "without the start-up, ×", "target", "met"]
    return (
        f"## Growth\n\n{markdown(head, _lines(all_results))}\n\n"
        f"Start-up of our build: {start:.2f} s (a site of {SMALLEST} records).\n\n"
        f"Our build from nothing:\n\n{markdown(growing, judged)}\n"
    )


def _lines(all_results: Sequence[Results]) -> Iterator[list[str]]:
    for name in (HUGO, STOCK, NOTHING, *(case.name for case in CASES)):
        cells = []
        for results in all_results:
            used = results.used.get(name)
            cells.append(
                f"{wall(used):.2f} ({wall(used) / results.size * 1000:.2f})" if used else ""
            )
        yield [name.format(citing="many"), *cells]

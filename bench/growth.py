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
    """From one size to a larger one: how the time of one record has changed."""

    small: int
    large: int
    raw: float
    without_start: float

    @property
    def linear(self) -> bool:
        return self.without_start <= LINEAR


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
    net = max(times[large] - start, 0) / max(times[small] - start, 1e-9) * small / large
    return Step(small, large, raw, net)


def growth(all_results: Sequence[Results], start: float) -> str:
    """Two tables: every case at every size, and the growth of our build from nothing."""
    sizes = [results.size for results in all_results]
    head = ["wall s (ms a record)", *(f"{size:,}" for size in sizes)]
    times = {results.size: wall(results.used[NOTHING]) for results in all_results}
    judged = [
        (
            f"{step.small:,} → {step.large:,}",
            f"{step.raw:.2f}",
            f"{step.without_start:.2f}",
            f"≤ {LINEAR:g}",
            "yes" if step.linear else "NO",
        )
        for step in steps(times, start)
    ]
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

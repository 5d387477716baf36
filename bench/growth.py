"""How build times grow with the number of records, and whether a full build grows linearly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bench.cases import CASES
from bench.report import markdown, wall
from bench.rounds import FULL, HUGO, STOCK, Results

LINEAR = 1.2
# The time of a build with so few records is its constant part. Each column still has one record.
SMALLEST = 20


@dataclass(frozen=True)
class Step:
    """How the time per record changes from one size to a larger one.

    `without_start` leaves out the start-up. It is None when the smaller build took no longer than
    the start-up: the difference would be noise.
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
    """Every size with the next larger one, and the smallest with the largest.

    `start` is the time of a build of almost no records. It is a larger part of a small build than
    of a large one and would hide growth, so the time without it is judged.
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
    """Two tables: every case at every size, and the growth of our full build."""
    sizes = [results.size for results in all_results]
    head = ["wall s (ms per record)", *(f"{size:,}" for size in sizes)]
    times = {results.size: wall(results.usages[FULL]) for results in all_results}
    judged = [step.cells for step in steps(times, start)]
    growing = ["from → to", "time per record, ×", "without start-up, ×", "target", "met"]
    return (
        f"### Growth\n\n{markdown(head, _rows(all_results))}\n\n"
        f"Start-up of our build: {start:.2f} s (a site of {SMALLEST} records).\n\n"
        f"Our full build:\n\n{markdown(growing, judged)}\n"
    )


def _rows(all_results: Sequence[Results]) -> Iterator[list[str]]:
    for name in (HUGO, STOCK, FULL, *(case.name for case in CASES)):
        cells = [_cell(results, name) for results in all_results]
        yield [name.format(citing="many"), *cells]


def _cell(results: Results, name: str) -> str:
    usages = results.usages.get(name)
    if not usages:
        return ""
    return f"{wall(usages):.2f} ({wall(usages) / results.size * 1000:.2f})"

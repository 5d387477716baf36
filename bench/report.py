"""The results of one size as Markdown tables, with the targets and whether they are met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from bench.cases import CASES
from bench.measure import Usage
from bench.rounds import FULL, HUGO, STOCK, Results

TARGET_SIZE = 10_000
# Targets at that size: shares of the full builds by Hugo and by stock Pelican, seconds, bytes.
OF_HUGO = 2.4
OF_STOCK = 0.25
RELOAD = 0.5
MEMORY = 300e6
HEAD = ("case", "wall s (min–max)", "CPU s", "largest process", "ratio to Hugo", "target", "met")
AGAINST_HEAD = ("case", "wall s (min–max)", "against, wall s (min–max)", "ratio")


@dataclass(frozen=True)
class Row:
    """A line of the table; `value` is compared with `limit`, None when there is nothing to."""

    cells: tuple[str, ...]
    target: str = ""
    value: float | None = None
    limit: float | None = None

    @property
    def met(self) -> str:
        if self.value is None or self.limit is None:
            return ""
        return "yes" if self.value < self.limit else "NO"


def table(results: Results) -> str:
    """The tables of one size below their heading."""
    rows = [(*row.cells, row.target, row.met) for row in _rows(results)]
    text = f"### {results.size:,} records\n\n{markdown(HEAD, rows)}\n"
    if results.against:
        compared = markdown(AGAINST_HEAD, _against_rows(results, results.against))
        text += f"\nAgainst the other checkout:\n\n{compared}\n"
    return text


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def ratio(usages: Sequence[Usage], base: Sequence[Usage]) -> float | None:
    """The quotient of the medians; None when one of the two was not measured."""
    if not usages or not base:
        return None
    return wall(usages) / wall(base)


def wall(usages: Sequence[Usage]) -> float:
    return median(usage.wall for usage in usages)


def _rows(results: Results) -> Iterator[Row]:
    usages = results.usages
    hugo, stock, ours = (usages.get(name, []) for name in (HUGO, STOCK, FULL))
    for name in (HUGO, STOCK):
        if usages.get(name):
            yield Row(_cells(name, usages[name], ratio(usages[name], hugo)))
    share = ratio(ours, hugo)
    yield Row(_cells(FULL, ours, share), f"< {OF_HUGO:g}", share, OF_HUGO)
    if (share := ratio(ours, stock)) is not None:
        cells = (f"{FULL}, share of stock Pelican's", "", "", "", f"({share:.3f})")
        yield Row(cells, f"< {OF_STOCK:g}", share, OF_STOCK)
    for case in CASES:
        share = ratio(usages[case.name], hugo)
        target = f"< {case.target:g}" if case.target else ""
        name = case.name.format(citing=results.citing)
        yield Row(_cells(name, usages[case.name], share), target, share, case.target)
    for name, times in results.reloads.items():
        cells = (_reload_name(name), _seconds(times), "", "", "")
        yield Row(cells, f"< {RELOAD:g} s", median(times), RELOAD)
    memory = max(
        usage.memory for name, each in usages.items() if name not in (HUGO, STOCK) for usage in each
    )
    cells = ("largest process of ours", "", "", _megabytes(memory), "")
    yield Row(cells, f"< {_megabytes(MEMORY)}", memory, MEMORY)


def _against_rows(ours: Results, theirs: Results) -> Iterator[tuple[str, ...]]:
    for name in (FULL, *(case.name for case in CASES)):
        times = [[usage.wall for usage in each.usages[name]] for each in (ours, theirs)]
        yield _compared(name.format(citing=ours.citing), *times)
    for name, times in ours.reloads.items():
        yield _compared(_reload_name(name), times, theirs.reloads[name])


def _compared(name: str, ours: Sequence[float], theirs: Sequence[float]) -> tuple[str, ...]:
    return name, _seconds(ours), _seconds(theirs), f"{median(ours) / median(theirs):.2f}"


def _reload_name(edit: str) -> str:
    return f"make serve, {edit}: saved to reload"


def _cells(name: str, usages: Sequence[Usage], share: float | None) -> tuple[str, ...]:
    runs = f" ({len(usages)} run{'s' if len(usages) > 1 else ''})"
    return (
        name + runs,
        _seconds([usage.wall for usage in usages]),
        f"{median(usage.cpu for usage in usages):.2f}",
        _megabytes(max(usage.memory for usage in usages)),
        "" if share is None else f"{share:.3f}",
    )


def _seconds(times: Sequence[float]) -> str:
    return f"{median(times):.2f} ({min(times):.2f}–{max(times):.2f})"


def _megabytes(size: float) -> str:
    return f"{size / 1e6:.0f} MB"

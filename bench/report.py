"""The results of one size as a table in Markdown, with the targets and whether they are met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from bench.cases import CASES
from bench.measure import Usage
from bench.rounds import HUGO, NOTHING, STOCK, Results

OF_HUGO = 1.5
OF_STOCK = 0.25
SERVE = 1.0
MEMORY = 400e6
HEAD = ("case", "wall s (min–max)", "CPU s", "largest process", "ratio to Hugo", "target", "met")


@dataclass(frozen=True)
class Row:
    """One line; `value` is what `target` is for, None when one of them is missing."""

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
    """The table of one size under its heading."""
    rows = [(*row.cells, row.target, row.met) for row in _rows(results)]
    return f"## {results.size:,} records\n\n{markdown(HEAD, rows)}\n"


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def ratio(used: Sequence[Usage], base: Sequence[Usage]) -> float | None:
    """The median of the one by the median of the other; None without either."""
    if not used or not base:
        return None
    return wall(used) / wall(base)


def wall(used: Sequence[Usage]) -> float:
    return median(each.wall for each in used)


def _rows(results: Results) -> Iterator[Row]:
    used = results.used
    hugo, stock, ours = (used.get(name, []) for name in (HUGO, STOCK, NOTHING))
    for name in (HUGO, STOCK):
        if used.get(name):
            yield Row(_cells(name, used[name], ratio(used[name], hugo)))
    found = ratio(ours, hugo)
    yield Row(_cells(NOTHING, ours, found), f"< {OF_HUGO:g}", found, OF_HUGO)
    if (found := ratio(ours, stock)) is not None:
        cells = (f"{NOTHING}, of stock Pelican's", "", "", "", f"({found:.3f})")
        yield Row(cells, f"< {OF_STOCK:g}", found, OF_STOCK)
    for case in CASES:
        found = ratio(used[case.name], hugo)
        target = f"< {case.target:g}" if case.target else ""
        name = case.name.format(citing=results.citing)
        yield Row(_cells(name, used[case.name], found), target, found, case.target)
    if results.waits:
        cells = ("make serve: saved to reload", _seconds(results.waits), "", "", "")
        yield Row(cells, f"< {SERVE:g} s", median(results.waits), SERVE)
    memory = max(
        each.memory for name, held in used.items() if name not in (HUGO, STOCK) for each in held
    )
    cells = ("largest process of ours", "", "", _megabytes(memory), "")
    yield Row(cells, f"< {_megabytes(MEMORY)}", memory, MEMORY)


def _cells(name: str, used: Sequence[Usage], found: float | None) -> tuple[str, ...]:
    runs = f" ({len(used)} run{'s' if len(used) > 1 else ''})"
    return (
        name + runs,
        _seconds([each.wall for each in used]),
        f"{median(each.cpu for each in used):.2f}",
        _megabytes(max(each.memory for each in used)),
        "" if found is None else f"{found:.3f}",
    )


def _seconds(times: Sequence[float]) -> str:
    return f"{median(times):.2f} ({min(times):.2f}–{max(times):.2f})"


def _megabytes(size: float) -> str:
    return f"{size / 1e6:.0f} MB"

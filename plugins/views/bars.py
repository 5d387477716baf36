"""Rows of a chart with bars, for `parts/bars.html`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class BarRow:
    """`share` is in percent of the longest bar."""

    label: str
    count: int
    share: int
    address: str = ""


def bar_rows(counted: Iterable[tuple[str, int, str]]) -> list[BarRow]:
    """Of labels, counts and addresses, in their order."""
    counts = list(counted)
    most = max((count for _, count, _ in counts), default=0) or 1
    return [
        BarRow(label, count, round(count * 100 / most), address) for label, count, address in counts
    ]


class Row(Protocol):
    """What the template needs of a row."""

    @property
    def label(self) -> str: ...
    @property
    def count(self) -> int: ...
    @property
    def share(self) -> int: ...


def most_of(rows: Iterable[Row], unit: str) -> str:
    """What has the longest bar: 市容最多，6件; of several 市容、市政最多，各6件."""
    longest = [row for row in rows if row.share == 100]
    each = "各" if len(longest) > 1 else ""
    return f"{'、'.join(row.label for row in longest)}最多，{each}{longest[0].count}{unit}"

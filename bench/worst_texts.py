"""How long the conversion of texts of the worst shapes takes, and how that grows with the size."""

from __future__ import annotations

import time
from collections.abc import Sequence

from bench.shapes import SHAPES
from plugins.texts.converter import Converter

SHOWN = 12


def measure_shapes(sizes: Sequence[int]) -> str:
    """A table of the slowest shapes: CPU seconds by size in KB, slowest first at the largest."""
    converter = Converter()
    converter.convert("<b>甲</b>、`乙`")
    seconds = {
        name: [_seconds(converter, SHAPES[name](size * 1000)) for size in sizes] for name in SHAPES
    }
    slowest = sorted(seconds, key=lambda name: seconds[name][-1], reverse=True)
    head = ["shape", *(f"{size:,} KB" for size in sizes)]
    rows = [[name, *(f"{value:.2f}" for value in seconds[name])] for name in slowest[:SHOWN]]
    median = [sorted(values)[len(values) // 2] for values in zip(*seconds.values(), strict=True)]
    rows.append([f"median of {len(seconds)}", *(f"{value:.2f}" for value in median)])
    lines = [head, ["---", *["---:"] * len(sizes)], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _seconds(converter: Converter, text: str) -> float:
    started = time.process_time()
    converter.convert(text)
    return time.process_time() - started

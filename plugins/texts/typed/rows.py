"""Rows of a table typed with bars: their cells, and which of them divides head and body."""

from __future__ import annotations

import re

BAR = re.compile(r"[|｜]")
DELIMITER_CELL = re.compile(r"\s*[:：]?\s*[-－—]+\s*[:：]?\s*")
UNESCAPED_BAR = re.compile(r"(?<!\\)\|")


def is_delimiter(text: str) -> bool:
    cells = cells_of(text.replace("｜", "|"))
    return bool(cells) and all(DELIMITER_CELL.fullmatch(cell) for cell in cells)


def is_framed(text: str) -> bool:
    """Whether a row has bars at both ends."""
    text = text.strip(" 　\t")
    return text[:1] in {"|", "｜"} and text[-1] in "|｜" and len(BAR.findall(text)) > 1


def cells_of(row: str) -> list[str]:
    row = row.strip()
    row = row.removeprefix("|")
    if row.endswith("|") and not row.endswith("\\|"):
        row = row[:-1]
    return UNESCAPED_BAR.split(row)


def is_tabbed(text: str) -> bool:
    """Whether a Tab separates words, or follows those of a cell behind an empty one."""
    cells = text.split("\t")
    filled = sum(1 for cell in cells if cell.strip(" 　"))
    return filled > 1 or (filled == 1 and len(cells) > 2 and not cells[0].strip(" 　"))

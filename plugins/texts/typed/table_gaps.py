"""Blank lines between the rows of one table, which would end it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from plugins.texts.typed.line import Line
from plugins.texts.typed.rows import BAR, cells_of, is_delimiter, is_framed, is_tabbed

FEWEST_TABBED = 3


class _Row(NamedTuple):
    """`at` is the index of its line."""

    at: int
    width: int
    framed: bool
    delimits: bool

    def is_like(self, other: _Row) -> bool:
        return self.width == other.width and self.framed == other.framed


def close_gaps(lines: list[Line]) -> list[Line]:
    if not _may_have_gaps(lines):
        return lines
    rows = [_row(index, line.text) for index, line in enumerate(lines) if not line.is_blank]
    dropped = _gaps_of_bars(rows) | _gaps_of_tabs(lines)
    return [line for index, line in enumerate(lines) if index not in dropped]


def _may_have_gaps(lines: list[Line]) -> bool:
    """Whether blank lines stand between two lines with bars or Tabs."""
    was_row = was_blank = False
    for line in lines:
        text = line.text
        if not text or line.is_blank:
            was_blank = True
            continue
        is_row = "|" in text or "｜" in text or "\t" in text
        if is_row and was_row and was_blank:
            return True
        was_row, was_blank = is_row, False
    return False


def _row(index: int, text: str) -> _Row:
    """A line; one without bars has no width."""
    if not BAR.search(text):
        return _Row(index, 0, framed=False, delimits=False)
    text = text.replace("｜", "|")
    return _Row(index, len(cells_of(text)), is_framed(text), is_delimiter(text))


def _gaps_of_bars(rows: list[_Row]) -> set[int]:
    """Between a head and the row of --- below it, and below that row as long as rows are alike.

    A row with another row of --- below it is the head of another table.
    """
    dropped: set[int] = set()
    has_delimiter = False
    for index in range(1, len(rows)):
        before, row = rows[index - 1], rows[index]
        if not before.width or not row.width:
            has_delimiter = False
            continue
        has_delimiter = has_delimiter or before.delimits
        if row.at == before.at + 1:
            continue
        following = rows[index + 1] if index + 1 < len(rows) else None
        is_head = following is not None and following.delimits
        if row.delimits:
            is_same = not has_delimiter and row.width == before.width
        else:
            is_same = has_delimiter and row.is_like(before) and not is_head
        if is_same:
            dropped |= set(range(before.at + 1, row.at))
        else:
            has_delimiter = False
    return dropped


def _gaps_of_tabs(lines: list[Line]) -> set[int]:
    """Between three and more rows with as many Tabs, each below one blank line."""
    dropped: set[int] = set()
    index = 0
    while index < len(lines):
        end = index
        while _follows(lines, end, lambda text: text.count("\t")):
            end += 2
        if end - index >= 2 * (FEWEST_TABBED - 1):
            dropped |= set(range(index + 1, end, 2))
        index = max(end, index + 1)
    return dropped


def _follows(lines: list[Line], at: int, width: Callable[[str], int]) -> bool:
    if at + 2 >= len(lines) or not lines[at + 1].is_blank:
        return False
    row, below = lines[at].text, lines[at + 2].text
    return is_tabbed(row) and is_tabbed(below) and width(row) == width(below)

"""Cells of Excel with several lines: copied, each stands in quotation marks, over several lines."""

from __future__ import annotations

from plugins.source import LINE_BREAK
from plugins.texts.typed.line import Line

MOST_LINES = 12


def join_cells(lines: list[Line]) -> list[Line]:
    """The lines with each such cell on one, its own lines divided by line breaks."""
    out: list[Line] = []
    index = 0
    while index < len(lines):
        end = _end(lines, index)
        text = LINE_BREAK.join([line.text for line in lines[index : end + 1]])
        if end > index:
            text = "\t".join([_unquoted(cell) for cell in text.split("\t")])
        out.append(lines[index].with_text(text))
        index = end + 1
    return out


def _end(lines: list[Line], start: int) -> int:
    """The index of the line in which the cell ends that does not end in its own."""
    if not _is_open(lines[start].text):
        return start
    for index in range(start + 1, min(start + MOST_LINES, len(lines))):
        text = lines[index].text.replace('""', "")
        if '"' in text:
            ends = text[text.index('"') + 1 :]
            return index if not ends or ends.startswith("\t") else start
    return start


def _is_open(text: str) -> bool:
    """Whether a row of Tabs has a cell that begins with a quotation mark and does not end."""
    return "\t" in text and text.count('"') % 2 == 1 and text.split("\t")[-1].startswith('"')


def _unquoted(cell: str) -> str:
    is_quoted = len(cell) > 1 and cell[0] == cell[-1] == '"' and LINE_BREAK in cell
    return cell[1:-1].replace('""', '"') if is_quoted else cell

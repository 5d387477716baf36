"""Tables in which every line starts and ends with a bar, and no cell contains one."""

from __future__ import annotations

import re

from plugins.texts.direct.inline import InlineConverter, UnsupportedSyntaxError

DELIMITER = re.compile(r" *(:?)-+(:?) *")
SCROLL = '<div aria-label="表格，可以左右滑动" class="table-scroll" role="group" tabindex="0">'
ALIGNMENTS = {("", ""): "", (":", ""): "left", ("", ":"): "right", (":", ":"): "center"}


def convert_table(lines: list[str], inline: InlineConverter) -> str:
    if len(lines) < 3 or any(line[0] != "|" or line[-1] != "|" for line in lines):
        raise UnsupportedSyntaxError
    head, delimiters, *rows = [line[1:-1].split("|") for line in lines]
    if len(head) != len(delimiters):
        raise UnsupportedSyntaxError
    classes = [_alignment_class(delimiter) for delimiter in delimiters]
    out = [SCROLL, "<table>", "<thead>", "<tr>"]
    out += _cells("th", head, [f'{each} scope="col"' for each in classes], inline)
    out += ["</tr>", "</thead>", "<tbody>"]
    for row in rows:
        out += ["<tr>", *_cells("td", row, classes, inline), "</tr>"]
    return "\n".join([*out, "</tbody>", "</table>", "</div>"])


def _alignment_class(delimiter: str) -> str:
    """The attribute of a column's cells, by the cell below its head (`:-:`)."""
    match = DELIMITER.fullmatch(delimiter)
    if not match:
        raise UnsupportedSyntaxError
    alignment = ALIGNMENTS[match[1], match[2]]
    return f' class="align-{alignment}"' if alignment else ""


def _cells(tag: str, cells: list[str], attributes: list[str], inline: InlineConverter) -> list[str]:
    """A row has as many cells as the head, however many are written. None counts as prose."""
    cells = cells[: len(attributes)] + [""] * (len(attributes) - len(cells))
    return [
        f"<{tag}{attribute}>{inline.convert(cell.strip(' '))}</{tag}>"
        for cell, attribute in zip(cells, attributes, strict=True)
    ]

"""Tables for the quick way: every line between two bars, with no bar in a cell."""

from __future__ import annotations

import re

from plugins.records.quick_inline import Inline, Unsure

RULE = re.compile(r" *(:?)-+(:?) *")
SCROLL = '<div aria-label="表格，可以左右滑动" class="table-scroll" role="group" tabindex="0">'
ALIGN = {("", ""): "", (":", ""): "left", ("", ":"): "right", (":", ":"): "center"}


def read_table(lines: list[str], inline: Inline) -> str:
    if len(lines) < 3 or any(line[0] != "|" or line[-1] != "|" for line in lines):
        raise Unsure
    head, rules, *rows = [line[1:-1].split("|") for line in lines]
    found = [RULE.fullmatch(rule) for rule in rules]
    if len(head) != len(rules) or None in found:
        raise Unsure
    aligns = [ALIGN[rule.groups()] for rule in found]
    classes = [f' class="align-{align}"' if align else "" for align in aligns]
    out = [SCROLL, "<table>", "<thead>", "<tr>"]
    out += _cells("th", head, [f'{each} scope="col"' for each in classes], inline)
    out += ["</tr>", "</thead>", "<tbody>"]
    for row in rows:
        out += ["<tr>", *_cells("td", row, classes, inline), "</tr>"]
    return "\n".join([*out, "</tbody>", "</table>", "</div>"])


def _cells(tag: str, cells: list[str], attributes: list[str], inline: Inline) -> list[str]:
    """A row has as many cells as the head, whatever is written; none counts as prose."""
    cells = cells[: len(attributes)] + [""] * (len(attributes) - len(cells))
    return [
        f"<{tag}{attribute}>{inline.marked(cell.strip(' '))}</{tag}>"
        for cell, attribute in zip(cells, attributes, strict=True)
    ]

"""A table of a text with a bar beside each number: the chart and its figures are one table.

The bars are drawn by SVG in the cells: they print where a browser leaves backgrounds out, keep the
colour of the text in every mode, and need no style attribute, which the site's CSP forbids.
`theme/templates/parts/bars.html` writes the same for tables that views make.
"""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

ROW = re.compile(r"<tr>(.*?)</tr>", re.S)
CELL = re.compile(r"<(t[hd])((?: [a-z-]+=\"[^\"]*\")*)>(.*?)</\1>", re.S)
# A footnote's number is not part of a figure.
NOT_TEXT = re.compile(r"<sup\b.*?</sup>|<[^>]*>", re.S)
NUMBER = re.compile(r"(?P<sign>[+＋−－-]?)(?P<digits>\d[\d,，]*(?:\.\d+)?)(?P<unit>[^\d.,，]{0,4})")
WITHOUT_NUMBER = frozenset({"", "—", "——", "-", "－", "…", "……", "无"})
# A sum beside its parts would make them all look small.
SUM = re.compile(r"(?:合|总|小|共)计|总数|全部|累计")
JOINED = re.compile(r"<t[hd][^>]* (?:colspan|rowspan)=")


class Cell(NamedTuple):
    html: str
    text: str


class Number(NamedTuple):
    value: float
    unit: str
    negative: bool


def draw_bars(table: str) -> str | None:
    """A table with bars, from `<table>` to `</table>`; None where no column can have any.

    Bars are drawn for the first column of numbers, and for others in the same unit: on one scale.
    """
    head, *rows = [_cells(row) for row in ROW.findall(table)] or [[]]
    if not rows or JOINED.search(table) or any(len(row) != len(head) for row in rows):
        return None
    columns = [[_number(row[at].text) for row in rows] for at in range(len(head))]
    numeric = [at for at in range(1, len(head)) if _is_numeric(columns[at], rows, at)]
    unit, drawn = None, []
    for at in numeric:
        numbers = [number for number in columns[at] if number]
        units = {number.unit for number in numbers}
        if len(units) > 1 or any(number.negative for number in numbers):
            continue
        unit = units.pop() if unit is None else unit
        if numbers[0].unit == unit:
            drawn.append(at)
    sums = [bool(SUM.match(row[0].text)) for row in rows]
    values = [
        number.value
        for at in drawn
        for number, is_sum in zip(columns[at], sums, strict=True)
        if number and not is_sum
    ]
    most = max(values, default=0)
    if not most:
        return None
    one = " bars--one" if len(drawn) == 1 else ""
    out = [f'<table class="bars{one}">', "<thead>", "<tr>"]
    for at, cell in enumerate(head):
        side = ' class="align-right"' if at in numeric else ""
        out.append(f'<th{side} scope="col">{cell.html}</th>')
    out += ["</tr>", "</thead>", "<tbody>"]
    for index, row in enumerate(rows):
        out += ["<tr>", f'<th scope="row">{row[0].html}</th>']
        for at in range(1, len(row)):
            number = columns[at][index] if at in drawn else None
            bar = _bar(number.value / most) if number and not sums[index] else ""
            name = "bar" if at in drawn else "align-right" if at in numeric else ""
            out.append(_cell(row[at].html, head[at].text, name, bar))
        out.append("</tr>")
    return "\n".join([*out, "</tbody>", "</table>"])


def _cells(row: str) -> list[Cell]:
    return [Cell(html, _text(html)) for _, _, html in CELL.findall(row)]


def _text(html: str) -> str:
    return unescape(NOT_TEXT.sub("", html)).strip()


def _number(text: str) -> Number | None:
    found = NUMBER.fullmatch(text)
    if not found:
        return None
    value = float(found["digits"].replace(",", "").replace("，", ""))
    return Number(value, found["unit"].strip(), found["sign"] not in {"", "+", "＋"})


def _is_numeric(column: list[Number | None], rows: list[list[Cell]], at: int) -> bool:
    others = [row[at].text for row, number in zip(rows, column, strict=True) if number is None]
    return any(column) and WITHOUT_NUMBER.issuperset(others)


def _cell(html: str, label: str, name: str, bar: str) -> str:
    kind = f' class="{name}"' if name else ""
    label = label.replace('"', "”")
    return f'<td{kind}><span class="bar__value" data-label="{label}">{html}</span>{bar}</td>'


def _bar(share: float) -> str:
    width = f"{share * 100:.1f}".rstrip("0").rstrip(".")
    return (
        '<svg class="bar__line" aria-hidden="true" width="100%" height="8">'
        f'<rect width="{width}%" height="100%"></rect></svg>'
    )

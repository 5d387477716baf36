"""Rows of CSV that a spreadsheet program shows as they are."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

# Excel, WPS and LibreOffice read a cell that begins so as a formula, which can send what else is in
# the table to another host. An apostrophe before it makes it text; they don't show it.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d+)?|\.\d+)%?", re.ASCII)


def csv_rows(rows: Iterable[Iterable[object]]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return buffer.getvalue()


def safe_cell(value: object) -> object:
    """A cell that is no formula; a number stays one."""
    if not isinstance(value, str) or not value.startswith(FORMULA) or NUMBER.fullmatch(value):
        return value
    return f"'{value}"

"""Rows of data as JSON, as `json.dumps` with an indent of one gives them inside a list.

Told to indent, Python writes JSON without its C encoder and takes ten times as long; and a row
holds nothing but words, numbers and lists of words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

_plain = json.JSONEncoder(ensure_ascii=False).encode


def as_row(row: Mapping[str, Any]) -> str:
    """One row that has fields."""
    fields = ",\n".join([f"  {_plain(name)}: {_value(value)}" for name, value in row.items()])
    return f" {{\n{fields}\n }}"


def as_list(rows: Iterable[str]) -> bytes:
    """A file of rows that are JSON already."""
    text = ",\n".join(rows)
    return (f"[\n{text}\n]\n" if text else "[]\n").encode()


def _value(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n   " + ",\n   ".join(map(_plain, value)) + "\n  ]"
    return _plain(value)

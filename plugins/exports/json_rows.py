"""JSON text of data rows, equal to what `json.dumps(rows, indent=1)` gives.

With an indent Python does not use its C encoder and takes ten times as long. Rows contain
only strings, numbers and lists of strings, so they can be encoded one by one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

_plain = json.JSONEncoder(ensure_ascii=False).encode


def json_object(row: Mapping[str, Any]) -> str:
    """The JSON object of one row, which must not be empty."""
    fields = ",\n".join([f"  {_plain(name)}: {_value(value)}" for name, value in row.items()])
    return f" {{\n{fields}\n }}"


def json_array(rows: Iterable[str]) -> bytes:
    """The bytes of a JSON array; `rows` are encoded already."""
    text = ",\n".join(rows)
    return (f"[\n{text}\n]\n" if text else "[]\n").encode()


def _value(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n   " + ",\n   ".join(map(_plain, value)) + "\n  ]"
    return _plain(value)

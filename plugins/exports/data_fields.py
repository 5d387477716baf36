"""What the columns of a data file are, for readers and as a Frictionless Table Schema."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.bureau import Column

# The endings of a column's data files, with their names for readers.
SUFFIXES = {".json": "JSON", ".csv": "CSV", ".schema.json": "字段说明"}


@dataclass(frozen=True)
class DataField:
    """A column of the data: name in code, Chinese label, type as in Frictionless Table Schema; the
    value of the field is divided by `per_unit`.
    """

    name: str
    label: str
    type: str
    description: str
    per_unit: int = 1


def schema_text(column: Column, fields: Iterable[DataField]) -> bytes:
    schema = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "title": column.name,
        "description": column.facts.description,
        "primaryKey": ["id"],
        "fields": [
            {
                "name": field.name,
                "title": field.label,
                "type": field.type,
                "description": field.description,
            }
            for field in fields
        ],
    }
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()

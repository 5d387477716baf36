"""JSON Schemas of what editors write, for their editors: fields and mistakes while they type.

They say what a form can say: which fields there are, which must be there, what may be chosen. Where
the program reads more than one way of writing a value, so does the schema. What the rules find,
`make check` tells. Draft 7 is what the YAML extension of VS Code understands.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from plugins.bureau import Bureau, ColumnFacts
from plugins.manual.described import describe
from plugins.records.field_metadata import (
    choices,
    is_inline_list,
    is_list,
    metadata_of,
    part_type,
)
from plugins.records.fields import extra
from plugins.records.kinds import COLUMN_KINDS, KINDS
from plugins.records.schema import field_names
from plugins.records.values import Described

Schema = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
GENERATED = "由 make docs 生成，请不要手工修改。"
# A number in a text field is read as it is written, and a date may be one for YAML.
SCALAR = ["string", "number", "boolean"]
FLAG = {"enum": ["是", "否", True, False]}
DAY = {"type": "string", "pattern": r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}"}
# By the open-data type of a value.
OF_TYPE: dict[str, Schema] = {
    "string": {"type": SCALAR},
    "date": DAY,
    "datetime": DAY,
    "integer": {"type": ["integer", "string"]},
    "number": {"type": ["number", "string"]},
    "boolean": FLAG,
}


def schemas() -> dict[str, Callable[[], str]]:
    """By name of file."""
    made: dict[str, Callable[[], str]] = {
        f"{kind}.json": _writer(partial(record_schema, kind)) for kind in KINDS
    }
    for kind in COLUMN_KINDS.others:
        made[f"{kind.kind}.json"] = _writer(partial(items_schema, kind.kind))
    made["_column.json"] = _writer(column_schema)
    made["bureau.json"] = _writer(bureau_schema)
    return made


def _writer(make: Callable[[], Schema]) -> Callable[[], str]:
    return lambda: json.dumps(make(), ensure_ascii=False, indent=1) + "\n"


def record_schema(kind: str) -> Schema:
    """Of the front matter of a kind."""
    model = KINDS[kind]
    return _document(f"{model.label}的稿头", _of_kind(model))


def items_schema(kind: str) -> Schema:
    """Of the data file of a column of a kind that has no records."""
    model = COLUMN_KINDS[kind]
    assert model.item is not None
    definitions: Schema = {}
    item = _of_fields(model.item, definitions, "")
    schema = {"type": "array", "items": item, "definitions": definitions}
    return _document(f"{model.label}的数据文件", schema)


def bureau_schema() -> Schema:
    return _document("bureau.yml", Bureau.model_json_schema(by_alias=True))


def column_schema() -> Schema:
    schema = ColumnFacts.model_json_schema(by_alias=True)
    kinds = schema["properties"]["kind"]
    kinds["oneOf"] = [{"const": kind.kind, "title": kind.label} for kind in COLUMN_KINDS.values()]
    return _document("_column.yml", schema)


def _document(title: str, schema: Schema) -> Schema:
    return {"$schema": DRAFT, "$comment": GENERATED, **schema, "title": title}


def _of_kind(model: type[BaseModel]) -> Schema:
    """With the definitions that its fields refer to: a field has up to ten spellings."""
    definitions: Schema = {}
    schema = _of_fields(model, definitions, "")
    return {**schema, "definitions": definitions}


def _of_fields(model: type[BaseModel], definitions: Schema, prefix: str) -> Schema:
    """Every spelling of a field is a property; a required one must be there in one of them."""
    properties: Schema = {}
    required = []
    for name, info in model.model_fields.items():
        at = prefix + name
        definitions[at] = _of_field(model, name, info, definitions, f"{at}.")
        lower = [spelling for spelling, of in field_names(model).items() if of == name]
        # Pelican's own way is a capital: Title.
        spellings = [*dict.fromkeys((info.title or name, *lower, *map(str.capitalize, lower)))]
        for spelling in spellings:
            properties.setdefault(spelling, {"$ref": f"#/definitions/{at}"})
        if extra(info, "required"):
            required.append({"anyOf": [{"required": [each]} for each in spellings]})
    schema: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return schema | ({"allOf": required} if required else {})


def _of_field(
    model: type[BaseModel], name: str, info: FieldInfo, definitions: Schema, prefix: str
) -> Schema:
    told = describe(model, name, info)
    words = "。".join(part for part in (told.need, told.content, told.help) if part)
    # An empty line counts as no line.
    values = [*_values(info, definitions, prefix), {"type": "null"}]
    return {"title": told.label, "description": words, "anyOf": values}


def _values(info: FieldInfo, definitions: Schema, prefix: str) -> Iterator[Schema]:
    part = part_type(info)
    options = choices(info)
    if part is not None:
        # A text alone is the first field of the part.
        one: list[Schema] = [_of_fields(part, definitions, prefix), {"type": SCALAR}]
    elif options:
        one = [{"enum": list(options)}]
    else:
        described = next(metadata_of(info, Described), None)
        one = [OF_TYPE[described.schema] if described else {"type": SCALAR}]
    yield from one
    if is_list(info):
        yield {"type": "array", "items": {"anyOf": one}}
        if is_inline_list(info):
            # Several, separated by 、.
            yield {"type": "string"}

"""The fields of a record as plain values: templates never get models."""

from __future__ import annotations

from functools import cache
from typing import Any

from plugins.records.kinds import Part, RecordModel


def field_values(data: RecordModel) -> dict[str, Any]:
    """The values by name of the fields that only this kind has."""
    return {name: _plain_value(getattr(data, name)) for name in _own_fields(type(data))}


@cache
def _own_fields(model: type[RecordModel]) -> tuple[str, ...]:
    return tuple(name for name in model.model_fields if name not in RecordModel.model_fields)


def _plain_value(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain_value(item) for item in value]
    if isinstance(value, Part):
        return {name: _plain_value(getattr(value, name)) for name in type(value).model_fields}
    return value

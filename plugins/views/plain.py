"""A record's own fields as plain values, which is what templates get of a model."""

from __future__ import annotations

from functools import cache
from typing import Any

from plugins.records.kinds import Part, RecordModel


def plain_view(data: RecordModel) -> dict[str, Any]:
    """By name, without the fields that all kinds have in common: a page shows those its own way."""
    return {name: _plain(getattr(data, name)) for name in _own_fields(type(data))}


@cache
def _own_fields(model: type[RecordModel]) -> tuple[str, ...]:
    return tuple(name for name in model.model_fields if name not in RecordModel.model_fields)


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Part):
        return {name: _plain(getattr(value, name)) for name in type(value).model_fields}
    return value

"""The fields of a kind that are marked: those that name other records, those that cite statutes."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel

from plugins.records.field_metadata import metadata_of
from plugins.records.kinds import RecordModel
from plugins.records.values import CitesStatutes, RefersTo


@cache
def references_of(model: type[BaseModel]) -> dict[str, RefersTo]:
    """The fields that name other records, each with what it says of them."""
    fields = model.model_fields.items()
    found = ((name, next(metadata_of(info, RefersTo), None)) for name, info in fields)
    return {name: refers for name, refers in found if refers}


@cache
def citing_fields(model: type[RecordModel]) -> tuple[str, ...]:
    """The fields that cite statutes, in the order in which a reader comes to them."""
    fields = model.model_fields.items()
    return tuple(name for name, info in fields if next(metadata_of(info, CitesStatutes), None))

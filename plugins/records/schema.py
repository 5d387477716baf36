"""What validation needs of a model, computed once for each model.

The results are cached and shared, so they must not be changed.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from plugins.records.field_metadata import choices, is_flag, metadata_of, part_type
from plugins.records.fields import Rule, extra
from plugins.records.kinds import Part, RecordModel
from plugins.records.values import PublishedIn


class ExpectedField(NamedTuple):
    """A field that should be filled in: if it is not, an error if `required`, else a warning."""

    name: str
    info: FieldInfo
    required: bool


@cache
def field_names(model: type[BaseModel]) -> dict[str, str]:
    """Every accepted spelling of every field (label, other spellings, its name in code) → field."""
    names: dict[str, str] = {}
    for name, info in model.model_fields.items():
        for spelling in (info.title, *(extra(info, "also") or ()), name, name.replace("_", "-")):
            names.setdefault(spelling.lower(), name)
    return names


@cache
def parts_of(model: type[BaseModel]) -> dict[str, type[Part]]:
    """The fields that contain Parts, one or a list of them."""
    parts = {name: part_type(info) for name, info in model.model_fields.items()}
    return {name: part for name, part in parts.items() if part}


@cache
def expected_fields(model: type[BaseModel]) -> tuple[ExpectedField, ...]:
    return tuple(
        ExpectedField(name, info, bool(extra(info, "required")))
        for name, info in model.model_fields.items()
        if extra(info, "required") or extra(info, "advised")
    )


@cache
def optional_fields(model: type[BaseModel]) -> frozenset[str]:
    """The fields that may be left out and are no choice, so that 无 and 否 are not among values."""
    return frozenset(
        name
        for name, info in model.model_fields.items()
        if not extra(info, "required") and not choices(info) and not is_flag(info)
    )


@cache
def rules_of(model: type[BaseModel]) -> tuple[tuple[Rule, frozenset[str]], ...]:
    """The rules between fields, each with the fields that it needs."""
    rules = model.all_rules() if issubclass(model, RecordModel) else ()
    return tuple((rule, frozenset(rule.needs)) for rule in rules)


@cache
def amounts_in(model: type[BaseModel]) -> frozenset[str]:
    """The fields that are amounts of money."""
    return frozenset(
        name
        for name, info in model.model_fields.items()
        if next(metadata_of(info, PublishedIn), None)
    )

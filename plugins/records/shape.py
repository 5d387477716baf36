"""What reading a record asks of its model, worked out once: models do not change, records are many.

All of it is shared, so nobody may change what these functions return.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from plugins.records.annotations import part_of
from plugins.records.fields import Rule, extra
from plugins.records.kinds import Part


class Wanted(NamedTuple):
    """A field that should be filled in: an error without it if `required`, else a warning."""

    name: str
    info: FieldInfo
    required: bool


@cache
def names_of(model: type[BaseModel]) -> dict[str, str]:
    """Every accepted spelling of every field (label, other spellings, its name in code) → field."""
    names: dict[str, str] = {}
    for name, info in model.model_fields.items():
        for spelling in (info.title, *(extra(info, "also") or ()), name, name.replace("_", "-")):
            names.setdefault(spelling.lower(), name)
    return names


@cache
def parts_of(model: type[BaseModel]) -> dict[str, type[Part]]:
    """Those fields that hold Parts, one or a list of them."""
    held = {name: part_of(info) for name, info in model.model_fields.items()}
    return {name: part for name, part in held.items() if part}


@cache
def wanted_of(model: type[BaseModel]) -> tuple[Wanted, ...]:
    return tuple(
        Wanted(name, info, bool(extra(info, "required")))
        for name, info in model.model_fields.items()
        if extra(info, "required") or extra(info, "advised")
    )


@cache
def rules_of(model: type[BaseModel]) -> tuple[tuple[Rule, frozenset[str]], ...]:
    """Each rule between fields with the fields that it needs; a Part has no rules."""
    rules = getattr(model, "all_rules", tuple)()
    return tuple((rule, frozenset(rule.needs)) for rule in rules)

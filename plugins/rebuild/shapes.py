"""How values of a class are taken apart and made again: tuples, dataclasses, pydantic models."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from pydantic import BaseModel

set_field = object.__setattr__


class Shape(NamedTuple):
    """`make` takes what `take` gave. It runs neither `__init__` nor a validator."""

    take: Callable[[Any], tuple]
    make: Callable[[tuple], Any]


def shape_of(kind: type) -> Shape | None:
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return Shape(tuple, kind._make)
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind)
    if issubclass(kind, BaseModel):
        return _model(kind)
    return None


def _dataclass(kind: type) -> Shape:
    names = tuple(field.name for field in dataclasses.fields(kind))

    fetch = attrgetter(*names) if len(names) > 1 else None

    def take(value: Any) -> tuple:
        return fetch(value) if fetch else tuple([getattr(value, name) for name in names])

    def make(parts: tuple) -> Any:
        value = kind.__new__(kind)
        for name, part in zip(names, parts, strict=True):
            set_field(value, name, part)
        return value

    def make_at_once(parts: tuple) -> Any:
        value = kind.__new__(kind)
        set_field(value, "__dict__", dict(zip(names, parts, strict=True)))
        return value

    return Shape(take, make if hasattr(kind, "__slots__") else make_at_once)


def _model(kind: type[BaseModel]) -> Shape:
    """A model is kept by those fields that were given, the first part saying which these are."""
    fields = kind.model_fields
    bits = {name: 1 << number for number, name in enumerate(fields)}
    defaults = {name: info.default for name, info in fields.items()}
    # Each model has a list of its own where its field begins as one.
    own = tuple(name for name, default in defaults.items() if isinstance(default, list | dict))

    @lru_cache(maxsize=1024)
    def given(held: int) -> tuple[str, ...]:
        return tuple(name for name, bit in bits.items() if held & bit)

    def take(value: BaseModel) -> tuple:
        held = sum([bits[name] for name in value.__pydantic_fields_set__])
        values = value.__dict__
        return (held, *[values[name] for name in given(held) + own])

    def make(parts: tuple) -> BaseModel:
        names = given(parts[0])
        value = kind.__new__(kind)
        values = defaults | dict(zip(names + own, parts[1:], strict=True))
        set_field(value, "__dict__", values)
        set_field(value, "__pydantic_fields_set__", set(names))
        set_field(value, "__pydantic_extra__", None)
        set_field(value, "__pydantic_private__", None)
        return value

    return Shape(take, make)

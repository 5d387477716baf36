"""Values of our own classes to bytes and back.

What comes back from disk may have been put there by somebody else: only the program's own classes
and a few plain ones are ever made from it. They are made as they were, field by field: nothing is
computed or validated again, and no code of theirs is run.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from functools import lru_cache
from importlib import import_module
from typing import Any, NamedTuple

from plugins.rebuild.bodies import Damaged
from plugins.rebuild.shapes import shape_of

OURS = "plugins."
ATOMS = frozenset({str, int, float, bool, bytes, type(None)})
# How many values there are in what stands for them: one alone, or all that a tuple or a list holds.
ONE, TUPLE, LIST = range(3)
CONTAINERS = {tuple: TUPLE, list: LIST}
# The first version that has floats writes the same value always in the same bytes; later ones save
# space by what else refers to it, and fingerprints are taken of the bytes.
VERSION = 2


def pack(value: Any) -> bytes:
    """Raises TypeError for a value of a class that can't be kept."""
    return marshal.dumps(_flat(value), VERSION)


def unpack(data: bytes) -> Any:
    """Raises Damaged."""
    try:
        return _made(marshal.loads(data))
    except Damaged:
        raise
    except Exception as error:
        # Whatever a foreign file makes of it: it is foreign.
        raise Damaged(str(error)) from error


def _flat(value: Any) -> Any:
    """`value` itself where it is made of atoms alone, else a tuple that begins with `...`.

    Behind that stand the name of a class, how many values of it there are, and the parts of each.
    Where a container holds values of several classes, there is no name.
    """
    kind = type(value)
    if kind in ATOMS:
        return value
    if kind in CONTAINERS:
        kinds = set(map(type, value))
        if kinds <= ATOMS:
            return value
        if len(kinds) > 1 or kinds & CONTAINERS.keys():
            items = [item if type(item) in ATOMS else _flat(item) for item in value]
            return (..., "", CONTAINERS[kind], items)
        [only] = kinds
        form = FORMS.get(only) or _form_of(only)
        return (..., form.name, CONTAINERS[kind], [_flat(form.take(item)) for item in value])
    form = FORMS.get(kind) or _form_of(kind)
    return (..., form.name, ONE, _flat(form.take(value)))


def _made(value: Any) -> Any:
    if type(value) is not tuple or not value or value[0] is not ...:
        return value
    _, name, many, parts = value
    if name == "":
        made = [_made(part) if type(part) is tuple else part for part in parts]
        return tuple(made) if many == TUPLE else made
    make = (FORMS_NAMED.get(name) or _form_named(name)).make
    if many == ONE:
        return make(_made(parts))
    made = [make(_made(each)) for each in parts]
    return tuple(made) if many == TUPLE else made


class Form(NamedTuple):
    """How values of a class are kept: the tuple that they are taken apart to, and made from."""

    name: str
    take: Callable[[Any], tuple]
    make: Callable[[tuple], Any]


def _moment(value: datetime) -> tuple:
    zone = value.tzinfo
    there = (zone.utcoffset(None).total_seconds(), zone.tzname(None)) if zone else ()
    day = (value.year, value.month, value.day)
    return (*day, value.hour, value.minute, value.second, value.microsecond, *there)


def _moment_of(parts: tuple) -> datetime:
    return datetime(*parts[:7], _zone(*parts[7:]) if parts[7:] else None)


@lru_cache(maxsize=8)
def _zone(offset: float, name: str) -> timezone:
    return timezone(timedelta(seconds=offset), name)


def _dict(keys: tuple, values: tuple) -> dict:
    return dict(zip(keys, values, strict=True))


FORMS: dict[type, Form] = {
    date: Form("date", lambda day: (day.toordinal(),), lambda parts: date.fromordinal(*parts)),
    datetime: Form("moment", _moment, _moment_of),
    Decimal: Form("decimal", lambda number: (str(number),), lambda parts: Decimal(*parts)),
    # In one order, whatever the order of this run.
    frozenset: Form("frozenset", lambda held: tuple(sorted(held)), frozenset),
    dict: Form(
        "dict", lambda held: (tuple(held), tuple(held.values())), lambda parts: _dict(*parts)
    ),
}
FORMS_NAMED: dict[str, Form] = {form.name: form for form in FORMS.values()}


def _form_of(kind: type) -> Form:
    name = f"{kind.__module__}.{kind.__qualname__}"
    shape = shape_of(kind) if name.startswith(OURS) else None
    if shape is None:
        raise TypeError(f"{name} can't be kept")
    FORMS[kind] = FORMS_NAMED[name] = Form(name, shape.take, shape.make)
    return FORMS[kind]


def _form_named(name: Any) -> Form:
    """Of a class of ours, none of whose values was kept or fetched before."""
    if isinstance(name, str) and name.startswith(OURS):
        module, _, own = name.rpartition(".")
        found = getattr(import_module(module), own, None)
        if isinstance(found, type) and f"{found.__module__}.{found.__qualname__}" == name:
            return FORMS.get(found) or _form_of(found)
    raise Damaged(str(name))

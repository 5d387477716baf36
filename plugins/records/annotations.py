"""What a field's type says of it: its marks, its choices, whether it is a list, its parts."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from typing import Any, Literal

from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from plugins.records.kinds import Part
from plugins.records.values import Described, Text, split_words

# An example of "a line of text" would mislead: a telephone number is no 市容环卫科.
PLAIN = next(mark for mark in Text.__metadata__ if isinstance(mark, Described))


def marks(info: FieldInfo, mark: type) -> Iterator[Any]:
    """What `Annotated` says of a field, its own marks before those of its items."""
    yield from (found for found in info.metadata if isinstance(found, mark))
    yield from (found for found in _types(info.annotation) if isinstance(found, mark))


def choices(info: FieldInfo) -> tuple[str, ...]:
    literals = (held for held in _types(info.annotation) if typing.get_origin(held) is Literal)
    return typing.get_args(next(literals, None))


def is_list(info: FieldInfo) -> bool:
    return typing.get_origin(info.annotation) is list


def in_one_line(info: FieldInfo) -> bool:
    """Whether a list may be written in one line, its items parted by 、."""
    return any(mark.func is split_words for mark in marks(info, BeforeValidator))


def part_of(info: FieldInfo) -> type[Part] | None:
    """The Part a field holds, one or a list of them, or None."""
    held = (kind for kind in _types(info.annotation) if isinstance(kind, type))
    return next((kind for kind in held if issubclass(kind, Part)), None)


def example(info: FieldInfo) -> str | None:
    """An example worth showing to an editor, on one line."""
    described = next(marks(info, Described), None)
    if described in (None, PLAIN) or "\n" in described.example:
        return None
    return described.example


def _types(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in typing.get_args(annotation):
        yield from _types(inner)

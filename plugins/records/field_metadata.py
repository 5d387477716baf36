"""What the annotation of a field says: its metadata, choices, whether it is a list, its parts."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from plugins.records.kinds import Part
from plugins.records.values import Choice, Described, Text, split_words

Metadata = TypeVar("Metadata")

# The example of Text would mislead in most fields: a telephone number is no 市容环卫科.
TEXT_DESCRIPTION = next(item for item in typing.get_args(Text) if isinstance(item, Described))


def metadata_of(info: FieldInfo, kind: type[Metadata]) -> Iterator[Metadata]:
    """The metadata of this class in `Annotated`, a field's own before those of its items."""
    for item in (*info.metadata, *_types(info.annotation)):
        if isinstance(item, kind):
            yield item


def choices(info: FieldInfo) -> tuple[str, ...]:
    """The allowed values, if the field allows only some."""
    choice = next(metadata_of(info, Choice), None)
    return choice.allowed if choice else ()


def is_flag(info: FieldInfo) -> bool:
    return bool in _types(info.annotation)


def is_list(info: FieldInfo) -> bool:
    return typing.get_origin(info.annotation) is list


def is_inline_list(info: FieldInfo) -> bool:
    """Whether a list may be written on one line, separated by 、."""
    return any(validator.func is split_words for validator in metadata_of(info, BeforeValidator))


def part_type(info: FieldInfo) -> type[Part] | None:
    """The Part that a field contains, once or in a list, or None."""
    for kind in _types(info.annotation):
        if isinstance(kind, type) and issubclass(kind, Part):
            return kind
    return None


def example(info: FieldInfo) -> str | None:
    """An example on one line that helps an editor."""
    described = next(metadata_of(info, Described), None)
    if described is None or described == TEXT_DESCRIPTION or "\n" in described.example:
        return None
    return described.example


def _types(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in typing.get_args(annotation):
        yield from _types(inner)

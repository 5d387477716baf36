"""The documentation of one field of a record, from its type and its annotations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from plugins.records.field_metadata import (
    choices,
    example,
    is_inline_list,
    is_list,
    metadata_of,
    part_type,
)
from plugins.records.fields import extra
from plugins.records.kinds import KINDS, Part
from plugins.records.validate import field_names
from plugins.records.values import Described, RefersTo


@dataclass(frozen=True)
class FieldDocumentation:
    """`spellings` are accepted beside `label` and `name`; `part` has fields of its own."""

    name: str
    label: str
    spellings: tuple[str, ...]
    need: str
    content: str
    help: str
    part: type[Part] | None


def fields_of(
    model: type[BaseModel], without: type[BaseModel] | None = None
) -> list[FieldDocumentation]:
    """The fields of `model` in its order, without those it shares with another model."""
    shared = without.model_fields if without else {}
    return [
        describe(model, name, info)
        for name, info in model.model_fields.items()
        if name not in shared
    ]


def describe(model: type[BaseModel], name: str, info: FieldInfo) -> FieldDocumentation:
    # A spelling may be that of another field, which comes first.
    names = field_names(model)
    spellings = tuple(also for also in extra(info, "also") or () if names[also.lower()] == name)
    return FieldDocumentation(
        name=name,
        label=info.title or "",
        spellings=spellings,
        need=_need(info),
        content="；".join(_content(info)),
        help=info.description or "",
        part=part_type(info),
    )


def _need(info: FieldInfo) -> str:
    if extra(info, "required"):
        return "必填"
    return "建议" if extra(info, "advised") else "可选"


def _content(info: FieldInfo) -> Iterator[str]:
    described = next(metadata_of(info, Described), None)
    refers = next(metadata_of(info, RefersTo), None)
    if choices(info):
        yield f"可填：{'、'.join(choices(info))}"
    elif part_type(info):
        yield "下一级另有各项，见下"
    elif described:
        yield described.words
        if example(info) and not refers:
            yield f"如 `{example(info)}`"
    if refers and refers.kinds:
        yield f"只能是{'、'.join(KINDS[kind].label for kind in refers.kinds)}"
    if is_list(info):
        inline = is_inline_list(info)
        yield "可多项，用“、”隔开写在一行，或每项一行" if inline else "可多项，每项一行"

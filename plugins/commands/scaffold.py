"""The text of a new record: every required and advised field of its kind, each explained."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Literal

import yaml
from pydantic.fields import FieldInfo

from plugins.records.fields import extra
from plugins.records.kinds import Part, RecordModel
from plugins.records.values import Described, Text, split_words

# What is said of any line of text would only mislead: a telephone number is no 市容环卫科.
PLAIN = next(mark for mark in Text.__metadata__ if isinstance(mark, Described))


def scaffold(kind: type[RecordModel], title: str, now: datetime) -> str:
    """Front matter with `title` and the time filled in and the rest left open, then the headings.

    Explanations stand on lines of their own, because the reader takes a `#` behind a value as
    part of the value. An open field is reported like any missing one, so none is forgotten.
    """
    filled = {"title": quoted(title), "published": f"{now:%Y-%m-%d %H:%M}"}
    lines = ["---"]
    for name, info in kind.model_fields.items():
        if name in filled:
            lines.append(f"{info.title}: {filled[name]}")
        elif extra(info, "required") or extra(info, "advised"):
            lines += [f"# {explained(info)}", *_open(info)]
    lines += ["---", ""]
    for heading in kind.sections:
        lines += [f"## {heading}", ""]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """`text` as one YAML value, in quotes only where YAML would read something else."""
    written = yaml.safe_dump(text, allow_unicode=True, width=float("inf"))
    return written.removesuffix("...\n").strip()


def explained(info: FieldInfo) -> str:
    """Whether a field is needed, what it holds, what may be written and an example."""
    parts = ["必填" if extra(info, "required") else "建议填写"]
    described = next((mark for mark in _marks(info, Described) if mark != PLAIN), None)
    options = _options(info.annotation)
    if _is_list(info):
        parts.append("可多项，写在一行，用“、”隔开" if _in_one_line(info) else "可多项，每项一行")
    if options:
        parts.append(f"可填：{'、'.join(options)}")
    elif described:
        parts.append(described.words)
    if info.description:
        parts.append(info.description)
    if described and not options and "\n" not in described.example:
        parts.append(f"如 {described.example}")
    return "。".join(parts)


def _open(info: FieldInfo) -> list[str]:
    """The lines of a field still to be filled in, those of its required parts below it."""
    part = next((held for held in _types(info.annotation) if _is_part(held)), None)
    parts = part.model_fields.values() if part else ()
    labels = [f"{inner.title}:" for inner in parts if extra(inner, "required")]
    if _is_list(info) and not _in_one_line(info):
        first, *others = labels or [""]
        return [f"{info.title}:", f"  - {first}".rstrip(), *(f"    {label}" for label in others)]
    return [f"{info.title}:", *(f"  {label}" for label in labels)]


def _types(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in typing.get_args(annotation):
        yield from _types(inner)


def _marks(info: FieldInfo, mark: type) -> Iterator[Any]:
    """What `Annotated` says of a field, the field's own marks before those of its items."""
    yield from (found for found in info.metadata if isinstance(found, mark))
    yield from (found for found in _types(info.annotation) if isinstance(found, mark))


def _options(annotation: Any) -> tuple[str, ...]:
    literals = (held for held in _types(annotation) if typing.get_origin(held) is Literal)
    return typing.get_args(next(literals, None))


def _is_list(info: FieldInfo) -> bool:
    return typing.get_origin(info.annotation) is list


def _in_one_line(info: FieldInfo) -> bool:
    return any(getattr(mark, "func", None) is split_words for mark in info.metadata)


def _is_part(candidate: Any) -> bool:
    return isinstance(candidate, type) and issubclass(candidate, Part)

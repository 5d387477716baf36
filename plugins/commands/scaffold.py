"""The text of a new record: every required and advised field of its kind, each explained."""

from __future__ import annotations

from datetime import datetime

import yaml
from pydantic.fields import FieldInfo

from plugins.records.field_metadata import (
    TEXT_DESCRIPTION,
    choices,
    example,
    is_inline_list,
    is_list,
    metadata_of,
    part_type,
)
from plugins.records.fields import extra
from plugins.records.kinds import RecordModel
from plugins.records.values import Described


def scaffold(kind: type[RecordModel], title: str, now: datetime) -> str:
    """Front matter with `title` and the time filled in and the rest empty, then the headings.

    Explanations have lines of their own, because a `#` behind a value is part of the value. An
    empty field is reported like any missing one.
    """
    filled = {"title": quoted(title), "published": f"{now:%Y-%m-%d %H:%M}"}
    lines = ["---"]
    for name, info in kind.model_fields.items():
        if name in filled:
            lines.append(f"{info.title}: {filled[name]}")
        elif extra(info, "required") or extra(info, "advised"):
            lines += [f"# {explained(info)}", *_empty_lines(info)]
    lines += ["---", ""]
    for heading in kind.sections:
        lines += [f"## {heading}", ""]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """`text` as one YAML value, in quotes only where YAML would read something else."""
    written = yaml.safe_dump(text, allow_unicode=True, width=float("inf"))
    return written.removesuffix("...\n").strip()


def explained(info: FieldInfo) -> str:
    """Whether a field is required, what it contains, which values are allowed, and an example."""
    parts = ["必填" if extra(info, "required") else "建议填写"]
    described = next(
        (mark for mark in metadata_of(info, Described) if mark != TEXT_DESCRIPTION), None
    )
    options = choices(info)
    if is_list(info):
        parts.append("可多项，写在一行，用“、”隔开" if is_inline_list(info) else "可多项，每项一行")
    if options:
        parts.append(f"可填：{'、'.join(options)}")
    elif described:
        parts.append(described.words)
    if info.description:
        parts.append(info.description)
    if example(info) and not options:
        parts.append(f"如 {example(info)}")
    return "。".join(parts)


def _empty_lines(info: FieldInfo) -> list[str]:
    """The lines of a field to be filled in, with those of its required parts below it."""
    part = part_type(info)
    parts = part.model_fields.values() if part else ()
    labels = [f"{inner.title}:" for inner in parts if extra(inner, "required")]
    if is_list(info) and not is_inline_list(info):
        first, *others = labels or [""]
        return [f"{info.title}:", f"  - {first}".rstrip(), *(f"    {label}" for label in others)]
    return [f"{info.title}:", *(f"  {label}" for label in labels)]

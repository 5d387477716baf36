"""Snippets for VS Code: the fields of front matter while an editor types, without an extension.

The schemas serve YAML files; extensions that read them in the front matter of Markdown need Node.
Snippets work in Markdown out of the box: https://code.visualstudio.com/docs/editing/userdefinedsnippets.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from pydantic.fields import FieldInfo

from plugins.manual.described import describe
from plugins.records.field_metadata import choices, example, is_inline_list, is_list, part_type
from plugins.records.fields import extra
from plugins.records.kinds import KINDS, RecordModel

SPECIAL = re.compile(r"([\\$}|,])")
# What a snippet with choices offers for a flag.
FLAG = ("是", "否")
# When the snippet is used: most records are published soon after they were begun.
PUBLISHED = RecordModel.model_fields["published"].title
NOW = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE $CURRENT_HOUR:$CURRENT_MINUTE"


def snippets() -> str:
    """A head for each kind, and a line for each field of any kind."""
    made = {f"稿头：{kind.label}": _head(kind) for kind in KINDS.values()}
    kinds: list[type[RecordModel]] = [RecordModel, *KINDS.values()]
    for kind in kinds:
        for name, info in kind.model_fields.items():
            made.setdefault(f"字段：{info.title}", _line(kind, name, info))
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _head(kind: type[RecordModel]) -> dict[str, object]:
    wanted = [
        info
        for info in kind.model_fields.values()
        if extra(info, "required") or extra(info, "advised")
    ]
    stops = _Stops()
    lines = ["---", *(line for info in wanted for line in _written(info, stops)), "---", ""]
    lines += [line for heading in kind.sections for line in (f"## {heading}", "", "")]
    return {
        "scope": "markdown",
        "prefix": [f"稿头 {kind.label}", f"head {kind.kind}"],
        "description": f"{kind.label}必填和建议的各项",
        "body": [*lines, "$0"],
    }


def _line(kind: type[RecordModel], name: str, info: FieldInfo) -> dict[str, object]:
    told = describe(kind, name, info)
    return {
        "scope": "markdown",
        "prefix": [told.label, *told.spellings],
        "description": "。".join(part for part in (told.need, told.content, told.help) if part),
        "body": list(_written(info, _Stops())),
    }


class _Stops:
    """The places of a snippet that are filled in one after the other."""

    def __init__(self) -> None:
        self._last = 0

    def next(self, info: FieldInfo) -> str:
        self._last += 1
        options = choices(info) or (FLAG if example(info) == FLAG[0] else ())
        if info.title == PUBLISHED:
            return f"${{{self._last}:{NOW}}}"
        if options:
            return f"${{{self._last}|{','.join(map(_escaped, options))}|}}"
        return f"${self._last}"


def _written(info: FieldInfo, stops: _Stops) -> Iterator[str]:
    """The lines of a field, with those of its required parts below it."""
    part = part_type(info)
    inner = list(part.model_fields.values()) if part else []
    wanted = [each for each in inner if extra(each, "required")] or inner[:1]
    several = is_list(info) and not is_inline_list(info)
    if not wanted:
        if several:
            yield f"{info.title}:"
            yield f"  - {stops.next(info)}"
        else:
            yield f"{info.title}: {stops.next(info)}"
        return
    yield f"{info.title}:"
    for number, each in enumerate(wanted):
        lead = ("  - " if number == 0 else "    ") if several else "  "
        yield f"{lead}{each.title}: {stops.next(each)}"


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)

"""The repairs, each a pure function from the text of a record to the text as it should be written.

They see the text with `\\n` line ends. What they do is what reading does already, and says in the
findings encoding-bom, character-repair, front-matter-repair, tab and value-repair.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel, TypeAdapter, ValidationError

from plugins.records.field_metadata import metadata_of
from plugins.records.foreign_keys import simplified
from plugins.records.frontmatter import FENCE, FENCE_LIKE
from plugins.records.kinds import RecordModel
from plugins.records.schema import field_names
from plugins.records.values import Day, Described, Moment
from plugins.source import repaired_lines, without_lookalikes

BOM = "\ufeff"
# A key at the left margin and a value without quotes.
LINE = re.compile(r"(?P<key>[^\s:#'\"-][^:]*):(?P<gap> +)(?P<value>[^\s'\"|>\[{#].*)?$")
KEY = re.compile(r"(?P<key>[^\s:#'\"-][^:]*)(?P<rest>:(?: .*)?)$")
# A date alone, or a date and a time: what is written without a time is for its editor to complete.
WRITTEN_DAY = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?")
WRITTEN_MOMENT = re.compile(WRITTEN_DAY.pattern + r"[ T　]*[0-2]?\d[:：时][0-5]?\d分?")


class Step(NamedTuple):
    """`words` say to an editor what it does."""

    words: str
    apply: Callable[[str, type[BaseModel]], str]


class Form(NamedTuple):
    """A type of value, as it may be written without doubt, and as it should be."""

    type: Any
    written: re.Pattern[str]
    form: str


FORMS = {
    "date": Form(Day, WRITTEN_DAY, "%Y-%m-%d"),
    "datetime": Form(Moment, WRITTEN_MOMENT, "%Y-%m-%d %H:%M"),
}


def _bom(text: str, _model: type[BaseModel]) -> str:
    return text.removeprefix(BOM)


def _characters(text: str, _model: type[BaseModel]) -> str:
    return without_lookalikes(text)


def _fences(text: str, _model: type[BaseModel]) -> str:
    lines = text.split("\n")
    for index in _fence_lines(lines):
        if not FENCE.match(lines[index]):
            lines[index] = "---"
    return "\n".join(lines)


def _head_lines(text: str, _model: type[BaseModel]) -> str:
    return _in_head(text, repaired_lines)


def _keys(text: str, model: type[BaseModel]) -> str:
    """Labels in place of other spellings; a head wholly in English is as good and stays.

    Other names of a field of one kind may say more than its label, as 处理日期 of a case without a
    penalty (处罚决定日期) does: of these only traditional characters are mended.
    """
    names = field_names(model)

    def renamed(lines: list[str]) -> list[str]:
        found = [KEY.match(line) for line in lines]
        if all(match["key"].isascii() for match in found if match):
            return lines
        return [
            _renamed(line, match, names, model) for line, match in zip(lines, found, strict=True)
        ]

    return _in_head(text, renamed)


def _renamed(
    line: str, match: re.Match[str] | None, names: dict[str, str], model: type[BaseModel]
) -> str:
    if match is None:
        return line
    key = match["key"].strip()
    name = names.get(key.lower()) or names.get(simplified(key).lower())
    if name is None:
        return line
    label = model.model_fields[name].title if name in RecordModel.model_fields else simplified(key)
    return line if label == key else f"{label}{match['rest']}"


def _dates(text: str, model: type[BaseModel]) -> str:
    names = field_names(model)

    def dated(line: str) -> str:
        match = LINE.match(line)
        name = names.get(match["key"].strip().lower()) if match and match["value"] else None
        if match is None or name is None:
            return line
        described = next(metadata_of(model.model_fields[name], Described), None)
        known = FORMS.get(described.schema if described else "")
        value = match["value"].strip()
        if known is None or not known.written.fullmatch(value):
            return line
        try:
            read = TypeAdapter(known.type).validate_python(value, context=[])
        except ValidationError:
            return line
        right = format(read, known.form)
        return line if right == value else f"{match['key']}: {right}"

    return _in_head(text, lambda lines: [dated(line) for line in lines])


def _in_head(text: str, change: Callable[[list[str]], list[str]]) -> str:
    lines = text.split("\n")
    fences = [*_fence_lines(lines)]
    if len(fences) == 2:
        start, end = fences
        lines[start + 1 : end] = change(lines[start + 1 : end])
    return "\n".join(lines)


def _fence_lines(lines: list[str]) -> Iterator[int]:
    """The lines around the head; none where it does not begin with one."""
    start = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if FENCE_LIKE.match(lines[start]):
        yield start
        yield from [i for i in range(start + 1, len(lines)) if FENCE_LIKE.match(lines[i])][:1]


# In the order in which reading does it: a later one sees what the earlier ones mended.
STEPS = (
    Step("去掉文件开头的 BOM 标记", _bom),
    Step("形似汉字的符号换成汉字，去掉看不见的字符", _characters),
    Step("稿头的分隔线写成 ---", _fences),
    Step("稿头的冒号、空格、缩进和引号写规范", _head_lines),
    Step("字段名写成字段手册里的名称", _keys),
    Step("日期写规范", _dates),
)

"""bureau.yml and every _column.yml, read with findings instead of exceptions."""

from __future__ import annotations

import re
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from plugins.bureau.languages import FOLDERS
from plugins.bureau.model import Bureau, ColumnFacts
from plugins.bureau.traits import ColumnTraits, HasTraits
from plugins.findings import Finding, Severity, nearest
from plugins.source import LocatedData, UnreadableFileError, decode, read_yaml

BUREAU_FILE = "bureau.yml"
COLUMN_FILE = "_column.yml"
# The office's own list of words; `plugins/wording/office_list.py` reads it.
WORDS_FILE = "words.csv"

Model = TypeVar("Model", bound=BaseModel)
# The keys and indexes that lead to a value, as pydantic names them.
Location = tuple[str | int, ...]

# The message for each type of error of pydantic.
MESSAGES = {
    "missing": "缺少这一项",
    "string_pattern_mismatch": "格式不对",
    "int_parsing": "应是整数",
    "literal_error": "不在可选值之内",
    "list_type": "应是一个列表，每项另起一行，以“- ”开头",
    "string_type": "应是一行文字",
    "too_short": "至少要有一项",
    "model_type": "应写成下一级的“键: 内容”",
    "model_attributes_type": "应写成下一级的“键: 内容”",
    "greater_than_equal": "数字太小",
    "less_than_equal": "数字太大",
}
# A column's name is part of many addresses, and of the names of its feeds and data files.
FOLDER = re.compile(r"[\w-]{1,60}")


@dataclass(frozen=True)
class Column:
    """A folder of records. `code` is the folder's name and the first part of its addresses.

    `traits` are those of its kind.
    """

    code: str
    facts: ColumnFacts
    traits: ColumnTraits

    @property
    def name(self) -> str:
        return self.facts.name

    @property
    def kind(self) -> str:
        return self.facts.kind

    @property
    def path(self) -> str:
        return f"{self.code}/{COLUMN_FILE}"

    @property
    def address(self) -> str:
        return f"{self.code}/index.html"

    @property
    def data_path(self) -> str:
        """The data file of a column that holds one instead of records."""
        return f"{self.code}/{self.facts.data or 'items.yml'}"


def load_bureau(content: Path) -> tuple[Bureau | None, list[Finding]]:
    return _load(content, BUREAU_FILE, Bureau)


def load_columns(
    content: Path, bureau: Bureau, kinds: Mapping[str, HasTraits]
) -> tuple[list[Column], list[Finding]]:
    """The columns in the order of the navigation. One that can't be read is left out.

    `kinds` are what a column may be of, by name.
    """
    columns: list[Column] = []
    findings: list[Finding] = []
    groups = [group.code for group in bureau.groups]
    for file in sorted(content.glob(f"*/{COLUMN_FILE}")):
        path = file.relative_to(content).as_posix()
        code = file.parent.name
        if not FOLDER.fullmatch(code):
            message = f"栏目文件夹名“{code}”不能用作网址"
            hint = "只用小写字母、数字和连字符，不超过 60 个，如 news"
            findings.append(Finding("column", Severity.ERROR, path, message, hint))
            continue
        if code in FOLDERS:
            message = f"栏目文件夹不能叫“{code}”：繁体版和英文页面在这个网址"
            hint = "换一个文件夹名，如 english-news"
            findings.append(Finding("column", Severity.ERROR, path, message, hint))
            continue
        facts, problems = _load(content, path, ColumnFacts)
        findings += problems
        if facts is None:
            continue
        choices = [("kind", facts.kind, sorted(kinds)), ("group", facts.group, groups)]
        problems = [
            _not_a_choice(path, key, value, allowed)
            for key, value, allowed in choices
            if value not in allowed
        ]
        findings += problems
        if not problems:
            columns.append(Column(file.parent.name, facts, kinds[facts.kind].traits()))
    columns.sort(key=lambda column: (groups.index(column.facts.group), column.facts.order))
    return columns, findings


def _not_a_choice(path: str, key: str, value: str, allowed: list[str]) -> Finding:
    close = nearest(value, allowed)
    hint = f"{f'是不是“{close}”？' if close else ''}可填：{'、'.join(allowed)}"
    label = ColumnFacts.model_fields[key].title
    return Finding("column", Severity.ERROR, path, f"{label}“{value}”不在可选值之内", hint)


def _load(content: Path, path: str, model: type[Model]) -> tuple[Model | None, list[Finding]]:
    file = content / path
    if not file.is_file():
        message = f"没有找到 {path}"
        return None, [Finding("bureau", Severity.ERROR, path, message, "参照示例站点建立这个文件")]
    try:
        text, findings = decode(file.read_bytes(), path)
        located, repairs = read_yaml(text.split("\n"), path)
    except UnreadableFileError as error:
        return None, error.findings
    findings += repairs
    try:
        return model.model_validate(_without_blanks(located.data)), findings
    except ValidationError as error:
        findings += [_finding(path, located, model, details) for details in error.errors()]
        return None, findings


def _without_blanks(data: object) -> object:
    """A key with nothing after it counts as not written."""
    if isinstance(data, dict):
        return {key: _without_blanks(value) for key, value in data.items() if value != ""}
    if isinstance(data, list):
        return [_without_blanks(item) for item in data]
    return data


def _finding(
    path: str, located: LocatedData, model: type[BaseModel], details: ErrorDetails
) -> Finding:
    location = details["loc"]
    name = ".".join(str(step) for step in location)
    position = located.keys.get(location) or located.at(*location)
    if details["type"] == "extra_forbidden":
        known = _keys_at(model, location[:-1])
        close = nearest(str(location[-1]), known)
        hint = f"是不是“{close}”？" if close else f"可用：{'、'.join(known)}"
        return Finding("key-unknown", Severity.ERROR, path, f"没有“{name}”这一项", hint, *position)
    message = MESSAGES.get(details["type"], details["msg"].removeprefix("Value error, "))
    label = _label(model, location)
    shown = f"{name}（{label}）" if label else name
    value = details.get("input")
    written = f"，现在是“{value}”" if isinstance(value, str) else ""
    hint = "参照文档《网站配置》填写这一项"
    return Finding("bureau", Severity.ERROR, path, f"{shown}：{message}{written}", hint, *position)


def _model_at(model: type[BaseModel], location: Location) -> type[BaseModel] | None:
    """The model that holds the keys below `location`."""
    current: type[BaseModel] | None = model
    for step in location:
        if isinstance(step, int):
            continue
        info = _field(current, step) if current else None
        types = (info.annotation, *typing.get_args(info.annotation)) if info else ()
        models = (t for t in types if isinstance(t, type) and issubclass(t, BaseModel))
        current = next(models, None)
    return current


def _field(model: type[BaseModel], key: str) -> FieldInfo | None:
    return next(
        (info for name, info in model.model_fields.items() if key in (name, info.alias)),
        None,
    )


def _label(model: type[BaseModel], location: Location) -> str:
    keys = [step for step in location if isinstance(step, str)]
    owner = _model_at(model, tuple(keys[:-1])) if keys else None
    info = _field(owner, keys[-1]) if owner else None
    return info.title or "" if info else ""


def _keys_at(model: type[BaseModel], location: Location) -> list[str]:
    owner = _model_at(model, location)
    return [info.alias or name for name, info in owner.model_fields.items()] if owner else []

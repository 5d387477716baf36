"""Front matter into a model, with all findings at once, in the words that the editor used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from plugins.findings import Finding, Severity, has_errors, nearest
from plugins.records.field_metadata import example, part_type
from plugins.records.fields import Problem
from plugins.records.foreign_keys import (
    advice,
    is_foreign_status,
    other_kind,
    simplified,
    words_for_traditional,
)
from plugins.records.kinds import Part, RecordModel
from plugins.records.money import read_amount
from plugins.records.schema import (
    amounts_in,
    expected_fields,
    field_names,
    optional_fields,
    parts_of,
    rules_of,
)
from plugins.source import LocatedData

__all__ = ["field_names", "validate"]

Model = TypeVar("Model", bound=BaseModel)
# What people write where there is nothing to write.
KEY_WITH_UNIT = re.compile(r"(?P<label>[^（()）]+)[（(](?P<unit>[万亿]元)[）)]")
NOTHING = frozenset(
    {
        "无",
        "没有",
        "暂无",
        "否",
        "不涉及",
        "不适用",
        "/",
        "-",
        "—",
        "——",
        "n/a",
        "none",
        "null",
        "nil",
    }
)
# The keys and indexes that lead to a value: by the names of fields, or as written in the file.
Path = tuple[str | int, ...]


def validate(
    model: type[Model], located: LocatedData, path: str, now: int | None = None
) -> tuple[Model, list[Finding]]:
    """The model with all valid values, and all findings; at `now`, also on what is true no more.

    With an error among the findings the model may lack required fields. It can then be used for
    further checks, but not for the site.
    """
    return _Validation(model, located, path).run(now)


class _Validation(Generic[Model]):
    def __init__(self, model: type[Model], located: LocatedData, path: str) -> None:
        self.model, self.located, self.path = model, located, path
        self.findings: list[Finding] = []
        # By the path of a value in the model its path in the file, of values and of empty fields.
        self.written: dict[Path, Path] = {}
        self.empty: dict[Path, Path] = {}
        # Fields whose Part lacks a required field: rules that need the Part are not checked.
        self.incomplete: set[str] = set()
        # Keys in traditional characters, which are read as the simplified ones.
        self.traditional: list[Path] = []
        # Keys of another kind, which one finding names together.
        self.of_other_kind: set[Path] = set()

    def run(self, now: int | None) -> tuple[Model, list[Finding]]:
        in_wrong_column = self._report_other_kind()
        values = self._rename_keys(self.model, self.located.data, (), ())
        self._report_traditional()
        if not in_wrong_column:
            self._report_missing(self.model, values, ())
        model, failed = self._create(values)
        valid = vars(model)
        if failed:
            valid = {name: value for name, value in valid.items() if name not in failed}
        present = {name for name, value in valid.items() if value is not None} - self.incomplete
        for rule, needs in rules_of(self.model):
            if needs <= present:
                self._add_all(rule.name, rule.check(valid))
        if now is not None and isinstance(model, RecordModel) and not has_errors(self.findings):
            self._add_all("outdated", model.outdated(now))
            self._add_all("far-ahead", model.far_ahead(now))
        return model, self.findings

    def _rename_keys(
        self, model: type[BaseModel], data: Mapping[str, Any], written: Path, path: Path
    ) -> dict[str, Any]:
        """The data by field names, without empty values; unknown keys are reported."""
        names, parts = field_names(model), parts_of(model)
        renamed: dict[str, Any] = {}
        for key, value in data.items():
            at = (*written, key)
            name = None if is_foreign_status(key, value) else self._name_of(key, names, at)
            if name is None and (unit := KEY_WITH_UNIT.fullmatch(key)):
                named = names.get(unit["label"])
                if named in amounts_in(model):
                    name, value = named, self._with_unit(value, unit, at)
            if name is None:
                if at not in self.of_other_kind:
                    self._report_unknown(key, value, names, model, at)
                continue
            if name in renamed:
                other = self.written[(*path, name)][-1]
                message = f"“{key}”与“{other}”是同一项"
                self._add("key-repeated", message, "只保留一处", at, key=True)
                continue
            inner = (*path, name)
            if self._says_nothing(model, name, value):
                message = f"“{key}”写的是“{value.strip()}”，已按没有填写处理"
                self._add("value-repair", message, "没有就删去这一行", at, Severity.WARNING)
                value = ""
            if not value:
                self.empty[inner] = at
                continue
            self.written[inner] = at
            if name in parts:
                value = self._rename_part_keys(parts[name], value, at, inner)
            renamed[name] = value
        return renamed

    def _with_unit(self, value: Any, unit: re.Match[str], at: Path) -> Any:
        """An amount whose unit stands in its key, as amount with its unit."""
        amount = read_amount(f"{value}{unit['unit']}") or read_amount(str(value))
        if amount is None:
            return value
        label, shown = unit["label"], format(amount.normalize(), "f")
        message = f"“{unit[0]}: {value}”已读作 {shown} 元"
        self._add("value-repair", message, f"写成 {label}: {shown}", at, Severity.WARNING)
        return shown

    def _says_nothing(self, model: type[BaseModel], name: str, value: Any) -> bool:
        is_word = isinstance(value, str) and value.strip().lower() in NOTHING
        return is_word and name in optional_fields(model)

    def _name_of(self, key: str, names: Mapping[str, str], at: Path) -> str | None:
        """The field that a key means."""
        name = names.get(key) or names.get(key.strip().lower())
        if name is None and (name := names.get(simplified(key).strip().lower())):
            self.traditional.append(at)
        return name

    def _rename_part_keys(self, part: type[Part], value: Any, written: Path, path: Path) -> Any:
        """One mapping or a list of them. A text instead of a mapping is its first field."""
        if isinstance(value, list):
            return [
                self._rename_part_keys(part, item, (*written, index), (*path, index))
                for index, item in enumerate(value)
            ]
        if isinstance(value, str):
            value = {next(iter(part.model_fields.values())).title: value}
        self.written[path] = written
        renamed = self._rename_keys(part, value, written, path)
        self._report_missing(part, renamed, path)
        return renamed

    def _report_other_kind(self) -> bool:
        """Whether the record has the fields of another kind; all of them are one finding."""
        if not issubclass(self.model, RecordModel):
            return False
        names = field_names(self.model)
        unknown = [
            key
            for key, value in self.located.data.items()
            if simplified(key).strip().lower() not in names and not advice(key, value)
        ]
        found = other_kind(unknown, self.model)
        if found is None:
            return False
        self.of_other_kind = {(key,) for key in found.keys}
        self._add("wrong-column", *found.words(self.model.label), (found.keys[0],), key=True)
        return True

    def _report_traditional(self) -> None:
        if not self.traditional:
            return
        message, hint = words_for_traditional([str(at[-1]) for at in self.traditional])
        at = self.traditional[0]
        self._add("front-matter-repair", message, hint, at, Severity.WARNING, key=True)

    def _report_unknown(
        self, key: str, value: Any, names: Mapping[str, str], model: type[BaseModel], at: Path
    ) -> None:
        if hint := advice(key, value):
            self._add("key-unknown", f"没有“{key}”这一项", hint, at, key=True)
            return
        labels = [info.title or "" for info in model.model_fields.values()]
        owner = next((i.title for i in model.model_fields.values() if _part_has(i, key)), None)
        if owner:
            hint = f"是不是“{owner}”的下一级？前面加两个空格"
            self._add("key-unknown", f"没有“{key}”这一项", hint, at, key=True)
            return
        close = nearest(key, labels) or nearest(key.lower(), names)
        hint = f"是不是“{close}”？" if close else f"可用：{'、'.join(labels)}"
        self._add("key-unknown", f"没有“{key}”这一项", hint, at, key=True)

    def _report_missing(
        self, model: type[BaseModel], values: Mapping[str, Any], path: Path
    ) -> None:
        for name, info, required in expected_fields(model):
            if name in values:
                continue
            at = self.empty.get((*path, name)) or self.written.get(path, ())
            whose = f"{self._label(path)}：" if path else ""
            if required:
                self.incomplete.update(str(step) for step in path[:1])
                message = f"{whose}缺少“{info.title}”"
                self._add("field-required", message, _hint(info), at)
            else:
                message = f"{whose}没有写“{info.title}”"
                self._add("field-advised", message, _hint(info), at, Severity.WARNING)

    def _create(self, values: dict[str, Any]) -> tuple[Model, set[str]]:
        """The model with all fields that are valid by themselves, and the names of the others."""
        repairs: list[tuple[str, str, str]] = []
        failed: set[str] = set()
        model = None
        try:
            model = self.model.model_validate(values, context=repairs)
        except ValidationError as error:
            for details in error.errors(include_url=False):
                failed.add(str(details["loc"][0]))
                self._report_invalid(details)
        for name, message, hint in dict.fromkeys(repairs):
            if name in failed:
                continue
            at = self.written.get((name,), ())
            label = self._label((name,))
            self._add("value-repair", f"{label}：{message}", hint, at, Severity.WARNING)
        if model is None:
            good = {name: value for name, value in values.items() if name not in failed}
            model = self.model.model_validate(good, context=[])
        return model, failed

    def _report_invalid(self, details: ErrorDetails) -> None:
        path = details["loc"]
        message, hint = details["msg"], (details.get("ctx") or {}).get("hint", "")
        if details["type"] in {"model_type", "dict_type", "model_attributes_type"}:
            message, hint = "应写成下一级的“键: 内容”", "每项另起一行，缩进两格"
        elif details["type"] == "list_type":
            message, hint = "应是一个列表", "每项另起一行，以“- ”开头"
        self._add("value", self._labelled(path, message), hint, self._written_at(path))

    def _add_all(self, rule: str, problems: Iterable[Problem]) -> None:
        for problem in problems:
            message = self._labelled((problem.field,), problem.message)
            at = self.written.get((problem.field,), ())
            self._add(rule, message, problem.hint, at, Severity(problem.severity))

    def _labelled(self, path: Path, message: str) -> str:
        """The message with the field's label before it, unless it contains the label."""
        label = self._label(path)
        return message if label in message else f"{label}：{message}"

    def _label(self, path: Path) -> str:
        labels: list[str] = []
        model: type[BaseModel] | None = self.model
        for step in path:
            if isinstance(step, int):
                labels.append(f"第 {step + 1} 项")
            elif model is not None and step in model.model_fields:
                info = model.model_fields[step]
                labels.append(info.title or "")
                model = part_type(info)
        return " ".join(labels)

    def _written_at(self, path: Path) -> Path:
        for end in range(len(path), 0, -1):
            if path[:end] in self.written:
                return (*self.written[path[:end]], *path[end:])
        return ()

    def _add(
        self,
        rule: str,
        message: str,
        hint: str,
        at: Path,
        severity: Severity = Severity.ERROR,
        key: bool = False,
    ) -> None:
        position = self.located.keys.get(at) if key else None
        position = position or self.located.at(*at)
        self.findings.append(Finding(rule, severity, self.path, message, hint, *position))


def _part_has(info: FieldInfo, key: str) -> bool:
    part = part_type(info)
    return part is not None and key.strip().lower() in field_names(part)


def _hint(info: FieldInfo) -> str:
    """What to write: the field's description, else an example of its type."""
    shown = example(info)
    return info.description or (f"如 {info.title}: {shown}" if shown else "填写这一项")

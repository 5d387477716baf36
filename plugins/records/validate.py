"""Front matter into a model: every finding in one pass, in the editor's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from plugins.findings import Finding, Position, Severity, nearest
from plugins.records.annotations import example, part_of
from plugins.records.fields import Rule
from plugins.records.kinds import Part, RecordModel
from plugins.records.shape import names_of, parts_of, rules_of, wanted_of
from plugins.source import Located

__all__ = ["names_of", "validate"]


def validate(
    model: type[RecordModel], located: Located, path: str
) -> tuple[RecordModel, list[Finding]]:
    """The model filled in with every value that is valid, and all findings.

    Where a finding is an error, the model may lack what its kind requires: it serves for further
    checks, not for the site.
    """
    return _Validation(model, located, path).run()


class _Validation:
    def __init__(self, model: type, located: Located, path: str) -> None:
        self.model, self.located, self.path = model, located, path
        self.findings: list[Finding] = []
        # The path of a value in the model → its path in the file; likewise of what stands empty.
        self.written: dict[tuple, tuple] = {}
        self.empty: dict[tuple, tuple] = {}
        # Fields whose Part lacks what it requires: a rule that needs the Part could not read it.
        self.incomplete: set[str] = set()

    def run(self) -> tuple[RecordModel, list[Finding]]:
        values = self._renamed(self.model, self.located.data, (), ())
        self._missing(self.model, values, ())
        model, failed = self._typed(values)
        valid = vars(model)
        if failed:
            valid = {name: value for name, value in valid.items() if name not in failed}
        present = {name for name, value in valid.items() if value is not None} - self.incomplete
        for rule, needs in rules_of(self.model):
            if needs <= present:
                self._apply(rule, valid)
        return model, self.findings

    def _renamed(self, model: type, data: Mapping, written: tuple, path: tuple) -> dict[str, Any]:
        """Chinese or English keys to field names, empty values left out, unknown keys reported."""
        names, parts = names_of(model), parts_of(model)
        renamed: dict[str, Any] = {}
        for key, value in data.items():
            name = names.get(key) or names.get(key.strip().lower())
            at = (*written, key)
            if name is None:
                self._unknown(key, names, model, at)
                continue
            if name in renamed:
                other = self.written[(*path, name)][-1]
                message = f"“{key}”与“{other}”是同一项"
                self._add("key-repeated", message, "只保留一处", at, key=True)
                continue
            inner = (*path, name)
            if not value:
                self.empty[inner] = at
                continue
            self.written[inner] = at
            renamed[name] = self._parts(parts[name], value, at, inner) if name in parts else value
        return renamed

    def _parts(self, part: type[Part], value: Any, written: tuple, path: tuple) -> Any:
        """Nested mappings, one or a list of them; a bare text stands for the first field."""
        if isinstance(value, list):
            return [
                self._parts(part, item, (*written, index), (*path, index))
                for index, item in enumerate(value)
            ]
        if isinstance(value, str):
            value = {next(iter(part.model_fields.values())).title: value}
        self.written[path] = written
        renamed = self._renamed(part, value, written, path)
        self._missing(part, renamed, path)
        return renamed

    def _unknown(self, key: str, names: Mapping[str, str], model: type, at: tuple) -> None:
        labels = [info.title for info in model.model_fields.values()]
        inside = next((i.title for i in model.model_fields.values() if _has_part(i, key)), None)
        if inside:
            hint = f"是不是“{inside}”的下一级？前面加两个空格"
            self._add("key-unknown", f"没有“{key}”这一项", hint, at, key=True)
            return
        close = nearest(key, labels) or nearest(key.lower(), names)
        hint = f"是不是“{close}”？" if close else f"可用：{'、'.join(labels)}"
        self._add("key-unknown", f"没有“{key}”这一项", hint, at, key=True)

    def _missing(self, model: type, values: Mapping, path: tuple) -> None:
        for name, info, required in wanted_of(model):
            if name in values:
                continue
            at = self.empty.get((*path, name)) or self.written.get(path, ())
            whose = f"{self._label(path)}：" if path else ""
            if required:
                self.incomplete.update(path[:1])
                message = f"{whose}缺少“{info.title}”"
                self._add("field-required", message, _hint(info), at)
            else:
                message = f"{whose}没有写“{info.title}”"
                self._add("field-advised", message, _hint(info), at, Severity.WARNING)

    def _typed(self, values: dict[str, Any]) -> tuple[RecordModel, set[str]]:
        """The model with those fields that are valid by themselves, and the names of the others."""
        repairs: list[tuple[str, str, str]] = []
        failed: set[str] = set()
        model = None
        try:
            model = self.model.model_validate(values, context=repairs)
        except ValidationError as error:
            for details in error.errors(include_url=False):
                failed.add(str(details["loc"][0]))
                self._invalid(details)
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

    def _invalid(self, details: ErrorDetails) -> None:
        path = tuple(details["loc"])
        message, hint = details["msg"], (details.get("ctx") or {}).get("hint", "")
        if details["type"] in {"model_type", "dict_type", "model_attributes_type"}:
            message, hint = "应写成下一级的“键: 内容”", "每项另起一行，缩进两格"
        elif details["type"] == "list_type":
            message, hint = "应是一个列表", "每项另起一行，以“- ”开头"
        self._add("value", self._labelled(path, message), hint, self._written_at(path))

    def _apply(self, rule: Rule, valid: Mapping[str, Any]) -> None:
        for problem in rule.check(valid):
            message = self._labelled((problem.field,), problem.message)
            at = self.written.get((problem.field,), ())
            self._add(rule.name, message, problem.hint, at, Severity(problem.severity))

    def _labelled(self, path: tuple, message: str) -> str:
        """The message with its field's label before it, unless it names the field itself."""
        label = self._label(path)
        return message if label in message else f"{label}：{message}"

    def _label(self, path: tuple) -> str:
        labels, model = [], self.model
        for step in path:
            if isinstance(step, int):
                labels.append(f"第 {step + 1} 项")
            elif model is not None and step in model.model_fields:
                info = model.model_fields[step]
                labels.append(info.title)
                model = part_of(info)
        return " ".join(labels)

    def _written_at(self, path: tuple) -> tuple:
        for end in range(len(path), 0, -1):
            if path[:end] in self.written:
                return (*self.written[path[:end]], *path[end:])
        return ()

    def _add(
        self,
        rule: str,
        message: str,
        hint: str,
        at: tuple,
        severity: Severity = Severity.ERROR,
        key: bool = False,
    ) -> None:
        position: Position = (key and self.located.keys.get(at)) or self.located.at(*at)
        self.findings.append(Finding(rule, severity, self.path, message, hint, *position))


def _has_part(info: FieldInfo, key: str) -> bool:
    part = part_of(info)
    return part is not None and key.strip().lower() in names_of(part)


def _hint(info: FieldInfo) -> str:
    """What to write: the field's own words, else an example of its type."""
    shown = example(info)
    return info.description or (f"如 {info.title}: {shown}" if shown else "填写这一项")

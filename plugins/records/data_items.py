"""The data file of a column without records, such as 执法事项: one list of items of one model."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from plugins.bureau import COLUMN_FILE, Column
from plugins.findings import Finding, Severity, has_errors
from plugins.records.kinds import COLUMN_KINDS
from plugins.records.validate import validate
from plugins.source import (
    LocatedData,
    Positions,
    UnreadableFileError,
    decode,
    read_yaml,
)

# An item of a data file: `kinds/enforcement_item.py` and `kinds/contact_topic.py`.
Item = Any


@dataclass
class DataItems:
    """The valid items, the text of their file, and all findings."""

    items: list[Item] = field(default_factory=list)
    text: str = ""
    findings: list[Finding] = field(default_factory=list)


def item_model(column: Column) -> type[BaseModel]:
    """What the items of the column's data file are."""
    model = COLUMN_KINDS[column.kind].item
    assert model is not None, column.kind
    return model


def read_items(content: Path, column: Column) -> DataItems:
    """Read the data file of one column. An item with an error is left out."""
    path, model = column.data_path, item_model(column)
    file = content / path
    read = DataItems()
    first = next(iter(model.model_fields.values())).title or ""
    if not file.is_file():
        message = f"没有找到数据文件 {path}"
        hint = f"建立 {path}，或在 {COLUMN_FILE} 写明“data:”"
        read.findings.append(Finding("data-file", Severity.ERROR, column.path, message, hint))
        return read
    try:
        read.text, read.findings = decode(file.read_bytes(), path)
        located, findings = read_yaml(read.text.split("\n"), path)
    except UnreadableFileError as error:
        read.findings += error.findings
        return read
    read.findings += findings
    if not isinstance(located.data, list):
        message, hint = "应是事项的列表", f"每个事项以“- {first}: …”开头"
        read.findings.append(Finding("data-file", Severity.ERROR, path, message, hint))
        return read
    for index, data in enumerate(located.data):
        item, problems = validate(model, _item(located, index, data, first), path)
        title = getattr(item, "title", None)
        whose = f"{title}：" if title else f"第 {index + 1} 个事项："
        read.findings += [replace(each, message=whose + each.message) for each in problems]
        if not has_errors(problems):
            read.items.append(item)
    return read


def _item(located: LocatedData, index: int, data: object, first: str) -> LocatedData:
    """One item of the list, with positions, as if it were a file of its own."""
    keys = {path[1:]: at for path, at in located.keys.items() if path[:1] == (index,)}
    values = {path[1:]: at for path, at in located.values.items() if path[:1] == (index,)}
    mapping = data if isinstance(data, dict) else {first: str(data)}
    return LocatedData(mapping, lambda: Positions(keys, values))

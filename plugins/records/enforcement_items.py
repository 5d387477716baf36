"""The data file of enforcement items (执法事项): one list, each with its seven elements."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from plugins.bureau import COLUMN_FILE, Column
from plugins.findings import Finding, Severity, has_errors
from plugins.records.kinds.enforcement_item import EnforcementItem
from plugins.records.validate import validate
from plugins.source import (
    LocatedData,
    Positions,
    UnreadableFileError,
    decode,
    read_yaml,
)


@dataclass
class EnforcementItems:
    """The valid items, the text of their file, and all findings."""

    items: list[EnforcementItem] = field(default_factory=list)
    text: str = ""
    findings: list[Finding] = field(default_factory=list)


def read_enforcement_items(content: Path, column: Column) -> EnforcementItems:
    """Read the data file of one column. An item with an error is left out."""
    path = column.data_path
    file = content / path
    read = EnforcementItems()
    if not file.is_file():
        message = f"没有找到数据文件 {path}"
        hint = f"建立 {path}，或在 {COLUMN_FILE} 写明“data:”"
        read.findings.append(Finding("matter", Severity.ERROR, column.path, message, hint))
        return read
    try:
        read.text, read.findings = decode(file.read_bytes(), path)
        located, findings = read_yaml(read.text.split("\n"), path)
    except UnreadableFileError as error:
        read.findings += error.findings
        return read
    read.findings += findings
    if not isinstance(located.data, list):
        message, hint = "应是事项的列表", "每个事项以“- 事项名称: …”开头"
        read.findings.append(Finding("matter", Severity.ERROR, path, message, hint))
        return read
    for index, data in enumerate(located.data):
        item, problems = validate(EnforcementItem, _item(located, index, data), path)
        whose = f"{item.title}：" if item.title else f"第 {index + 1} 个事项："
        read.findings += [replace(each, message=whose + each.message) for each in problems]
        if not has_errors(problems):
            read.items.append(item)
    return read


def _item(located: LocatedData, index: int, data: object) -> LocatedData:
    """One item of the list, with positions, as if it were a file of its own."""
    keys = {path[1:]: at for path, at in located.keys.items() if path[:1] == (index,)}
    values = {path[1:]: at for path, at in located.values.items() if path[:1] == (index,)}
    mapping = data if isinstance(data, dict) else {"事项名称": str(data)}
    return LocatedData(mapping, lambda: Positions(keys, values))

"""The data file of enforcement matters: one list, each item with its seven elements."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from plugins.bureau import COLUMN_FILE, Column
from plugins.findings import Finding, Severity, has_errors
from plugins.records.kinds.matter import Matter
from plugins.records.validate import validate
from plugins.source import Located, Unreadable, YamlBroken, decode, parse_yaml


@dataclass
class MatterFile:
    """The matters that could be read, the text of the file, and what is wrong with it."""

    matters: list[Matter] = field(default_factory=list)
    text: str = ""
    findings: list[Finding] = field(default_factory=list)


def read_matters(content: Path, column: Column) -> MatterFile:
    """Read the data file of one column. A matter with an error is left out."""
    path = column.data_path
    file = content / path
    read = MatterFile()
    if not file.is_file():
        message = f"没有找到数据文件 {path}"
        hint = f"建立 {path}，或在 {COLUMN_FILE} 写明“data:”"
        read.findings.append(Finding("matter", Severity.ERROR, column.path, message, hint))
        return read
    try:
        read.text, read.findings = decode(file.read_bytes(), path)
        located = parse_yaml(read.text)
    except Unreadable as error:
        read.findings.append(error.finding)
        return read
    except YamlBroken as error:
        wrong = Finding("yaml", Severity.ERROR, path, error.message, error.hint, *error.position)
        read.findings.append(wrong)
        return read
    if not isinstance(located.data, list):
        message, hint = "应是事项的列表", "每个事项以“- 事项名称: …”开头"
        read.findings.append(Finding("matter", Severity.ERROR, path, message, hint))
        return read
    for index, data in enumerate(located.data):
        matter, problems = validate(Matter, _item(located, index, data), path)
        whose = f"{matter.title}：" if matter.title else f"第 {index + 1} 个事项："
        read.findings += [replace(found, message=whose + found.message) for found in problems]
        if not has_errors(problems):
            read.matters.append(matter)
    return read


def _item(located: Located, index: int, data: object) -> Located:
    """One item of the list as if it were a file of its own, its positions kept."""
    cut = Located(data if isinstance(data, dict) else {"事项名称": str(data)})
    cut.keys = {path[1:]: at for path, at in located.keys.items() if path[:1] == (index,)}
    cut.values = {path[1:]: at for path, at in located.values.items() if path[:1] == (index,)}
    return cut

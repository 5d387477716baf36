"""Everything under one content folder, read once, with every finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from plugins.bureau import BUREAU_FILE, COLUMN_FILE, Bureau, Column, load_bureau, load_columns
from plugins.findings import Finding, Severity
from plugins.records.assets import ASSET_FOLDERS, Assets
from plugins.records.body import Converter
from plugins.records.kinds import KINDS, MATTER, Matter
from plugins.records.reader import Record, read_record
from plugins.records.validate import validate
from plugins.source import Located, Unreadable, YamlBroken, decode, parse_yaml


@dataclass
class Library:
    """`records` are all that could be read, by id, drafts and scheduled ones included.

    `left_out` are the paths of those that an error keeps off the site.
    """

    content: Path
    bureau: Bureau | None
    columns: list[Column] = field(default_factory=list)
    records: dict[str, Record] = field(default_factory=dict)
    matters: dict[str, list[Matter]] = field(default_factory=dict)
    data_files: dict[str, str] = field(default_factory=dict)
    assets: Assets | None = None
    left_out: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def column(self, code: str) -> Column:
        return next(column for column in self.columns if column.code == code)

    def published(self, now: datetime) -> list[Record]:
        """The records that stand on the site at `now`, newest first, expired ones included."""
        shown = [
            record
            for record in self.records.values()
            if record.data.status != "草稿" and record.published <= now
        ]
        return sorted(shown, key=lambda record: (record.published, record.id), reverse=True)

    def scheduled(self, now: datetime) -> list[Record]:
        """Records whose time has not come, soonest first."""
        waiting = [
            record
            for record in self.records.values()
            if record.data.status != "草稿" and record.published > now
        ]
        return sorted(waiting, key=lambda record: (record.published, record.id))


def load_library(content: Path) -> Library:
    """Read a whole content folder. Never raises for what an editor wrote."""
    bureau, findings = load_bureau(content)
    library = Library(content, bureau, findings=findings)
    if bureau is None:
        return library
    library.assets = Assets(content)
    library.columns, problems = load_columns(content, bureau, {*KINDS, MATTER})
    findings += problems
    findings += _strays(content, library.columns)
    converter = Converter()
    for column in library.columns:
        if column.kind == MATTER:
            library.matters[column.code], problems = _matters(library, column)
            findings += problems
        else:
            _read_column(library, column, converter)
    return library


def _read_column(library: Library, column: Column, converter: Converter) -> None:
    for file in sorted((library.content / column.code).rglob("*.md")):
        path = file.relative_to(library.content).as_posix()
        record, problems = read_record(path, file.read_bytes(), column, converter)
        library.findings += problems
        if record is None:
            library.left_out.append(path)
            continue
        other = library.records.get(record.id)
        if other:
            message = f"网址与 {other.path} 相同（{record.id}）"
            hint = "两篇稿件的文件名或“网址名”要不同"
            library.findings.append(
                Finding(
                    "address-taken", Severity.ERROR, path, message, hint, *record.position_of("slug")
                )
            )
            library.left_out.append(path)
            continue
        library.records[record.id] = record


def _matters(library: Library, column: Column) -> tuple[list[Matter], list[Finding]]:
    """The data file of a column of enforcement matters: a list, each with seven elements."""
    name = column.facts.data or "items.yml"
    path = f"{column.code}/{name}"
    file = library.content / path
    if not file.is_file():
        hint = f"建立 {path}，或在 {COLUMN_FILE} 写明“data:”"
        finding = Finding("matter", Severity.ERROR, column.path, f"没有找到数据文件 {path}", hint)
        return [], [finding]
    try:
        text, findings = decode(file.read_bytes(), path)
        library.data_files[path] = text
        located = parse_yaml(text)
    except Unreadable as error:
        return [], [error.finding]
    except YamlBroken as error:
        return [], [
            Finding("yaml", Severity.ERROR, path, error.message, error.hint, *error.position)
        ]
    if not isinstance(located.data, list):
        message, hint = "应是事项的列表", "每个事项以“- 事项名称: …”开头"
        return [], [*findings, Finding("matter", Severity.ERROR, path, message, hint)]
    matters = []
    for index, data in enumerate(located.data):
        matter, problems = validate(Matter, _part_of_file(located, index, data), path)
        findings += problems
        if matter is not None:
            matters.append(matter)
    return matters, findings


def _part_of_file(located: Located, index: int, data: object) -> Located:
    """One item of a list as if it were a file of its own, its positions kept."""
    cut = Located(data if isinstance(data, dict) else {"事项名称": str(data)})
    cut.keys = {path[1:]: at for path, at in located.keys.items() if path[:1] == (index,)}
    cut.values = {path[1:]: at for path, at in located.values.items() if path[:1] == (index,)}
    return cut


def _strays(content: Path, columns: list[Column]) -> Iterator[Finding]:
    """Files that no column and no asset folder takes: nothing may go missing silently."""
    known = {column.code: column for column in columns}
    for file in sorted(content.rglob("*")):
        path = file.relative_to(content)
        if not file.is_file() or any(part.startswith(".") for part in path.parts):
            continue
        top = path.parts[0] if len(path.parts) > 1 else ""
        if top in ASSET_FOLDERS or path.as_posix() == BUREAU_FILE:
            continue
        if not (content / top / COLUMN_FILE).is_file() or not top:
            yield Finding(
                "stray-file",
                Severity.ERROR if file.suffix == ".md" else Severity.WARNING,
                path.as_posix(),
                f"这个文件不在任何栏目里{f'：{top}/ 没有 {COLUMN_FILE}' if top else ''}，不会出现在网站上",
                "移到栏目文件夹；附件放 files/，图片放 images/",
            )
            continue
        column = known.get(top)
        data = column and column.kind == MATTER and (column.facts.data or "items.yml")
        if file.suffix != ".md" and path.name not in {COLUMN_FILE, data}:
            message = "栏目文件夹里只放稿件，这个文件不会出现在网站上"
            hint = "附件放 files/，图片放 images/"
            yield Finding("stray-file", Severity.WARNING, path.as_posix(), message, hint)



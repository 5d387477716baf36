"""Everything under one content folder, read once, with every finding."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from plugins.bureau import COLUMN_FILE, Bureau, Column, load_bureau, load_columns
from plugins.findings import Finding, Severity
from plugins.records.assets import Assets
from plugins.records.body import Converter
from plugins.records.kinds import KINDS, MATTER, Matter
from plugins.records.matters import read_matters
from plugins.records.reader import Record, read_record
from plugins.records.strays import strays


@dataclass
class Library:
    """`records` are all that could be read, by id, drafts and scheduled ones included.

    `left_out` are the paths of those that an error keeps off the site; `broken` what could be read
    of them.
    """

    content: Path
    bureau: Bureau | None
    columns: list[Column] = field(default_factory=list)
    records: dict[str, Record] = field(default_factory=dict)
    matters: dict[str, list[Matter]] = field(default_factory=dict)
    data_files: dict[str, str] = field(default_factory=dict)
    assets: Assets | None = None
    left_out: list[str] = field(default_factory=list)
    broken: list[Record] = field(default_factory=list)
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

    @property
    def drafts(self) -> list[Record]:
        return [record for record in self.records.values() if record.data.status == "草稿"]

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
    library.left_out += _of_broken_columns(content, library.columns)
    findings += strays(content, library.columns)
    converter = Converter()
    for column in library.columns:
        if column.kind == MATTER:
            data = read_matters(content, column)
            library.matters[column.code] = data.matters
            library.data_files[column.data_path] = data.text
            findings += data.findings
        else:
            _read_column(library, column, converter)
    return library


def _of_broken_columns(content: Path, columns: list[Column]) -> list[str]:
    """The records of columns whose _column.yml can't be read."""
    read = {column.code for column in columns}
    return [
        record.relative_to(content).as_posix()
        for file in sorted(content.glob(f"*/{COLUMN_FILE}"))
        if file.parent.name not in read
        for record in sorted(file.parent.rglob("*.md"))
    ]


def _read_column(library: Library, column: Column, converter: Converter) -> None:
    for file in sorted((library.content / column.code).rglob("*.md")):
        path = file.relative_to(library.content).as_posix()
        read = read_record(path, file.read_bytes(), column, converter)
        library.findings += read.findings
        if not read.fit:
            library.left_out.append(path)
            if read.record:
                library.broken.append(read.record)
            continue
        _add(library, read.record)


def _add(library: Library, record: Record) -> None:
    """Take a record in. Where two have one address, it stays with the one published first."""
    other = library.records.get(record.id)
    if other is None:
        library.records[record.id] = record
        return
    first, second = sorted((other, record), key=lambda item: (item.published, item.path))
    library.records[record.id] = first
    message = f"网址与 {first.path} 相同（{record.id}）"
    hint = "两篇稿件的文件名或“网址名”要不同"
    at = second.position_of("slug")
    wrong = Finding("address-taken", Severity.ERROR, second.path, message, hint, *at)
    library.findings.append(wrong)
    library.left_out.append(second.path)

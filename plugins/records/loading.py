"""Everything under one content folder, read once, with every finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from plugins.bureau import COLUMN_FILE, Column, load_bureau, load_columns
from plugins.findings import Finding, Severity
from plugins.rebuild.scan import Stamp, scan
from plugins.records.assets import Assets
from plugins.records.kinds import COLUMN_KINDS
from plugins.records.library import Library
from plugins.records.matters import read_matters
from plugins.records.reader import read_record
from plugins.records.record import Read, Record
from plugins.records.strays import strays

# Reads files given by path, each with its column; in the order given. The library is complete but
# for its records.
Readers = Callable[[Library, list[tuple[str, Column]]], Iterable[Read]]


def read_directly(library: Library, files: list[tuple[str, Column]]) -> Iterator[Read]:
    # Imported here: a build that has read everything before needs no Markdown.
    from plugins.records.body import Converter

    converter = Converter()
    for path, column in files:
        yield read_record(path, (library.content / path).read_bytes(), column, converter)


def load_library(
    content: Path,
    read: Readers = read_directly,
    tree: dict[str, Stamp] | None = None,
    assets: Mapping[str, tuple] | None = None,
) -> Library:
    """Read a whole content folder. Never raises for what an editor wrote."""
    tree = scan(content) if tree is None else tree
    bureau, findings = load_bureau(content)
    library = Library(content, bureau, findings=findings)
    if bureau is None:
        return library
    library.assets = Assets(content, tree, assets)
    library.columns, problems = load_columns(content, bureau, COLUMN_KINDS)
    findings += problems
    library.left_out += _of_broken_columns(tree, library.columns)
    findings += strays(tree, library.columns)
    for column in library.columns:
        if not column.traits.has_records:
            data = read_matters(content, column)
            library.matters[column.code] = data.matters
            library.data_files[column.data_path] = data.text
            findings += data.findings
    files = _record_files(tree, library.columns)
    for (path, _), found in zip(files, read(library, files), strict=True):
        _take(library, path, found)
    return library


def _record_files(tree: Iterable[str], columns: list[Column]) -> list[tuple[str, Column]]:
    """The files of each column, the columns in the order of the navigation."""
    held = {column.code: [] for column in columns if column.traits.has_records}
    for path in tree:
        folder = path.partition("/")[0]
        if folder in held and path.endswith(".md"):
            held[folder].append(path)
    return [(path, column) for column in columns for path in held.get(column.code, ())]


def _of_broken_columns(tree: Iterable[str], columns: list[Column]) -> list[str]:
    """The records of columns whose _column.yml can't be read."""
    read = {column.code for column in columns}
    folders = {path.removesuffix(f"/{COLUMN_FILE}") for path in tree if path.endswith(COLUMN_FILE)}
    broken = {folder for folder in folders if "/" not in folder} - read
    return [path for path in tree if path.partition("/")[0] in broken and path.endswith(".md")]


def _take(library: Library, path: str, read: Read) -> None:
    library.findings += read.findings
    if not read.fit:
        library.left_out.append(path)
        if read.record:
            library.broken.append(read.record)
        return
    _add(library, read.record)


def _add(library: Library, record: Record) -> None:
    """Take a record in. Where two have one address, it stays with the one published first."""
    other = library.records.get(record.id)
    if other is None:
        library.records[record.id] = record
        return
    first, second = sorted((other, record), key=lambda item: (item.extract.published, item.path))
    library.records[record.id] = first
    message = f"网址与 {first.path} 相同（{record.id}）"
    hint = "两篇稿件的文件名或“网址名”要不同"
    at = second.position_of("slug")
    wrong = Finding("address-taken", Severity.ERROR, second.path, message, hint, *at)
    library.findings.append(wrong)
    library.left_out.append(second.path)

"""Files in no column and no asset folder, which are reported instead of silently ignored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.bureau import BUREAU_FILE, COLUMN_FILE, Column
from plugins.findings import Finding, Severity
from plugins.records.assets import ASSET_FOLDERS


def find_orphan_files(tree: Iterable[str], columns: Iterable[Column]) -> Iterator[Finding]:
    """A finding for every file of the content folder that is left out of the site."""
    tree = tuple(tree)
    data_files = {column.data_path for column in columns if not column.traits.has_records}
    folders = {path.removesuffix(f"/{COLUMN_FILE}") for path in tree if path.endswith(COLUMN_FILE)}
    for path in tree:
        if not path.startswith(".") and "/." not in path:
            yield from _findings(path, folders, data_files)


def _findings(path: str, folders: set[str], data_files: set[str]) -> Iterator[Finding]:
    top, inside, _ = path.partition("/")
    top = top if inside else ""
    name = path.rpartition("/")[2]
    if top in ASSET_FOLDERS or path == BUREAU_FILE:
        return
    if top not in folders:
        severity = Severity.ERROR if name.endswith(".md") else Severity.WARNING
        reason = f"（{top}/ 里没有 {COLUMN_FILE}）" if top else ""
        message = f"这个文件不在任何栏目里{reason}，不会出现在网站上"
        hint = "移到栏目文件夹；附件放 files/，图片放 images/"
        yield Finding("stray-file", severity, path, message, hint)
    elif not name.endswith(".md") and name != COLUMN_FILE and path not in data_files:
        message = "栏目文件夹里只放稿件，这个文件不会出现在网站上"
        hint = "附件放 files/，图片放 images/"
        yield Finding("stray-file", Severity.WARNING, path, message, hint)

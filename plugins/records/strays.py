"""Files that no column and no asset folder takes: nothing may go missing silently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.bureau import BUREAU_FILE, COLUMN_FILE, Column
from plugins.findings import Finding, Severity
from plugins.records.assets import ASSET_FOLDERS
from plugins.records.kinds import MATTER


def strays(content: Path, columns: Iterable[Column]) -> Iterator[Finding]:
    """A finding for every file of the content folder that will not be on the site."""
    data_files = {column.data_path for column in columns if column.kind == MATTER}
    for file in sorted(content.rglob("*")):
        path = file.relative_to(content)
        if file.is_file() and not any(part.startswith(".") for part in path.parts):
            yield from _stray(content, path, data_files)


def _stray(content: Path, path: Path, data_files: set[str]) -> Iterator[Finding]:
    name = path.as_posix()
    top = path.parts[0] if len(path.parts) > 1 else ""
    if top in ASSET_FOLDERS or name == BUREAU_FILE:
        return
    if not top or not (content / top / COLUMN_FILE).is_file():
        severity = Severity.ERROR if path.suffix == ".md" else Severity.WARNING
        reason = f"（{top}/ 里没有 {COLUMN_FILE}）" if top else ""
        message = f"这个文件不在任何栏目里{reason}，不会出现在网站上"
        hint = "移到栏目文件夹；附件放 files/，图片放 images/"
        yield Finding("stray-file", severity, name, message, hint)
    elif path.suffix != ".md" and path.name != COLUMN_FILE and name not in data_files:
        message = "栏目文件夹里只放稿件，这个文件不会出现在网站上"
        hint = "附件放 files/，图片放 images/"
        yield Finding("stray-file", Severity.WARNING, name, message, hint)

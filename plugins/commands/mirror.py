"""Making one folder equal another, touching only what differs."""

from __future__ import annotations

import filecmp
import shutil
from collections.abc import Iterable
from pathlib import Path


def mirror(source: Path, target: Path) -> int:
    """Make `target` hold exactly the files of `source`; how many were written or deleted.

    Contents are compared and not times, because a build writes every file anew.
    """
    filecmp.clear_cache()
    wanted = _files(source)
    changed = 0
    for path in _files(target) - wanted:
        (target / path).unlink()
        changed += 1
    _remove_empty_folders(target)
    for path in wanted:
        built, shown = source / path, target / path
        if shown.is_file() and filecmp.cmp(built, shown, shallow=False):
            continue
        shown.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(built, shown)
        changed += 1
    return changed


def why_not(output: Path, sources: Iterable[Path]) -> str | None:
    """Why `output` must not be mirrored to: something there that is no built site would be lost."""
    output = output.resolve()
    for source in (source.resolve() for source in sources):
        if output == source or output in source.parents or source in output.parents:
            return f"{output} 和 {source} 重叠，请另选一个输出文件夹。"
    if output.is_file():
        return f"{output} 是一个文件，请另选一个输出文件夹。"
    if output.is_dir() and any(output.iterdir()) and not (output / "index.html").is_file():
        return f"{output} 里有别的文件，不像是生成的网站。请另选一个输出文件夹，或先清空它。"
    return None


def _files(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if not path.is_dir()}


def _remove_empty_folders(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
            path.rmdir()

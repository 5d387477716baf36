"""Outputs whose source is gone are removed; nothing else in the output folder is touched."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path


def remove_stale(output: Path, memory: Path, paths: Iterable[str]) -> list[str]:
    """Delete what the last build into `output` wrote and this one did not; return those paths.

    `memory` is the folder where the paths of the last build are kept, outside the output, so that
    the output holds the site and nothing else.
    """
    now = set(paths)
    note = memory / f"{hashlib.sha256(str(output.resolve()).encode()).hexdigest()[:16]}.json"
    gone = sorted(_remembered(note) - now)
    for path in gone:
        file = output / path
        file.unlink(missing_ok=True)
        _prune(file.parent, output)
    memory.mkdir(parents=True, exist_ok=True)
    note.write_text(json.dumps(sorted(now), ensure_ascii=False), encoding="utf-8")
    return gone


def _remembered(note: Path) -> set[str]:
    try:
        paths = json.loads(note.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    return {path for path in paths if isinstance(path, str) and _inside(path)}


def _inside(path: str) -> bool:
    """A damaged note must not delete anything beside the output folder."""
    return not path.startswith("/") and ".." not in Path(path).parts


def _prune(folder: Path, top: Path) -> None:
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent

"""`manifest.sha256`: the SHA-256 of every file of a site, as `sha256sum -c` reads it."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

MANIFEST = "manifest.sha256"
# Path → SHA-256 in hexadecimal.
Manifest = dict[str, str]
LINE = re.compile(r"(?P<escaped>\\?)(?P<sum>[0-9a-f]{64}) [ *](?P<path>.+)")


def manifest_of(folder: Path) -> Manifest:
    """Of every file, the manifest itself and what belongs to git left out."""
    return {path: sha256(folder / path) for path in sorted(_files(folder))}


def _files(folder: Path) -> Iterator[str]:
    for base, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != ".git"]
        for name in names:
            path = (Path(base) / name).relative_to(folder).as_posix()
            if path not in (MANIFEST, ".git"):
                yield path


def sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def written(manifest: Manifest) -> str:
    """One line a file, sorted by path. A name with a line break is escaped as sha256sum does."""
    return "".join(_line(manifest[path], path) for path in sorted(manifest))


def _line(digest: str, path: str) -> str:
    escaped = path.replace("\\", "\\\\").replace("\n", "\\n")
    return f"{'' if escaped == path else chr(92)}{digest}  {escaped}\n"


def parse_manifest(text: str) -> Manifest:
    """Raises ValueError, naming the line that is none."""
    found: Manifest = {}
    for number, line in enumerate(text.splitlines(), 1):
        match = LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"第 {number} 行不是“校验值  文件名”")
        path = match["path"]
        if match["escaped"]:
            path = re.sub(r"\\([\\n])", lambda m: "\n" if m[1] == "n" else "\\", path)
        found[path] = match["sum"]
    return found


def write_manifest(folder: Path) -> Manifest:
    """Write it beside the files that it lists, by renaming, so that it is whole."""
    manifest = manifest_of(folder)
    staged = folder / f"{MANIFEST}.new"
    staged.write_text(written(manifest), encoding="utf-8", newline="\n")
    staged.replace(folder / MANIFEST)
    return manifest

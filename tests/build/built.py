"""A whole build in this process, and what its nodes depend on."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from plugins.build.file_state import take_snapshots
from plugins.build.options import BuildOptions
from plugins.build.pipeline import Build, BuildResult
from plugins.clock import CHINA
from plugins.incremental.store import Store, decode

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=CHINA)
PROGRAM = "the same program"


def build(
    content: Path,
    folder: Path,
    workers: int = 1,
    now: datetime = NOW,
    theme: Path = ROOT / "theme",
    preview: bool = True,
) -> BuildResult:
    """Build `content` into `folder`/output, continuing from `folder`/store.sqlite."""
    where = (content, theme, folder / "output", folder / "cache")
    options = BuildOptions(
        *where, address="https://a.example", relative=False, workers=workers, preview=preview
    )
    store = Store(folder / "store.sqlite", PROGRAM)
    environment = Environment(loader=FileSystemLoader(theme / "templates"))
    this = Build(options, store, take_snapshots(options), now, lambda: environment)
    this.prepare()
    result = this.write(other_plugins=False)
    store.seal()
    return result


def nodes(folder: Path) -> dict[str, dict[tuple[str, str], Any]]:
    """Of every node of the last build its dependencies with their fingerprints."""
    store = Store(folder / "store.sqlite", None)
    sql = (
        "SELECT name, kind, key, fingerprint FROM node LEFT JOIN edge ON edge.node = node.number "
        "LEFT JOIN dependency ON edge.dependency = dependency.number"
    )
    found: dict[str, dict[tuple[str, str], Any]] = {}
    for name, kind, key, stored in store.execute(sql):
        dependencies = found.setdefault(name, {})
        if kind is not None:
            dependencies[kind, key] = decode(stored)
    store.close()
    return found


def pages(folder: Path) -> dict[str, bytes]:
    """What the last build has put in place, by path."""
    output = folder / "output"
    files = (file for file in output.rglob("*") if file.is_file())
    return {file.relative_to(output).as_posix(): file.read_bytes() for file in files}

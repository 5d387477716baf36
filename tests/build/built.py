"""A whole build in this process, and what it noted that its outputs were made from."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from plugins.build.looking import look
from plugins.build.rebuild import Build
from plugins.build.told import Told
from plugins.clock import CHINA
from plugins.rebuild.memory import Memory
from plugins.rebuild.traces import Traces

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=CHINA)


def build(
    content: Path,
    folder: Path,
    workers: int = 1,
    now: datetime = NOW,
    theme: Path = ROOT / "theme",
) -> Build:
    """Build `content` into `folder`/output, going on from what `folder`/memory holds."""
    where = (content, theme, folder / "output", folder / "cache")
    told = Told(*where, address="https://a.example", relative=False, workers=workers)
    memory = Memory(folder / "memory", "the same program")
    like = Environment(loader=FileSystemLoader(theme / "templates"))
    build = Build(told, look(told), now, memory, lambda: like)
    build.prepare()
    build.write()
    return build


def was_taken_up(build: Build) -> bool:
    """Whether the site stood as it was, and only texts had changed."""
    return build.was_taken_up


def inputs(folder: Path) -> dict[str, Any]:
    """The fingerprints of all inputs of the last build, by name."""
    memory = Memory(folder / "memory", "the same program")
    return Traces((memory.shelf("traces"), memory.shelf("inputs"))).prints


def pages(folder: Path) -> dict[str, bytes]:
    """What the last build has put in place, by path."""
    output = folder / "output"
    files = (file for file in output.rglob("*") if file.is_file())
    return {file.relative_to(output).as_posix(): file.read_bytes() for file in files}

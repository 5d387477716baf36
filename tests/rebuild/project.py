"""A copy of the project to be changed in every way, with the output and memory of its builds."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

from tests.rebuild.sample import copy_part

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("pelicanconf.py", "publishconf.py", "plugins", "theme")
TINY = ROOT / "tests/tiny/content"
WHOLE = ROOT / "content"
# Most builds are of a part of it, unless there is time: `make nightly`.
PART = WHOLE if os.environ.get("REBUILD_WHOLE") else None
NOON = 1795406400  # 2026-11-23 12:00 in Shanghai

State = dict[str, bytes]


class Impossible(Exception):
    """An operation finds nothing to work on in the project as it is now."""


@dataclass(frozen=True)
class Place:
    """A folder with a project and its builds: see there."""

    folder: Path
    foreign: State
    clean: State
    memory_lost: bool


@dataclass
class Project:
    """`root` holds the copy; `output` and `cache` are kept from build to build. All of them lie in
    `folder`, which may be moved within `top`.

    `content` is a folder, or None for a part of the sample content: see sample.py.
    `settings`, `environ` and `overrides` are how the next build is started, `now` is its moment.
    `broken` is what stood in the files that were broken on purpose, `foreign` what somebody else
    put into the output, `clean` what the last clean build made, `states` the last ones that could
    be built, and `earlier` a memory of another one. `memory_lost` says that nobody can know what
    the last build wrote. `left` is a copy of `folder` that was left behind.
    """

    top: Path
    content: Path | None = PART
    now: int = NOON
    settings: str = "pelicanconf.py"
    environ: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, str] = field(default_factory=dict)
    broken: State = field(default_factory=dict)
    # By path and what a broken file held in some state, what stood there before.
    once_broken: dict[tuple[str, bytes], bytes] = field(default_factory=dict)
    foreign: State = field(default_factory=dict)
    states: list[State] = field(default_factory=list)
    clean: State = field(default_factory=dict)
    memory_lost: bool = False
    left: Place | None = None

    def __post_init__(self) -> None:
        self.folder = self.top / "place"
        self._numbers = count(1)
        self.root.mkdir(parents=True)
        copied = [ROOT / name for name in COPIED]
        if self.content:
            copied.append(self.content)
        else:
            copy_part(WHOLE, self.root / "content", self.now)
        for source in copied:
            if source.is_file():
                shutil.copy(source, self.root / source.name)
            else:
                compiled = shutil.ignore_patterns("__pycache__")
                shutil.copytree(source, self.root / source.name, ignore=compiled)

    @property
    def root(self) -> Path:
        return self.folder / "project"

    @property
    def output(self) -> Path:
        return self.folder / "output"

    @property
    def cache(self) -> Path:
        return self.folder / "memory"

    @property
    def earlier(self) -> Path:
        return self.folder / "memory of another state"

    def remove(self) -> None:
        """The copy and all that was built of it."""
        shutil.rmtree(self.top)

    def new_folder(self) -> Path:
        """A place for the project where it never was."""
        return self.top / f"place {self.number()}"

    def place(self) -> Place:
        """What is true of this folder only."""
        return Place(self.folder, dict(self.foreign), self.clean, self.memory_lost)

    def go_to(self, place: Place) -> None:
        """Go on building in another copy."""
        self.folder, self.clean, self.memory_lost = place.folder, place.clean, place.memory_lost
        self.foreign = dict(place.foreign)

    def number(self) -> int:
        """A new number each time: two changes are never the same by chance."""
        return next(self._numbers)

    def file(self, path: str) -> Path:
        return self.root / path

    def read(self, path: str) -> bytes:
        return self.file(path).read_bytes()

    def text(self, path: str) -> str:
        return self.read(path).decode()

    def write(self, path: str, content: str | bytes) -> None:
        file = self.file(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        self._forget_compiled(file)

    def change(self, path: str, change: Callable[[str], str]) -> None:
        """Write what `change` makes of a text. Impossible when that is nothing new."""
        before = self.text(path)
        after = change(before)
        if after == before:
            raise Impossible(path)
        self.write(path, after)

    def delete(self, path: str) -> None:
        self.file(path).unlink()
        self._forget_compiled(self.file(path))

    def rename(self, path: str, other: str) -> None:
        self.file(other).parent.mkdir(parents=True, exist_ok=True)
        self.file(path).rename(self.file(other))

    def glob(self, pattern: str) -> list[str]:
        """The files of a pattern that nobody has broken, in a fixed order."""
        files = (file for file in self.root.glob(pattern) if file.is_file())
        paths = (file.relative_to(self.root).as_posix() for file in files)
        return sorted(path for path in paths if path not in self.broken)

    def any_of(self, pattern: str, random: Random) -> str:
        return chosen(self.glob(pattern), random)

    def state(self) -> State:
        """All files of the project. What did not change shares its bytes with the last state."""
        last = self.states[-1] if self.states else {}
        state = {}
        for file in sorted(self.root.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                path = file.relative_to(self.root).as_posix()
                content = file.read_bytes()
                state[path] = last[path] if last.get(path) == content else content
        self.once_broken |= {
            (path, state[path]): good for path, good in self.broken.items() if path in state
        }
        return state

    def restore(self, state: State) -> None:
        """Check an earlier state out, as git does: a file that is the same is not touched."""
        now = self.state()
        for path in now.keys() - state.keys():
            self.delete(path)
        for path, content in state.items():
            if now.get(path) != content:
                self.write(path, content)
        # What was broken then is so again, even if it was mended since.
        self.broken = {
            path: self.once_broken[path, content]
            for path, content in state.items()
            if (path, content) in self.once_broken
        }

    @staticmethod
    def _forget_compiled(file: Path) -> None:
        """Python takes a module of the same size and second for the one that it compiled."""
        if file.suffix == ".py":
            Path(importlib.util.cache_from_source(str(file))).unlink(missing_ok=True)


def chosen(things: list, random: Random):
    """One of `things`. Impossible when there is none."""
    if not things:
        raise Impossible
    return random.choice(things)

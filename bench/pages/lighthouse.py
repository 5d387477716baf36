"""Lighthouse from npm, with Chromium: fetched once, kept outside of the project.

`package-lock.json` beside this file fixes it and all it needs to the byte.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.measure import CommandError

HERE = Path(__file__).parent
FILES = ("package.json", "package-lock.json")
# No scripts of packages run; what the lock leaves out is the registry, which npm knows.
INSTALL = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


@dataclass(frozen=True)
class Seen:
    """What Lighthouse says of a page: its four scores out of 100, LCP in seconds, CLS, TBT in
    milliseconds, bytes transferred, and what was missed or moved.
    """

    scores: tuple[int, ...]
    lcp: float
    cls: float
    tbt: float
    bytes: float
    missed: tuple[str, ...] = ()


class Lighthouse:
    """A process that looks at one page after the other, with one Chromium."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def look(self, address: str) -> Seen:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(f"{address}\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise CommandError(f"Lighthouse ended before {address}")
        return seen(line, address)


def seen(line: str, address: str) -> Seen:
    """Read an answer of measure.mjs. Raises CommandError where it could not look at the page."""
    answer = json.loads(line)
    if "error" in answer:
        raise CommandError(f"{address}: {answer['error']}")
    figures = {name: answer[name] for name in ("lcp", "cls", "tbt", "bytes")}
    return Seen(tuple(answer["scores"]), **figures, missed=tuple(answer["missed"]))


@contextmanager
def start(chromium: str) -> Iterator[Lighthouse]:
    """Raises CommandError where Lighthouse can't be had, with the reason."""
    command = ["node", str(HERE / "measure.mjs"), str(installed()), chromium]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield Lighthouse(process)
    finally:
        # It ends, and its Chromium with it, when there is nothing more to read.
        process.communicate()


def installed() -> Path:
    """The folder of Lighthouse; it is fetched when it is not there yet."""
    missing = [name for name in ("node", "npm") if not shutil.which(name)]
    if missing:
        raise CommandError(f"Lighthouse runs with Node; there is no {' and no '.join(missing)}")
    lock = (HERE / FILES[1]).read_bytes()
    caches = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(caches) / "chengchuang/lighthouse" / hashlib.sha256(lock).hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as waiting:
        fcntl.flock(waiting, fcntl.LOCK_EX)
        if not (folder / "installed").exists():
            _install(folder)
            (folder / "installed").touch()
    return folder


def _install(folder: Path) -> None:
    for name in FILES:
        shutil.copy(HERE / name, folder)
    result = subprocess.run(INSTALL, cwd=folder, capture_output=True, text=True, check=False)
    if result.returncode:
        raise CommandError(f"{' '.join(INSTALL)}: {result.stderr.strip()[-500:]}")

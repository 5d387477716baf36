"""The days of publication that a record had, read from the diffs of its file.

Only commits are read that add or remove a line with such a day: that in which the file came is one.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plugins.clock import moment_of

# The labels of the field, as people write them.
LABELS = "发布日期|发布时间|日期|date"
LINE = re.compile(rf"([+-])({LABELS})\s*[:：]\s*[\"']?(\d{{4}})\D(\d{{1,2}})\D(\d{{1,2}})", re.I)
COMMIT = "\0"


class Published(NamedTuple):
    """From the commit on the day `committed` on, a file says that it was published on `day`."""

    committed: date
    day: date


class History(NamedTuple):
    """By the path of a file in the content what it said, the oldest first. `is_whole` is false
    where only the last commits are there, as a build server fetches them.
    """

    is_whole: bool
    files: Mapping[str, tuple[Published, ...]]


def read_history(content: Path) -> History | None:
    """None where the content is in no repository, or there is no git."""
    shallow = _git(content, "rev-parse", "--is-shallow-repository")
    if shallow is None:
        return None
    diffs = _git(
        content, "log", "--reverse", "--relative", "-M", "-p", "-U0", "--no-color", "--no-ext-diff",
        "--format=%x00%ct", f"-G^({LABELS})[[:space:]]*(:|：)", "--", "*.md",
    )  # fmt: skip
    renames = _git(
        content, "log", "--reverse", "--relative", "-M", "--diff-filter=R", "--name-status",
        "--format=", "-z", "--", "*.md",
    )  # fmt: skip
    found = published_in((diffs or "").split("\n"))
    follow(found, (renames or "").split("\0"))
    return History(shallow.strip() != "true", {path: tuple(of) for path, of in found.items()})


def published_in(lines: Iterable[str]) -> dict[str, list[Published]]:
    """`lines` are those of diffs, each commit after a line with its moment.

    A text may have such lines too, so under which label a file has its day is remembered: that of
    its first line, or what is put in its place.
    """
    found: dict[str, list[Published]] = {}
    labels: dict[str, str] = {}
    committed, path = date.min, ""
    for line in lines:
        if line.startswith(COMMIT):
            committed, path = moment_of(int(line[1:])).date(), ""
        elif line.startswith("+++ "):
            path = line[len("+++ b/") :].rstrip("\t") if line.startswith("+++ b/") else ""
        elif path and (match := LINE.match(line)):
            sign, label, *numbers = match.groups()
            if labels.setdefault(path, label) != label:
                continue
            if sign == "-":
                del labels[path]
            elif day := _day(*map(int, numbers)):
                found.setdefault(path, []).append(Published(committed, day))
    return found


def follow(found: dict[str, list[Published]], names: list[str]) -> None:
    """Give renamed files what was said under their old names; `names` are a status, the old and
    the new name of each, the oldest first.
    """
    for old, new in _pairs(names):
        if before := found.pop(old, None):
            found[new] = [*before, *found.get(new, ())]


def _pairs(names: list[str]) -> Iterator[tuple[str, str]]:
    for at in range(0, len(names) - 2, 3):
        yield names[at + 1], names[at + 2]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _git(content: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=content,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None

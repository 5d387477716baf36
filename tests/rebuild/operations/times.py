"""What a clock and a file system do: time goes by, and times of files are not what they seem."""

from __future__ import annotations

import os
from random import Random

from tests.rebuild.project import Impossible, Project, State

HOUR, DAY = 3600, 86400
CHINA = 8 * HOUR
SOURCES = ("content/*/*.md", "content/*.yml", "content/images/*.svg", "theme/**/*.*")


def an_hour_later(project: Project, random: Random) -> str:
    return _at(project, project.now + HOUR)


def a_day_later(project: Project, random: Random) -> str:
    return _at(project, project.now + DAY)


def just_after_midnight(project: Project, random: Random) -> str:
    midnight = (project.now + CHINA) // DAY * DAY + DAY - CHINA
    return _at(project, midnight + 60)


def a_month_later(project: Project, random: Random) -> str:
    return _at(project, project.now + 31 * DAY)


def back_in_time(project: Project, random: Random) -> str:
    return _at(project, project.now - random.choice((HOUR, DAY, 40 * DAY)))


def times_of_a_fresh_clone(project: Project, random: Random) -> str:
    for path in project.state():
        os.utime(project.file(path))
    return "now"


def times_of_an_unpacked_archive(project: Project, random: Random) -> str:
    """All files of one second, long ago."""
    for path in project.state():
        os.utime(project.file(path), (project.now - 9 * DAY,) * 2)
    return "long ago"


def edit_behind_the_clock(project: Project, random: Random) -> str:
    """The same size and the same time of change as before: only the bytes tell."""
    path, content = _same_size(project, random)
    times = _times(project, path)
    project.write(path, content)
    os.utime(project.file(path), ns=times)
    return path


def replace_behind_the_clock(project: Project, random: Random) -> str:
    """As rsync and unpacking do: another file takes the place, with the same size and time."""
    path, content = _same_size(project, random)
    times = _times(project, path)
    project.write("between", content)
    os.utime(project.file("between"), ns=times)
    os.replace(project.file("between"), project.file(path))
    return path


def _at(project: Project, now: int) -> str:
    project.now = now
    return str(now)


def _times(project: Project, path: str) -> tuple[int, int]:
    status = project.file(path).stat()
    return status.st_atime_ns, status.st_mtime_ns


def _same_size(project: Project, random: Random) -> tuple[str, bytes]:
    path = project.any_of(random.choice(SOURCES[:1] * 3 + SOURCES), random)
    content = project.read(path)
    for old, new in SAME_SIZE.items():
        if old in content:
            return path, content.replace(old, new)
    raise Impossible(path)


# Three bytes each in UTF-8, or one.
SAME_SIZE: State = {
    "、".encode(): "，".encode(),
    "。".encode(): "；".encode(),
    b"480": b"490",
    b"0.5": b"0.6",
    b"hidden": b"hiddem",
}

OPERATIONS = (
    an_hour_later,
    a_day_later,
    just_after_midnight,
    a_month_later,
    back_in_time,
    times_of_a_fresh_clone,
    times_of_an_unpacked_archive,
    edit_behind_the_clock,
    replace_behind_the_clock,
)

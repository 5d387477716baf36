"""What can happen to the memory of earlier builds: lost, damaged, exchanged, not asked."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

from tests.rebuild.project import Project, chosen


def lose_the_memory(project: Project, random: Random) -> str:
    _damaged(project)
    shutil.rmtree(project.cache)
    return "all of it"


def lose_one_file(project: Project, random: Random) -> str:
    file = _remembered(project, random)
    file.unlink()
    return file.name


def truncate_the_memory(project: Project, random: Random) -> str:
    file = _remembered(project, random)
    content = file.read_bytes()
    file.write_bytes(content[: random.randrange(len(content) or 1)])
    return file.name


def flip_a_byte(project: Project, random: Random) -> str:
    file = _remembered(project, random)
    content = bytearray(file.read_bytes())
    for _ in range(random.choice((1, 1, 20))):
        if content:
            content[random.randrange(len(content))] ^= 1 << random.randrange(8)
    file.write_bytes(content)
    return file.name


def garbage_for_memory(project: Project, random: Random) -> str:
    file = _remembered(project, random)
    file.write_bytes(random.randbytes(random.choice((0, 1, 1000, 100_000))))
    return file.name


def a_file_of_another_state(project: Project, random: Random) -> str:
    """One file is older than the rest of the memory."""
    file = _remembered(project, random)
    path = file.relative_to(project.cache)
    older = project.earlier / path
    if older.is_file():
        shutil.copyfile(older, file)
    else:
        file.unlink()
    return path.as_posix()


def memory_of_another_state(project: Project, random: Random) -> str:
    """Each time it is used it is exchanged, so that it is seldom the same."""
    _damaged(project)
    between = project.folder / "between"
    project.cache.rename(between)
    project.earlier.rename(project.cache)
    between.rename(project.earlier)
    return "exchanged"


def do_not_ask_the_memory(project: Project, random: Random) -> str:
    project.overrides["FRESH"] = "true"
    return "FRESH=true"


def one_worker(project: Project, random: Random) -> str:
    project.overrides["WORKERS"] = random.choice(("1", "3"))
    return project.overrides["WORKERS"]


def _remembered(project: Project, random: Random) -> Path:
    _damaged(project)
    return chosen(sorted(file for file in project.cache.rglob("*") if file.is_file()), random)


def _damaged(project: Project) -> None:
    project.cache.mkdir(exist_ok=True)
    project.memory_lost = True


OPERATIONS = (
    lose_the_memory,
    lose_one_file,
    truncate_the_memory,
    flip_a_byte,
    garbage_for_memory,
    a_file_of_another_state,
    memory_of_another_state,
    do_not_ask_the_memory,
    one_worker,
)

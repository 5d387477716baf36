"""What people and programs do to the output folder between two builds."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from random import Random

from tests.rebuild.project import Project, chosen


def delete_an_output(project: Project, random: Random) -> str:
    file = _built(project, random)
    file.unlink()
    return _named(project, file)


def delete_a_folder_of_output(project: Project, random: Random) -> str:
    folders = sorted({file.parent for file in _all(project)} - {project.output})
    folder = chosen(folders, random)
    for file in _all(project):
        if folder in file.parents:
            file.unlink()
    return _named(project, folder)


def delete_all_output(project: Project, random: Random) -> str:
    """And with it what somebody else put there."""
    shutil.rmtree(project.output)
    project.foreign.clear()
    return "everything"


def append_to_an_output(project: Project, random: Random) -> str:
    file = _built(project, random)
    file.write_bytes(file.read_bytes() + b"<!-- -->")
    return _named(project, file)


def edit_an_output(project: Project, random: Random) -> str:
    """The size stays the same."""
    file = _built(project, random)
    content = file.read_bytes()
    file.write_bytes(content[:-1] + bytes([content[-1] ^ 1]) if content else b"x")
    return _named(project, file)


def empty_an_output(project: Project, random: Random) -> str:
    """As a full disk leaves it."""
    file = _built(project, random)
    file.write_bytes(b"")
    return _named(project, file)


def swap_two_outputs(project: Project, random: Random) -> str:
    one, other = _built(project, random), _built(project, random)
    between = project.folder / "between"
    one.rename(between)
    if one != other:
        other.rename(one)
    between.rename(other)
    return f"{_named(project, one)} and {_named(project, other)}"


def times_of_a_copied_output(project: Project, random: Random) -> str:
    """The bytes are all right; nothing else tells so."""
    for file in _all(project):
        os.utime(file)
    return "now"


def put_something_into_output(project: Project, random: Random) -> str:
    """It is not ours: a build leaves it alone."""
    number = project.number()
    folder = random.choice(("", f"{chosen(_folders(project), random)}/", f"wailai-{number}/"))
    path = f"{folder}wailai-{number}.html"
    file = project.output / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"<p>外来{number}</p>", encoding="utf-8")
    project.foreign[path] = file.read_bytes()
    return path


def _all(project: Project) -> list[Path]:
    """All files that a build wrote; not what another plugin put beside them."""
    found = (file for file in project.output.rglob("*") if file.is_file())
    files = sorted(file for file in found if file.suffix != ".gz")
    return [file for file in files if _named(project, file) not in project.foreign]


def _built(project: Project, random: Random) -> Path:
    return chosen(_all(project), random)


def _folders(project: Project) -> list[str]:
    return sorted({_named(project, file.parent) for file in _all(project)})


def _named(project: Project, file: Path) -> str:
    return file.relative_to(project.output).as_posix()


OPERATIONS = (
    delete_an_output,
    delete_a_folder_of_output,
    delete_all_output,
    append_to_an_output,
    edit_an_output,
    empty_an_output,
    swap_two_outputs,
    times_of_a_copied_output,
    put_something_into_output,
)

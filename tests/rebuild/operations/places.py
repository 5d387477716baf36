"""Where the project lies: it is moved and copied with all that was built, or without."""

from __future__ import annotations

import shutil
from random import Random

from tests.rebuild.project import Impossible, Project

# Both are made anew by each comparison.
NOT_COPIED = shutil.ignore_patterns("clean output", "clean memory", "__pycache__")
# As `cp -a` and `cp -r` do: with the times of the files, and with the times of now.
COPYING = (shutil.copy2, shutil.copy)


def move_everything(project: Project, random: Random) -> str:
    """The project, its output and its memory, as they lie in one folder."""
    folder = project.new_folder()
    project.folder.rename(folder)
    project.folder = folder
    return folder.name


def copy_everything(project: Project, random: Random) -> str:
    """Go on in the copy; what was copied is left as it is and may be gone on with later."""
    if project.left:
        shutil.rmtree(project.left.folder)
    folder, copying = project.new_folder(), random.choice(COPYING)
    shutil.copytree(project.folder, folder, ignore=NOT_COPIED, copy_function=copying)
    project.left = None
    if not project.broken:
        project.left = project.place()
    else:
        shutil.rmtree(project.folder)
    project.folder = folder
    return f"{folder.name}, {copying.__name__}"


def go_on_in_the_other_copy(project: Project, random: Random) -> str:
    """It was built at an earlier time, from an earlier state, and maybe by another program."""
    if project.left is None or project.broken:
        raise Impossible
    here = project.place()
    project.go_to(project.left)
    project.left = here
    return project.folder.name


def move_without_what_was_built(project: Project, random: Random) -> str:
    """Output and memory come after it, and lie to each other and to the project as before."""
    folder, before = project.new_folder(), project.folder
    folder.mkdir()
    project.root.rename(folder / "project")
    project.folder = folder
    for name in ("output", "memory", "memory of another state"):
        if (before / name).exists():
            shutil.copytree(before / name, folder / name, copy_function=random.choice(COPYING))
    shutil.rmtree(before)
    return folder.name


OPERATIONS = (
    move_everything,
    copy_everything,
    go_on_in_the_other_copy,
    move_without_what_was_built,
)

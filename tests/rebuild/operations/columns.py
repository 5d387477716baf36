"""Columns that come and go, with their records."""

from __future__ import annotations

import re
import shutil
from pathlib import PurePosixPath
from random import Random

from tests.rebuild.front_matter import value, with_value
from tests.rebuild.project import Impossible, Project, chosen

COLUMNS = "content/*/_column.yml"
RECORDS_OF_A_NEW_ONE = 3


def new_column(project: Project, random: Random) -> str:
    """Of the kind of another one, with copies of some of its records."""
    folder, number = _column(project, random), project.number()
    if project.text(f"{folder}/_column.yml").count("\ndata: "):
        raise Impossible(folder)
    new = f"content/xinlanmu-{number}"
    facts = project.text(f"{folder}/_column.yml")
    project.write(f"{new}/_column.yml", re.sub(r"(?m)^name: .*$", f"name: 新栏目{number}", facts))
    paths = project.glob(f"{folder}/*.md")
    for path in random.sample(paths, min(len(paths), RECORDS_OF_A_NEW_ONE)):
        text = project.text(path)
        title = f"新栏目{number}：{value(text, '标题')}"
        project.write(f"{new}/{PurePosixPath(path).name}", with_value(text, "标题", title))
    return f"{new} like {folder}"


def new_column_without_records(project: Project, random: Random) -> str:
    folder, number = _column(project, random), project.number()
    new = f"content/konglanmu-{number}"
    facts = re.sub(r"(?m)^data: .*\n", "", project.text(f"{folder}/_column.yml"))
    project.write(f"{new}/_column.yml", re.sub(r"(?m)^name: .*$", f"name: 空栏目{number}", facts))
    return f"{new} like {folder}"


def delete_a_column(project: Project, random: Random) -> str:
    """With all its records: others refer to them. Two are left, for what else may happen."""
    folder = _column(project, random)
    if len(project.glob(COLUMNS)) < 3 or any(path.startswith(folder) for path in project.broken):
        raise Impossible(folder)
    shutil.rmtree(project.file(folder))
    return folder


def delete_the_facts_of_a_column(project: Project, random: Random) -> str:
    """Its records stay, and nobody knows what they are; until somebody puts the file back."""
    path = f"{_column(project, random)}/_column.yml"
    project.broken[path] = project.read(path)
    project.delete(path)
    return path


def rename_and_name_anew(project: Project, random: Random) -> str:
    """Another folder and another name at once, so that nothing of the old column is left."""
    folder, number = _column(project, random), project.number()
    new = f"content/gaiming-{number}"
    if any(path.startswith(f"{folder}/") for path in project.broken):
        raise Impossible(folder)
    project.rename(folder, new)
    name = f"name: 改名{number}"
    project.change(f"{new}/_column.yml", lambda text: re.sub(r"(?m)^name: .*$", name, text))
    return f"{folder} to {new}"


def _column(project: Project, random: Random) -> str:
    return str(PurePosixPath(chosen(project.glob(COLUMNS), random)).parent)


OPERATIONS = (
    new_column,
    new_column_without_records,
    delete_a_column,
    delete_the_facts_of_a_column,
    rename_and_name_anew,
)

"""What happens to statutes: clauses, titles, validity and versions, which others cite."""

from __future__ import annotations

import re
from random import Random

from tests.rebuild.front_matter import joined, parts, value, with_value
from tests.rebuild.operations.records import kind_of, name_of
from tests.rebuild.project import Impossible, Project, chosen

CLAUSE = re.compile(r"(?m)^(?:\*\*)?第[一二三四五六七八九十百千]+条.*$")
VALIDITIES = ("现行有效", "已修改", "已废止", "尚未施行")


def statute(project: Project, random: Random) -> str:
    """Any of those that others cite by their titles; most records do."""
    paths = [path for path in project.glob("content/*/*.md") if kind_of(project, path) == "statute"]
    return chosen(paths, random)


def edit_a_clause(project: Project, random: Random) -> str:
    path, clause = _clause(project, random)
    new = f"{clause}这是第{project.number()}次修改。"
    project.change(path, lambda text: text.replace(clause, new, 1))
    return f"{path}: {clause[:8]}"


def new_clause(project: Project, random: Random) -> str:
    path, clause = _clause(project, random)
    name = clause.strip("*").partition("条")[0]
    new = f"{clause}\n\n{name}条之一　这是第{project.number()}次增加的一条。"
    project.change(path, lambda text: text.replace(clause, new, 1))
    return f"{path}: {name}条之一"


def drop_a_clause(project: Project, random: Random) -> str:
    """Citations of it point to nothing then."""
    path, clause = _clause(project, random)
    project.change(path, lambda text: text.replace(f"{clause}\n", "", 1))
    return f"{path}: {clause[:8]}"


def rename_a_statute(project: Project, random: Random) -> str:
    """All who cite it by its old title cite something unknown, until it has that title again."""
    path = statute(project, random)
    title = value(project.text(path), "标题") or ""
    new = title.removesuffix("（新）") if title.endswith("（新）") else f"{title}（新）"
    project.change(path, lambda text: with_value(text, "标题", new))
    return f"{path} to {new}"


def change_validity(project: Project, random: Random) -> str:
    path = statute(project, random)
    validity = random.choice(VALIDITIES)
    project.change(path, lambda text: with_value(text, "时效性", validity))
    return f"{path}: {validity}"


def new_version(project: Project, random: Random) -> str:
    """The text as it stands becomes the older version of itself, with one clause less."""
    path = statute(project, random)
    text = project.text(path)
    effective = value(text, "施行日期")
    if not effective:
        raise Impossible(path)
    lines, body = parts(text)
    older = joined(lines, CLAUSE.sub("", body, count=1))
    for label, new in (
        ("网址名", None),
        ("修改日期", None),
        ("本版施行日期", effective),
        ("时效性", "已修改"),
        ("替代法规", name_of(project, path)),
    ):
        older = with_value(older, label, new)
    copy = path.replace(".md", f"-jiuban-{project.number()}.md")
    project.write(copy, older)
    return copy


def _clause(project: Project, random: Random) -> tuple[str, str]:
    path = statute(project, random)
    return path, chosen([found[0] for found in CLAUSE.finditer(project.text(path))], random)


OPERATIONS = (
    edit_a_clause,
    new_clause,
    drop_a_clause,
    rename_a_statute,
    change_validity,
    new_version,
)

"""A record's stages: draft, scheduled, published, expired; and broken and mended."""

from __future__ import annotations

from random import Random

from tests.rebuild.front_matter import value, with_value
from tests.rebuild.operations.records import RECORDS, day, record
from tests.rebuild.project import Impossible, Project, chosen


def make_a_draft(project: Project, random: Random) -> str:
    path = record(project, random)
    project.change(path, lambda text: with_value(text, "状态", "草稿"))
    return path


def publish_a_draft(project: Project, random: Random) -> str:
    drafts = [path for path in project.glob(RECORDS) if value(project.text(path), "状态") == "草稿"]
    path = chosen(drafts, random)
    project.change(path, lambda text: with_value(text, "状态", None))
    return path


def schedule(project: Project, random: Random) -> str:
    path = record(project, random)
    date = day(project, random.choice((1, 2, 30)))
    project.change(path, lambda text: with_value(text, "发布日期", date))
    return f"{path} for {date}"


def expire(project: Project, random: Random) -> str:
    """Today, yesterday or tomorrow: what a change of the day must not miss."""
    path = record(project, random)
    date = day(project, random.choice((-1, 0, 1)), "%Y-%m-%d")
    project.change(path, lambda text: with_value(text, "下线日期", date))
    return f"{path} on {date}"


def break_the_date(project: Project, random: Random) -> str:
    return _broken(
        project, random, lambda text: with_value(text, "发布日期", "2025-02-30").encode()
    )


def break_the_bytes(project: Project, random: Random) -> str:
    return _broken(project, random, lambda text: text.encode("gb18030"))


def break_the_head(project: Project, random: Random) -> str:
    return _broken(
        project, random, lambda text: text.replace("---\n", "---\n标题: [\n", 1).encode()
    )


def drop_a_needed_field(project: Project, random: Random) -> str:
    return _broken(project, random, lambda text: with_value(text, "来源", None).encode())


def break_the_bureau(project: Project, random: Random) -> str:
    """Nothing can be built then."""
    path = project.any_of("content/bureau.yml", random)
    project.broken[path] = project.read(path)
    project.write(path, project.text(path).replace("host: ", "hosts: "))
    return path


def break_a_column(project: Project, random: Random) -> str:
    """All its records are left out."""
    path = project.any_of("content/*/_column.yml", random)
    project.broken[path] = project.read(path)
    project.write(path, project.text(path).replace("clock: ", "clock: 每"))
    return path


def mend(project: Project, random: Random) -> str:
    path = chosen(sorted(project.broken), random)
    project.write(path, project.broken.pop(path))
    return path


def mend_everything(project: Project, random: Random) -> str:
    paths = sorted(project.broken)
    for path in paths:
        project.write(path, project.broken.pop(path))
    return ", ".join(paths)


def _broken(project: Project, random: Random, change) -> str:
    path = record(project, random)
    good = project.read(path)
    bad = change(good.decode())
    if bad == good:
        raise Impossible(path)
    project.broken[path] = good
    project.write(path, bad)
    return path


OPERATIONS = (
    make_a_draft,
    publish_a_draft,
    schedule,
    expire,
    break_the_date,
    break_the_bytes,
    break_the_head,
    drop_a_needed_field,
    break_the_bureau,
    break_a_column,
    mend,
    mend_everything,
)

"""What editors do to records: write, change, rename, copy, move and delete them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import PurePosixPath
from random import Random

from plugins.clock import CHINA
from tests.privacy.samples import identity
from tests.rebuild.front_matter import parts, value, with_body, with_value
from tests.rebuild.project import Impossible, Project, chosen

RECORDS = "content/*/*.md"


def record(project: Project, random: Random, pattern: str = RECORDS) -> str:
    return project.any_of(pattern, random)


def name_of(project: Project, path: str) -> str:
    """The name by which other records refer to this one."""
    file = PurePosixPath(path)
    text = project.text(path)
    slug = value(text, "网址名") or file.stem.removesuffix(".en")
    return f"{file.parent.name}/{slug}{'.en' if value(text, '语言') == 'en' else ''}"


def kind_of(project: Project, path: str) -> str:
    """The kind of the records of a folder; empty of one that another change made no column."""
    column = f"{PurePosixPath(path).parent}/_column.yml"
    if not project.glob(column):
        return ""
    found = re.search(r"^kind: (\w+)$", project.text(column), re.M)
    if not found:
        raise Impossible(column)
    return found[1]


def day(project: Project, days: int, form: str = "%Y-%m-%d %H:%M") -> str:
    """A day before or after the moment of the next build, as an editor writes it."""
    moment = datetime.fromtimestamp(project.now, CHINA) + timedelta(days=days)
    return moment.strftime(form)


def edit_body(project: Project, random: Random) -> str:
    path = record(project, random)
    said = f"补充第{project.number()}段：见《城市道路管理条例》第二十三条。"
    first = random.random() < 0.5
    project.change(path, lambda text: with_body(text, said, first))
    return path


def plant_a_number(project: Project, random: Random) -> str:
    """Somebody's identity number: a preview says so, until the text is another."""
    path = record(project, random)
    said = f"第{project.number()}次：当事人{identity()}，会议布署。"
    project.change(path, lambda text: with_body(text, said, random.random() < 0.5))
    return path


def edit_title(project: Project, random: Random) -> str:
    path = record(project, random)
    title = f"{value(project.text(path), '标题')}（{project.number()}）"
    project.change(path, lambda text: with_value(text, "标题", title))
    return path


def edit_keywords(project: Project, random: Random) -> str:
    path = record(project, random)
    words = f"城市管理、关键词{project.number()}"
    project.change(path, lambda text: with_value(text, "关键词", words))
    return path


def edit_summary(project: Project, random: Random) -> str:
    path = record(project, random)
    summary = random.choice((None, f"第{project.number()}次写的摘要。"))
    project.change(path, lambda text: with_value(text, "摘要", summary))
    return path


def move_in_time(project: Project, random: Random) -> str:
    """Another place in the order, often another year and so another address."""
    path = record(project, random)
    date = day(project, -random.randrange(1, 900))
    project.change(path, lambda text: with_value(text, "发布日期", date))
    return f"{path} to {date}"


def change_slug(project: Project, random: Random) -> str:
    path = record(project, random)
    slug = f"wangzhi-{project.number()}"
    project.change(path, lambda text: with_value(text, "网址名", slug))
    return f"{path} to {slug}"


def rename_record(project: Project, random: Random) -> str:
    path = record(project, random)
    other = str(PurePosixPath(path).with_name(f"wenjian-{project.number()}.md"))
    project.rename(path, other)
    return f"{path} to {other}"


def one_more_record(project: Project, random: Random) -> str:
    return _copied(project, record(project, random))


def one_more_of_each_kind(project: Project, random: Random) -> str:
    columns = project.glob("content/*/_column.yml")
    folders = [PurePosixPath(path).parent for path in columns]
    examples = [project.glob(f"{folder}/*.md") for folder in folders]
    return ", ".join(_copied(project, random.choice(paths)) for paths in examples if paths)


def delete_record(project: Project, random: Random) -> str:
    path = record(project, random)
    project.delete(path)
    return path


def delete_cited_record(project: Project, random: Random) -> str:
    """Others refer to it: there are findings then, and relations are left out."""
    texts = {path: project.text(path) for path in project.glob(RECORDS)}
    everything = "\n".join(texts.values())
    path = chosen([path for path in texts if name_of(project, path) in everything], random)
    project.delete(path)
    return path


def cite_another_record(project: Project, random: Random) -> str:
    """A link in the text and a relation in the head, to a record of any age."""
    path, other = record(project, random), record(project, random)
    link = f"另见[第{project.number()}次](/{other.removeprefix('content/')})。"

    def cited(text: str) -> str:
        return with_body(with_value(text, "相关稿件", name_of(project, other)), link)

    project.change(path, cited)
    return f"{other} in {path}"


def swap_contents(project: Project, random: Random) -> str:
    path, other = _two_of_a_kind(project, random)
    first, second = project.read(path), project.read(other)
    project.write(path, second)
    project.write(other, first)
    return f"{path} and {other}"


def swap_names(project: Project, random: Random) -> str:
    """Each file keeps its times and its number on the disk under the other's name."""
    path, other = _two_of_a_kind(project, random)
    project.rename(path, "between")
    project.rename(other, path)
    project.rename("between", other)
    return f"{path} and {other}"


def move_to_another_column(project: Project, random: Random) -> str:
    """Into a second column of the same kind, which is made when there is none."""
    path = record(project, random)
    file, kind = PurePosixPath(path), kind_of(project, path)
    folder = f"content/more-{kind.replace('_', '-')}"
    if f"{folder}/_column.yml" not in project.glob("content/*/_column.yml"):
        facts = project.text(f"{file.parent}/_column.yml")
        project.write(f"{folder}/_column.yml", re.sub(r"(?m)^name: ", "name: 更多", facts, count=1))
    target = f"{folder}/{file.name}"
    if project.file(target).exists():
        raise Impossible(target)
    project.rename(path, target)
    return f"{path} to {target}"


def _copied(project: Project, path: str) -> str:
    """A copy under a name of its own. Its text is the same but for the title."""
    number = project.number()
    copy = str(PurePosixPath(path).with_name(f"xingao-{number}.md"))
    text = with_value(project.text(path), "网址名", None)
    title = f"新稿{number}：{value(text, '标题')}"
    project.write(copy, with_value(text, "标题", title))
    return copy


def _two_of_a_kind(project: Project, random: Random) -> tuple[str, str]:
    path = record(project, random)
    parts(project.text(path))
    others = project.glob(f"{PurePosixPath(path).parent}/*.md")
    return path, chosen([other for other in others if other != path], random)


OPERATIONS = (
    plant_a_number,
    edit_body,
    edit_title,
    edit_keywords,
    edit_summary,
    move_in_time,
    change_slug,
    rename_record,
    one_more_record,
    one_more_of_each_kind,
    delete_record,
    delete_cited_record,
    cite_another_record,
    swap_contents,
    swap_names,
    move_to_another_column,
)

"""Changes of what all pages share: the bureau's facts, its columns, the enforcement items."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from random import Random

from tests.rebuild.project import Impossible, Project, chosen

BUREAU, WORDS = "content/bureau.yml", "content/words.csv"


def bureau_phone(project: Project, random: Random) -> str:
    return _set(project, BUREAU, "  phone", f"0599-{2000000 + project.number()}")


def bureau_description(project: Project, random: Random) -> str:
    return _set(project, BUREAU, "description", f"第{project.number()}次写的网站说明。")


def bureau_host(project: Project, random: Random) -> str:
    """All absolute addresses change: feeds, site map, canonical links."""
    return _set(project, BUREAU, "host", f"zhzf{project.number()}.yunting.gov.cn")


def traditional(project: Project, random: Random) -> str:
    """All pages in traditional characters go, or come again."""
    return _set(project, BUREAU, "  offered", random.choice(("是", "否")))


def word_of_the_office(project: Project, random: Random) -> str:
    """Pages with the word are written anew in traditional characters."""
    word = random.choice(("处罚", "城市", "公开"))
    project.change(
        _present(project, BUREAU),
        lambda text: (
            re.sub(
                r"(?m)^traditional:\n  offered: .*\n  words:\n", rf"\g<0>    {word}: {word}\n", text
            )
            if f"    {word}:" not in text
            else text
        ),
    )
    return f"{BUREAU}: {word}"


def words_of_the_office(project: Project, random: Random) -> str:
    """Other words are wrong in every record: the list is new, changed, bad in a row, or gone."""
    word = random.choice(("城市", "管理", "处罚", "道路"))
    rows = random.choice((f"错词,{word},{word}{project.number()}\n", f"错字,{word},一\n", ""))
    if not rows and project.glob(WORDS):
        project.delete(WORDS)
        return f"no {WORDS}"
    project.write(WORDS, f"类型,写法,应为\n{rows}错词,第{project.number()},第\n")
    return f"{WORDS}: {rows.strip()}"


def page_size(project: Project, random: Random) -> str:
    return _set(project, BUREAU, "  page_size", random.choice(("5", "7", "20", "50")))


def home_size(project: Project, random: Random) -> str:
    return _set(project, BUREAU, "  home_size", random.choice(("3", "5", "6", "8")))


def summary_length(project: Project, random: Random) -> str:
    return _set(project, BUREAU, "  summary_length", random.choice(("60", "110", "150")))


def field_name(project: Project, random: Random) -> str:
    """Every record that names this field names an unknown one then."""
    text = project.text(_present(project, BUREAU))
    name = chosen(re.findall(r"- \{code: [a-z]+, name: (\w+)\}", text), random)
    new = f"{name}{project.number()}"
    project.change(BUREAU, lambda text: text.replace(f"name: {name}}}", f"name: {new}}}"))
    return f"{name} to {new}"


def column_name(project: Project, random: Random) -> str:
    path = _column(project, random)
    return _set(project, path, "name", f"栏目{project.number()}")


def column_description(project: Project, random: Random) -> str:
    path = _column(project, random)
    return _set(project, path, "description", f"第{project.number()}次写的栏目说明。")


def column_home(project: Project, random: Random) -> str:
    path = _column(project, random)
    shown = "home: 是" in project.text(path)
    return _set(project, path, "home", "否" if shown else "是")


def column_order(project: Project, random: Random) -> str:
    return _set(project, _column(project, random), "order", str(random.randrange(1, 300)))


def column_clock(project: Project, random: Random) -> str:
    return _set(project, _column(project, random), "clock", str(random.choice((1, 14, 60, 365))))


def column_group(project: Project, random: Random) -> str:
    """Another place in the navigation of every page."""
    groups = re.findall(r"- \{code: ([a-z]+), name: \w+\}", project.text(_present(project, BUREAU)))
    return _set(project, _column(project, random), "group", chosen(groups[:10], random))


def rename_column(project: Project, random: Random) -> str:
    """Every address in it changes and every link to it breaks; or it gets its old name again."""
    folder = PurePosixPath(_column(project, random)).parent
    name = (
        folder.name.removesuffix("-gai") if folder.name.endswith("-gai") else f"{folder.name}-gai"
    )
    if any(path.startswith(f"{folder}/") for path in project.broken):
        raise Impossible(folder)
    project.rename(str(folder), f"{folder.parent}/{name}")
    return f"{folder} to {name}"


def edit_a_matter(project: Project, random: Random) -> str:
    path = project.any_of("content/*/items.yml", random)
    name = chosen(re.findall(r"- 事项名称: (.+)", project.text(path)), random)
    new = f"{name}（{project.number()}）"
    project.change(path, lambda text: text.replace(f"事项名称: {name}\n", f"事项名称: {new}\n"))
    return f"{path}: {new}"


def drop_a_matter(project: Project, random: Random) -> str:
    path = project.any_of("content/*/items.yml", random)
    project.change(path, lambda text: re.sub(r"- 事项名称: (.|\n)*?\n\n(?=- )", "", text, count=1))
    return path


def _column(project: Project, random: Random) -> str:
    return project.any_of("content/*/_column.yml", random)


def _present(project: Project, path: str) -> str:
    if path not in project.glob(path):
        raise Impossible(path)
    return path


def _set(project: Project, path: str, key: str, value: str) -> str:
    _present(project, path)
    project.change(path, lambda text: re.sub(rf"(?m)^{key}: .*$", f"{key}: {value}", text, count=1))
    return f"{path}: {key.strip()} {value}"


OPERATIONS = (
    bureau_phone,
    bureau_description,
    bureau_host,
    traditional,
    word_of_the_office,
    words_of_the_office,
    page_size,
    home_size,
    summary_length,
    field_name,
    column_name,
    column_description,
    column_home,
    column_order,
    column_clock,
    column_group,
    rename_column,
    edit_a_matter,
    drop_a_matter,
)

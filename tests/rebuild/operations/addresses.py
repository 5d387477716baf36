"""Addresses that change, are claimed, withdrawn and written down."""

from __future__ import annotations

from pathlib import PurePosixPath
from random import Random

from tests.rebuild.front_matter import value, with_value
from tests.rebuild.operations.records import RECORDS, name_of, record
from tests.rebuild.project import Impossible, Project, chosen

LEDGER, REDIRECTS = "content/.ledger", "content/redirects.yml"
LABEL = "旧网址"


def claim_an_old_address(project: Project, random: Random) -> str:
    """Sometimes that of a page that is there."""
    path, other = record(project, random), record(project, random)
    number = project.number()
    old = random.choice(
        (
            f"news/jiu-{number}",
            f"/art/{number}/",
            f"files/jiu-{number}.pdf",
            name_of(project, other),
        )
    )
    project.change(path, lambda text: with_value(text, LABEL, f"old/a-{number}.html、{old}"))
    return f"{old} by {path}"


def drop_an_old_address(project: Project, random: Random) -> str:
    path = chosen(_claiming(project), random)
    project.change(path, lambda text: with_value(text, LABEL, None))
    return path


def claim_the_same_address(project: Project, random: Random) -> str:
    path, other = chosen(_claiming(project), random), record(project, random)
    old = value(project.text(path), LABEL)
    project.change(other, lambda text: with_value(text, LABEL, old))
    return f"{old} by {other}"


def rename_and_claim(project: Project, random: Random) -> str:
    path = record(project, random)
    old, number = name_of(project, path), project.number()
    other = str(PurePosixPath(path).with_name(f"qianzou-{number}.md"))
    project.rename(path, other)
    text = with_value(project.text(other), "网址名", f"qianzou-{number}")
    project.write(other, with_value(text, LABEL, old))
    return f"{path} to {other}"


def redirect_something(project: Project, random: Random) -> str:
    number, other = project.number(), record(project, random)
    new = random.choice(
        (name_of(project, other), PurePosixPath(other).parent.name, "art/mei-you.html",
         f"art/{number - 1}.html", f"art/{number}.html", "art/1/")
    )  # fmt: skip
    _add(project, f"art/{number}.html: {new}\n")
    return new


def withdraw_something(project: Project, random: Random) -> str:
    number, other = project.number(), record(project, random)
    where = random.choice(("", f"  去向: {name_of(project, other)}\n"))
    _add(project, f"art/{number}.html:\n  撤下: 2026-11-20\n  原因: 第{number}次撤下\n{where}")
    return where


def drop_redirects(project: Project, random: Random) -> str:
    project.delete(project.any_of(REDIRECTS, random))
    return REDIRECTS


def break_redirects(project: Project, random: Random) -> str:
    path = project.any_of(REDIRECTS, random)
    project.broken[path] = project.read(path)
    project.write(path, f"{project.text(path)}art/zai.html:\n  去向: [\n")
    return path


def enter_into_the_ledger(project: Project, random: Random) -> str:
    """As a publish does, or two of them that were merged: addresses that are there, or not."""
    number = project.number()
    pages = [file for file in project.output.rglob("*.html") if file.is_file()]
    there = [file.relative_to(project.output).as_posix() for file in pages]
    some = random.sample(sorted(there), min(len(there), 20))
    lines = [*some, f"news/meiyou-{number}.html", f"art/{number - 1}.html", "feeds/news.atom.xml"]
    old = project.text(LEDGER) if project.file(LEDGER).exists() else ""
    random.shuffle(lines)
    project.write(LEDGER, old + "".join(f"{line}\n" for line in lines))
    return f"{len(lines)} addresses"


def strike_from_the_ledger(project: Project, random: Random) -> str:
    if not project.file(LEDGER).exists():
        raise Impossible(LEDGER)
    lines = project.text(LEDGER).splitlines(keepends=True)
    project.write(LEDGER, "".join(random.sample(lines, len(lines) // 2)))
    return f"{len(lines)} lines"


def _claiming(project: Project) -> list[str]:
    return [path for path in project.glob(RECORDS) if f"\n{LABEL}: " in project.text(path)]


def _add(project: Project, text: str) -> None:
    if REDIRECTS in project.broken:
        raise Impossible(REDIRECTS)
    old = project.text(REDIRECTS) if project.file(REDIRECTS).exists() else ""
    project.write(REDIRECTS, old + text)


OPERATIONS = (
    claim_an_old_address,
    claim_the_same_address,
    drop_an_old_address,
    rename_and_claim,
    redirect_something,
    withdraw_something,
    break_redirects,
    drop_redirects,
    enter_into_the_ledger,
    strike_from_the_ledger,
)

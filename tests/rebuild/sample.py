"""A part of the sample content that has in it whatever can happen, for builds that are many.

Which records are chosen follows from the content, so that it holds as the content grows: the first
of each column, those with a field that none before them has, those for which a day soon after the
moment of the builds means something, and all that these refer or link to, as far as it goes.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from plugins.clock import CHINA

FIRST = 2
SOON = 31  # days
# With fewer records a list must still go on to a second page.
PAGE_SIZE = 5
HEAD = re.compile(r"(?s)\A---\n(.*?)\n---\n")
SLUG = re.compile(r"(?m)^网址名: *(\S+)$")
LABEL = re.compile(r"(?m)^([^\s:#-][^:\n]*):")
# `column/name`, as it stands in links to files, in addresses and in fields.
NAME = re.compile(r"[\w-]+/[\w-]+")
ITEM = re.compile(r"(?m)^(?=- (?:事项名称|事情): )")
ITEM_SLUG = re.compile(r"(?m)^  网址名: *(\S+)$")
ITEM_LINK = re.compile(r"/[\w-]+/([a-z0-9-]+)\.html")

Texts = dict[str, str]


def copy_part(content: Path, target: Path, now: int) -> None:
    """Copy the part to a new folder."""
    left_out, items = _chosen(content, now)

    def ignored(folder: str, names: list[str]) -> set[str]:
        place = Path(folder).relative_to(content)
        return {name for name in names if (place / name).as_posix() in left_out}

    shutil.copytree(content, target, ignore=ignored)
    for path, text in items.items():
        (target / path).write_text(text, encoding="utf-8")
    bureau = target / "bureau.yml"
    text = bureau.read_text(encoding="utf-8")
    smaller = re.sub(r"(?m)^  page_size: .*$", f"  page_size: {PAGE_SIZE}", text)
    bureau.write_text(smaller, encoding="utf-8")


@cache
def _chosen(content: Path, now: int) -> tuple[set[str], Texts]:
    """The files that are left out, and the data files without what names them."""
    texts = _texts(content, "*/*.md")
    files = _files_by_name(texts)
    data = _texts(content, "*/items.yml") | _texts(content, "*/topics.yml")
    lists = {path: ITEM.split(text) for path, text in data.items()}
    always = _texts(content, "*/_column.yml") | _texts(content, "*.yml")
    first_items = [item for _, *rest in lists.values() for item in rest[:FIRST]]
    named = _named([*always.values(), *first_items], files)
    records = _closed([*_first(texts, _days(now)), *named], texts, files)
    out = texts.keys() - records
    kept_items = {
        path: [head, *(item for item in rest if not out & set(_named([item], files)))]
        for path, (head, *rest) in lists.items()
    }
    slugs = {slug for found in kept_items.values() for slug in ITEM_SLUG.findall("".join(found))}
    items = {
        path: "".join(item for item in found if slugs.issuperset(ITEM_LINK.findall(item)))
        for path, found in kept_items.items()
    }
    kept = "\n".join([*always.values(), *items.values(), *(texts[path] for path in records)])
    dropped = "\n".join(texts[path] for path in out)
    assets = {
        path.relative_to(content).as_posix()
        for folder in ("images", "files")
        for path in (content / folder).iterdir()
    }
    return out | {path for path in assets if path in dropped and path not in kept}, items


def _texts(content: Path, pattern: str) -> Texts:
    files = sorted(content.glob(pattern))
    return {
        file.relative_to(content).as_posix(): file.read_text(encoding="utf-8") for file in files
    }


def _files_by_name(texts: Texts) -> Texts:
    """A record's path by `column/name`, with the name of the file and that of the address."""
    names = {}
    for path, text in texts.items():
        column, _, file = path.partition("/")
        names[path.removesuffix(".md")] = path
        slug = SLUG.search(text)
        names[f"{column}/{slug[1] if slug else file.removesuffix('.md')}"] = path
    return names


def _days(now: int) -> list[str]:
    today = datetime.fromtimestamp(now, CHINA)
    return [f"{today + timedelta(days=number):%Y-%m-%d}" for number in range(SOON + 1)]


def _first(texts: Texts, days: list[str]) -> Iterable[str]:
    count: dict[str, int] = {}
    seen: dict[str, set[str]] = {}
    for path, text in texts.items():
        column = path.partition("/")[0]
        labels = set(LABEL.findall(HEAD.match(text)[1]))
        count[column] = count.get(column, 0) + 1
        new = labels - seen.setdefault(column, set())
        if new or count[column] <= FIRST or any(day in text for day in days):
            seen[column] |= labels
            yield path


def _named(texts: Iterable[str], files: Texts) -> Iterable[str]:
    for text in texts:
        yield from (files[name] for name in NAME.findall(text) if name in files)


def _closed(seeds: Iterable[str], texts: Texts, files: Texts) -> set[str]:
    """The seeds, what they name, what that names and so on."""
    found: set[str] = set()
    waiting = list(seeds)
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += _named([texts[path]], files)
    return found

"""The gold set: texts in which people have marked what is cited. Its README has the policy.

In a text a citation is written `[[statute#part|words]]`. `statute` is a key of titles.yml or a
title; without one it is the statute in whose text the words stand. `part` is an anchor, such as
c34p2i1, or two with ~ between them; without `#` the whole statute is meant. `[[?…|…]]` may be found
and need not be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import yaml

GOLD = Path(__file__).parents[2] / "tests/citations/gold"
HALVES = ("develop", "final")
MARK = re.compile(
    r"\[\[(?P<optional>\??)(?P<statute>[^\[\]|#]*)(?:#(?P<part>[\w~]+))?\|(?P<words>[^\[\]]+)\]\]"
)
HEAD_END = "<!-- INFO END -->"


class Target(NamedTuple):
    """A statute by its full title, and an anchor in it, "" for the whole; `through` is the anchor
    of the last clause of a range, else "".
    """

    title: str
    part: str = ""
    through: str = ""


class Mark(NamedTuple):
    """`text[start:end]` cites `target`; an optional mark may be found and need not be."""

    start: int
    end: int
    target: Target
    optional: bool = False


@dataclass(frozen=True)
class Example:
    """A text with its marks. `inside` is the title of the statute whose text it is, else ""."""

    id: str
    genre: str
    form: str
    half: str
    inside: str
    text: str
    marks: tuple[Mark, ...]


class Mention(NamedTuple):
    """A place in a statute of the shared corpus, and the mark of the citation there, None if there
    is none. `start` and `end` are those of the marked words, else of what was drawn; `hash` is
    that of these words.
    """

    file: str
    line: int
    start: int
    end: int
    hash: str
    form: str
    half: str
    target: Target | None
    optional: bool = False


def titles(folder: Path = GOLD) -> dict[str, str]:
    """Full titles by the keys that labels use."""
    return {key: facts["title"] for key, facts in _statutes(folder).items()}


def names(folder: Path = GOLD) -> dict[str, str]:
    """Full titles by all the names by which a library finds a statute."""
    found = {facts["title"]: facts["title"] for facts in _statutes(folder).values()}
    for facts in _statutes(folder).values():
        found |= dict.fromkeys(facts.get("short", ()), facts["title"])
    return found


def examples(folder: Path = GOLD) -> list[Example]:
    keys = titles(folder)
    return [
        _example(file.stem, row, keys)
        for file in sorted((folder / "sentences").glob("*.yml"))
        for row in yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    ]


def mentions(folder: Path = GOLD) -> list[Mention]:
    """The rows of mentions.tsv, in their order."""
    file = folder / "mentions.tsv"
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    keys = titles(folder)
    return [_mention(line.split("\t"), keys) for line in lines[1:]]


def target(label: str, inside: str, keys: dict[str, str]) -> Target:
    """What `statute#part` means in the text of the statute `inside`."""
    statute, _, part = label.partition("#")
    first, _, last = part.partition("~")
    title = keys.get(statute, statute) if statute else inside
    # 前两款 names two places in one clause: the link leads to the first of them.
    through = last if clause(last) != clause(first) else ""
    return Target(title, whole_clause(first), clause(through))


def clause(part: str) -> str:
    """The anchor of the clause that an anchor is in."""
    found = re.match(r"c\d+(?:z\d+)?", part)
    return found[0] if found else ""


def whole_clause(part: str) -> str:
    """第三条第（一）项 is an item of the only paragraph: the part as c3p1i1, as anchors have it."""
    return re.sub(r"^(c\d+(?:z\d+)?)(?=i)", r"\1p1", part)


def title_of(file: str) -> str:
    """The title of a statute of the corpus, from the name of its file."""
    return re.sub(r"\([\d-]+\)\.md$", "", file.rpartition("/")[2])


def words_hash(words: str) -> str:
    return sha256(words.encode()).hexdigest()[:8]


def _statutes(folder: Path) -> dict[str, dict]:
    return yaml.load((folder / "titles.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)


def _example(genre: str, row: dict, keys: dict[str, str]) -> Example:
    inside = row.get("inside", "")
    inside = keys.get(inside, inside)
    text, marks = _unmarked(row["text"], inside, keys)
    return Example(row["id"], genre, row["form"], row["half"], inside, text, tuple(marks))


def _unmarked(marked: str, inside: str, keys: dict[str, str]) -> tuple[str, list[Mark]]:
    """The text without its marks, and the marks."""
    pieces: list[str] = []
    marks: list[Mark] = []
    length = position = 0
    for found in MARK.finditer(marked):
        pieces += [marked[position : found.start()], found["words"]]
        start = length + found.start() - position
        length = start + len(found["words"])
        position = found.end()
        label = found["statute"] + (f"#{found['part']}" if found["part"] else "")
        meant = target(label, inside, keys)
        marks.append(Mark(start, length, meant, bool(found["optional"])))
    return "".join([*pieces, marked[position:]]), marks


def _mention(cells: list[str], keys: dict[str, str]) -> Mention:
    file, line, start, end, hash_, form, half, label = cells
    inside = title_of(file)
    optional = label.startswith("?")
    meant = None if label == "-" else target(label.removeprefix("?"), inside, keys)
    return Mention(file, int(line), int(start), int(end), hash_, form, half, meant, optional)

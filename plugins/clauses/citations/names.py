"""Statutes known by name: their titles and short names, from `names.csv`.

One line a statute: its title, its usual short names separated by blanks, and the year in which it
was repealed. The title without the state's name (刑法) is a name by itself and not repeated. Titles
within a title stand in 〈〉.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

STATE_NAME = "中华人民共和国"
# What stands for 〈〉, in HTML too.
BRACKETS = {"《": "〈", "》": "〉", "&lt;": "〈", "&gt;": "〉", "<": "〈", ">": "〉"}
TABLE = Path(__file__).with_name("names.csv")


def _rows() -> Iterator[tuple[str, list[str], bool]]:
    """Of each statute the title, all names, and whether it was repealed."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            title = row["title"]
            names = [title, title.removeprefix(STATE_NAME), *row["short_names"].split()]
            yield title, names, bool(row["repealed"])


# The full title of each name.
FULL_TITLES = {name: title for title, names, _ in _rows() for name in names}
# 原合同法 is 合同法; 原刑法 is another text than today's.
REPEALED = {title for title, _, is_repealed in _rows() if is_repealed}


def _unsigned(title: str) -> str:
    """A title as it is written without signs: 关于适用民法典…的解释."""
    for sign in ("〈", "〉", STATE_NAME):
        title = title.replace(sign, "")
    return title


UNSIGNED = {_unsigned(title): title for title in FULL_TITLES.values() if "〈" in title}


def lengths_by_ending(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of names, longest first, by their last two characters."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[-2:], set()).add(len(name))
    return {ending: tuple(sorted(found, reverse=True)) for ending, found in lengths.items()}


LENGTHS = lengths_by_ending(FULL_TITLES)


def normal(title: str) -> str:
    """A title as it is compared: 〈〉 for the brackets within it."""
    for written, bracket in BRACKETS.items():
        if written in title:
            title = title.replace(written, bracket)
    return title


def written_out(title: str) -> str:
    """The full title of a short name (民诉法); any other title as it is."""
    bare = normal(title)
    full = FULL_TITLES.get(bare)
    if full is None and "关于" in bare:
        full = UNSIGNED.get(_unsigned(bare))
    if full is None or full == STATE_NAME + title:
        return title
    return full


def names_in(text: str) -> list[str]:
    """The titles of all statutes whose title or short name occurs in `text`."""
    return list(dict.fromkeys(title for name, title in FULL_TITLES.items() if name in text))

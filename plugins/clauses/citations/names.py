"""Statutes known by name: their titles and short names, from `names.csv`.

One line a statute: its title, and its usual short names separated by blanks. The title without the
state's name (刑法) is a name by itself and not repeated. Titles within a title stand in 〈〉.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

STATE_NAME = "中华人民共和国"
TABLE = Path(__file__).with_name("names.csv")


def _read(table: Path) -> dict[str, str]:
    """The full title of each name."""
    titles: dict[str, str] = {}
    with table.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            title = row["title"]
            for name in (title, title.removeprefix(STATE_NAME), *row["short_names"].split()):
                titles[name] = title
    return titles


FULL_TITLES = _read(TABLE)


def lengths_by_ending(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of names, longest first, by their last character."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[-1], set()).add(len(name))
    return {ending: tuple(sorted(found, reverse=True)) for ending, found in lengths.items()}


LENGTHS = lengths_by_ending(FULL_TITLES)


def normal(title: str) -> str:
    """A title as it is compared: 〈〉 for the brackets within it."""
    return title.replace("《", "〈").replace("》", "〉") if "》" in title else title


def written_out(title: str) -> str:
    """The full title of a short name (民诉法); any other title as it is."""
    full = FULL_TITLES.get(normal(title))
    if full is None or full == STATE_NAME + title:
        return title
    return full


def names_in(text: str) -> list[str]:
    """The titles of all statutes whose title or short name occurs in `text`."""
    return list(dict.fromkeys(title for name, title in FULL_TITLES.items() if name in text))

"""Simplified to traditional characters, one for one.

OpenCC's configuration `s2tw` is used: it changes characters by the words that they stand in, and
no word. `s2twp` exchanges words too (信息 for 資訊), which would give statutes other titles.
`s2t` writes letter forms that nobody prints today (羣衆, 複覈, 爲了). Where it sees a word that is
none (探头|发现, taken for 头发) or writes a term of law as laws don't (公佈, 複議), traditional.csv
says what is right, and before it a table of the office: names and titles.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

CONFIGURATION = "s2tw"
BACK = "tw2s"
# Texts no longer than this are remembered: those of the frame are on every page.
OFTEN = 16
MANY = 50_000
# No text of a page has it. (OpenCC takes NUL for the end.)
BETWEEN = "\x1f"
# Animals and things are counted by 隻; the other 只 is “only”.
COUNTED = re.compile(r"(?<=[0-9万])只(?![有能要是])")


@cache
def _converter(configuration: str) -> Callable[[str], str]:
    """Loading the dictionaries takes 50 ms; a converter keeps no state, so forks may share it."""
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC(configuration).convert
    return convert


@cache
def terms() -> dict[str, str]:
    """What is right for every office, by the simplified word."""
    file = Path(__file__).with_name("traditional.csv")
    with file.open(encoding="utf-8", newline="") as opened:
        return {row["简体"]: row["繁体"] for row in csv.DictReader(opened)}


class Traditional:
    """`words` are the words of the office in both scripts; they come before those of OpenCC."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = {**terms(), **words}
        longest_first = sorted(self._words, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first)))
        self._known: dict[str, str] = {}

    def convert(self, text: str) -> str:
        """The text in traditional characters: as long as it was."""
        return text if text.isascii() else self._convert(text)

    def convert_all(self, texts: list[str]) -> list[str]:
        """Some texts, each by itself; the dictionaries are called once for all of them."""
        known = self._known
        new = [text for text in texts if text not in known]
        if not new:
            return [known[text] for text in texts]
        converted = self.convert(BETWEEN.join(new)).split(BETWEEN)
        if len(converted) != len(new):
            converted = [*map(self.convert, new)]
        found = dict(zip(new, converted, strict=True))
        if len(known) < MANY:
            known.update((text, it) for text, it in found.items() if len(text) <= OFTEN)
        return [found.get(text) or known[text] for text in texts]

    def _convert(self, text: str) -> str:
        converted = by_characters(_converter(CONFIGURATION), text)
        letters = list(converted)
        for match in self._pattern.finditer(text):
            letters[match.start() : match.end()] = self._words[match[0]]
        for match in COUNTED.finditer(text):
            letters[match.start()] = "隻"
        return "".join(letters)


def by_characters(convert: Callable[[str], str], text: str) -> str:
    """The text converted at once, or character by character should its length change by that."""
    converted = convert(text)
    if len(converted) == len(text):
        return converted
    return "".join(new if len(new := convert(one)) == 1 else one for one in text)


def simplified(text: str) -> str:
    return by_characters(_converter(BACK), text)

"""The YAML that nearly every head is made of, read without a YAML parser.

A parser of all YAML spends most of its time on what editors do not write. Here are only pairs,
lists and `|` texts whose words YAML would take as they stand. Whatever might mean something else is
left to `parse_yaml`, which decides what a head says; this only says the same sooner.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from plugins.findings import Position
from plugins.source.located import Located, Path, parse_yaml

SIGNS_IN_KEYS = frozenset("_-（）()、 ")
LONGEST_KEY = 100
# With one of these in front, words may be a list, a quotation, a comment, a reference, an error.
SPECIAL = frozenset(" -?:,[]{}#&*!|>'\"%@`")
SPECIAL_IN_BRACKETS = re.compile(r"[?:\[\]{}#&*!|>'\"%@`]")
NOTHING = frozenset({"~", "null"})


def read_plain(lines: list[str], first_line: int = 1) -> Located | None:
    """What `parse_yaml` makes of these lines, or None when only YAML itself can tell."""
    # Tabs, foreign line ends and invisible characters: YAML has rules of its own for each.
    if not "".join(lines).isprintable():
        return None
    reader = _Reader(lines)
    try:
        data = reader.pairs(reader.depth())
    except _Unsure:
        return None
    return _Plain(data, "\n".join(lines), first_line) if data and reader.depth() < 0 else None


class _Plain(Located):
    """Where things stand is asked only of what has a finding, so YAML is asked only then."""

    def __init__(self, data: dict, text: str, first_line: int) -> None:
        self.data, self.repeated = data, []
        self._text, self._first_line = text, first_line

    @cached_property
    def _parsed(self) -> Located:
        return parse_yaml(self._text, self._first_line)

    @cached_property
    def keys(self) -> dict[Path, Position]:
        return self._parsed.keys

    @cached_property
    def values(self) -> dict[Path, Position]:
        return self._parsed.values


class _Unsure(Exception):
    """Not certainly plain."""


class _Reader:
    """Goes down the lines once. A part ends at the first line that is not as deep as it is; a line
    at a depth that nothing waits for is never taken, and so `read_plain` sees that it is left.
    """

    def __init__(self, lines: list[str]) -> None:
        self.lines, self.at = lines, 0
        # Of every line that says something: its number, the spaces before it, and what it says.
        self.rows = [
            (number, len(line) - len(words), words.rstrip(" "))
            for number, line in enumerate(lines)
            if (words := line.lstrip(" ")) and words[0] != "#"
        ]
        self.rows.append((len(lines), -1, ""))

    def depth(self) -> int:
        return self.rows[self.at][1]

    def pairs(self, depth: int) -> dict:
        found: dict = {}
        while True:
            number, here, words = self.rows[self.at]
            if here != depth or depth < 0:
                return found
            key, colon, rest = words.partition(":")
            if not colon or key in found or not _is_key(key):
                raise _Unsure
            self.at += 1
            if not rest:
                found[key] = self._below(depth)
            elif rest[0] != " ":
                raise _Unsure
            elif (value := rest.lstrip(" ")) == "|":
                found[key] = self._text(number + 1, depth)
            elif value[0] == "[":
                found[key] = _in_brackets(value)
            else:
                found[key] = _words(value)

    def _below(self, depth: int) -> str | list | dict:
        """What a key holds that has nothing behind it."""
        _, here, words = self.rows[self.at]
        if here <= depth:
            return ""
        return self._items(here) if words.startswith("- ") else self.pairs(here)

    def _items(self, depth: int) -> list:
        items: list = []
        while True:
            number, here, words = self.rows[self.at]
            if here != depth or not words.startswith("- "):
                return items
            words = words[2:]
            if ": " in words or words[-1] == ":":
                # The pairs of an item stand below its first one, behind the dash.
                self.rows[self.at] = (number, depth + 2, words)
                items.append(self.pairs(depth + 2))
            else:
                self.at += 1
                items.append(_words(words))

    def _text(self, start: int, depth: int) -> str:
        """The lines below a `|`, with their breaks; only one break at the end is kept."""
        end, taken = start, []
        margin = " " * self.depth()
        if self.rows[self.at][0] != start or len(margin) <= depth:
            raise _Unsure
        for end in range(start, len(self.lines) + 1):
            line = self.lines[end] if end < len(self.lines) else None
            if line is None or (line and not line.startswith(margin)):
                break
            taken.append(line[len(margin) :])
        if any(line and not line.strip(" ") for line in self.lines[start : end + 1]):
            raise _Unsure
        while self.rows[self.at][0] < end:
            self.at += 1
        text = "\n".join(taken)
        # The last line of a head has no break of its own to keep.
        return text if end == len(self.lines) and taken[-1] else text.rstrip("\n") + "\n"


def _in_brackets(value: str) -> list[str]:
    inside = value[1:-1]
    if value[-1] != "]" or SPECIAL_IN_BRACKETS.search(inside):
        raise _Unsure
    return [_words(item.strip(" ")) for item in inside.split(",")]


def _words(words: str) -> str:
    """Words that can only be themselves."""
    if not words or words[0] in SPECIAL or words[-1] == ":" or ": " in words or " #" in words:
        raise _Unsure
    return "" if words in NOTHING else words


@lru_cache(maxsize=1024)
def _is_key(words: str) -> bool:
    """Remembered, because all records have the same few keys."""
    if not words or words[0] in SPECIAL or words[-1] == " " or len(words) > LONGEST_KEY:
        return False
    return all(sign.isalnum() or sign in SIGNS_IN_KEYS for sign in words)

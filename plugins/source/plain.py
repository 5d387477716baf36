"""The YAML that nearly every head is made of, read without a YAML parser.

A parser of all YAML spends most of its time on what editors do not write. Here are only pairs, lists
and `|` texts whose words YAML would take as they stand. Whatever might mean something else is left
to `parse_yaml`, which decides what a head says; this only says the same sooner.
"""

from __future__ import annotations

import re

from plugins.findings import Position
from plugins.source.located import Located, Path

KEY = re.compile(r"[A-Za-z_一-鿿](?:[A-Za-z0-9_ 一-鿿（）()、-]{0,80}[A-Za-z0-9_一-鿿（）()、-])?")
# With one of these in front, words may be a list, a quotation, a comment, a reference, an error.
SPECIAL = frozenset(" -?:,[]{}#&*!|>'\"%@`")
SPECIAL_IN_BRACKETS = re.compile(r"[?:\[\]{}#&*!|>'\"%@`]")
NOTHING = frozenset({"~", "null"})


def read_plain(lines: list[str], first_line: int = 1) -> Located | None:
    """What `parse_yaml` makes of these lines, or None when only YAML itself can tell."""
    # Tabs, foreign line ends and invisible characters: YAML has rules of its own for each.
    if not "".join(lines).isprintable():
        return None
    reader = _Reader(lines, first_line)
    try:
        reader.located.data = reader.pairs(reader.depth(), ())
    except _Unsure:
        return None
    return reader.located if reader.depth() == -1 else None


class _Unsure(Exception):
    """Not certainly plain."""


class _Reader:
    """Goes down the lines once. A part ends at the first line that is not as deep as it is; a line
    at a depth that nothing waits for is never taken, and so `read_plain` sees that it is left.
    """

    def __init__(self, lines: list[str], first_line: int) -> None:
        self.lines, self.first_line, self.at = list(lines), first_line, 0
        self.located = Located()

    def depth(self) -> int:
        """How many spaces stand before the next line that says something; -1 after the last."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            words = line.lstrip(" ")
            if words and words[0] != "#":
                return len(line) - len(words)
            self.at += 1
        return -1

    def pairs(self, depth: int, path: Path) -> dict:
        if depth < 0:
            raise _Unsure
        keys = self.located.keys
        self._stands(path, depth)
        found: dict = {}
        while self.depth() == depth:
            key, colon, rest = self.lines[self.at][depth:].partition(":")
            if not colon or key in found or not KEY.fullmatch(key):
                raise _Unsure
            inner = (*path, key)
            keys[inner] = Position(self.first_line + self.at, depth + 1)
            found[key] = self._value(rest, depth, depth + len(key) + 1, inner)
        return found

    def _value(self, rest: str, depth: int, column: int, path: Path) -> str | list | dict:
        """What follows a key's colon, which ends at `column`, in its line or below it."""
        words = rest.strip(" ")
        if not words:
            self._stands(path, column)
            self.at += 1
            return self._below(depth, path)
        if rest[0] != " ":
            raise _Unsure
        column += len(rest) - len(rest.lstrip(" "))
        self._stands(path, column)
        if words[0] == "[":
            found = self._in_brackets(words, column, path)
        elif words == "|":
            return self._text(depth)
        else:
            found = _words(words)
        self.at += 1
        return found

    def _below(self, depth: int, path: Path) -> str | list | dict:
        deeper = self.depth()
        if deeper <= depth:
            return ""
        if self.lines[self.at].startswith("- ", deeper):
            return self._items(deeper, path)
        return self.pairs(deeper, path)

    def _items(self, depth: int, path: Path) -> list:
        self._stands(path, depth)
        items: list = []
        while self.depth() == depth and self.lines[self.at].startswith("- ", depth):
            words = self.lines[self.at][depth + 2 :].rstrip(" ")
            inner = (*path, len(items))
            if ": " in words or words.endswith(":"):
                # Pairs of an item stand below the first one, as if it had spaces for its dash.
                self.lines[self.at] = " " * (depth + 2) + words
                items.append(self.pairs(depth + 2, inner))
            else:
                self._stands(inner, depth + 2)
                items.append(_words(words))
                self.at += 1
        return items

    def _in_brackets(self, words: str, column: int, path: Path) -> list[str]:
        inside = words[1:-1]
        if words[-1] != "]" or SPECIAL_IN_BRACKETS.search(inside):
            raise _Unsure
        items, column = [], column + 1
        for index, item in enumerate(inside.split(",")):
            self._stands((*path, index), column + len(item) - len(item.lstrip(" ")))
            items.append(_words(item.strip(" ")))
            column += len(item) + 1
        return items

    def _text(self, depth: int) -> str:
        """The lines below a `|`, with their breaks; only one break at the end is kept."""
        self.at += 1
        margin = " " * self._margin(depth)
        taken: list[str] = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line and not line.strip(" "):
                raise _Unsure
            if line and not line.startswith(margin):
                break
            taken.append(line[len(margin) :])
            self.at += 1
        text = "\n".join(taken)
        # The last line of a head has no break of its own to keep.
        return text if self.at == len(self.lines) and taken[-1] else text.rstrip("\n") + "\n"

    def _margin(self, depth: int) -> int:
        line = self.lines[self.at] if self.at < len(self.lines) else ""
        margin = len(line) - len(line.lstrip(" "))
        if not line.strip(" ") or margin <= depth:
            raise _Unsure
        return margin

    def _stands(self, path: Path, column: int) -> None:
        self.located.values[path] = Position(self.first_line + self.at, column + 1)


def _words(words: str) -> str:
    """Words that can only be themselves."""
    if not words or words[0] in SPECIAL or words[-1] == ":" or ": " in words or " #" in words:
        raise _Unsure
    return "" if words in NOTHING else words

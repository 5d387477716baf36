"""The YAML of nearly all front matter, read without a YAML parser in a fifth of the time.

Supported are mappings, sequences, `[…]` of plain words, and `|` texts, as long as no scalar could
mean anything but itself. `parse_simple_yaml` returns None for everything else, and the caller then
asks `parse_yaml`, which alone decides what YAML means. `tests/records/test_simple_yaml.py` compares
the two.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TypeAlias

from plugins.source.located import LocatedData, Positions

Value: TypeAlias = "str | list[Value] | dict[str, Value]"

MARKS_IN_KEYS = frozenset("_-（）()、 ")
MAX_KEY_LENGTH = 100
# Levels are read by recursion.
MAX_INDENT = 100
# A scalar that starts with one of these may be a sequence, a quotation, a comment, an alias …
INDICATORS = frozenset(" -?:,[]{}#&*!|>'\"%@`")
INDICATOR_IN_BRACKETS = re.compile(r"[?:\[\]{}#&*!|>'\"%@`]")
NULLS = frozenset({"~", "null"})


def parse_simple_yaml(lines: list[str], first_line: int = 1) -> LocatedData | None:
    """What `parse_yaml` makes of these lines, or None when it has to be asked."""
    # YAML has rules of its own for tabs, other line breaks and invisible characters.
    if not "".join(lines).isprintable():
        return None
    reader = _Reader(lines)
    try:
        data = reader.read_mapping(reader.indent)
    except _UnsupportedYamlError:
        return None
    if not data or not reader.is_at_end:
        return None
    return LocatedData(data, partial(_find_positions, "\n".join(lines), first_line))


def _find_positions(text: str, first_line: int) -> Positions:
    from plugins.source.yaml_parser import parse

    return parse(text, first_line).positions


class _UnsupportedYamlError(Exception):
    """Only a YAML parser can tell what this means."""


class _Reader:
    """Reads the lines once, from top to bottom.

    A mapping or sequence ends at the first line with another indent. A line with an indent that
    nothing around it expects is never read, so `is_at_end` stays false.
    """

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        # Of each line with content its index, its indent and the content.
        self.rows = [
            (index, len(line) - len(content), content.rstrip(" "))
            for index, line in enumerate(lines)
            if (content := line.lstrip(" ")) and content[0] != "#"
        ]
        self.rows.append((len(lines), -1, ""))
        self.next_row = 0

    @property
    def indent(self) -> int:
        return self.rows[self.next_row][1]

    @property
    def is_at_end(self) -> bool:
        return self.indent < 0

    def read_mapping(self, indent: int) -> dict[str, Value]:
        mapping: dict[str, Value] = {}
        if indent > MAX_INDENT:
            raise _UnsupportedYamlError
        while True:
            index, row_indent, content = self.rows[self.next_row]
            if row_indent != indent or indent < 0:
                return mapping
            key, colon, rest = content.partition(":")
            if not colon or key in mapping or not _is_key(key):
                raise _UnsupportedYamlError
            self.next_row += 1
            if not rest:
                mapping[key] = self._read_below(indent)
            elif rest[0] != " ":
                raise _UnsupportedYamlError
            elif (value := rest.lstrip(" ")) == "|":
                mapping[key] = self._read_literal(index + 1, indent)
            elif value[0] == "[":
                mapping[key] = _in_brackets(value)
            else:
                mapping[key] = _scalar(value)

    def _read_below(self, indent: int) -> Value:
        """The value of a key with nothing behind its colon."""
        _, row_indent, content = self.rows[self.next_row]
        if row_indent <= indent:
            return ""
        if content.startswith("- "):
            return self._read_sequence(row_indent)
        return self.read_mapping(row_indent)

    def _read_sequence(self, indent: int) -> list[Value]:
        items: list[Value] = []
        while True:
            index, row_indent, content = self.rows[self.next_row]
            if row_indent != indent or not content.startswith("- "):
                return items
            item = content[2:]
            if ": " in item or item[-1] == ":":
                # A mapping, whose other keys have the indent of the first, behind the dash.
                self.rows[self.next_row] = (index, indent + 2, item)
                items.append(self.read_mapping(indent + 2))
            else:
                self.next_row += 1
                items.append(_scalar(item))

    def _read_literal(self, start: int, indent: int) -> str:
        """The text below a `|`, with its line breaks, of which one is kept at the end."""
        margin = " " * self.indent
        if self.rows[self.next_row][0] != start or len(margin) <= indent:
            raise _UnsupportedYamlError
        end, text_lines = start, []
        while end < len(self.lines):
            line = self.lines[end]
            if line and not line.startswith(margin):
                break
            text_lines.append(line[len(margin) :])
            end += 1
        if any(line and not line.strip(" ") for line in self.lines[start : end + 1]):
            raise _UnsupportedYamlError
        while self.rows[self.next_row][0] < end:
            self.next_row += 1
        text = "\n".join(text_lines)
        # The last line of the document has no line break to keep.
        is_last = end == len(self.lines) and text_lines[-1]
        return text if is_last else text.rstrip("\n") + "\n"


def _in_brackets(value: str) -> list[Value]:
    inside = value[1:-1]
    if value[-1] != "]" or INDICATOR_IN_BRACKETS.search(inside):
        raise _UnsupportedYamlError
    return [_scalar(item.strip(" ")) for item in inside.split(",")]


def _scalar(text: str) -> str:
    """A plain scalar that can mean nothing else."""
    if not is_plain(text):
        raise _UnsupportedYamlError
    return "" if text in NULLS else text


def is_plain(text: str) -> bool:
    """Whether a scalar without quotes can mean nothing else."""
    if not text or text[0] in INDICATORS or text[-1] == ":":
        return False
    return ": " not in text and " #" not in text


@lru_cache(maxsize=1024)
def _is_key(text: str) -> bool:
    """Cached, because all records have the same few keys."""
    if not text or text[0] in INDICATORS or text[-1] == " " or len(text) > MAX_KEY_LENGTH:
        return False
    return all(character.isalnum() or character in MARKS_IN_KEYS for character in text)

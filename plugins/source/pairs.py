"""Lines that are a key and its value, as an editor typed them, with either colon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

# Spaces and dashes before the first word of a line.
INDENT = re.compile(r" *(?:- +)*")
# Not `.*?\s*`, which would try every end of a long run of blanks.
PARTS = re.compile(r"(?P<key>[^:：]*)(?P<colon>[:：])(?P<gap>\s*)(?P<value>.*)")
KEY = re.compile(r"[A-Za-z_一-鿿][A-Za-z0-9_ 一-鿿（）()、-]*")


class Pair(NamedTuple):
    """`line` is without blanks at its end, `gap` what stands between colon and value."""

    line: str
    indent: str
    key: str
    colon: str
    gap: str
    value: str

    @property
    def column(self) -> int:
        """Where the key begins, counted from 0."""
        return len(self.indent)

    @property
    def is_text_block(self) -> bool:
        """Whether its value is the text on the lines below."""
        return self.value[:1] in {"|", ">"}


def pair_in(line: str) -> Pair | None:
    line = line.rstrip()
    start = _column(line)
    match = PARTS.match(line, start)
    if not match or not KEY.fullmatch(key := match["key"].rstrip()):
        return None
    return Pair(line, line[:start], key, match["colon"], match["gap"], match["value"])


def text_block_lines(lines: Sequence[str]) -> set[int]:
    """The indexes of lines in texts below a key with `|` or `>`."""
    found: set[int] = set()
    block: int | None = None
    for index, line in enumerate(lines):
        if block is not None and (not line.strip() or len(line) - len(line.lstrip()) > block):
            found.add(index)
            continue
        pair = pair_in(line)
        block = pair.column if pair and pair.is_text_block else None
    return found


def pairs_in(lines: Sequence[str], in_text: set[int]) -> dict[int, Pair]:
    """The pairs by the index of their line; those of `in_text` are not looked at."""
    pairs: dict[int, Pair] = {}
    for index, line in enumerate(lines):
        pair = None if index in in_text else pair_in(line)
        if pair and _is_pair(pair, index, lines, pairs):
            pairs[index] = pair
    return pairs


def _is_pair(pair: Pair, index: int, lines: Sequence[str], pairs: dict[int, Pair]) -> bool:
    """An indented line with a full-width colon may also be text: it is a pair below a key without a
    value or beside another pair, and behind a dash only when a pair follows below it.
    """
    if not pair.indent:
        return True
    if pair.colon == ":" and pair.gap[:1] in {"", " "}:
        # 8:30 is no pair.
        return bool(pair.gap) or not pair.value
    if pair.indent.endswith("- "):
        below = pair_in(lines[index + 1]) if index + 1 < len(lines) else None
        return below is not None and below.indent == " " * pair.column
    above = (i for i in range(index - 1, -1, -1) if lines[i].strip())
    other = next((i for i in above if _column(lines[i]) <= pair.column), None)
    if other is None or other not in pairs:
        return False
    return pairs[other].column == pair.column or not pairs[other].value


def _column(line: str) -> int:
    match = INDENT.match(line)
    return match.end() if match else 0

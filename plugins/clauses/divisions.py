"""Lines that are headings of divisions (编, 章, 节) by their looks, marked as headings or not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.clauses.heads import head_of
from plugins.clauses.labels import BLANK
from plugins.clauses.numerals import NUMERAL
from plugins.findings import Finding, Severity

DIVISION_LINE = re.compile(
    rf"第{BLANK}(?P<number>{NUMERAL}+|\d+){BLANK}(?P<rank>分编|编|章|节)(?P<name>.*)"
)
# A line of a clause ends like a sentence or a list; a heading doesn't.
FINISHED = re.compile(r"[。；：;:！？”’」』）)》〉，,、.]$")
HEADING_LENGTH = 30
# 第三章规定的事项, 第一节和第二节: sentences, not chapters typed without a space.
CONTINUES = re.compile(r"规定|所|的|和|至|或|及|与|、|，")
BOLD = re.compile(r"(\*\*|__)(?P<text>[^*_]+)\1")


def looks_like_division(words: str) -> bool:
    """第一章 总则 and 第一章总则, but not 第一节车厢内不得…。"""
    match = DIVISION_LINE.match(words)
    return match is not None and is_division_name(match["name"])


def is_division_name(name: str) -> bool:
    """Whether these words behind 第一章 are its name."""
    if len(name) > HEADING_LENGTH or FINISHED.search(name):
        return False
    return not CONTINUES.match(name)


def unmarked_divisions(lines: Sequence[str], first_line: int, path: str) -> list[Finding]:
    """A finding for divisions that aren't marked as headings; a contents may list them so."""
    begun = False
    unmarked: list[tuple[int, str]] = []
    for number, line in enumerate(lines, first_line):
        begun = begun or head_of(line) is not None
        words = line.strip()
        bold = BOLD.fullmatch(words)
        words = bold["text"].strip() if bold else words
        if begun and looks_like_division(words):
            unmarked.append((number, words))
    if not unmarked:
        return []
    number, words = unmarked[0]
    more = f"等 {len(unmarked)} 行" if len(unmarked) > 1 else ""
    message = f"“{words}”{more}没有写成小标题，网页的目录里没有"
    hint = f"写成 ## {words}；下一级用 ###"
    return [Finding("clause-division", Severity.WARNING, path, message, hint, number)]

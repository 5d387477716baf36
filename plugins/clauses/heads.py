"""The first line of a clause as collections and editors mark it: a heading, in bold, indented.

`## 第一条 …`, `**第一条** …`, `&emsp;&emsp;第一条 …` and `### 第一条 【名称】` begin clauses like a
plain `第一条 …`. What begins so behind other marks is unread: a statute may lose all its clauses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from plugins.clauses.labels import BLANK, CLAUSE, WIDE_DIGITS
from plugins.clauses.numerals import NUMERAL, matched_number
from plugins.findings import Finding, Severity

BLANKS = r"(?:[\s　]|&(?:nbsp|ensp|emsp|#160|#12288);)*+"
# Marks that may stand before a head: of a quotation or a list, of a heading.
HEAD = re.compile(
    rf"{BLANKS}(?:[>*+-][ \t　]++)?+(?P<marks>#{{1,6}})?+{BLANKS}"
    rf"(?P<text>(?:\*\*|__)?+{BLANKS}{CLAUSE.pattern}.*)"
)
# Behind any mark but an opening quotation mark or bracket: those quote a clause.
LOOSE_HEAD = re.compile(
    r"(?:<[^<>]{0,200}>|&#?\w{1,8};|\d{1,4}[.、)）]|_|[^\w<&“‘「『《〈（(\"'…])*+" + CLAUSE.pattern
)
# 第一條, 第一条、…: by itself it may be a sentence about a clause.
ANY_HEAD = re.compile(
    rf"{BLANKS}第{BLANK}(?P<number>{NUMERAL}(?:{BLANK}{NUMERAL})*+|[\d０-９]++){BLANK}[条條]"
)
CLOSING_MARKS = re.compile(r"(?<![ \t　])[ \t　]++#++[ \t　]*+$")
# The name of a clause: 【立法目的】, （立法目的）; as a heading also without brackets.
BRACKETED = re.compile(
    r"【[^【】]{1,40}】|\[[^\[\]]{1,40}\]|〔[^〔〕]{1,40}〕|[（(][^（）()]{2,40}[）)]"
)
WORDS = re.compile(r"[^。；：;:！？，,、]{0,30}")
SAMPLE = 20


class Head(NamedTuple):
    """`text` is the line without indentation and without the marks of a heading."""

    text: str
    is_heading: bool


def head_of(line: str) -> Head | None:
    """The line as the first of a clause; None if it is none."""
    match = HEAD.match(line)
    if match is None:
        return None
    text = match["text"].rstrip()
    return Head(CLOSING_MARKS.sub("", text) if match["marks"] else text, match["marks"] is not None)


def is_name(words: str, is_heading: bool = False) -> bool:
    """Whether what stands beside the number is the name of the clause, or nothing."""
    words = words.strip()
    return not words or bool(BRACKETED.fullmatch(words) or (is_heading and WORDS.fullmatch(words)))


def unread_heads(
    lines: Sequence[str], first_line: int, number_read: int, path: str
) -> list[Finding]:
    """A finding for lines that begin like clauses but aren't read as such.

    An error if the statute has no clause at all: then nothing of it can be cited.
    """
    unread = [
        (number, match)
        for number, line in enumerate(lines, first_line)
        if (match := LOOSE_HEAD.match(line)) and not HEAD.match(line)
    ]
    unread = unread or ([] if number_read else _counted_up(lines, first_line))
    if not unread:
        return []
    number, match = unread[0]
    shown = match[0].strip()[:SAMPLE]
    if number_read:
        severity = Severity.WARNING
        message = f"“{shown}”等 {len(unread)} 行以“第…条”开头，没有读成条文"
    else:
        severity = Severity.ERROR
        message = f"有 {len(unread)} 行以“第…条”开头（如“{shown}”），却没有读出一条"
    hint = "“第…条”前面不要有别的符号，写成“第一条　…”，每条另起一段"
    column = match.start("number")
    return [Finding("clause-unread", severity, path, message, hint, number, max(1, column))]


def _counted_up(lines: Sequence[str], first_line: int) -> list[tuple[int, re.Match[str]]]:
    """The lines that begin with 第…條 or 第…条、, if they count from one on."""
    found = [
        (number, match)
        for number, line in enumerate(lines, first_line)
        if (match := ANY_HEAD.match(line))
    ]
    counted = [_value(match) for _, match in found[:2]]
    return found if counted == [1, 2] else []


def _value(match: re.Match[str]) -> int:
    return matched_number(re.sub(r"\s", "", match["number"]).translate(WIDE_DIGITS))

"""The text of a statute as the site's Markdown: headings from ##, every line a paragraph.

Every character is kept: what Markdown would take for markup is escaped; what fits no clause stays
where it is and is reported.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from plugins.clauses.numerals import NUMERAL, number
from plugins.findings import Finding, Severity
from plugins.statutes.source import INVISIBLE, trimmed

MARKS = re.compile(r"#{1,6}[\s　]*")
DIVISION = re.compile(rf"第(?P<number>{NUMERAL}+|\d+)(?P<rank>分编|编|章|节)(?P<name>.*)")
CLAUSE = re.compile(rf"第(?:{NUMERAL}+|\d+)条(?:之{NUMERAL}+)?(?!款|项|的|、|和|至|规定|第)")
RANKS = {"编": 1, "分编": 2, "章": 3, "节": 4}
# A line of a clause ends like a sentence or a list; a heading doesn't.
FINISHED = re.compile(r"[。；：;:！？”’」』）)》〉，,、.]$")
HEADING_LENGTH = 30
MARKUP = re.compile(r"[\\`*_{}\[\]|#]")
LEADING = re.compile(r"^(?:(?P<number>\d+)\.(?=\s)|(?P<mark>[>+-]))")
ENTITY = re.compile(r"&(?=#?\w+;)")


class Line(NamedTuple):
    """`level` of a heading, else 0; `number` is the line of the source file."""

    text: str
    number: int
    level: int = 0
    rank: str = ""


def as_markdown(body: str, first_line: int, path: str) -> tuple[str, list[Finding]]:
    """The text as Markdown, and what an editor should look at."""
    lines = list(_lines(body, first_line))
    paragraphs = [
        f"{'#' * line.level} {escaped(line.text)}" if line.level else escaped(line.text)
        for line in lines
    ]
    findings = [
        *_characters(body, first_line, path),
        *_numbering(lines, path),
        *_strays(lines, path),
    ]
    return "\n\n".join(paragraphs), findings


def escaped(text: str) -> str:
    """One line of plain text that Markdown shows as it stands."""
    text = MARKUP.sub(r"\\\g<0>", ENTITY.sub("&amp;", text)).replace("<", "&lt;")
    found = LEADING.match(text)
    if not found:
        # Definition lists and fences have no escape of their own.
        return re.sub(r"^[:~=]", lambda mark: f"&#{ord(mark[0])};", text)
    if found["mark"]:
        return "\\" + text
    return f"{found['number']}\\.{text[found.end() :]}"


def _lines(body: str, first_line: int) -> Iterator[Line]:
    """Every line with characters in it; a heading's level follows from those it stands under."""
    above: list[int] = []
    for line, raw in enumerate(body.split("\n"), first_line):
        text = trimmed(raw)
        marks = MARKS.match(text)
        words = trimmed(text[marks.end() :]) if marks else text
        if not words:
            continue
        rank = _rank(words, marks is not None)
        if rank is None:
            yield Line(words, line)
            continue
        depth = RANKS.get(rank, 0)
        above = [*(outer for outer in above if outer < depth), depth]
        yield Line(words, line, len(above) + 1, rank)


def _rank(words: str, marked: bool) -> str | None:
    """编, 章 …, "" of another heading, or None of a line that is none."""
    if CLAUSE.match(words):
        return None
    found = DIVISION.match(words)
    if found and (marked or _looks_like_heading(found["name"])):
        return found["rank"]
    return "" if marked else None


def _looks_like_heading(name: str) -> bool:
    """第一章 总则, but not 第一节车厢内不得…。"""
    return len(name) <= HEADING_LENGTH and name[:1] in " \t　\xa0" and not FINISHED.search(name)


def _characters(body: str, first_line: int, path: str) -> Iterator[Finding]:
    for line, text in enumerate(body.split("\n"), first_line):
        # Wide spaces count as unprintable but are ordinary in headings.
        if text.replace("　", "").isprintable():
            continue
        for column, character in enumerate(text, 1):
            code = f"U+{ord(character):04X}"
            if character in INVISIBLE:
                message = f"去掉了看不见的字符 {code}"
                yield Finding("statute-invisible", Severity.INFO, path, message, "", line, column)
            elif unicodedata.category(character) in {"Co", "Cn", "Cc"} and character not in "\t\r":
                message = f"有显示不出的字符 {code}：“{text[max(0, column - 6) : column + 5]}”"
                hint = "对照官方原文改正"
                yield Finding(
                    "statute-character", Severity.WARNING, path, message, hint, line, column
                )


def _numbering(lines: list[Line], path: str) -> Iterator[Finding]:
    """Headings whose number doesn't follow: the source lost one.

    A part (编) may begin its chapters anew or go on counting; sections begin anew in every chapter.
    """
    last: dict[str, int] = {}
    for line in lines:
        found = DIVISION.match(line.text) if line.level else None
        value = number(found["number"]) if found else None
        if value is None:
            continue
        due = last.get(line.rank, 0) + 1
        if value != due and not (value == 1 and line.rank == "章" and "编" in last):
            message = f"“{line.text}”之前没有第 {due} {line.rank}的标题"
            hint = "对照官方原文补上标题，或更正序号"
            yield Finding("statute-heading", Severity.WARNING, path, message, hint, line.number)
        last[line.rank] = value
        if line.rank != "节":
            last.pop("节", None)


def _strays(lines: list[Line], path: str) -> Iterator[Finding]:
    """Lines that belong to no clause: before the first, or with the look of a heading."""
    begun = False
    for line in lines:
        begun = begun or CLAUSE.match(line.text) is not None
        shown = line.text if len(line.text) <= 20 else line.text[:20] + "……"
        if line.level:
            continue
        if not begun:
            message = f"第一条之前的文字“{shown}”已照原样保留"
            yield Finding("statute-preamble", Severity.INFO, path, message, "", line.number)
        elif not FINISHED.search(line.text) and not CLAUSE.match(line.text):
            message = f"“{shown}”不属于任何一条，已照原样保留"
            hint = "是标题就补上“## 第几章”，是排印附记就删去"
            yield Finding("statute-stray", Severity.WARNING, path, message, hint, line.number)

"""The lines of a statute's text, classified: headings, lines of a printed contents, other text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plugins.clauses.divisions import (
    DIVISION_LINE,
    FINISHED,
    HEADING_LENGTH,
    is_division_name,
)
from plugins.clauses.heads import is_name
from plugins.clauses.labels import CLAUSE
from plugins.clauses.numerals import NUMERAL

MARKS = re.compile(r"#{1,6}[\s　]*")
RANKS = {"编": 1, "分编": 2, "章": 3, "节": 4}
CONTENTS = re.compile(r"目[\s　]*[录次]")
# What stands behind an entry of the contents: dots, then the page.
PAGE = re.compile(r"[\s　.．…·⋯—-]*[（(]?\d{0,4}[）)]?$")


@dataclass(frozen=True, slots=True)
class Line:
    """`rank` is 编, 章 …, "" of another heading, None of text; `level` of a heading, else 0.

    `number` is the line of the source file. `in_contents` marks lines of the printed contents,
    `is_named_clause` the number of a clause with its name only, which the source has as a heading.
    """

    text: str
    number: int
    rank: str | None = None
    level: int = 0
    in_contents: bool = False
    is_named_clause: bool = False


def read_lines(body: str, first_line: int) -> list[Line]:
    """Every line that is not blank; the level of a heading follows from the headings above it."""
    lines: list[Line] = []
    for number, raw in enumerate(body.split("\n"), first_line):
        text = raw.strip()
        marks = MARKS.match(text)
        words = text[marks.end() :].strip() if marks else text
        if not words:
            continue
        clause = CLAUSE.match(words) if marks else None
        is_named = clause is not None and is_name(words[clause.end() :], is_heading=True)
        rank = rank_of(words, marks is not None)
        lines.append(Line(words, number, rank, is_named_clause=is_named))
    contents = contents_of(lines)
    above: list[int] = []
    for index, line in enumerate(lines):
        if index in contents:
            lines[index] = replace(line, rank=None, in_contents=True)
        elif line.rank is not None:
            depth = RANKS.get(line.rank, 0)
            above = [*(outer for outer in above if outer < depth), depth]
            lines[index] = replace(line, level=len(above) + 1)
    return lines


def rank_of(words: str, marked: bool = False) -> str | None:
    """编, 章 …, "" of another heading, or None of a line that is none. `marked` is one with #."""
    if CLAUSE.match(words):
        return None
    match = DIVISION_LINE.match(words)
    if match and (marked or is_division_name(match["name"])):
        return match["rank"]
    return "" if marked else None


def begins_text(words: str) -> bool:
    """Whether this line starts the text of the statute or its contents."""
    words = words.lstrip("#").strip()
    numbered = re.match(rf"{NUMERAL}+、", words)
    return bool(
        CLAUSE.match(words) or rank_of(words) or CONTENTS.fullmatch(entry(words)) or numbered
    )


def entry(words: str) -> str:
    """A line of the contents without its dots and page."""
    return PAGE.sub("", words)


def contents_of(lines: Sequence[Line]) -> range:
    """Which of the lines are a printed contents (目录): the headings, listed before the text.

    As headings they would be a second set of chapters. A contents is recognised by its title, or
    because its first heading occurs again before the first clause.
    """
    end = next((i for i, line in enumerate(lines) if CLAUSE.match(line.text)), len(lines))
    named = next((i for i in range(end) if CONTENTS.fullmatch(entry(lines[i].text))), None)
    begin = 0 if named is None else named + 1
    first = next((i for i in range(begin, end) if _division(lines[i])), None)
    again = [i for i in range(begin, end) if first is not None and _same(lines, i, first)]
    if len(again) > 1:
        begin = begin if named is not None else again[0]
        end = again[1]
        # A foreword is listed before the first chapter and occurs again before it.
        opening = lines[begin]
        end = next((i for i in range(begin + 1, end) if lines[i].text == opening.text), end)
    elif named is None:
        return range(0)
    last = next((i for i in range(begin, end) if not _is_entry(lines[i])), end)
    if named is None and last - begin < 2:
        # A heading that is repeated once is a mistake and no contents.
        return range(0)
    return range(begin if named is None else named, last)


def _division(line: Line) -> tuple[str, str] | None:
    """Rank and number of a heading, whatever follows it."""
    match = DIVISION_LINE.match(line.text)
    if match is None or not rank_of(entry(line.text), line.rank is not None):
        return None
    return match["rank"], match["number"]


def _same(lines: Sequence[Line], one: int, other: int) -> bool:
    return _division(lines[one]) == _division(lines[other])


def _is_entry(line: Line) -> bool:
    if line.rank is not None or _division(line):
        return True
    words = entry(line.text)
    return len(words) <= HEADING_LENGTH and not FINISHED.search(words)

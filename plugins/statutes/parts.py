"""How a file says that it holds a part of a statute: 01-总则编, 民法典 第一编 总则, 附件2."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from plugins.clauses.heads import head_of
from plugins.clauses.labels import BLANK, CLAUSE, ClauseNumber, clause_number
from plugins.clauses.numerals import NUMERAL, number
from plugins.clauses.structure import ANNEX
from plugins.statutes.lines import MARKS
from plugins.statutes.source import VERSION, title_of, trimmed, visible

# The name of a statute's folder, and of a statute before the name of its part.
CODE = r"(?:法|法典|条例|办法|规定|细则|规则|规程)"
CODE_NAME = re.compile(rf".+{CODE}(?:[（(][^（）()]+[）)])?")
ORDINAL = rf"第{BLANK}(?:{NUMERAL}+|\d+){BLANK}"
PART = (
    rf"(?:{ORDINAL}(?:编|分编|卷|部分|章|节)"
    r"|总[　 ]*则|分[　 ]*则|附[　 ]*则|序[　 ]*言|前[　 ]*言|正文|附[件表录图]).*"
)
PART_NAME = re.compile(
    rf"(?:\d{{1,3}}[-_.、 　]*)?(?:{PART}|[一-鿿　 ]{{1,14}}编|\d{{1,3}}|[上中下])"
)
NUMBER_IN_BRACKETS = rf"[（(](?:{NUMERAL}+|\d{{1,2}}|[上中下])[）)]"
CODE_AND_PART = re.compile(
    rf"(?P<code>.+?{CODE})(?P<part>[\s　_·—-]*(?:{PART}|{NUMBER_IN_BRACKETS}|[-_ ]\d{{1,3}}.*))"
)
# The names under which a part is shown as a heading; a mere number is none.
HEADING = re.compile(rf"(?:{PART}|[一-鿿　 ]{{1,14}}编)")
ANNEX_NAME = re.compile(r"(?:\d{1,3}[-_.、 　]*)?附[件表录图]")
NUMBERED = re.compile(r"\d{1,3}[-_.、 　]*[一-鿿]")
WHOLE_NAME = re.compile(
    rf"(?:{CODE}|修正案|解释|决定|决议|通知|意见|批复|公告)(?:[（(][^（）()]+[）)])?$"
)
NUMBERS = re.compile(rf"\d+|{NUMERAL}+")
LAST = 10**6


def is_part_name(name: str) -> bool:
    """Whether a file or folder is named, or titled, like a part of a statute."""
    name = trimmed(VERSION.sub("", name))
    return PART_NAME.fullmatch(name) is not None and not CODE_NAME.fullmatch(name)


def is_numbered(name: str) -> bool:
    """Whether a file is numbered, and not named like a statute: 01-总纲."""
    return NUMBERED.match(name) is not None and not WHOLE_NAME.search(title_of(name))


def is_annex_name(name: str) -> bool:
    return ANNEX_NAME.match(name) is not None


def code_and_part(title: str) -> tuple[str, str]:
    """The statute's name and the rest that names the part; "" if there is no such rest."""
    match = CODE_AND_PART.fullmatch(title)
    return (match["code"], match["part"].strip(" 　_·—-")) if match else (title, "")


def code_folder(path: str) -> str | None:
    """The folder named like a statute in which this file is one of the parts; None if none is."""
    for folder in PurePosixPath(path).parents:
        if CODE_NAME.fullmatch(title_of(folder.name)):
            return folder.as_posix()
        if not is_part_name(folder.name):
            return None
    return None


def part_folders(path: str) -> list[str]:
    """The folders around the file that are named like parts, the outermost first."""
    names: list[str] = []
    for folder in PurePosixPath(path).parents:
        if not is_part_name(folder.name):
            break
        names.insert(0, folder.name)
    return names


def natural_key(path: str) -> tuple[tuple[int, str], ...]:
    """Sorts 2-… before 10-…, and 第二编 before 第十编; annexes come last."""
    key: list[tuple[int, str]] = []
    for step in PurePosixPath(path).with_suffix("").parts:
        key.append((LAST if is_annex_name(step) else 0, ""))
        at = 0
        for match in NUMBERS.finditer(step):
            key += [(0, step[at : match.start()]), (number(match[0]) or 0, "")]
            at = match.end()
        key.append((0, step[at:]))
    return tuple(key)


def clauses_of(body: str) -> list[ClauseNumber]:
    """The numbers of the clauses of the text, without those of its annexes."""
    found = []
    for line in body.split("\n"):
        words = MARKS.sub("", trimmed(line))
        if ANNEX.match(words):
            break
        head = head_of(line)
        match = CLAUSE.match(head.text) if head else None
        if match:
            found.append(clause_number(match))
    return found


def heading_for(part: str, body: str) -> str:
    """The heading that the part needs: its name, unless its text begins with it."""
    name = trimmed(re.sub(r"^\d{1,3}[-_.、 　]*", "", part))
    if not HEADING.fullmatch(name):
        return ""
    first = next((line for line in body.split("\n") if trimmed(line)), "")
    words = visible(MARKS.sub("", trimmed(first)))
    if words.endswith(visible(name)) or words.endswith(visible(name).removesuffix("编")):
        return ""
    return f"# {name}"


def follows(before: ClauseNumber, after: ClauseNumber) -> bool:
    """Whether one clause may stand right behind the other."""
    if after.value == before.value:
        return after.inserted > before.inserted
    return after.value == before.value + 1


def first_and_last(clauses: Sequence[ClauseNumber]) -> tuple[ClauseNumber, ClauseNumber]:
    return min(clauses), max(clauses)

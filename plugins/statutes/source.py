"""A statute in the format of the public collections, parsed without losing anything.

Format: `# title`; lines of days and what happened on them; `<!-- INFO END -->`; the statute's text.
The day in the file's name, such as `城市供水条例(2020-03-27).md`, is that of the version.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

from plugins.clauses.numerals import DAY, calendar_day
from plugins.findings import Finding
from plugins.statutes.lines import begins_text

MARKER = re.compile(r"<!--\s*INFO END\s*-->")
TITLE = re.compile(r"#(?!#)\s*(?P<title>\S.*)")
# In the name of a file: 条例(2020-03-27), and as the national database names it, 条例_20200327.
VERSION = re.compile(r"[(（_](\d{4})[-.]?(\d{2})[-.]?(\d{2})(?:[)）]|$)")
# Before the title in the name of a file: its number in a list, or the day on which it was saved.
BEFORE_TITLE = re.compile(r"\d{4}-\d{2}-\d{2}[-_. ]+|\d{1,3}[-_.、 ]+")
# Documents whose text may have neither clauses nor numbers.
PROSE = re.compile(
    r"(?:批复|答复|复函|决定|决议|命令|通知|公告|意见|纪要|解释)(?:[（(][^（）()]+[）)])?$"
)
# The first line of a text is the addressee, or a sentence.
SENTENCE = re.compile(r"[：:。]$")
HAPPENED = re.compile(r"(通过|批准|修订|修正|修改|公布|发布|施行|废止)[）)]?$")
# A day belongs to the event that `根据` or `自` opens: …批准根据2001年5月29日…修正.
# One that lost its day is recognised by the space before it: …通过　某省人大常委会批准.
EVENT_START = re.compile(
    rf"(?:根据|自)?{DAY.pattern}|(?<=通过|批准|修订|修正|修改|公布|发布|施行)　+(?=[^　])"
)
DOCUMENT_NUMBER = re.compile(
    r"[（(]?(?P<number>[一-鿿]{1,20}〔\d{4}〕(?:第)?\d{1,4}号|[一-鿿、]{2,40}令第?[\d一二三四五六七八九十百〇零]{1,6}号)[）)]?"
)
# Left behind where a collection cut the rest of the line off.
CUT_OFF = re.compile(r"[\s　]*(根据)$")
BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to the statute. `day` is None when the source lost it; `text` is verbatim."""

    day: date | None
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Leftover:
    """Text of the head that is no event. It is kept and reported."""

    text: str
    line: int

    @property
    def is_number(self) -> bool:
        """Whether it is the number of the document: 法释〔2020〕17号."""
        return DOCUMENT_NUMBER.fullmatch(self.text) is not None


@dataclass(frozen=True, slots=True)
class SourceText:
    """`body` has the source's own characters; it begins on `body_line` of the file (from 1).

    `stated` are facts of its front matter, by the fields of the model.
    """

    title: str
    events: tuple[Event, ...]
    body: str
    leftovers: tuple[Leftover, ...] = ()
    body_line: int = 1
    version: date | None = None
    stated: Mapping[str, Any] = field(default_factory=dict)

    @property
    def head(self) -> tuple[Event | Leftover, ...]:
        """Everything between title and text in the source's order."""
        return tuple(sorted((*self.events, *self.leftovers), key=lambda part: part.line))


class NotAStatuteError(Exception):
    """The file has no title or no text. `message` and `hint` are in Chinese.

    `findings`, if any, say more exactly why.
    """

    def __init__(self, message: str, hint: str, *findings: Finding) -> None:
        super().__init__(message)
        self.message, self.hint, self.findings = message, hint, findings


def visible(text: str) -> str:
    """The characters that a reader sees: without white space."""
    return BLANK.sub("", text)


def trimmed(line: str) -> str:
    """A line without the white space around it."""
    return line.strip()


def read(text: str, name: str = "", title: str = "") -> SourceText:
    """Parse one file. Raises NotAStatuteError.

    `name` is the file's name without its ending, `title` what its front matter gives as such.
    """
    lines = text.split("\n")
    heading = next((match["title"] for line in lines if (match := _titled(line))), "")
    head_end, body_start = _border(lines, trimmed(heading) or title or title_of(name))
    body = "\n".join(lines[body_start:])
    if not visible(body):
        raise NotAStatuteError("没有法规正文", "文件里要有“<!-- INFO END -->”和它下面的条文")
    heading, events, leftovers = _head(lines[:head_end])
    title = heading or title or title_of(name)
    if not title:
        raise NotAStatuteError("没有法规标题", "第一行写“# 标题”")
    version = version_of(name)
    return SourceText(title, tuple(events), body, tuple(leftovers), body_start + 1, version)


def title_of(name: str) -> str:
    """The title that the name of a file gives: without number and day."""
    return trimmed(BEFORE_TITLE.sub("", VERSION.sub("", name), count=1))


def has_title(text: str) -> bool:
    """Whether the file has `# title` before its text."""
    lines = text.split("\n")
    return any(_titled(line) for line in lines[: _border(lines, "")[0]])


def _titled(line: str) -> re.Match[str] | None:
    return TITLE.fullmatch(trimmed(line))


def _border(lines: list[str], title: str) -> tuple[int, int]:
    """The number of head lines, and the index of the first line of the text."""
    for index, line in enumerate(lines):
        if MARKER.search(line):
            return index, index + 1
    begin = next((i for i, line in enumerate(lines) if begins_text(trimmed(line))), len(lines))
    if begin == len(lines) and not PROSE.search(title):
        return begin, begin
    # A sentence before the first number is a preamble, or all there is.
    first = next((i for i in range(begin) if _is_sentence(trimmed(lines[i]))), begin)
    return first, first


def _is_sentence(line: str) -> bool:
    return bool(SENTENCE.search(line)) and not (_titled(line) or HAPPENED.search(line[:-1]))


def _head(lines: list[str]) -> tuple[str, list[Event], list[Leftover]]:
    title = ""
    events: list[Event] = []
    leftovers: list[Leftover] = []
    is_open = False
    for line, text in _joined(lines):
        match = TITLE.fullmatch(text)
        if match and not title:
            title = trimmed(match["title"])
            continue
        # The brackets around the 题注, which the page shows as a list.
        if text[0] in "（(" and (DAY.search(text) or HAPPENED.search(text)):
            is_open, text = True, text[1:]
        if is_open and text.endswith(("）", ")")) and _opened(text) < 0:
            is_open, text = False, text[:-1]
        parts = parse_events(text, line)
        events += [part for part in parts if isinstance(part, Event)]
        leftovers += [part for part in parts if isinstance(part, Leftover)]
    return title, events, leftovers


def _opened(text: str) -> int:
    return sum(map(text.count, "（(")) - sum(map(text.count, "）)"))


def parse_events(text: str, line: int) -> list[Event | Leftover]:
    """The events in one line of the head, and what else it contains."""
    parts: list[Event | Leftover] = []
    for part in _split(text):
        cut = CUT_OFF.search(part)
        wording = part[: cut.start()] if cut else part
        dated = DAY.search(_outside_titles(wording))
        day = calendar_day(dated) if dated else None
        if wording and (day or HAPPENED.search(wording)):
            parts.append(Event(day, wording, line))
        elif wording:
            parts.append(Leftover(wording, line))
        if cut:
            parts.append(Leftover(cut[1], line))
    return parts


def _joined(lines: list[str]) -> list[tuple[int, str]]:
    """Lines with their numbers; one that ends inside 《…》 goes on in the next."""
    joined: list[tuple[int, str]] = []
    for line, raw in enumerate(lines, 1):
        text = trimmed(raw)
        if not text:
            continue
        if joined and joined[-1][1].count("《") > joined[-1][1].count("》"):
            first, above = joined[-1]
            joined[-1] = (first, above + text)
        else:
            joined.append((line, text))
    return joined


def _split(text: str) -> list[str]:
    """A line that holds several events, cut before each day that stands outside 《…》."""
    starts = [match.start() for match in EVENT_START.finditer(_outside_titles(text))]
    cuts = [0, *(start for start in starts if start), len(text)]
    parts = (trimmed(text[start:end]) for start, end in pairwise(cuts))
    return [part for part in parts if part]


def _outside_titles(text: str) -> str:
    """`text` with the inside of every 《…》 blanked out, at its old length."""
    return re.sub(r"《[^《》]*》", lambda match: "\0" * len(match[0]), text)


def version_of(name: str) -> date | None:
    """The day of the version that the file's name gives."""
    match = VERSION.search(name)
    if match is None:
        return None
    year, month, day = map(int, match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None

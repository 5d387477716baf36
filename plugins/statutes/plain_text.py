"""A statute as offices keep it, in plain lines: title, 题注 in brackets, perhaps 目录, the text.

An order that publishes it (市人民政府令第12号 …) may precede the title. Nothing is marked, so the
title is recognised by its ending, the 题注 by its brackets and days. Other lines are added to the
题注.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.clauses.numerals import DAY
from plugins.statutes.lines import MARKS, begins_text
from plugins.statutes.source import (
    HAPPENED,
    VERSION,
    Event,
    Leftover,
    NotAStatuteError,
    SourceText,
    parse_events,
    trimmed,
    version_of,
    visible,
)

# The brackets around the 题注; the page shows it as a list instead.
NOTE = re.compile(r"[（(](?P<text>.*?)[）)]?$", re.S)
ENDING = re.compile(
    r"(?:法|法典|条例|办法|规定|细则|规则|规程|决定|决议|解释|通则|准则|标准|意见)(?:[（(][^（）()]+[）)])?$"
)
SENTENCE = re.compile(r"[。；：;:！？，,、]$")
# The lines of an order that are not sentences: its head, its number, the signature.
ORDER = re.compile(r"(?:令|公告)$|第[^第]{1,10}号[）)]?$|(?:长|主任|主席|总理)[\s　]")
TITLE_LENGTH = 60
# A statute amended every year for decades has a line for each amendment.
NOTE_LINES = 100


def read(text: str, name: str = "") -> SourceText:
    """Parse one file; `name` is the file's name without its ending. Raises NotAStatuteError."""
    lines = [trimmed(line) for line in text.split("\n")]
    limit = next((index for index, line in enumerate(lines) if begins_text(line)), None)
    if limit is None:
        raise NotAStatuteError("没有法规正文", "正文要有以“第一条”这样的序号开头的条文")
    notes = _notes(lines[:limit])
    titled = _title(lines[: notes[0].start if notes else limit])
    title = "".join(_words(lines[index]) for index in titled)
    title = title or trimmed(VERSION.sub("", name))
    if not title:
        raise NotAStatuteError("没有法规标题", "第一行写标题")
    start = _start(lines, titled.stop, notes, limit)
    head = _head(lines[:start], titled, notes)
    return SourceText(
        title=title,
        events=tuple(part for part in head if isinstance(part, Event)),
        body="\n".join(text.split("\n")[start:]),
        leftovers=tuple(part for part in head if isinstance(part, Leftover)),
        body_line=start + 1,
        version=version_of(name),
    )


def _notes(lines: Sequence[str]) -> list[range]:
    """The lines of each 题注: from a bracket that begins a line to the one that closes it."""
    notes: list[range] = []
    opened = [sum(map(line.count, "（(")) - sum(map(line.count, "）)")) for line in lines]
    for index, line in enumerate(lines):
        if line[:1] not in {"（", "("} or (notes and index in notes[-1]):
            continue
        end = _closing(opened, index)
        text = "".join(lines[index:end])
        if DAY.search(text) or HAPPENED.search(text):
            notes.append(range(index, end))
    return notes


def _without_brackets(note: str) -> str:
    match = NOTE.fullmatch(note)
    return match["text"] if match else note


def _closing(opened: Sequence[int], start: int) -> int:
    """The line behind the one that closes the bracket of line `start`, or behind `start` itself.

    `opened` is by how many brackets each line opens more than it closes.
    """
    total = 0
    for index, more in enumerate(opened[start : start + NOTE_LINES], start):
        total += more
        if total <= 0:
            return index + 1
    return start + 1


def _title(lines: Sequence[str]) -> range:
    """The lines of the title: the last that end like a statute's, else the first there are."""
    runs: list[range] = []
    for index, line in enumerate(lines):
        if not line and runs and runs[-1].stop == index:
            runs[-1] = range(runs[-1].start, index + 1)
        elif not _may_be_title(line):
            continue
        elif runs and runs[-1].stop == index:
            runs[-1] = range(runs[-1].start, index + 1)
        else:
            runs.append(range(index, index + 1))
    named = [run for run in runs if ENDING.search("".join(lines[i] for i in run))]
    return (named[-1:] or runs[:1] or [range(0)])[0]


def _may_be_title(line: str) -> bool:
    fits = 0 < len(line) <= TITLE_LENGTH
    return fits and not (DAY.search(line) or SENTENCE.search(line) or ORDER.search(line))


def _words(line: str) -> str:
    return visible(MARKS.sub("", line))


def _start(lines: Sequence[str], title_end: int, notes: Sequence[range], limit: int) -> int:
    """Where the text begins: behind the title, the 题注 and the days right behind them."""
    start = max([title_end, *(note.stop for note in notes)])
    for index in range(start, limit):
        line = lines[index]
        if line and not (HAPPENED.search(line) and (DAY.search(line) or not SENTENCE.search(line))):
            return index
        start = index + 1
    return start


def _head(lines: Sequence[str], title: range, notes: Sequence[range]) -> list[Event | Leftover]:
    """All of the head but its title, in order. An order above the title is kept line by line."""
    head: list[Event | Leftover] = []
    note_of = {index: note for note in notes for index in note}
    for index, line in enumerate(lines):
        note = note_of.get(index)
        if not line or index in title or (note and index > note.start):
            continue
        if note:
            text = "".join(lines[i] for i in note)
            head += parse_events(_without_brackets(text), index + 1)
        elif index < title.start:
            # Its days are those of the order: who reads them decides what they mean.
            head.append(Leftover(line, index + 1))
        else:
            head += parse_events(line, index + 1)
    return head

"""The text of a story: each `## 2026-03-01 09:30 小标题` starts an entry of its timeline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from plugins.clock import CHINA
from plugins.texts.converted_text import Heading

DATED = re.compile(r"\d{4}")
ENTRY = re.compile(r"(\d{4}-\d{2}-\d{2} \d{2}:\d{2})\s+(.+)")
START = re.compile(r"(?=<h2\b)")
HEADING = re.compile(r"<h2\b.*?</h2>\s*", re.S)


class Entry(NamedTuple):
    """`html` is the entry's text below its heading."""

    id: str
    moment: datetime
    title: str
    html: str


def entry_of(heading: Heading) -> tuple[datetime, str] | None:
    """The time and the title in an entry's heading, or None when it isn't one."""
    match = ENTRY.fullmatch(heading.text)
    if not match:
        return None
    try:
        moment = datetime.strptime(match[1], "%Y-%m-%d %H:%M").replace(tzinfo=CHINA)
    except ValueError:
        return None
    return moment, match[2]


def read_entries(headings: Iterable[Heading], html: str) -> list[Entry]:
    """The entries in the HTML of a story, newest first."""
    headings = [heading for heading in headings if heading.level == 2]
    entry_texts = START.split(html)[1:]
    entries = [
        Entry(heading.id, *read, HEADING.sub("", text, count=1).strip())
        for heading, text in zip(headings, entry_texts, strict=False)
        if (read := entry_of(heading))
    ]
    return sorted(entries, key=lambda entry: entry.moment, reverse=True)


def introduction(html: str) -> str:
    """The text before the first entry."""
    return START.split(html)[0].strip()

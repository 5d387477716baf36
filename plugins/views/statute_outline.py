"""The outline of a statute: its 编, 分编, 章 and 节 as a tree, with the clauses of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape

HEADING = re.compile(r'<h([2-6])[^>]*\sid="([^"]+)"[^>]*>(.*?)</h\1>', re.S)
CLAUSE = re.compile(
    r'<section class="clause"[^>]*>.*?<a class="clause__number"[^>]*>([^<]+)</a>', re.S
)
TAG = re.compile(r"<[^>]+>")


@dataclass
class Division:
    """`first` and `last` are the numbers of its clauses as written; empty if it has none."""

    level: int
    id: str
    text: str
    first: str = ""
    last: str = ""
    parts: list[Division] = field(default_factory=list)


def outline(pieces: Iterable[str]) -> list[Division]:
    """`pieces` are the HTML of a statute's text in order, each clause a piece of its own."""
    top = Division(0, "", "")
    around = [top]
    for piece in pieces:
        clause = CLAUSE.match(piece)
        if clause:
            for division in around:
                division.first = division.first or clause[1]
                division.last = clause[1]
            continue
        for heading in HEADING.finditer(piece):
            level = int(heading[1])
            while around[-1].level >= level:
                around.pop()
            text = unescape(TAG.sub("", heading[3])).strip()
            division = Division(level, heading[2], text)
            around[-1].parts.append(division)
            around.append(division)
    return top.parts

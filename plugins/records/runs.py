"""The running text in HTML, block by block, and how to put links into it.

A block's text is what a reader sees between two block elements, whatever inline elements it runs
through; text in links, code and headings is no running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>|<!--.*?-->", re.S)
INLINE = {
    "a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "u",
}  # fmt: skip
SKIPPED = {"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "script", "style", "sup"}


class Run(NamedTuple):
    """A stretch of text: where it begins in the HTML and in its block, and the text."""

    html_start: int
    block_start: int
    text: str


class Block(NamedTuple):
    text: str
    runs: tuple[Run, ...]


def blocks(html: str) -> Iterator[Block]:
    """The blocks of running text, in order. Entities stay as they are written."""
    runs: list[Run] = []
    length = position = 0
    skipping: list[str] = []
    for tag in TAG.finditer(html):
        text = html[position : tag.start()]
        if text and not skipping:
            runs.append(Run(position, length, text))
            length += len(text)
        position = tag.end()
        name = (tag[2] or "").lower()
        if name in SKIPPED:
            if tag[1]:
                if name in skipping:
                    skipping.remove(name)
            else:
                skipping.append(name)
                # What is skipped must not join the words around it.
                if runs:
                    runs.append(Run(position, length, "\0"))
                    length += 1
        if name and name not in INLINE and runs:
            yield Block("".join(run.text for run in runs), tuple(runs))
            runs, length = [], 0
    text = html[position:]
    if text:
        runs.append(Run(position, length, text))
    if runs:
        yield Block("".join(run.text for run in runs), tuple(runs))


class Insertion(NamedTuple):
    """Text of a block that is to become a link: `open` is the tag that begins it."""

    block: Block
    start: int
    end: int
    open: str


def insert(html: str, insertions: Iterable[Insertion], close: str = "</a>") -> str:
    """The HTML with every insertion made; one that runs through elements is cut at their edges."""
    cuts: list[tuple[int, int, str]] = []
    for wanted in insertions:
        for run in wanted.block.runs:
            start = max(wanted.start, run.block_start)
            end = min(wanted.end, run.block_start + len(run.text))
            if start < end and run.text != "\0":
                shift = run.html_start - run.block_start
                cuts.append((start + shift, end + shift, wanted.open))
    out, position = [], 0
    for start, end, opening in sorted(cuts):
        out += [html[position:start], opening, html[start:end], close]
        position = end
    return "".join([*out, html[position:]])

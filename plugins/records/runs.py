"""The running text in HTML, block by block, and how to put links into it.

A block's text is what a reader sees between two block elements, whatever inline elements it runs
through; text in links, code and headings is no running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

INLINE = (
    "a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "u",
)  # fmt: skip
SKIPPED = {"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "script", "style", "sup"}
COMMENT = r"<!--.*?-->"
TAG = re.compile(rf"<(/?)([a-z][a-z0-9]*)[^>]*>|{COMMENT}", re.S | re.I)
# Where a block ends: any tag but an inline one, and none inside a comment.
EDGE = re.compile(
    rf"<(/?)(?!(?:{'|'.join(INLINE)})(?![a-z0-9]))([a-z][a-z0-9]*)[^>]*>|{COMMENT}", re.S | re.I
)


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
    # The tags open around a block whose text is none.
    skipping: list[str] = []
    start = 0
    for edge in EDGE.finditer(html):
        closing, name = edge.groups()
        if name is None:
            continue
        text = html[start : edge.start()]
        if "<" in text:
            yield from _block(html, start, edge.start(), skipping)
        elif text != "\n" and not skipping and text.strip():
            yield Block(text, (Run(start, 0, text),))
        name = name.lower()
        if name in SKIPPED:
            _skip(skipping, name, closing)
        start = edge.end()
    yield from _block(html, start, len(html), skipping)


def _block(html: str, start: int, end: int, skipping: list[str]) -> Iterator[Block]:
    """The block between two edges, if there is text."""
    runs: list[Run] = []
    length, position = 0, start
    for tag in TAG.finditer(html, start, end):
        text = html[position : tag.start()]
        if text and not skipping:
            runs.append(Run(position, length, text))
            length += len(text)
        position = tag.end()
        name = (tag[2] or "").lower()
        if name in SKIPPED:
            _skip(skipping, name, tag[1])
            # What is skipped must not join the words around it.
            if runs and not tag[1]:
                runs.append(Run(position, length, "\0"))
                length += 1
    if position < end and not skipping:
        runs.append(Run(position, length, html[position:end]))
    text = "".join([run.text for run in runs])
    if text.strip():
        yield Block(text, tuple(runs))


def _skip(skipping: list[str], name: str, closing: str) -> None:
    if not closing:
        skipping.append(name)
    elif name in skipping:
        skipping.remove(name)


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

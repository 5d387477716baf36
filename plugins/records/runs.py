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
TAG = re.compile(rf"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>|{COMMENT}", re.S)
# Most edges of blocks, and none that is skipped.
PLAIN = [f"<{end}{tag}>" for tag in ("p", "li", "ul", "ol", "tr", "td") for end in ("", "/")]
# Where a block ends: any tag but an inline one, and none inside a comment.
EDGE = re.compile(
    rf"({'|'.join(PLAIN)}|</?(?!(?i:{'|'.join(INLINE)})(?![a-zA-Z0-9]))[a-zA-Z][^>]*>|{COMMENT})",
    re.S,
)
PLAIN_EDGES = {*PLAIN, ""}


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
    start = end = 0
    pieces = EDGE.split(html)
    for text, edge in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        end += len(text)
        tag = None
        if edge not in PLAIN_EDGES:
            tag = TAG.match(edge)
            if not tag[2]:
                # A comment: the block goes on behind it.
                end += len(edge)
                continue
        if text != "\n" or start + 1 != end:
            whole = html[start:end]
            if "<" in whole:
                yield from _block(html, start, end, skipping)
            elif not skipping and whole.strip():
                yield Block(whole, (Run(start, 0, whole),))
        if tag:
            _skip(skipping, tag)
        start = end = end + len(edge)


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
        # What is skipped must not join the words around it.
        if _skip(skipping, tag) and runs:
            runs.append(Run(position, length, "\0"))
            length += 1
    if position < end and not skipping:
        runs.append(Run(position, length, html[position:end]))
    text = "".join([run.text for run in runs])
    if text.strip():
        yield Block(text, tuple(runs))


def _skip(skipping: list[str], tag: re.Match[str]) -> bool:
    """Note a tag whose text is none; whether it begins here."""
    name = (tag[2] or "").lower()
    if name not in SKIPPED:
        return False
    if not tag[1]:
        skipping.append(name)
        return True
    if name in skipping:
        skipping.remove(name)
    return False


# A stretch of a block's text in the HTML: where it begins and ends, element by element.
Cuts = tuple[tuple[int, int], ...]


def cuts_of(block: Block, start: int, end: int) -> Cuts:
    """Where the text of a block from `start` to `end` stands in the HTML."""
    cuts = []
    for run in block.runs:
        begins = max(start, run.block_start)
        ends = min(end, run.block_start + len(run.text))
        if begins < ends and run.text != "\0":
            shift = run.html_start - run.block_start
            cuts.append((begins + shift, ends + shift))
    return tuple(cuts)


def insert(html: str, insertions: Iterable[tuple[Cuts, str]], close: str = "</a>") -> str:
    """The HTML with links put over stretches of its text, each with the tag that begins it; one
    that runs through elements is cut at their edges.
    """
    cuts = sorted([(*cut, opening) for stretch, opening in insertions for cut in stretch])
    out, position = [], 0
    for start, end, opening in cuts:
        out += [html[position:start], opening, html[start:end], close]
        position = end
    return "".join([*out, html[position:]])

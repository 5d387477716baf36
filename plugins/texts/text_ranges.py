"""The running text of HTML in blocks, and how to put tags around parts of it.

The text of a block is what a reader sees between two block elements, across all inline elements.
Text in links, code and headings is no running text.
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
# The tags of most block edges, and none whose text is skipped.
COMMON_EDGES = [f"<{end}{tag}>" for tag in ("p", "li", "ul", "ol", "tr", "td") for end in ("", "/")]
# Where a block ends: at any tag but inline ones, and not inside a comment.
EDGE = re.compile(
    rf"({'|'.join(COMMON_EDGES)}|</?(?!(?i:{'|'.join(INLINE)})(?![a-zA-Z0-9]))[a-zA-Z][^>]*>|{COMMENT})",
    re.S,
)
WITHOUT_EFFECT = {*COMMON_EDGES, ""}


class Span(NamedTuple):
    """Text without tags: where it starts in the HTML and in its block, and the text."""

    html_start: int
    block_start: int
    text: str


class Block(NamedTuple):
    text: str
    spans: tuple[Span, ...]


def blocks(html: str) -> Iterator[Block]:
    """The blocks of running text, in order. Entities are not resolved."""
    # The open tags whose text is skipped.
    skipping: list[str] = []
    start = end = 0
    texts_and_edges = EDGE.split(html)
    edges = [*texts_and_edges[1::2], ""]
    for text, edge in zip(texts_and_edges[::2], edges, strict=True):
        end += len(text)
        tag = None
        if edge not in WITHOUT_EFFECT:
            tag = TAG.match(edge)
            if tag is None or not tag[2]:
                # A comment, behind which the block continues.
                end += len(edge)
                continue
        if text != "\n" or start + 1 != end:
            whole = html[start:end]
            if "<" in whole:
                yield from _block(html, start, end, skipping)
            elif not skipping and whole.strip():
                yield Block(whole, (Span(start, 0, whole),))
        if tag:
            _skip(skipping, tag)
        start = end = end + len(edge)


def _block(html: str, start: int, end: int, skipping: list[str]) -> Iterator[Block]:
    """The block between two edges, if it has text."""
    spans: list[Span] = []
    length, position = 0, start
    for tag in TAG.finditer(html, start, end):
        text = html[position : tag.start()]
        if text and not skipping:
            spans.append(Span(position, length, text))
            length += len(text)
        position = tag.end()
        # Skipped text must not join the text on both sides of it.
        if _skip(skipping, tag) and spans:
            spans.append(Span(position, length, "\0"))
            length += 1
    if position < end and not skipping:
        spans.append(Span(position, length, html[position:end]))
    text = "".join([span.text for span in spans])
    if text.strip():
        yield Block(text, tuple(spans))


def _skip(skipping: list[str], tag: re.Match[str]) -> bool:
    """Keep track of tags whose text is skipped. Returns whether one starts here."""
    name = (tag[2] or "").lower()
    if name not in SKIPPED:
        return False
    if not tag[1]:
        skipping.append(name)
        return True
    if name in skipping:
        skipping.remove(name)
    return False


# The ranges of the HTML with a part of a block's text, one for each text node.
Ranges = tuple[tuple[int, int], ...]


def ranges_of(block: Block, start: int, end: int) -> Ranges:
    """Where the text of a block from `start` to `end` is in the HTML."""
    ranges = []
    for span in block.spans:
        begins = max(start, span.block_start)
        ends = min(end, span.block_start + len(span.text))
        if begins < ends and span.text != "\0":
            shift = span.html_start - span.block_start
            ranges.append((begins + shift, ends + shift))
    return tuple(ranges)


class Insertion(NamedTuple):
    """A link over some ranges, by its start tag, and HTML that goes behind the last of them."""

    ranges: Ranges
    opening: str
    behind: str = ""


def insert_links(html: str, insertions: Iterable[Insertion]) -> str:
    """The HTML with links. A link across several elements becomes one link in each."""
    links = sorted(
        [
            (start, end, link.opening, link.behind if index == len(link.ranges) else "")
            for link in insertions
            for index, (start, end) in enumerate(link.ranges, 1)
        ]
    )
    out, position = [], 0
    for start, end, opening, behind in links:
        out += [html[position:start], opening, html[start:end], "</a>", behind]
        position = end
    return "".join([*out, html[position:]])

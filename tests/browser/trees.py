"""HTML as it is read, by html5lib or by a browser: flat, for what is nested may be deep."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Any

import html5lib

# As `pieces_of` below, of many texts, each in a document of its own that runs and loads nothing.
PIECES = """(texts) => {
    const add = (found, node) => {
        if (node.nodeType === Node.TEXT_NODE) found.push(node.data);
        else if (node.nodeType !== Node.ELEMENT_NODE) found.push(`<!--${node.data}-->`);
        else {
            const attributes = [...node.attributes].map((one) => [one.name, one.value]);
            found.push([node.localName, Object.fromEntries(attributes)]);
            for (const child of node.childNodes) add(found, child);
            found.push(["/", {}]);
        }
        return found;
    };
    return texts.map((html) => add([],
        new DOMParser().parseFromString(`<!doctype html><body>${html}`, "text/html").body));
}"""
# Text, or the name of an element with its attributes; its end is named "/".
Piece = str | list[Any]


def pieces_of(html: str) -> list[Piece]:
    """The body of a document with this HTML."""
    document = html5lib.parse(
        f"<!doctype html><body>{html}", treebuilder="dom", namespaceHTMLElements=False
    )
    body = document.getElementsByTagName("body")[0]
    body.normalize()
    return list(_pieces(body))


def _pieces(node: Any) -> Iterator[Piece]:
    if node.nodeType == node.TEXT_NODE:
        yield node.data
    elif node.nodeType != node.ELEMENT_NODE:
        yield f"<!--{node.data}-->"
    else:
        yield [node.tagName, dict(node.attributes.items())]
        for child in node.childNodes:
            yield from _pieces(child)
        yield ["/", {}]


def words_of(pieces: list[Piece]) -> str:
    """The text without white space."""
    return "".join("".join(piece.split()) for piece in pieces if isinstance(piece, str))


def elements_of(pieces: list[Piece]) -> list[tuple[str, dict[str, str]]]:
    found = [(piece[0], piece[1]) for piece in pieces if isinstance(piece, list)]
    return [element for element in found if element[0] != "/"]


def depth_of(pieces: list[Piece]) -> int:
    """How many elements are open at once at most."""
    steps = (-1 if piece[0] == "/" else 1 for piece in pieces if isinstance(piece, list))
    return max(accumulate(steps), default=0)

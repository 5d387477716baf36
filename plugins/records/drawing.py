"""Drawings: SVG pictures that take the colours of the page, as HTML to stand in it.

A picture in `<img>` knows neither the page's colours nor its modes. One that is drawn in
`currentColor` or `var(--teal)` says that it wants them, and stands in the page itself. It is read
and written anew: shapes and words with attributes of a list, and nothing that could run, load,
name or style anything of the page. What has more than that, or is larger than most, stays `<img>`.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from xml.parsers import expat

from plugins.records.svg import SVG

# Compressed a seventh of it, which is what a page grows by; the request for the file is saved.
LARGEST = 16_000
WANTS_COLOURS = re.compile(rb"currentColor|var\(--")
SHAPES = frozenset(
    {
        "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text",
        "tspan",
    }
)  # fmt: skip
# What a page says by other means, and how the file looks by itself.
LEFT_OUT = frozenset({"title", "desc", "metadata", "style"})
ATTRIBUTES = frozenset(
    {
        "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "dx", "dy", "width",
        "height", "d", "points", "transform", "fill", "fill-opacity", "fill-rule", "opacity",
        "stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin",
        "stroke-dasharray", "font-size", "font-weight", "text-anchor", "dominant-baseline",
    }
)  # fmt: skip
# Of the outermost element: how it names and sizes itself, and its type, which are the page's.
OF_FILE = frozenset({"role", "width", "height", "font-family", "version", "id"})
LANGUAGE = "http://www.w3.org/XML/1998/namespace lang"
# Numbers, names and colours; of functions var() and those of `transform`.
HARMLESS_VALUE = re.compile(
    r"[\w\s.,#%+-]*(?:(?:var|rotate|translate|scale|matrix|skewX|skewY)\([\w\s.,#%+-]*\)[\s,]*)*"
)
# The page has these colours.
FALLBACK = re.compile(r"(var\(--[a-z-]+),[^()]*\)")


class _NoDrawing(Exception):
    pass


def drawing_of(file: Path) -> str:
    """`<svg …>…</svg>`, or nothing for a picture that stays one. Raises OSError."""
    data = file.read_bytes()
    if len(data) > LARGEST or not WANTS_COLOURS.search(data):
        return ""
    writer = _Writer()
    try:
        writer.parser.Parse(data, True)
    except (_NoDrawing, expat.ExpatError, ValueError, LookupError):
        return ""
    return "".join(writer.out)


class _Writer:
    def __init__(self) -> None:
        self.out: list[str] = []
        self._skipped = 0
        self._words = 0
        parser = self.parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._refuse

    def _refuse(self, *_: object) -> None:
        raise _NoDrawing

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        namespace, _, name = tag.rpartition(" ")
        if self._skipped or (namespace == SVG and name in LEFT_OUT):
            self._skipped += 1
            return
        if namespace != SVG or name not in SHAPES or (name == "svg") is bool(self.out):
            raise _NoDrawing
        self._words += name in {"text", "tspan"}
        written = (
            [*_of_root(attributes), *_attributes(attributes, OF_FILE | {"viewBox", LANGUAGE})]
            if name == "svg"
            else _attributes(attributes)
        )
        self.out.append(f"<{' '.join([name, *written])}>")

    def _end(self, tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        name = tag.rpartition(" ")[2]
        self._words -= name in {"text", "tspan"}
        self.out.append(f"</{name}>")

    def _text(self, text: str) -> None:
        if self._words and not self._skipped:
            self.out.append(escape(text, quote=False))


def _of_root(attributes: dict[str, str]) -> list[str]:
    box = attributes.get("viewBox", "")
    if not re.fullmatch(r"-?[\d.]+(?:[ ,]+-?[\d.]+){3}", box):
        raise _NoDrawing
    language = attributes.get(LANGUAGE, "")
    named = [f'lang="{language}"'] if re.fullmatch(r"[A-Za-z-]{2,20}", language) else []
    return [f'viewBox="{box}"', *named]


def _attributes(attributes: dict[str, str], dropped: frozenset[str] = frozenset()) -> list[str]:
    written = []
    for name, value in attributes.items():
        if name in dropped:
            continue
        if name not in ATTRIBUTES or not HARMLESS_VALUE.fullmatch(value):
            raise _NoDrawing
        value = FALLBACK.sub(r"\1)", " ".join(value.split()))
        written.append(f'{name}="{escape(value)}"')
    return written

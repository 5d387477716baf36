"""SVG pictures: what browsers would run, load or replace in one, and its size.

A picture that is shown by `<img>` runs nothing, but one that is opened by its own address is a page
of this site. Such pictures are refused and not cleaned: what an editor has looked at is what is
published, byte for byte, and a drawing program writes none of this. Read by expat, event by event:
nothing is expanded, since a document that declares entities is refused where it begins to.
"""

from __future__ import annotations

import re
from math import isfinite
from pathlib import Path
from typing import NamedTuple
from xml.parsers import expat

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
# Drawing programs add elements of their own, which mean nothing to browsers; those of w3.org may.
MEANINGFUL = "http://www.w3.org/"
INERT = frozenset({"http://www.w3.org/1999/02/22-rdf-syntax-ns#"})
ELEMENTS = frozenset(
    {
        "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "switch",
        "view", "a", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
        "text", "tspan", "textPath", "image", "marker", "pattern", "mask", "clipPath",
        "linearGradient", "radialGradient", "meshgradient", "meshrow", "meshpatch", "stop",
        "solidcolor", "filter", "feBlend", "feColorMatrix", "feComponentTransfer",
        "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap",
        "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG",
        "feFuncR", "feGaussianBlur", "feImage", "feMerge", "feMergeNode", "feMorphology",
        "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile",
        "feTurbulence",
    }
)  # fmt: skip
BASE = "http://www.w3.org/XML/1998/namespace base"
REFERENCES = frozenset({"href", "src", f"{XLINK} href", BASE})
# To a part of the same picture, or to a picture within it.
INSIDE = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp)[;,])", re.I)
URL = re.compile(r"url\(\s*+[\"']?+(?!\s*+(?:#|data:image/(?:png|jpeg|gif|webp)[;,]))", re.I)
# With an escape any of these can be hidden.
IMPORT = re.compile(r"@import|expression\(|\\", re.I)
LARGEST_SIDE = 100_000
NUMBERS = re.compile(r"[\s,]+")


class Picture(NamedTuple):
    """`fault` says what is wrong, in words that follow 图片; empty if nothing. Sizes in pixels."""

    fault: str = ""
    width: int | None = None
    height: int | None = None


class _Refused(Exception):
    pass


def read_svg(file: Path) -> Picture:
    """Raises OSError."""
    reader = _Reader()
    try:
        with file.open("rb") as opened:
            reader.parser.ParseFile(opened)
    except _Refused as error:
        return Picture(str(error))
    except (expat.ExpatError, ValueError, LookupError) as error:
        line = getattr(error, "lineno", 0)
        return Picture(f"不是完整的 SVG（第 {line} 行读不懂）" if line else "不是完整的 SVG")
    return reader.picture


class _Reader:
    def __init__(self) -> None:
        self.picture = Picture("不是完整的 SVG")
        self._in_style = False
        self._style = ""
        self._is_root = True
        parser = self.parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction

    def _entity(self, name: str, *_: object) -> None:
        raise _Refused(f"里有实体声明“{name}”")

    def _instruction(self, target: str, _data: str) -> None:
        # Others, such as those of Adobe around their metadata, mean nothing to browsers.
        if target.lower() == "xml-stylesheet":
            raise _Refused(f"里有“<?{target}”")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        namespace, _, name = tag.rpartition(" ")
        if self._is_root:
            self._is_root = False
            if (namespace, name) != (SVG, "svg"):
                raise _Refused("不是完整的 SVG（缺少 xmlns）" if name == "svg" else "不是 SVG")
            self.picture = _size(attributes)
        if namespace == SVG:
            if name not in ELEMENTS:
                raise _Refused(f"里有“<{name}>”")
        elif namespace.startswith(MEANINGFUL) and namespace not in INERT:
            raise _Refused(f"里有“<{name}>”")
        for key, value in attributes.items():
            if key[:2].lower() == "on":
                raise _Refused(f"里有“{key}=”")
            if key in REFERENCES and not INSIDE.match(value):
                raise _Refused(f"里有指向别处的“{_short(value)}”")
            _check_style(value, in_css=key == "style")
        self._in_style = (namespace, name) == (SVG, "style")

    def _text(self, text: str) -> None:
        if self._in_style:
            self._style += text

    def _end(self, _tag: str) -> None:
        if self._in_style:
            _check_style(self._style, in_css=True)
            self._in_style, self._style = False, ""


def _check_style(value: str, in_css: bool) -> None:
    """Of a whole style sheet, or of an attribute, which may be a property of its own."""
    if in_css and (found := IMPORT.search(value)):
        raise _Refused(f"的样式里有“{found[0]}”")
    if found := URL.search(value):
        raise _Refused(f"里有指向别处的“{_short(value[found.start() :])}”")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else f"{text[:39]}…"


def _size(attributes: dict[str, str]) -> Picture:
    box = attributes.get("viewBox")
    if box is None:
        return Picture()
    numbers = [_number(part) for part in NUMBERS.split(box.strip())]
    sides = [side for side in numbers[2:] if side is not None and 0 < side <= LARGEST_SIDE]
    if len(numbers) != 4 or None in numbers or len(sides) != 2:
        return Picture(f"的 viewBox“{_short(box)}”写得不对")
    width, height = sides
    return Picture("", max(1, round(width)), max(1, round(height)))


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) else None

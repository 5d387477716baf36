"""The numbers that Word generates for paragraphs of automatic lists: 第一条, （一）, 1.

They are in the text of no paragraph, but readers see them and clauses are found by them. So they
are counted as Word counts (ECMA-376 part 1, 17.9) and written out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from plugins.clauses.numerals import chinese

LEVEL = re.compile(r"%([1-9])")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
DIGITAL = str.maketrans("0123456789", "〇一二三四五六七八九")
FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "none": lambda value: "",
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": lambda value: str(value).translate(WIDE),
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting"),
        chinese,
    ),
    "ideographDigital": lambda value: str(value).translate(DIGITAL),
    **dict.fromkeys(
        ("decimalEnclosedCircle", "decimalEnclosedCircleChinese"),
        lambda value: chr(ord("①") + value - 1) if value <= 20 else f"({value})",
    ),
    "ideographTraditional": lambda value: "甲乙丙丁戊己庚辛壬癸"[value - 1],
    "lowerLetter": lambda value: chr(ord("a") + value - 1),
    "upperLetter": lambda value: chr(ord("A") + value - 1),
}


class Label(NamedTuple):
    """What Word shows before a paragraph; `text` is None when its format is not supported.

    `series` is the same for all paragraphs of one list and level.
    """

    text: str | None
    format: str
    series: tuple[str, int]


@dataclass
class Level:
    """How one level of a list is numbered: `template` is 第%1条, `style` the paragraphs it is for.

    `decimal` writes the numbers of all levels in the template with digits. Counting restarts below
    any level above `restart_below`; 0 means never, as 条 are counted through all 章.
    """

    format: str = "decimal"
    template: str = ""
    start: int = 1
    style: str | None = None
    decimal: bool = False
    restart_below: int = 9


@dataclass
class Numbers:
    """Counts the paragraphs, which must be given in the document's order.

    `lists` gives the numbering of each list; `levels` the levels of each numbering; `restarts` the
    number with which a list starts anew at a level; `styles` of each style the list and the level,
    and the style that it is based on.
    """

    lists: Mapping[str, str]
    levels: Mapping[str, Mapping[int, Level]]
    restarts: Mapping[tuple[str, int], int]
    styles: Mapping[str | None, tuple[str | None, int | None, str | None]]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _restarted: set[tuple[str, int]] = field(default_factory=set)

    def label(self, paragraph: Any) -> Label | None:
        """The number of a `w:p`, None when it has none."""
        number, depth = self._list_of(paragraph)
        kind = self.lists.get(number) if number else None
        level = self.levels.get(kind, {}).get(depth) if kind else None
        if not number or not kind or level is None:
            return None
        counts = self._counts.setdefault(kind, {})
        restart = self.restarts.get((number, depth))
        if restart is not None and (number, depth) not in self._restarted:
            self._restarted.add((number, depth))
            counts[depth] = restart
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        for deeper in [other for other in counts if other > depth]:
            if depth < self.levels[kind][deeper].restart_below:
                del counts[deeper]
        if level.format == "bullet":
            return Label("", "bullet", (kind, depth))
        return Label(self._text(kind, depth), level.format, (kind, depth))

    def _text(self, kind: str, depth: int) -> str | None:
        levels, counts = self.levels[kind], self._counts[kind]

        def formatted(match: re.Match[str]) -> str:
            shown = int(match[1]) - 1
            level = levels[shown]
            number_format = "decimal" if levels[depth].decimal else level.format
            return FORMATS[number_format](counts.get(shown, level.start))

        try:
            return LEVEL.sub(formatted, levels[depth].template)
        except (KeyError, IndexError, ValueError):
            return None

    def _list_of(self, paragraph: Any) -> tuple[str | None, int]:
        """The list and the level of a paragraph, as set for itself or for its style."""
        style_element = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        style = style_element.get(qn("w:val")) if style_element is not None else None
        number, depth = _numbering(paragraph)
        seen: set[str | None] = set()
        while number is None and style in self.styles and style not in seen:
            seen.add(style)
            number, own_depth, parent = self.styles[style]
            if number is not None and depth is None:
                depth = own_depth if own_depth is not None else self._depth_of(number, style)
            style = parent
        return number, depth or 0

    def _depth_of(self, number: str, style: str | None) -> int:
        """The level of a list that belongs to a style."""
        levels = self.levels.get(self.lists.get(number, ""), {})
        return next((depth for depth, level in levels.items() if level.style == style), 0)


def numbers_of(numbering: Any | None, styles: Any | None) -> Numbers:
    """`numbering` and `styles` are the roots of those parts; a document may lack either."""
    kinds = numbering.findall(qn("w:abstractNum")) if numbering is not None else []
    lists: dict[str, str] = {}
    restarts: dict[tuple[str, int], int] = {}
    for num in numbering.findall(qn("w:num")) if numbering is not None else []:
        number = num.get(qn("w:numId"))
        lists[number] = _value(num, "w:abstractNumId") or ""
        for override in num.findall(qn("w:lvlOverride")):
            start = _value(override, "w:startOverride")
            if start is not None:
                restarts[number, int(override.get(qn("w:ilvl")))] = int(start)
    levels = {
        kind.get(qn("w:abstractNumId")): {
            int(level.get(qn("w:ilvl"))): _level(level) for level in kind.findall(qn("w:lvl"))
        }
        for kind in kinds
    }
    named = {
        style.get(qn("w:styleId")): (*_numbering(style), _value(style, "w:basedOn"))
        for style in (styles.findall(qn("w:style")) if styles is not None else [])
    }
    for kind in kinds:
        # A list may only refer to the list of a style.
        number = named.get(_value(kind, "w:numStyleLink"), (None,))[0]
        if number:
            levels[kind.get(qn("w:abstractNumId"))] = levels.get(lists.get(number), {})
    return Numbers(lists, levels, restarts, named)


def _level(element: Any) -> Level:
    return Level(
        format=_value(element, "w:numFmt") or "decimal",
        template=_value(element, "w:lvlText") or "",
        start=int(_value(element, "w:start") or 1),
        style=_value(element, "w:pStyle"),
        decimal=element.find(qn("w:isLgl")) is not None,
        restart_below=int(_value(element, "w:lvlRestart") or 9),
    )


def _numbering(element: Any) -> tuple[str | None, int | None]:
    """List and level that the properties of a paragraph or a style name."""
    properties = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if properties is None:
        return None, None
    depth = _value(properties, "w:ilvl")
    return _value(properties, "w:numId"), int(depth) if depth is not None else None


def _value(element: Any, name: str) -> str | None:
    child = element.find(qn(name))
    return child.get(qn("w:val")) if child is not None else None

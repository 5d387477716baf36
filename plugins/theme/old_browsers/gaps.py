"""The gap of flex containers as margins, for browsers before Chromium 84; grids had theirs before.

A row gives all its children but the last a margin at their end, so a line that wraps still begins
at the start. Where lines may wrap with a gap between them, all children get it below, and the
container gives it back. No browser can say whether it has this gap, so both are tied to what came
soon after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import tinycss2

from plugins.theme.old_browsers.sheet import (
    Declaration,
    Rule,
    Style,
    Tokens,
    each_style,
    old,
    split,
    styles,
    tokens,
)

FLEX = {"flex", "inline-flex"}
GRID = {"grid", "inline-grid"}
ROOT = re.compile(r"^:root\S*\s+")
GAPS = {"gap", "row-gap", "column-gap"}
ZERO = "0"


@dataclass
class _Layout:
    """What all rules about the same elements say of their layout."""

    displays: set[str]
    directions: set[str]
    wraps: bool = False
    pseudo: frozenset[str] = frozenset()

    @property
    def is_flex(self) -> bool:
        return bool(self.displays & FLEX)


def margins_for_gaps(rules: Sequence[Rule]) -> list[Rule]:
    layouts = _layouts(rules)

    def change(style: Style) -> list[Rule]:
        row, column = _gaps(style)
        if row is None and column is None:
            return [style]
        added = [
            rule
            for selector in style.selectors
            for rule in _margins(style, selector, layouts[_subject(selector)], row, column)
        ]
        return [style, old(*added)] if added else [style]

    return each_style(rules, change)


def _subject(selector: Tokens) -> str:
    """What the selector is about, whatever mode the page is in."""
    return ROOT.sub("", tinycss2.serialize(selector))


def _layouts(rules: Sequence[Rule]) -> dict[str, _Layout]:
    layouts: dict[str, _Layout] = {}
    pseudo: set[str] = set()
    for _, style in styles(rules):
        for selector in style.selectors:
            subject = _subject(selector)
            pseudo.add(subject.replace("::", ":"))
            layout = layouts.setdefault(subject, _Layout(set(), set()))
            layout.displays |= {style.value("display")} - {""}
            flow = f"{style.value('flex-direction')} {style.value('flex-flow')}".split()
            layout.directions |= {one for one in flow if one.startswith(("row", "column"))}
            layout.wraps |= "wrap" in (style.value("flex-wrap"), *flow)
    for subject, layout in layouts.items():
        names = ("before", "after")
        layout.pseudo = frozenset(name for name in names if f"{subject}:{name}" in pseudo)
    return layouts


def _gaps(style: Style) -> tuple[Tokens | None, Tokens | None]:
    """The gap between lines and the gap in a line, of those that the rule gives."""
    row: Tokens | None = None
    column: Tokens | None = None
    for one in style.declarations:
        if one.name == "gap":
            values = split(one.value, " ")
            row, column = values[0], values[-1]
        elif one.name == "row-gap":
            row = one.value
        elif one.name == "column-gap":
            column = one.value
    return row, column


def _margins(
    style: Style, selector: Tokens, layout: _Layout, row: Tokens | None, column: Tokens | None
) -> Iterator[Rule]:
    if style.value("display") in GRID or not (style.value("display") in FLEX or layout.is_flex):
        return
    if layout.displays & GRID and style.value("display") not in FLEX:
        raise ValueError(f"{tinycss2.serialize(selector)}: gap of a flex container or of a grid?")

    def rule(after: str, **values: str) -> Style:
        declarations = (
            Declaration(name.replace("_", "-"), tokens(value)) for name, value in values.items()
        )
        return Style(((*selector, *tokens(after)),), tuple(declarations))

    if "column" in layout.directions:
        yield rule("", gap=ZERO)
        if row is not None:
            yield rule(" > :not(:last-child)", margin_bottom=_text(row))
        return
    if row is not None and layout.wraps and _text(row) != ZERO:
        own = style.value("margin-bottom") or _last(style.value("margin"))
        whole = own if own not in ("", ZERO) else "0px"
        yield rule("", gap=ZERO, margin_bottom=f"calc({whole} - {_text(row)})")
        yield rule(" > *", margin_bottom=_text(row))
    else:
        yield rule("", gap=ZERO)
    if column is not None:
        yield rule(" > :not(:last-child)", margin_right=_text(column))
        if "before" in layout.pseudo:
            yield rule("::before", margin_right=_text(column))
        if "after" in layout.pseudo:
            yield rule("::after", margin_left=_text(column))


def _last(margin: str) -> str:
    """The bottom of a shorthand."""
    values = split(tokens(margin), " ") if margin else []
    return tinycss2.serialize(values[2 if len(values) > 2 else 0]) if values else ""


def _text(value: Tokens) -> str:
    return str(tinycss2.serialize(value)).strip()

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
    has_columns: bool = False
    pseudo: frozenset[str] = frozenset()

    @property
    def is_flex(self) -> bool:
        return bool(self.displays & FLEX)


def margins_for_gaps(rules: Sequence[Rule]) -> list[Rule]:
    layouts = _layouts(rules)
    spaced = {
        _last_compound(selector)
        for _, style in styles(rules)
        if _gaps(style) != (None, None)
        for selector in style.selectors
        if style.value("display") in FLEX or layouts[_subject(selector)].is_flex
    }

    def change(style: Style) -> list[Rule]:
        row, column = _gaps(style)
        added: list[Rule] = []
        for selector in style.selectors:
            layout = layouts[_subject(selector)]
            if row is not None or column is not None:
                added += _margins(style, selector, layout, row, column)
            elif _last_compound(selector) in spaced and _is_no_flex(style.value("display")):
                added.append(_child(selector, margin_right=ZERO))
        return [style, old(*added)] if added else [style]

    return each_style(rules, change)


def _is_no_flex(display: str) -> bool:
    """Whether a rule takes the gap from its elements, which it does not hide."""
    return bool(display) and display != "none" and display not in FLEX


def _last_compound(selector: Tokens) -> str:
    """The class that the selector is about; where it is about plain elements, all of it."""
    last = str(tinycss2.serialize(selector)).split()[-1]
    return last if "." in last else _subject(selector)


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
            layout.has_columns |= bool(style.value("columns", "column-width", "column-count"))
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
    display = style.value("display")
    if not display and layout.has_columns:
        return
    if not display:
        kinds = {one in FLEX for one in layout.displays & (FLEX | GRID)}
        if len(kinds) != 1:
            raise ValueError(f"{tinycss2.serialize(selector)}: say `display` beside `gap`")
        (is_flex,) = kinds
    else:
        is_flex = display in FLEX
    if not is_flex:
        return

    if "column" in layout.directions:
        yield _style(selector, gap=ZERO)
        if row is not None:
            yield _child(selector, margin_bottom=_text(row))
        return
    if row is not None and layout.wraps and _text(row) != ZERO:
        own = style.value("margin-bottom") or _last(style.value("margin"))
        whole = own if own not in ("", ZERO) else "0px"
        yield _style(selector, gap=ZERO, margin_bottom=f"calc({whole} - {_text(row)})")
        yield _style((*selector, *tokens(" > *")), margin_bottom=_text(row))
    else:
        yield _style(selector, gap=ZERO)
    if column is not None:
        yield _child(selector, margin_right=_text(column))
        if "before" in layout.pseudo:
            yield _style((*selector, *tokens("::before")), margin_right=_text(column))
        if "after" in layout.pseudo:
            yield _style((*selector, *tokens("::after")), margin_left=_text(column))


def _child(selector: Tokens, **values: str) -> Style:
    """For all children but the last."""
    return _style((*selector, *tokens(" > :not(:last-child)")), **values)


def _style(selector: Tokens, **values: str) -> Style:
    declarations = (
        Declaration(name.replace("_", "-"), tokens(value)) for name, value in values.items()
    )
    return Style((selector,), tuple(declarations))


def _last(margin: str) -> str:
    """The bottom of a shorthand."""
    values = split(tokens(margin), " ") if margin else []
    return tinycss2.serialize(values[2 if len(values) > 2 else 0]) if values else ""


def _text(value: Tokens) -> str:
    return str(tinycss2.serialize(value)).strip()

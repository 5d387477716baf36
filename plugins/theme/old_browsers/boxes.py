"""Logical properties by their physical names: the site is written from left to right.

Longhands too, though Chromium 78 has many of them: so that one name stands for one side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plugins.theme.old_browsers.sheet import (
    Declaration,
    Rule,
    Style,
    Tokens,
    each_style,
    split,
    tokens,
)

SIDES = {"inline": ("left", "right"), "block": ("top", "bottom")}
SIZES = {"inline-size": "width", "block-size": "height"}
CORNERS = {
    f"border-{block}-{inline}-radius": f"border-{vertical}-{horizontal}-radius"
    for block, vertical in (("start", "top"), ("end", "bottom"))
    for inline, horizontal in (("start", "left"), ("end", "right"))
}
VALUES = {"inline-start": "left", "inline-end": "right"}  # of float and clear


def _names() -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """Longhand → physical name; shorthand with one or two values → the two physical names."""
    longhands, shorthands = dict(CORNERS), {}
    for axis, (first, second) in SIDES.items():
        for box in ("margin", "padding", "inset", "scroll-margin", "scroll-padding"):
            before = "" if box == "inset" else f"{box}-"
            shorthands[f"{box}-{axis}"] = (before + first, before + second)
            longhands[f"{box}-{axis}-start"] = before + first
            longhands[f"{box}-{axis}-end"] = before + second
        for part in ("", "-width", "-style", "-color"):
            pair = (f"border-{first}{part}", f"border-{second}{part}")
            shorthands[f"border-{axis}{part}"] = pair
            longhands[f"border-{axis}-start{part}"], longhands[f"border-{axis}-end{part}"] = pair
    for logical, size in SIZES.items():
        for before in ("", "min-", "max-"):
            longhands[before + logical] = before + size
    return longhands, shorthands


LONGHANDS, SHORTHANDS = _names()
WHOLE = {"border-inline", "border-block"}  # width, style and colour of both sides, in one value


def physical(rules: Sequence[Rule]) -> list[Rule]:
    def change(style: Style) -> list[Rule]:
        declarations = (new for one in style.declarations for new in _physical(one))
        return [replace(style, declarations=tuple(declarations))]

    return each_style(rules, change)


def _physical(one: Declaration) -> list[Declaration]:
    if one.name in LONGHANDS:
        return [replace(one, name=LONGHANDS[one.name])]
    if one.name in SHORTHANDS:
        first, second = SHORTHANDS[one.name]
        start, end = (one.value, one.value) if one.name in WHOLE else _two(one)
        return [replace(one, name=first, value=start), replace(one, name=second, value=end)]
    if one.name == "inset":
        values = split(one.value, " ")
        top, right, bottom, left = (values[place % len(values)] for place in _PLACES[len(values)])
        sides = {"top": top, "right": right, "bottom": bottom, "left": left}
        return [replace(one, name=side, value=value) for side, value in sides.items()]
    if one.name in ("float", "clear") and one.text in VALUES:
        return [replace(one, value=tokens(VALUES[one.text]))]
    return [one]


# How many values → which of them is for the top, the right, the bottom, the left.
_PLACES = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}


def _two(one: Declaration) -> tuple[Tokens, Tokens]:
    values = split(one.value, " ")
    if len(values) > 2:
        raise ValueError(f"{one.name}: {one.text} has more than two values")
    return values[0], values[-1]

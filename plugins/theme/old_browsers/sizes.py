"""`clamp()`, `min()` and `max()` in steps: what the value is in a narrow window, and from which
widths another of its arguments counts. Chromium before 79 drops such values, or all that a variable
with one is used for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import tinycss2

from plugins.theme.old_browsers.sheet import (
    OLD,
    Group,
    Rule,
    Style,
    Tokens,
    each_style,
    split,
    styles,
    tokens,
    trim,
)

COMPARING = {"clamp", "min", "max"}
NARROWEST, WIDEST = 20, 100  # em: the widths of windows that are looked at
EM = 16.0  # pixels
GUTTERS = 2.5  # em: what a page as a whole is narrower than its window
# The reader may enlarge the type so much, and what is given in rem with it. A column of a grid that
# keeps to `100%` for longer looks the same until two of them would fit.
LARGEST = 1.625
PIXELS = {"px": 1.0, "em": EM, "rem": EM, "ch": EM / 2, "pt": 4 / 3}

Variables = Mapping[str, Tokens]


def plain_sizes(rules: Sequence[Rule]) -> list[Rule]:
    variables = _variables(rules)

    def change(style: Style) -> list[Rule]:
        return [style, *_steps(style, variables)]

    return each_style(rules, change)


def _variables(rules: Sequence[Rule]) -> Variables:
    """The first value of each custom property, to compare sizes with."""
    found: dict[str, Tokens] = {}
    for _, style in styles(rules):
        for one in style.declarations:
            if one.name.startswith("--"):
                found.setdefault(one.name, one.value)
    return found


def _steps(style: Style, variables: Variables) -> list[Rule]:
    sized = [one for one in style.declarations if _compares(one.value)]
    if not sized:
        return []
    rules: list[Rule] = []
    last: dict[str, str] = {}
    for width in range(NARROWEST, WIDEST + 1):
        changed = []
        for one in sized:
            text = _Width(width * EM, variables).plain(one.value)
            if last.get(one.name) != text:
                last[one.name] = text
                changed.append(replace(one, value=tokens(text)))
        if changed:
            step = replace(style, declarations=tuple(changed))
            wide = width > NARROWEST
            rules.append(Group("media", f"(min-width:{width}em)", (step,)) if wide else step)
    return [Group("supports", OLD, tuple(rules))]


def _compares(values: Sequence[Any]) -> bool:
    return any(
        one.type == "function" and (one.lower_name in COMPARING or _compares(one.arguments))
        for one in values
    )


class _Width:
    """Values in a window of this many pixels."""

    def __init__(self, width: float, variables: Variables) -> None:
        self._width, self._variables = width, variables

    def plain(self, values: Sequence[Any]) -> str:
        """The values as a text, with the argument that counts instead of each comparison."""
        return "".join(self._plain(one) for one in values)

    def _plain(self, one: Any) -> str:
        if one.type == "function" and one.lower_name in COMPARING:
            text = self.plain(self._chosen(one))
            is_sum = any(part.type == "whitespace" for part in tokens(text))
            return f"calc({text})" if is_sum else text
        if one.type == "function" and _compares(one.arguments):
            return f"{one.name}({self.plain(one.arguments)})"
        return str(tinycss2.serialize([one]))

    def _chosen(self, function: Any) -> Tokens:
        choices = split(function.arguments, ",")
        if function.lower_name == "clamp":
            least, wanted, most = choices
            upper = min((wanted, most), key=self.pixels)
            return max((least, upper), key=self.pixels)
        choose: Callable[..., Tokens] = min if function.lower_name == "min" else max
        return choose(choices, key=self.pixels)

    def pixels(self, values: Sequence[Any]) -> float:
        """What a sum comes to, roughly: enough to compare it with another."""
        total, sign, factor = 0.0, 1.0, 1.0
        term: float | None = None
        divide = False
        for one in trim(values):
            if one.type == "whitespace":
                continue
            if one in ("+", "-"):
                total += sign * factor * (term if term is not None else 0.0)
                sign, factor, term = (1.0 if one == "+" else -1.0), 1.0, None
            elif one in ("*", "/"):
                divide = one == "/"
            else:
                value = self._pixels(one)
                factor, divide = (factor / value if divide else factor * value), False
                term = 1.0
        return total + sign * factor * (term if term is not None else 0.0)

    def _pixels(self, one: Any) -> float:
        if one.type == "number":
            return float(one.value)
        if one.type == "percentage":
            return float(one.value) / 100 * (self._width - GUTTERS * EM) / LARGEST
        if one.type == "dimension":
            if one.lower_unit in ("vw", "vmin", "dvw"):
                return float(one.value) / 100 * self._width
            return float(one.value) * PIXELS.get(one.lower_unit, EM)
        if one.type == "function" and one.lower_name == "var":
            name = trim(one.arguments)[0].value
            return self.pixels(self._variables.get(name, ()))
        if one.type == "function" and one.lower_name in COMPARING:
            return self.pixels(self._chosen(one))
        if one.type in ("function", "() block"):
            return self.pixels(one.arguments if one.type == "function" else one.content)
        return 0.0

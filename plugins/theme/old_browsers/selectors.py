"""Selectors that Chromium 78 understands.

`:is()` is written out, each alternative with the weight of the heaviest, as the standard has it.
What can't be written out with the same weight (`:where()`, `:not()` of a list) or has a stand-in
only (`:focus-visible`) keeps its rule, and gets another one for old browsers alone. One selector
that a browser doesn't know makes it drop the whole rule, so such selectors stand in a rule of their
own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import tinycss2

from plugins.theme.old_browsers.sheet import (
    Rule,
    Style,
    Tokens,
    each_style,
    old,
    split,
    tokens,
    trim,
)

COMBINATORS = (">", "+", "~")
# Something that every element is, and that weighs as much as an id, a class, an element.
FILLERS = (":not(#\\#)", ":not(.\\#)", ":not(\\#)")
STAND_INS = {"focus-visible": "focus"}
# Known to no browser that is old here, and without a stand-in.
UNKNOWN = {"has", "dir", "modal", "popover-open", "open", "user-valid", "user-invalid", "state"}
# Pseudo-elements that may be written with one colon.
LEGACY = {"before", "after", "first-line", "first-letter"}

Weight = tuple[int, int, int]


def plain_selectors(rules: Sequence[Rule]) -> list[Rule]:
    return each_style(rules, _plain)


def _plain(style: Style) -> list[Rule]:
    known: list[Tokens] = []
    others: list[Tokens] = []
    stand_ins: list[Tokens] = []
    for selector in style.selectors:
        for written in _without_is(selector):
            if not _is_new(written):
                known.append(written)
                continue
            others.append(written)
            stand_ins += [one for one in _stand_ins(written) if not _is_new(one)]
    parts: list[Rule] = []
    if known:
        parts.append(replace(style, selectors=tuple(known)))
    if stand_ins:
        # Between the two, which lightningcss would make one rule again.
        parts.append(old(replace(style, selectors=tuple(stand_ins))))
    if others:
        parts.append(replace(style, selectors=tuple(others)))
    return parts


def heavier(selector: Tokens, filler: str) -> Tokens:
    """The selector with a filler in its first compound, whose element or `*` must stay first."""
    has_element = selector[:1] and (selector[0].type == "ident" or selector[0] == "*")
    place = 1 if has_element else 0
    return (*selector[:place], *tokens(filler), *selector[place:])


def weight(selector: Sequence[Any]) -> Weight:
    """The specificity of one selector."""
    total = (0, 0, 0)
    before: Any = None
    colons = 0
    for one in selector:
        found = (0, 0, 0)
        if one.type == "hash":
            found = (1, 0, 0)
        elif one.type == "[] block" or (one.type == "ident" and before == "."):
            found = (0, 1, 0)
        elif one.type in ("ident", "function") and before == ":":
            found = _weight_of_pseudo(one, colons)
        elif one.type == "ident":
            found = (0, 0, 1)
        colons = colons + 1 if one == ":" else 0
        before = one
        total = _sum(total, found)
    return total


def _weight_of_pseudo(one: Any, colons: int) -> Weight:
    name = one.lower_name if one.type == "function" else one.lower_value
    if one.type == "function" and name in ("is", "not", "has"):
        return max(weight(part) for part in split(one.arguments, ","))
    if name == "where":
        return (0, 0, 0)
    return (0, 0, 1) if colons > 1 or name in LEGACY else (0, 1, 0)


def _sum(one: Weight, other: Weight) -> Weight:
    return (one[0] + other[0], one[1] + other[1], one[2] + other[2])


def _without_is(selector: Tokens) -> list[Tokens]:
    """With the same weight; where that can't be, the selector as it is."""
    wanted = weight(selector)
    written = [_as_heavy(one, wanted) for one in _alternatives(selector, {"is"})]
    return written if all(weight(one) == wanted for one in written) else [selector]


def _as_heavy(selector: Tokens, wanted: Weight) -> Tokens:
    """With the fillers that it lacks."""
    parts = zip(FILLERS, wanted, weight(selector), strict=True)
    return heavier(selector, "".join(filler * (most - own) for filler, most, own in parts))


def _stand_ins(selector: Tokens) -> list[Tokens]:
    written = _alternatives(selector, {"is", "where", "not"})
    return [tuple(_with_stand_ins(one)) for one in written]


def _with_stand_ins(selector: Tokens) -> Iterator[Any]:
    before: Any = None
    for one in selector:
        if one.type == "ident" and before == ":" and one.lower_value in STAND_INS:
            yield from tokens(STAND_INS[one.lower_value])
        else:
            yield one
        before = one


def _is_new(selector: Sequence[Any]) -> bool:
    """Whether a browser that is old here does not know it."""
    before: Any = None
    for one in selector:
        if before == ":" and one.type in ("ident", "function"):
            name = one.lower_value if one.type == "ident" else one.lower_name
            if name in STAND_INS or name in UNKNOWN or name in ("is", "where"):
                return True
            if name == "not" and one.type == "function" and not _is_simple(trim(one.arguments)):
                return True
        before = one
    return False


def _is_simple(argument: Tokens) -> bool:
    """Whether it is one class, element, attribute or pseudo-class, as `:not()` once asked."""
    if any(one == "," or one.type == "whitespace" or one in COMBINATORS for one in argument):
        return False
    colons = sum(one == ":" for one in argument)
    parts = sum(one.type in ("hash", "ident", "[] block", "function") for one in argument)
    return parts == 1 and colons <= 1 and not _is_new(argument)


def _alternatives(selector: Tokens, names: set[str]) -> list[Tokens]:
    """The selectors that it stands for when these functions are written out."""
    place = _first_function(selector, names)
    if place is None:
        return [selector]
    function = selector[place]
    before, after = selector[: place - 1], selector[place + 1 :]
    choices = split(function.arguments, ",")
    if function.lower_name == "not":
        if all(_is_simple(choice) for choice in choices):
            text = "".join(f":not({tinycss2.serialize(choice)})" for choice in choices)
            rest = _alternatives(after, names)
            return [(*before, *tokens(text), *one) for one in rest]
        whole = tinycss2.serialize(selector)
        raise ValueError(f"{whole}: can't be written without this :not()")
    found = [_merged(before, choice, selector) for choice in choices]
    rest = _alternatives(after, names)
    inner = [one for merged in found for one in _alternatives(merged, names)]
    return [(*head, *tail) for head, tail in product(inner, rest)]


def _first_function(selector: Tokens, names: set[str]) -> int | None:
    for place, one in enumerate(selector):
        if place and one.type == "function" and selector[place - 1] == ":":
            if one.lower_name not in names:
                continue
            if one.lower_name != "not" or not _is_simple(trim(one.arguments)):
                return place
    return None


def _merged(before: Tokens, choice: Tokens, whole: Tokens) -> Tokens:
    """An alternative behind what comes before it: `.a > ` + `.b`, `.p` + `h1` = `h1.p`."""
    cut = len(before)
    while cut and not _parts_compounds(before[cut - 1]):
        cut -= 1
    head, compound = before[:cut], before[cut:]
    last = len(choice)
    while last and not _parts_compounds(choice[last - 1]):
        last -= 1
    ancestors, own = choice[:last], choice[last:]
    if ancestors and head and not _is_of_root(head):
        raise ValueError(
            f"{tinycss2.serialize(whole)}: write the alternative "
            f"{tinycss2.serialize(choice)} as a selector of its own"
        )
    if own[:1] and own[0].type == "ident" and compound:
        if compound[0].type == "ident":
            raise ValueError(f"{tinycss2.serialize(whole)}: an element can't be two")
        return (*head, *ancestors, own[0], *compound, *own[1:])
    return (*head, *ancestors, *compound, *own)


def _parts_compounds(one: Any) -> bool:
    return bool(one.type == "whitespace" or one in COMBINATORS)


def _is_of_root(head: Tokens) -> bool:
    """Whether it is `:root…` and a blank: an ancestor of everything, wherever it is written."""
    text = tinycss2.serialize(head)
    return text.startswith(":root") and text.endswith(" ") and len(text.split()) == 1

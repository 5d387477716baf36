"""Values that have an older form: heights such as `100dvh`, and words that may break anywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plugins.theme.old_browsers.sheet import Declaration, Rule, Style, each_style, old, tokens

NEW_UNIT = re.compile(r"(?<=[\d.])[dsl](vh|vw|vmin|vmax)\b")
# Declaration → the one that does the same in an old browser.
STAND_INS = {("overflow-wrap", "anywhere"): ("word-break", "break-word")}


def old_values(rules: Sequence[Rule]) -> list[Rule]:
    def change(style: Style) -> list[Rule]:
        declarations: list[Declaration] = []
        stand_ins: list[Declaration] = []
        for one in style.declarations:
            older = NEW_UNIT.sub(r"\1", one.text)
            if older != one.text:
                # A browser that doesn't know the second keeps the first.
                declarations.append(replace(one, value=tokens(older)))
            declarations.append(one)
            if stand_in := STAND_INS.get((one.name, one.text)):
                name, value = stand_in
                stand_ins.append(replace(one, name=name, value=tokens(value)))
        changed: list[Rule] = [replace(style, declarations=tuple(declarations))]
        if stand_ins:
            changed.append(old(replace(style, declarations=tuple(stand_ins))))
        return changed

    return each_style(rules, change)

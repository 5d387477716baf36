"""Signs in a line that are text: stars of masks, bars to fill in, > for “more than”, 1986."""

from __future__ import annotations

import re

from plugins.texts.typed.line import Line
from plugins.texts.typed.literal import literal
from plugins.texts.typed.stars import literal_stars

TEXT_AT_START = re.compile(r"\s*(?:>|\d{3,}\.|(?:(?:[-*+]|\d{1,2}\.)\s+)*#[^ #])")
# Code, and addresses, in which stars and bars have no meaning of their own.
CODE_OR_ADDRESS = re.compile(r"(`+[^`]*`+|\]\([^)\s]*\)|<https?://[^<>\s]+>|https?://[^\s<>*]*)")
# Strong words, __甲__, which stay, or a place to fill in: 姓名：________, __月__日.
STRONG_OR_BLANK = re.compile(r"(?<![\w_])__(?=[^\s_])[^_\n]*(?<=[^\s_])__(?![\w_])|_{2,}")
# Inside a line nobody quotes code that has three of them itself.
MANY_TICKS = re.compile("`{4,}")
COMPARISON = re.compile(r"^( {0,3})>(?=[\d=＝≥])")
# #12号楼, #文明养犬#
NO_HEADING = re.compile(r"^(\s*(?:(?:[-*+]|\d{1,2}\.)\s+)*)#(?=\d|[^#\s]+#)")
MAY_START = re.compile(r"\s*[-*+>#\d]")
YEAR_WITH_DOT = re.compile(r"^(\s*\d{3,})\.")


def keep_signs(lines: list[Line]) -> list[Line]:
    return [
        line.with_text(_line(line.text)) if _may_have_signs(line.text) else line for line in lines
    ]


def _may_have_signs(text: str) -> bool:
    return "*" in text or "_" in text or "````" in text or TEXT_AT_START.match(text) is not None


def _line(text: str) -> str:
    if "````" in text:
        text = MANY_TICKS.sub(lambda match: literal(match[0]), text)
    if MAY_START.match(text):
        text = COMPARISON.sub(rf"\1{literal('>')}", text)
        text = NO_HEADING.sub(rf"\1{literal('#')}", text)
        text = YEAR_WITH_DOT.sub(rf"\1{literal('.')}", text)
    if not any(sign in text for sign in ("`", "](", "://")):
        return _stars_and_bars(text)
    parts = CODE_OR_ADDRESS.split(text)
    parts[::2] = [_stars_and_bars(part) for part in parts[::2]]
    return "".join(parts)


def _stars_and_bars(text: str) -> str:
    if "__" in text and text.strip("_ \t"):
        text = STRONG_OR_BLANK.sub(_blank, text)
    if "*" in text and text.strip("*- \t"):
        pieces, at = [], 0
        for start, end in literal_stars(text):
            pieces += [text[at:start], literal(text[start:end])]
            at = end
        text = "".join([*pieces, text[at:]])
    return text


def _blank(match: re.Match[str]) -> str:
    return literal(match[0]) if not match[0].strip("_") else match[0]

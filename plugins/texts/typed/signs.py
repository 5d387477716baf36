"""Signs in a line that are text: stars of masks, bars to fill in, > for “more than”, 1986."""

from __future__ import annotations

import re

from plugins.texts.typed.line import Line
from plugins.texts.typed.literal import literal
from plugins.texts.typed.stars import join_strong_runs, literal_stars
from plugins.texts.typed.suspects import TEXT_SIGN

SIGN = re.compile(r"[*_\\^~`mM]")
TEXT_AT_START = re.compile(rf"\s*{TEXT_SIGN}")
# Code, and addresses, in which stars and bars have no meaning of their own.
CODE_OR_ADDRESS = re.compile(r"(`+[^`]*`+|\]\([^)\s]*\)|<https?://[^<>\s]+>|https?://[^\s<>*]*)")
# Strong words, __甲__, which stay, or a place to fill in: 姓名：________, __月__日.
STRONG_OR_BLANK = re.compile(r"(?<![\w_])__(?=[^\s_])[^_\n]*(?<=[^\s_])__(?![\w_])|_{2,}")
# Inside a line nobody quotes code that has three of them itself.
MANY_TICKS = re.compile("`{4,}")
COMPARISON = re.compile(r"^( {0,3})>(?=[\d=＝≥])")
# #12号楼, #文明养犬#
NO_HEADING = re.compile(r"^(\s*(?:(?:[-*+]|\d{1,2}\.)\s+)*)#(?=\d|[^#\s]+#)")
# C:\附件\_甲 and \\server\甲, in which Markdown would eat what stands before a sign.
PATH = re.compile(
    r"(?<![A-Za-z=\"'])(?<!\]\()[A-Za-z]:\\[^\s，。；、）”<>\"']{1,200}|\\\\[\w.-]+\\[^\s，。；、）”<>\"']{1,200}"
)
# 50m2, m^2^ and CO~2~, as they are set in type
SQUARE = re.compile(
    r"(?<![A-Za-z0-9.,])((?:\d[\d.,]{0,12} ?|/)(?:[kcdm]?m|M))\^?([23])\^?(?![0-9A-Za-z.^])"
)
RAISED = re.compile(r"(?<=[\w）)])\^(-?\d{1,2})\^|(?<=10)\^(-?\d{1,2})(?![\d^])")
# (*^_^*)
FACE = re.compile(r"\*\^[_.o]?\^\*|\*_\*")
# * 为必填项, a note and no list of one item
STARRED_NOTE = re.compile(r"^( {0,3})\*(?= ?(?:[注为号标带]|表示|以上|以下))")
LOWERED = re.compile(r"(?<=[A-Za-z])~(\d{1,2})~")
MAY_START = re.compile(r"\s*[-*+>#\d]")
YEAR_WITH_DOT = re.compile(r"^(\s*\d{3,})\.")


def keep_signs(lines: list[Line]) -> list[Line]:
    return [
        line.with_text(_line(_starred(lines, index))) if _may_have_signs(line.text) else line
        for index, line in enumerate(lines)
    ]


def _may_have_signs(text: str) -> bool:
    return SIGN.search(text) is not None or TEXT_AT_START.match(text) is not None


def _starred(lines: list[Line], index: int) -> str:
    """The text of a line, with its star literal if it marks a note."""
    text = lines[index].text
    if "*" not in text[:4] or not STARRED_NOTE.match(text):
        return text
    beside = [lines[at].text for at in (index - 1, index + 1) if 0 <= at < len(lines)]
    if any(other.lstrip().startswith("* ") for other in beside):
        return text
    return STARRED_NOTE.sub(rf"\1{literal('*')}", text)


def _line(text: str) -> str:
    if "````" in text:
        text = MANY_TICKS.sub(lambda match: literal(match[0]), text)
    if MAY_START.match(text):
        text = COMPARISON.sub(rf"\1{literal('>')}", text)
        text = NO_HEADING.sub(rf"\1{literal('#')}", text)
        text = YEAR_WITH_DOT.sub(rf"\1{literal('.')}", text)
    if "\\" in text:
        text = PATH.sub(lambda match: literal(match[0]), text)
    if "^*" in text or "*_*" in text:
        text = FACE.sub(lambda match: literal(match[0]), text)
    if not any(sign in text for sign in ("`", "](", "://")):
        return _stars_and_bars(text)
    parts = CODE_OR_ADDRESS.split(text)
    parts[::2] = [_stars_and_bars(part) for part in parts[::2]]
    return "".join(parts)


def _stars_and_bars(text: str) -> str:
    if "<" not in text:
        if "m" in text or "M" in text:
            text = SQUARE.sub(r"\1<sup>\2</sup>", text)
        if "^" in text:
            text = RAISED.sub(lambda match: f"<sup>{match[1] or match[2]}</sup>", text)
        if "~" in text:
            text = LOWERED.sub(r"<sub>\1</sub>", text)
    if "__" in text and text.strip("_ \t"):
        text = STRONG_OR_BLANK.sub(_blank, text)
    if "*" in text and text.strip("*- \t"):
        if "****" in text:
            text = join_strong_runs(text)
        pieces, at = [], 0
        for start, end in literal_stars(text):
            pieces += [text[at:start], literal(text[start:end])]
            at = end
        text = "".join([*pieces, text[at:]])
    return text


def _blank(match: re.Match[str]) -> str:
    return literal(match[0]) if not match[0].strip("_") else match[0]

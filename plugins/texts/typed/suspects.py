"""Whether a text may need a pass; most texts are correct Markdown and need few or none.

A pass that is left out changes nothing, so whatever it looks for must be found here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SIGNS_OF_TEXT = ("*", "_", "````", "m2", "m3", "M2", "M3", "^", "~2~", "~3~", "~4~", ":\\", "\\\\")
# 1986., >18, #12号楼
TEXT_SIGN = r"(?:\d{3,}\.|>|(?:(?:[-*+]|\d{1,2}\.)[^\S\n]+)*#[^ #])"
TEXT_AT_START = re.compile(rf"\n[ 　\t]*{TEXT_SIGN}")
SIGNS_OF_TABLES = ("|", "｜", "\t")
COLUMNS = re.compile(r"\S(?:  | ?　)")
EMPTY_MARK = re.compile(r"\n[ 　]*(?:[#＃]{1,6}|[-+]|\d{1,2}\.|>[> ]*)[ 　\t]*(?=\n)")
SLIPS = (
    "\xa0", "＃", "＊", "＞", "］", "]（", "] （", "] (",
    "** ", " **", "**　", "　**", "]　", "！[", "•", "◦", "▫", "‣", "⁃", "●", "▪", "■", "◆",
    "［^", "]\n(", "]\n（", "］\n", " =", '!["', "![“", "![”", "\n---", "\n - ", "\t",
    "[ ]", "[x]", "[X]", "[√]", "[✓]",
)  # fmt: skip
# Beginnings of lines; each begins with the end of the line before, which is quick to find.
LINE_START = re.compile(
    r"\n(?: ++(?!(?:-|\d{1,2}\.) [^ 　])"  # indented, but for items of lists
    r"|[　０-９]|0\d\.|-[^ ]|- {2}|- \d{1,3} -|[—－＝～~─━═┄┈﹏·・∙‧ØüÜ§olnuv+★☆]|\*\*[ 　]"
    r"|\*[㐀-鿿]"
    r"|\d{1,2}\.[^ \d]|\d{3,}\.|#{1,6}[^# ]"
    r"|\[\^[^\]\s]*+(?!\]: \S))"  # a footnote, but for correct ones
)
INDENTATION = " \t　\xa0"
WINGDINGS = re.compile("[\uf020-\uf0ff]")
NUMBERED = re.compile(r"[0-9]+\. ")
MARKERS = ">-*+0123456789"
# Of page numbers.
PAGE_STARTS, LONGEST_PAGE_NUMBER = "—－–·第共P", 20
DEEP = re.compile(r"(?:(?:[-*+]|\d{1,9}\.) +|> ?){7}")
MANY_BRACKETS = 30
BROKEN_LINK = re.compile(r"\n[^\[\]\n]{1,60}\]\(")
MIXED_BRACKETS = re.compile(r"\]\([^()\n]*）")


def may_need_separation(lines: Iterable[str]) -> bool:
    """Whether a line is indented, follows one of another kind or plain text, or is misnumbered."""
    before: str | None = None
    number = 0
    for line in lines:
        if not line:
            before = None
            continue
        if line[0] in INDENTATION or line[-1] in INDENTATION:
            return True
        kind = _kind(line)
        if line[0] in MARKERS and (DEEP.match(line) or line[:2] == "--" or line[-1] == "-"):
            return True
        if line[0] in PAGE_STARTS and len(line) < LONGEST_PAGE_NUMBER:
            return True
        if before is not None and (not kind or kind != before):
            return True
        if kind == "1":
            last, number = number, int(line.partition(".")[0])
            if number not in {1, last + 1}:
                return True
        before = kind
    return False


def may_have_signs(text: str) -> bool:
    """For the pass over stars, bars and other signs that are text."""
    return (
        any(sign in text for sign in SIGNS_OF_TEXT) or TEXT_AT_START.search(f"\n{text}") is not None
    )


def may_have_columns(text: str) -> bool:
    """Whether blanks stand inside of several lines, or may do."""
    return ("  " in text or "　" in text) and "\n" in text and COLUMNS.search(text) is not None


def may_have_brackets(text: str) -> bool:
    """For the pass over definitions, and over more brackets in a line than anybody types."""
    return "]:" in text or text.count("[") + text.count("]") > MANY_BRACKETS


def may_have_slips(text: str) -> bool:
    """For the pass over markup, which has most to look for: without the signs of correct markup."""
    return (
        any(sign in text for sign in SLIPS)
        or ("](" in text and BROKEN_LINK.search(text) is not None)
        or MIXED_BRACKETS.search(text) is not None
        or WINGDINGS.search(text) is not None
        or LINE_START.search(f"\n{text}") is not None
    )


def _kind(line: str) -> str:
    """What a line belongs to that may follow a line of its kind; empty for plain text."""
    first = line[0]
    if NUMBERED.match(line):
        return "1"
    if first == "-":
        return "-" if line[1:2] == " " else ""
    return first if first in "#|" else ""

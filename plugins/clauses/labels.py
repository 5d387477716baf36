"""How statutes number their parts, and the anchors those numbers give.

第三十四条 is `c34`, its second paragraph `c34p2`, that paragraph's first item `c34p2i1`, the item's
first sub-item `c34p2i1s1`; 第十条之一 is `c10z1`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from plugins.clauses.numerals import NUMERAL, chinese, matched_number

WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
# Scans and old programs set the number apart: 第 八 条, 第八　条.
BLANK = r"[ \t\xa0　]*+"
CLAUSE = re.compile(
    rf"第{BLANK}(?P<number>{NUMERAL}(?:{BLANK}{NUMERAL})*+|[\d０-９]++){BLANK}条"
    rf"(?:之(?P<inserted>{NUMERAL}++))?+"
    # 第三条所称的灯, 第三条以外的灯 begin a sentence about a clause, not the clause.
    r"(?!款|项|的|、|，|和|或|及|与|至|到|所|以外|之外|中的|规定|第)"
)
ITEM = re.compile(rf"[（(](?P<number>{NUMERAL}+)[）)]")
SUB_ITEM = re.compile(r"(?P<number>[\d０-９]{1,2})(?:[．.、）)](?!\d)|(?=\s))|(?P<circled>[①-⑳])")
DIVISION = re.compile(rf"第(?P<number>{NUMERAL}+|\d+)(?P<rank>分编|编|章|节)")
RANK_LETTERS = {"编": "b", "分编": "f", "章": "z", "节": "j"}


class ClauseNumber(NamedTuple):
    """第十条之一 is (10, 1); 第十条 is (10, 0)."""

    value: int
    inserted: int = 0

    @property
    def anchor(self) -> str:
        return f"c{self.value}" + (f"z{self.inserted}" if self.inserted else "")

    @property
    def label(self) -> str:
        inserted = f"之{chinese(self.inserted)}" if self.inserted else ""
        return f"第{chinese(self.value)}条{inserted}"


def clause_number(match: re.Match[str]) -> ClauseNumber:
    """The number in a match of CLAUSE (or of another pattern with the same two groups)."""
    value = matched_number("".join(match["number"].split()).translate(WIDE_DIGITS))
    inserted = matched_number(match["inserted"]) if match["inserted"] else 0
    return ClauseNumber(value, inserted)


def item_number(match: re.Match[str]) -> int:
    return matched_number(match["number"])


def sub_item_number(match: re.Match[str]) -> int:
    if match["circled"]:
        return ord(match["circled"]) - ord("①") + 1
    return int(match["number"].translate(WIDE_DIGITS))

"""Titles of judicial interpretations without 《》: 最高人民法院关于…的解释（二）第三条.

They begin with the court and end before the clause, so that they are clear without a table.
"""

from __future__ import annotations

import re

COURT = r"最高人民(?:法院|检察院)(?:、最高人民检察院)?关于"
ENDING = r"(?:解释|规定|批复|意见)(?:[（(][一二三四五六七八九十]{1,2}[）)])?"
COURT_BEFORE = re.compile(r"最高人民(?:法院|检察院)(?:、最高人民检察院)?$")
WORDS = r"[^，。；：“”《》]"
LONGEST = 120
WHOLE = re.compile(rf"{COURT}{WORDS}{{2,100}}{ENDING}$")
BEFORE_TITLE = re.compile(rf"{COURT}{WORDS}{{0,60}}$")
AFTER_TITLE = re.compile(rf"{WORDS}{{0,40}}{ENDING}(?=\s{{0,2}}第)")


def interpretation_before(text: str, end: int) -> int | None:
    """Where the title that ends at `end` begins, if it is one."""
    if text[end - 1 : end] not in "释定复见）)":
        return None
    begins = text.find("最高人民", max(0, end - LONGEST), end)
    title = WHOLE.search(text, begins, end) if begins >= 0 else None
    return title.start() if title else None


def interpretation_around(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the title around a law's title at `text[start:end]` begins and ends.

    最高人民法院关于适用《…》若干问题的规定（三）第十三条 cites the interpretation, not the law.
    """
    begins = text.find("最高人民", max(0, start - LONGEST), start)
    before = BEFORE_TITLE.search(text, begins, start) if begins >= 0 else None
    after = AFTER_TITLE.match(text, end) if before else None
    return (before.start(), after.end()) if before and after else None

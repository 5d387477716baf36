"""Titles of statutes as they are written, and the key by which two of them are one statute's."""

from __future__ import annotations

import re
from datetime import date

from plugins.statutes.source import visible

NATION = "中华人民共和国"
# Behind a title: （2019年修正）, (2021修订).
VERSION_MARK = re.compile(
    r"[(（](?P<year>\d{4})年?[^()（）]{0,8}(?:修正|修订|修改)[^()（）]{0,4}[)）]$"
)
SAME_BRACKETS = str.maketrans("（）〔〕〈〉", "()[]《》")


def bare_title(title: str) -> str:
    """The title without the mark of its version."""
    return VERSION_MARK.sub("", title).rstrip()


def title_key(title: str) -> str:
    """By this two titles of one statute are equal: 中华人民共和国照明法（2019年修正）is 照明法."""
    return bare_title(visible(title)).removeprefix(NATION).translate(SAME_BRACKETS)


def marked_version(title: str) -> date | None:
    """The first day of the year of the version that the title names, to order versions by."""
    match = VERSION_MARK.search(title)
    return date(int(match["year"]), 1, 1) if match and match["year"] != "0000" else None


def later(day: date | None, other: date | None) -> date | None:
    """The later of two days, of which either may be unknown."""
    return max((each for each in (day, other) if each), default=None)

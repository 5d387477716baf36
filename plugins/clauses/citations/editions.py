"""Which text of a statute a writer names: 2017年修正的《…》, 原《…》, 新修订的《…》.

It becomes part of the cited title, in the form that titles of statutes have: …（2017年修订）.
"""

from __future__ import annotations

import re

from plugins.clauses.citations.names import REPEALED, STATE_NAME

EARLIER, NEWEST = "修订前", "新修订"
CHANGED = "(?:修[订正改]|公布|颁布|制定|通过|施行|实施)"
YEAR = r"(?<!\d)(?P<year>(?:19|20)\d{2})"
DAY = r"(?:\d{1,2}月(?:\d{1,2}日)?)?"
# 还原《…》 and 重新《…》 name no text.
BEFORE = re.compile(
    rf"(?:{YEAR}\s?年(?:{DAY}[^，。；、：“”《》\s]{{0,10}}?{CHANGED}后?的?|版|的)?"
    rf"|(?P<earlier>(?<![还中复草平])原|(?<!新)旧|(?:修[订正改])(?:之|以)?前的?)"
    rf"|(?P<newest>(?<![重创更全])新(?:修[订正改]|版)?的?|修[订正改]后的?))$",
    re.ASCII,
)
# （2019年8月26日第三次修正）, （2021修订）, but not （国办发〔2017〕47号）.
IN_BRACKETS = re.compile(
    rf"{YEAR}(?:年{DAY})?[^，。；、（）()〔〕\[\]]{{0,12}}?(?:{CHANGED}|版)", re.ASCII
)
OF_TITLE = re.compile(
    rf"[（(](?:(?P<year>(?:19|20)\d{{2}})年?(?:修[订正改]|版)(?:[版本])?|(?P<word>{EARLIER}|{NEWEST}))"
    r"[）)]$",
    re.ASCII,
)


def edition_named(text: str, start: int, brackets: str = "") -> str:
    """The edition that `text` names before `start`, or `brackets` behind the name; "" if none."""
    years = [found["year"] for found in IN_BRACKETS.finditer(brackets)]
    if years:
        # Of several amendments the last one made the text.
        return years[-1]
    before = BEFORE.search(text[max(0, start - 28) : start])
    if before is None:
        return ""
    return before["year"] or (EARLIER if before["earlier"] else NEWEST)


def with_edition(title: str, edition: str) -> str:
    """The title as one of that edition, as it is if it names an edition itself."""
    # 原合同法 was repealed: it has no later text.
    is_whole = edition == EARLIER and (title in REPEALED or STATE_NAME + title in REPEALED)
    if not edition or is_whole or edition_of(title):
        return title
    return f"{title}（{edition}年修订）" if edition.isdecimal() else f"{title}（{edition}）"


def edition_of(title: str) -> str:
    """The edition that a title names in brackets: a year, EARLIER or NEWEST; "" if none."""
    found = OF_TITLE.search(title)
    return (found["year"] or found["word"]) if found else ""


def without_edition(title: str) -> str:
    return OF_TITLE.sub("", title)

"""The numbers of official texts: 一、 （一） 1． 1、 （1） ① 第一条 (GB/T 9704-2012, 7.3.3)."""

from __future__ import annotations

import re
from typing import NamedTuple

from plugins.clauses.numerals import NUMERAL, number

WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
DIGITS = r"[\d０-９]{1,2}"
FORMS = {
    "heading": rf"(?P<heading>{NUMERAL}{{1,4}})、",
    "item": rf"[（(](?P<item>{NUMERAL}{{1,4}})[）)]",
    "point": rf"(?P<point>{DIGITS})(?:[．、]|\.(?![\d\s]|$))",
    "bracketed": rf"[（(](?P<bracketed>{DIGITS})[）)]",
    "half": rf"(?P<half>{DIGITS})[）)]",
    "circled": r"(?P<circled>[①-⑳])",
    "clause": rf"第(?P<clause>{NUMERAL}{{1,6}})[条章节](?=[ 　\t])",
}
OFFICIAL_NUMBER = re.compile("|".join(FORMS.values()))
# Other numbers that begin a line, and signs of lists: not read, but each begins a paragraph.
OTHER_NUMBER = re.compile(
    r"\d{1,2}(?:\.\d{1,2}){1,3}[ 　](?=\S)|[⑴-⒇⒈-⒛㈠-㈩㉑-㉟❶-❿]|[A-Za-zⅠ-Ⅻ][、．）)]"
    r"|[一二三四五六七八九十]{1,3}(?:\.|\s+、)|\d{1,2}(?:\s+、|，(?!\d))"
    r"|[（(]\s+[一二三四五六七八九十]+\s*[）)]"
    r"|第[一二三四五六七八九十]{1,2}(?:、|步[ 　：:])"
    r"|[－–·・∙‧★☆▲△□◇○◎➤▶►√✓✔✅👉※☐☑](?=\S| )|—(?!—)|--(?!-)"
)


class OfficialNumber(NamedTuple):
    """`form` is a key of FORMS."""

    form: str
    value: int


def official_number(text: str) -> OfficialNumber | None:
    """The number with which a paragraph begins."""
    match = OFFICIAL_NUMBER.match(text)
    if not match or not match.lastgroup:
        return None
    form, written = match.lastgroup, match[match.lastgroup]
    if form == "circled":
        return OfficialNumber(form, ord(written) - ord("①") + 1)
    value = number(written.translate(WIDE))
    return OfficialNumber(form, value) if value is not None else None

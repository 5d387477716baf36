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
    "circled": r"(?P<circled>[①-⑳])",
    "clause": rf"第(?P<clause>{NUMERAL}{{1,6}})[条章节](?=[ 　\t])",
}
OFFICIAL_NUMBER = re.compile("|".join(FORMS.values()))


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

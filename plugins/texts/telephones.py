"""Telephone numbers in running text, and how they become links.

The one place that says what a telephone number is. Numbers with an area code, service numbers and
mobile numbers are certain by their form. A known hotline (12345) counts unless it is an amount; any
other short number (110, 96345) only where the words beside it speak of a telephone, or where it
stands alone. Numbers of documents, index numbers, dates and amounts are none; neither is a number
in which digits are hidden by stars.
"""

from __future__ import annotations

import re
from html import escape
from typing import NamedTuple

from markupsafe import Markup

# Without a look at these a text is searched for nothing.
MAYBE = re.compile(r"0[0-9]{2,3}[-）)]|1[0-9]{2}|[489][0-9]{2}")
AREA = r"(?:0[0-9]{2,3}-|[（(]0[0-9]{2,3}[）)] ?)"
EXTENSION = r"(?:(?:转|分机|-)(?P<extension>[0-9]{1,5})(?![0-9]))?"
# No digit, letter, point or bracket of a document number may touch it.
NUMBER = re.compile(
    rf"(?<![0-9A-Za-z_.*＊〔〕+=&?#\-])(?:"
    rf"(?P<long>{AREA}[0-9]{{7,8}}|[48]00-[0-9]{{3}}-[0-9]{{4}}|1[3-9][0-9]{{9}}){EXTENSION}"
    rf"|(?P<short>1[0-9]{{2}}(?:[0-9]{{2}})?|9[56][0-9]{{3,4}}|[48]00[0-9]{{7}}))"
    # No area code of seven digits, no amount, no date, no part of an address.
    rf"(?![0-9A-Za-z_*＊%％‰°〔]|[.,:\-—~～][0-9])"
)
# Of the whole country, by what they are for.
HOTLINES = frozenset(
    {
        "12305", "12306", "12308", "12309", "12310", "12313", "12314", "12315", "12317", "12318",
        "12319", "12320", "12321", "12322", "12323", "12324", "12325", "12326", "12328", "12329",
        "12331", "12333", "12335", "12336", "12337", "12338", "12339", "12340", "12345", "12348",
        "12350", "12355", "12356", "12358", "12360", "12361", "12363", "12365", "12366", "12367",
        "12368", "12369", "12370", "12371", "12377", "12378", "12380", "12381", "12385", "12386",
        "12388", "12389", "12390", "12391", "12393", "12395", "12398",
    }
)  # fmt: skip
# What makes an amount, an ordinal or a number of a document of what follows or goes before.
UNIT = re.compile(
    r"\s*(?:[元万亿千百余多件人户个名家位次篇条项份张套台辆株棵只幅处起场支平立公米千克吨升度天日月年时分秒号期届届岁斤里字页册组株层栋幢间平桶袋车米块]|"
    r"m|k|㎡|℃|cm|m2)"
)
ORDINAL = re.compile(
    r"(?:第|编号|文号|邮编|邮政编码|￥|¥|№|No\.?|约|共|共有|合计|近|超过|达到?|GB|GB/T)[ :：]?$"
)
SPOKEN_BEFORE = re.compile(
    r"(?:电话|热线|专线|拨打|致电|来电|呼叫|报警|急救|火警|短号|号码|拨|打|报|[、，,/和或及]|或者|以及)"
    r"[ 　:：“\"「（(是为]{0,3}$"
)
SPOKEN_AFTER = re.compile(r"[”\"」）)]?(?:热线|专线|电话|报警|报?火警|急救|抢险|指挥中心)")
BEFORE, AFTER = 12, 8
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>|<!--.*?-->", re.S)
# Where a link may not stand, or the text is to be shown letter by letter.
CLOSED = frozenset(
    {"a", "code", "pre", "script", "style", "title", "textarea", "button", "option", "svg", "kbd"}
)
JOINER = re.compile(r"[、，,/和或及]|以及")


class Telephone(NamedTuple):
    """Where it stands in a text, and what is dialled."""

    start: int
    end: int
    number: str


def telephones(text: str) -> list[Telephone]:
    """Every telephone number in a text without markup."""
    if not MAYBE.search(text):
        return []
    found: list[Telephone] = []
    for match in NUMBER.finditer(text):
        if match["long"]:
            if _is_mobile_amount(match, text):
                continue
            found.append(Telephone(*match.span(), dialled(match["long"], match["extension"])))
        elif _is_short_number(match, text, found):
            found.append(Telephone(*match.span(), match["short"]))
    return found


def dialled(number: str, extension: str | None = None) -> str:
    """A number as a `tel:` address has it (RFC 3966)."""
    plain = re.sub(r"[（(](0[0-9]{2,3})[）)] ?", r"\1-", number)
    return f"{plain};ext={extension}" if extension else plain


def is_telephone(value: str) -> bool:
    """Whether a value is one telephone number and nothing else."""
    found = telephones(value)
    return len(found) == 1 and found[0].end - found[0].start == len(value)


def _is_mobile_amount(match: re.Match[str], text: str) -> bool:
    return match["long"].startswith("1") and bool(UNIT.match(text, match.end()))


def _is_short_number(match: re.Match[str], text: str, found: list[Telephone]) -> bool:
    number, before = match["short"], text[max(0, match.start() - BEFORE) : match.start()]
    if before.strip() == "" and text[match.end() :].strip() == "" and match.start() < BEFORE:
        return number in HOTLINES or len(number) == 3 or number[0] in "489"
    if SPOKEN_AFTER.match(text, match.end()):
        return True
    if UNIT.match(text, match.end()) or ORDINAL.search(before):
        return False
    continues = bool(found) and found[-1].end == match.start() - 1
    if before.endswith("/") and not continues:
        # The last part of an address.
        return False
    if number in HOTLINES:
        return True
    spoken = SPOKEN_BEFORE.search(before)
    if spoken is None:
        return False
    if not JOINER.match(spoken[0]):
        return True
    # It only goes on with another number.
    return bool(found) and found[-1].end == match.start() - len(spoken[0])


def link_telephones(html: str) -> str:
    """HTML, whose tags are balanced, with a link for every telephone number of its text."""
    if not MAYBE.search(html):
        return html
    out: list[str] = []
    closed: list[str] = []
    position = 0
    for tag in TAG.finditer(html):
        _add(out, html[position : tag.start()], not closed)
        out.append(tag[0])
        position = tag.end()
        name = (tag[2] or "").lower()
        if name in CLOSED:
            if not tag[1]:
                closed.append(name)
            elif name in closed:
                closed.remove(name)
    _add(out, html[position:], not closed)
    return "".join(out)


def _add(out: list[str], text: str, linked: bool) -> None:
    if not linked or not text or not MAYBE.search(text):
        out.append(text)
        return
    position = 0
    for found in telephones(text):
        out += [text[position : found.start], _link(found, text)]
        position = found.end
    out.append(text[position:])


def _link(found: Telephone, text: str) -> str:
    return f'<a class="phone" href="tel:{found.number}">{text[found.start : found.end]}</a>'


def with_telephones(value: object) -> Markup:
    """A value of a field as HTML, its telephone numbers as links: the filter `phones`."""
    html = getattr(value, "__html__", None)
    if html is not None:
        return Markup(link_telephones(html()))
    text = str(value)
    if not MAYBE.search(text):
        return Markup(escape(text))
    return Markup(link_telephones(escape(text)))

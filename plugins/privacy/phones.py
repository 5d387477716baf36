"""Telephone numbers of people: mobile numbers anywhere, landlines beside somebody's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.findings import Severity
from plugins.privacy.model import OwnNumbers, PrivacyProblem, TextTraits, digits_of, hidden
from plugins.privacy.names import names_a_contact
from plugins.privacy.numbers import Number
from plugins.privacy.text import Text
from plugins.texts.telephones import ORDINAL, UNIT

MOBILE = re.compile(r"(?:(?:00)?86)?(1[3-9][0-9]{9})$")
# As people write one; other groups are numbers of a table that stand side by side. In the text of
# an attachment so are those of the second line: its tables have lost their cells.
SHAPES = frozenset({(11,), (3, 4, 4), (1,) * 11})
MORE_SHAPES = SHAPES | {(3, 8), (7, 4), (4, 3, 4), (3, 3, 5)}
DAY = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])$")
LANDLINE = re.compile(
    r"0(?<![0-9A-Za-z.+\-]0)(?:10|2[0-9]|[3-9][0-9]{2})[)）\- ]{0,2}[0-9]{7,8}(?![0-9A-Za-z])"
)
# The links of a text are no part of what is read.
DIALLED = re.compile(r"\(tel:([+0-9\- ]+)\)|href\s*=\s*[\"']tel:([+0-9\- ]+)", re.I)
HINT = "删去，改留本单位的办公电话；确是本单位公布的号码，写进 bureau.yml 的 own_numbers"


def mobile_in(digits: str) -> str:
    """The mobile number that these digits are, without 86; empty if they are none."""
    match = MOBILE.match(digits)
    return match[1] if match else ""


def mobile_problem(text: Text, number: Number, own: OwnNumbers) -> PrivacyProblem | None:
    mobile = mobile_in(number.digits)
    if not mobile or own.has_number(mobile) or not _is_written_so(text, number):
        return None
    if UNIT.match(text.text, number.end) or ORDINAL.search(text.before(number.start, 12)):
        return None
    message = f"“{hidden(mobile)}”是手机号码，不是本单位公布的"
    return PrivacyProblem("personal-mobile", Severity.ERROR, number.start, message, HINT)


def dialled_problems(text: Text, own: OwnNumbers) -> Iterator[tuple[int, str, str]]:
    """Mobile numbers in the addresses of links, by their place in the source."""
    if "tel:" not in text.source:
        return
    for link in DIALLED.finditer(text.source):
        mobile = mobile_in(digits_of(link[1] or link[2]))
        if mobile and not own.has_number(mobile):
            message = f"“{hidden(mobile)}”是手机号码，不是本单位公布的"
            yield link.start(), message, HINT


def landline_problems(text: Text, own: OwnNumbers, traits: TextTraits) -> Iterator[PrivacyProblem]:
    for match in LANDLINE.finditer(text.text):
        digits = digits_of(match[0])
        if own.has_number(digits) or ORDINAL.search(text.before(match.start(), 12)):
            continue
        if traits.is_case or names_a_contact(text.text[max(0, match.start() - 20) : match.start()]):
            message = f"电话“{hidden(digits)}”和人写在一起，不是本单位公布的"
            if traits.is_case:
                message = f"案件里有电话“{hidden(digits)}”，不是本单位公布的"
            yield PrivacyProblem(
                "personal-landline", Severity.WARNING, match.start(), message, HINT
            )


def _is_written_so(text: Text, number: Number) -> bool:
    groups = number.groups
    if number.digits.startswith(("86", "0086")) and groups[0] in {2, 4}:
        groups = groups[1:]
    elif number.digits.startswith(("86", "0086")):
        groups = (11,) if len(groups) == 1 else groups
    if number.is_broken:
        return not text.is_plain
    if groups == (3, 8) and DAY.search(number.digits):
        return False
    if not text.is_plain:
        return groups in MORE_SHAPES
    beside = (
        text.text[max(0, number.start - 2) : number.start],
        text.text[number.end : number.end + 2],
    )
    in_row = re.match(r"[0-9] ", beside[0]) or re.match(r" [0-9]", beside[1])
    return groups in SHAPES and not (len(groups) == 3 and in_row)

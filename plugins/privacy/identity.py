"""公民身份号码, GB 11643-1999: region, date of birth, sequence, check digit (ISO 7064 MOD 11-2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from plugins.findings import Severity
from plugins.privacy.model import PrivacyProblem, hidden
from plugins.privacy.numbers import Number
from plugins.privacy.text import NARROW, Text

PROVINCES = frozenset(
    {
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
        "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
        "65", "71", "81", "82", "83", "91",
    }
)  # fmt: skip
WEIGHTS, CHECKS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2), "10X98765432"
WORDS = re.compile(r"身份证|公民身份|身份号码|证件号|身份证明")
OTHER_CODE = re.compile(r"信用代码|税号|纳税人识别号|组织机构代码")
OTHER_MASKED = re.compile(r"卡号|账号|帐号|银行|电话|手机|联系方式|代码")
MASK = r"[*＊×●•○]"
# Digits and signs that hide some: one unit each, a backslash before a star is none.
MASKED = re.compile(
    rf"(?<![0-9A-Za-z])[0-9]{{2}}(?:[0-9]|\\?{MASK}|[xX](?=[xX0-9*])|(?<=[xX*])[xX]){{5,17}}[xX]?"
    rf"(?![0-9A-Za-z]|\\?{MASK})"
)
MAYBE_MASKED = re.compile(rf"[0-9](?:\\?{MASK}|[xX]){{2}}")
HINT = "删去整个号码；要对应到人的，隐去中间八位，写成 330106********1234"


def check_digit(digits: str) -> str:
    """Of the first 17 digits."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=False))
    return CHECKS[total % 11]


def is_identity_number(digits: str) -> bool:
    return _has_form(digits) and check_digit(digits) == digits[17]


def looks_like_identity(digits: str) -> bool:
    """Whether it has the form of one, new or old, with a right check digit or not."""
    return _has_form(digits) or _is_old(digits)


def identity_problem(text: Text, number: Number) -> PrivacyProblem | None:
    digits = number.digits
    if _has_form(digits):
        before = text.before(number.start)
        if OTHER_CODE.search(before):
            return None
        if check_digit(digits) == digits[17] and _is_grouped(number):
            message = f"“{hidden(digits)}”是公民身份号码，不能公开"
            return PrivacyProblem("identity-number", Severity.ERROR, number.start, message, HINT)
        if WORDS.search(before):
            return _doubtful(number, "的校验码不对，可能是写错了一位的公民身份号码")
    elif len(digits) == 18 and WORDS.search(text.before(number.start)):
        return _doubtful(number, "写在身份证号的位置，却不是一个完整的公民身份号码")
    elif _is_old(digits) and WORDS.search(text.before(number.start)):
        message = f"“{hidden(digits)}”是15位的旧身份证号码，不能公开"
        return PrivacyProblem("identity-number", Severity.ERROR, number.start, message, HINT)
    return None


def _is_grouped(number: Number) -> bool:
    """Whether its groups are those of one number, and not figures of a table side by side."""
    return number.is_broken or len(number.groups) in {1, 18} or min(number.groups) >= 3


def _doubtful(number: Number, what: str) -> PrivacyProblem:
    message = f"“{hidden(number.digits)}”{what}"
    return PrivacyProblem(
        "identity-number", Severity.WARNING, number.start, message, f"核对；{HINT}"
    )


def masked_problems(text: Text) -> Iterator[tuple[int, str, str]]:
    """Where in the source a number stands that hides too little, with message and hint.

    Our own measure: the region (six digits) and the last four may stay, the birthday may not.
    """
    if not MAYBE_MASKED.search(text.source):
        return
    source = text.source.translate(NARROW)
    for match in MASKED.finditer(source):
        units = match[0].replace("\\", "")
        before = source[max(0, match.start() - 20) : match.start()].rpartition("\n")[2]
        # What kind of number it is says its own sentence.
        if units[:2] not in PROVINCES or OTHER_MASKED.search(before.rpartition("。")[2]):
            continue
        if len(units) != 18 and not WORDS.search(before):
            continue
        head = re.match(r"[0-9]*", units)
        tail = re.search(r"[0-9]*[0-9xX]?$", units)
        left, right = len(head[0]) if head else 0, len(tail[0]) if tail else 0
        between = units[left : len(units) - right]
        if sum(map(str.isdigit, units)) >= 17:
            # Emphasis, and no mask.
            continue
        if left > 6 or right > 4 or re.search(r"[0-9]", between):
            message = f"身份证号“{shown(units)}”遮住的位数不够，还看得出出生日期"
            yield match.start(), message, HINT


def shown(units: str) -> str:
    """A masked number without the digits that should have been masked."""
    return f"{units[:3]}…{units[-1]}"


def _has_form(digits: str) -> bool:
    return (
        len(digits) == 18
        and digits[:2] in PROVINCES
        and digits[6:8] in {"19", "20"}
        and digits[:17].isdigit()
        and _is_day(digits[6:14])
    )


def _is_old(digits: str) -> bool:
    return len(digits) == 15 and digits[:2] in PROVINCES and _is_day(f"19{digits[6:12]}")


def _is_day(text: str) -> bool:
    try:
        date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return False
    return True

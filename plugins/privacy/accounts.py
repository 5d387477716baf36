"""Numbers of bank cards: ISO/IEC 7812, 16 to 19 digits with a check digit (Luhn)."""

from __future__ import annotations

import re

from plugins.findings import Severity
from plugins.privacy.model import OwnNumbers, PrivacyProblem, hidden
from plugins.privacy.numbers import Number
from plugins.privacy.text import Text

# 62 is of China UnionPay alone; the others also begin many numbers that are no cards.
CHINESE = re.compile(r"62[0-9]{14,17}$")
FOREIGN = re.compile(r"(?:4[0-9]{15}|4[0-9]{18}|5[1-5][0-9]{14}|35[0-9]{14}|9[0-9]{15,18})$")
WORDS = re.compile(r"银行|卡号|账号|帐号|账户|帐户|户名|开户|收款|打款|转账|信用卡|储蓄卡|借记卡")
OTHER = re.compile(r"编号|文号|单号|代码|条码|条形码|备案|流水号|索引号|标识码|案号")


def is_card_number(digits: str) -> bool:
    if not (CHINESE.match(digits) or FOREIGN.match(digits)):
        return False
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def card_problem(text: Text, number: Number, own: OwnNumbers) -> PrivacyProblem | None:
    digits = number.digits
    if len(digits) < 16 or not digits.isdigit() or not is_card_number(digits):
        return None
    if not _is_grouped(number) or (text.is_plain and number.is_broken) or own.has_number(digits):
        return None
    before = text.before(number.start, 30)
    # What kind of number it is says its own sentence.
    if OTHER.search(before.rpartition("。")[2]) or not (
        CHINESE.match(digits) or WORDS.search(before)
    ):
        return None
    message = f"“{hidden(digits)}”是银行卡号，不能公开"
    hint = "删去；要缴款或退款的，写明办理的窗口或平台"
    return PrivacyProblem("bank-card", Severity.ERROR, number.start, message, hint)


def _is_grouped(number: Number) -> bool:
    """Whether it is written as cards are: in one piece, by four, or six and the rest."""
    first = number.groups[:-1]
    return (
        number.is_broken
        or not first
        or all(length == 4 for length in first)
        or first == (6,)
        or {*number.groups} == {1}
    )

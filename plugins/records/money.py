"""Amounts of money as people write them, in 元: 500元, 1,200.50 元, 0.05万元, 伍佰元整, 五千元."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

# Digits in groups of three or without groups: 1,00 could be 1.00 or 100.
DIGITS = r"(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?"
VALUES = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {
    sign: value for value, sign in enumerate("零壹贰叁肆伍陆柒捌玖")
}
VALUES |= {"〇": 0, "两": 2, "貳": 2, "陸": 6}
UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
GROUPS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000}
NUMERAL = f"[{''.join(VALUES)}{''.join(UNITS)}{''.join(GROUPS)}]"
YUAN = "[元圆]"
# Its groups: digits with a group, or a numeral; then 角 and 分.
AMOUNT = (
    rf"(?:(?P<digits>{DIGITS})\s*(?P<group>[万亿]?)|(?P<numeral>{NUMERAL}+))\s*{YUAN}"
    rf"(?:(?P<jiao>[{''.join(VALUES)}\d])角)?(?:(?P<fen>[{''.join(VALUES)}\d])分)?[整正]?"
)
WRITTEN = re.compile(rf"(?:人民币|RMB|[¥￥])?\s*{AMOUNT}")
BARE = re.compile(rf"[¥￥]?\s*{DIGITS}", re.ASCII)
# Not a fine of this amount, but its limits.
NO_LIMIT = r"(?!\s*(?:以上|以下|以内|至|到|-|—|～|~|每))"
# The same amount once more, in words or in digits: 500元（大写：伍佰元整）.
AGAIN = re.compile(r"\s?[（(](?P<inside>[^（）()]{1,40})[）)]")
AGAIN_HEAD = re.compile(r"(?:大写|小写|即|共计|合计|[为：:\s])*")
AT_END = re.compile(rf"{AMOUNT}$")
LONGEST = 40


def read_amount(written: str) -> Decimal | None:
    """The amount in 元 of a text that is one, with or without its unit; else None."""
    text = unicodedata.normalize("NFKC", written).strip()
    if BARE.fullmatch(text):
        return _digits(text)
    found = WRITTEN.fullmatch(text)
    return _amount(found) if found else None


def amounts_after(words: str, text: str) -> Iterator[tuple[str, Decimal]]:
    """The amounts that a sentence gives for `words`, each as written and in 元.

    罚款500元, 罚款，计人民币伍佰元整, 罚款（大写）伍佰元; 处500元罚款.
    """
    filler = r"人民币|金额|数额|共计|合计|计|为|是|[：:\s]|[（(][^（）()]{0,10}[）)]|,(?=[共合]?计)"
    behind = rf"{words}(?:{filler})*"
    before = rf"(?:处以?|并处)(?:人民币)?\s*{AMOUNT}(?:[（(][^（）()]{{0,20}}[）)])?的?{words}"
    for pattern in (rf"{behind}(?:[¥￥]\s*)?{AMOUNT}{NO_LIMIT}", before):
        for found in re.finditer(pattern, unicodedata.normalize("NFKC", text)):
            amount = _amount(found)
            if amount is not None:
                yield found[0], amount


def contradictions(text: str) -> Iterator[str]:
    """Amounts that are followed by another one in brackets, as written: 500元（伍仟元整）."""
    text = unicodedata.normalize("NFKC", text)
    for again in AGAIN.finditer(text):
        inside = again["inside"]
        if not re.search(r"[元圆¥￥]", inside):
            continue
        start = max(0, again.start() - LONGEST)
        before = AT_END.search(text[start : again.start()])
        second = read_amount(AGAIN_HEAD.sub("", inside, count=1))
        first = _amount(before) if before else None
        if before and first is not None and second is not None and first != second:
            yield text[start + before.start() : again.end()]


def _amount(found: re.Match[str]) -> Decimal | None:
    digits, group, numeral = found["digits"], found["group"], found["numeral"]
    whole = _digits(digits) * GROUPS.get(group, 1) if digits else _numeral(numeral)
    cents = [int(VALUES.get(sign, sign)) if sign else 0 for sign in (found["jiao"], found["fen"])]
    return None if whole is None else whole + Decimal(cents[0] * 10 + cents[1]) / 100


def _digits(text: str) -> Decimal:
    return Decimal(re.sub(r"[^\d.]", "", text))


def _numeral(text: str) -> Decimal | None:
    """壹万贰仟 and 一万两千; None for what counts nothing, as 万."""
    total = group = digit = 0
    for sign in text:
        if sign in VALUES:
            digit = VALUES[sign]
        elif sign in UNITS:
            group += (digit or 1) * UNITS[sign]
            digit = 0
        else:
            # 亿 counts what stands before it, 万 only what stands behind an 亿.
            larger = total if GROUPS[sign] == GROUPS["亿"] else 0
            total += (larger + group + digit) * GROUPS[sign] - larger
            group = digit = 0
    value = total + group + digit
    return Decimal(value) if value or "零" in text else None

"""Numbers and days as statutes write them: 第一百二十三条, 一九九三年十一月一日, 2021年7月15日."""

from __future__ import annotations

import re
from datetime import date

# ○ is a circle, which people type for the zero of 二〇二一 and 第一百〇三条.
DIGITS = {
    character: value for value, character in enumerate("零一二三四五六七八九")
} | dict.fromkeys("〇○", 0)
UNITS = {"十": 10, "百": 100, "千": 1000}
NUMERAL = r"[零〇○一二三四五六七八九十百千]"
ANY_DIGIT = r"[\d零〇○一二三四五六七八九十]"
DAY = re.compile(
    rf"(?P<year>{ANY_DIGIT}{{4}})年(?P<month>{ANY_DIGIT}{{1,3}})月(?P<day>{ANY_DIGIT}{{1,3}})日"
)


def number(text: str) -> int | None:
    """The value of 一百二十三, 二〇二一 or 123; None when it is no number."""
    if re.fullmatch(r"\d+", text):
        return int(text)
    if not re.fullmatch(f"{NUMERAL}+", text):
        return None
    if not any(character in UNITS for character in text):
        return int("".join(str(DIGITS[character]) for character in text))
    total = digit = 0
    for character in text:
        if character in UNITS:
            # 十五 has no digit before its unit.
            total += (digit or 1) * UNITS[character]
            digit = 0
        else:
            digit = DIGITS[character]
    return total + digit


def matched_number(text: str) -> int:
    """The value of a text that a pattern made of NUMERAL or digits has matched."""
    value = number(text)
    if value is None:
        raise ValueError(f"not a number: {text}")
    return value


def day_in(text: str) -> date | None:
    """The first day of the calendar that `text` writes out, or None."""
    match = DAY.search(text)
    return calendar_day(match) if match else None


def iso_or_written_day(text: str) -> date | None:
    """The day of 2021-07-15, 2021-07-15T00:00:00 or 2021年7月15日, or None."""
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return day_in(text)


def calendar_day(match: re.Match[str]) -> date | None:
    """A match of DAY as a date; None for a day that does not exist (2月30日)."""
    try:
        year, month, day = (matched_number(match[name]) for name in ("year", "month", "day"))
        return date(year, month, day)
    except ValueError:
        return None


def chinese(value: int) -> str:
    """123 as 一百二十三, as clauses are numbered; 0 < value < 10000."""
    text, rest, skipped = "", value, False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, rest = divmod(rest, unit)
        if not digit:
            skipped = skipped or bool(text)
            continue
        text += ("零" if skipped else "") + "零一二三四五六七八九"[digit] + sign
        skipped = False
    return text.removeprefix("一") if 10 <= value < 20 else text

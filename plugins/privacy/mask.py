"""Numbers of people in what is said of a text: findings quote what an editor wrote.

Here context counts for nothing: what is hidden without need is still found in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from plugins.findings import Finding
from plugins.privacy.accounts import is_card_number
from plugins.privacy.identity import looks_like_identity
from plugins.privacy.model import OwnNumbers, hidden
from plugins.privacy.numbers import Number, numbers
from plugins.privacy.phones import mobile_in
from plugins.privacy.text import Text
from plugins.texts.prose import prose_of_plain, prose_of_record

DIGIT = re.compile(r"[0-9０-９]|&#")
# The shortest number of a person is that of a mobile telephone.
FEWEST_DIGITS = 11


def without_numbers(findings: Iterable[Finding], own: OwnNumbers) -> Iterator[Finding]:
    """The findings with the numbers in their words hidden; paths stay, they name the file."""
    for each in findings:
        message, hint = hide_numbers(each.message, own), hide_numbers(each.hint, own)
        is_same = message == each.message and hint == each.hint
        yield each if is_same else replace(each, message=message, hint=hint)


def hide_numbers(text: str, own: OwnNumbers) -> str:
    """As a plain text, for its addresses, and without its markup, which may divide a number."""
    if len(DIGIT.findall(text)) < FEWEST_DIGITS:
        return text
    for prose_of in (prose_of_plain, lambda source: prose_of_record(source, 1)):
        prose = Text(prose_of(text))
        for number in reversed([*_private(prose, own)]):
            start, end = prose.source_offset(number.start), prose.source_offset(number.end - 1) + 1
            text = f"{text[:start]}{hidden(number.digits)}{text[end:]}"
    return text


def _private(text: Text, own: OwnNumbers) -> Iterator[Number]:
    over = 0
    for candidates in numbers(text):
        for number in candidates:
            if number.start >= over and _is_private(number.digits, own):
                over = number.end
                yield number
                break


def _is_private(digits: str, own: OwnNumbers) -> bool:
    mobile = mobile_in(digits)
    if own.has_number(mobile or digits):
        return False
    return bool(mobile) or looks_like_identity(digits) or is_card_number(digits)

"""What the rules about personal data are given, and what each of them hands back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from plugins.bureau.model import Bureau
from plugins.findings import Severity

NO_DIGIT = re.compile(r"[^0-9]")
# What stands between two numbers of one field; a blank may also stand between the groups of one.
BETWEEN = re.compile(r"[、，,;；/\s]|转")
BETWEEN_WITH_BLANKS = re.compile(r"[^-0-9 +()（）–—*]+")


class PrivacyProblem(NamedTuple):
    """`at` is an offset in the text that was searched. `message` never has a whole number in it."""

    rule: str
    severity: Severity
    at: int
    message: str
    hint: str


class TextTraits(NamedTuple):
    """`is_case`: natural persons are not named in it. `is_penalty`: that may concern no minor.
    `tells_of_people`: children may occur in it, as in cases and news.
    """

    is_case: bool = False
    is_penalty: bool = False
    tells_of_people: bool = False


@dataclass(frozen=True)
class OwnNumbers:
    """What the office publishes of itself: telephone numbers and accounts as digits alone, how
    such numbers begin, domains of its mail, its addresses for mail and in the city; the names of
    itself, its sections and leaders, who act in public.
    """

    numbers: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()

    def with_numbers(self, written: Iterable[str]) -> OwnNumbers:
        """These, and the numbers of other values that the office has written."""
        found = numbers_in(written)
        return replace(self, numbers=self.numbers | found) if found else self

    def has_number(self, digits: str) -> bool:
        return digits in self.numbers or digits.startswith(self.prefixes)

    def has_mail(self, address: str) -> bool:
        address = address.lower()
        return address in self.addresses or address.rpartition("@")[2].endswith(self.domains)


def own_numbers(bureau: Bureau, others: Iterable[str] = ()) -> OwnNumbers:
    """`others` are values of fields that hold the office's numbers, such as those of whom to ask.
    What stands in `own_numbers` of bureau.yml and ends in `-` or `*` is how numbers begin.
    """
    contact = bureau.contact
    written = [contact.phone, contact.hotline, contact.fax or "", *others]
    written += [section.phone or "" for section in bureau.sections]
    prefixes = [each for each in bureau.own_numbers if each.endswith(("-", "*"))]
    written += [each for each in bureau.own_numbers if each not in prefixes]
    mail = (contact.email or "").lower()
    return OwnNumbers(
        numbers_in(written),
        tuple(digits for each in prefixes if (digits := digits_of(each))),
        ("gov.cn", bureau.host.removeprefix("www.")),
        tuple(each for each in (mail, contact.address) if each),
        frozenset(
            [bureau.name, bureau.short_name, bureau.site_name, bureau.organiser]
            + [leader.name for leader in bureau.leaders]
            + [section.name for section in bureau.sections]
        ),
    )


def numbers_in(written: Iterable[str]) -> frozenset[str]:
    """The digits of each number in values such as 0599-0001000转8、139 0000 0001（夜间）."""
    found = {
        digits_of(number)
        for text in written
        for between in (BETWEEN, BETWEEN_WITH_BLANKS)
        for number in between.split(text)
    }
    return frozenset(found - {""})


def digits_of(text: str) -> str:
    return NO_DIGIT.sub("", text)


def hidden(number: str) -> str:
    """A number as messages show it: enough to find it in the file, not enough to use it. The first
    three characters and the last two stay, of a short one the first and the last.
    """
    first, last = (3, 2) if len(number) > 8 else (1, 1)
    return f"{number[:first]}{'*' * (len(number) - first - last)}{number[-last:]}"

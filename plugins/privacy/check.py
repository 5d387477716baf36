"""Personal data and markings of secrecy in one text."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import basename

from plugins.findings import Finding, Severity, position_at
from plugins.privacy.accounts import card_problem
from plugins.privacy.homes import home_problems
from plugins.privacy.identity import identity_problem, masked_problems
from plugins.privacy.minors import minor_problems
from plugins.privacy.model import OwnNumbers, PrivacyProblem, TextTraits
from plugins.privacy.names import name_problems
from plugins.privacy.numbers import numbers
from plugins.privacy.papers import mail_problems, paper_problems, plate_problems
from plugins.privacy.phones import dialled_problems, landline_problems, mobile_problem
from plugins.privacy.secrets import copy_number_problem, secret_problems
from plugins.privacy.text import Text
from plugins.texts.prose import Prose, prose_of_plain

NO_TRAITS = TextTraits()


def check_privacy(
    path: str, prose: Prose, own: OwnNumbers, traits: TextTraits = NO_TRAITS
) -> list[Finding]:
    """Each at its place, and what the name of the file itself tells, at the first line."""
    text = Text(prose)
    findings = [
        Finding(each.rule, each.severity, path, each.message, each.hint, *text.position(each.at))
        for each in _in_text(text, own, traits)
    ]
    findings += _in_source(path, text, own)
    findings += check_file_name(path, own)
    return sorted(set(findings), key=lambda finding: finding.sort_key)


def check_file_name(path: str, own: OwnNumbers) -> list[Finding]:
    """The name can't be masked in a list of findings, where it says which file is meant."""
    text = Text(prose_of_plain(basename(path).replace("_", " ")))
    return [
        Finding(each.rule, each.severity, path, f"文件名里{each.message}", "改文件名")
        for each in _numbers(text, own)
    ]


def _in_text(text: Text, own: OwnNumbers, traits: TextTraits) -> Iterator[PrivacyProblem]:
    yield from _numbers(text, own)
    yield from landline_problems(text, own, traits)
    yield from plate_problems(text, traits)
    yield from paper_problems(text)
    yield from home_problems(text, own, traits)
    if traits.is_case:
        yield from name_problems(text, own)
    if traits.is_case or traits.tells_of_people:
        yield from minor_problems(text, traits)
    yield from secret_problems(text)


def _numbers(text: Text, own: OwnNumbers) -> Iterator[PrivacyProblem]:
    over = 0
    for candidates in numbers(text):
        for number in candidates:
            if number.start < over:
                break
            found = (
                identity_problem(text, number)
                or card_problem(text, number, own)
                or mobile_problem(text, number, own)
            )
            if found:
                over = number.end
                yield found
                break


def _in_source(path: str, text: Text, own: OwnNumbers) -> Iterator[Finding]:
    """What is found in the source itself, because it isn't read or the stars of a mask are not."""
    error, warning = Severity.ERROR, Severity.WARNING
    for at, message, hint in masked_problems(text):
        place = position_at(text.source, at)
        yield Finding("identity-mask", warning, path, message, hint, *place)
    for at, message, hint in dialled_problems(text, own):
        place = position_at(text.source, at)
        yield Finding("personal-mobile", error, path, message, hint, *place)
    for at, message, hint in mail_problems(text, own):
        place = position_at(text.source, at)
        yield Finding("personal-mail", warning, path, message, hint, *place)
    if found := copy_number_problem(text):
        at, message, hint = found
        place = position_at(text.source, at)
        yield Finding("secret-marking", error, path, message, hint, *place)

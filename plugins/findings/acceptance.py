"""Findings that somebody accepted until a day, with a reason: they are listed, and stop nothing.

What no record could be read with can't be accepted: there is nothing that would be published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from plugins.findings.model import Finding, Severity

# What an accepted finding begins with.
ACCEPTED = "已接受到 "
# As plain values, its day as an ordinal.
AcceptanceTuple = tuple[str, str, int, str]


class Acceptance(NamedTuple):
    """`rule` may find something until the day `until` is over, because of `reason`.

    With `words` only that is accepted whose message has them: other findings of the rule are told
    as before.
    """

    rule: str
    reason: str
    until: date
    words: str = ""

    @property
    def plain(self) -> AcceptanceTuple:
        return self.rule, self.reason, self.until.toordinal(), self.words

    @classmethod
    def of(cls, plain: AcceptanceTuple) -> Acceptance:
        rule, reason, until, words = plain
        return cls(rule, reason, date.fromordinal(until), words)

    def covers(self, found: Finding) -> bool:
        return found.rule == self.rule and self.words in found.message

    def applied_to(self, found: Finding) -> Finding:
        """The same, told as something that needs nobody."""
        message = f"{ACCEPTED}{self.until}（{self.reason}）：{found.message}"
        return replace(found, severity=Severity.INFO, message=message, hint="")


def accept(
    findings: Iterable[Finding],
    acceptances_about: Callable[[str], Iterable[Acceptance]],
) -> Iterator[Finding]:
    """The findings, each that is covered as something accepted. `acceptances_about` gives those
    that hold for a file.
    """
    for found in findings:
        covering = () if found.severity is Severity.INFO else acceptances_about(found.path)
        first = next((each for each in covering if each.covers(found)), None)
        yield first.applied_to(found) if first else found


def is_accepted(found: Finding) -> bool:
    return found.severity is Severity.INFO and found.message.startswith(ACCEPTED)

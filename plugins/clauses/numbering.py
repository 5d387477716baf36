"""Whether the clauses of a statute are numbered one after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.clauses.labels import ClauseNumber
from plugins.clauses.model import Clause
from plugins.findings import Finding, Severity

BEFORE_FIRST = ClauseNumber(0)
HINT = "对照官方原文补上，或更正条文序号"


def numbering(clauses: Sequence[Clause], path: str) -> list[Finding]:
    """A finding for each gap, each clause out of its place, and each row of repeated numbers.

    An annex with clauses of its own begins again at 第一条; that is one row.
    """
    findings: list[Finding] = []
    present = {clause.number for clause in clauses}
    seen: set[ClauseNumber] = set()
    repeated: list[ClauseNumber] = []
    last = BEFORE_FIRST
    for clause in clauses:
        number = clause.number
        if number in seen:
            repeated.append(number)
            continue
        findings += _repeated(repeated, path)
        repeated = []
        seen.add(number)
        if number < last:
            message = f"{number.label}排在{last.label}后面"
            findings.append(Finding("clause-gap", Severity.WARNING, path, message, HINT))
            continue
        missing = [lost for lost in _between(last, number) if lost not in present]
        if missing:
            after = f"{last.label}之后" if last is not BEFORE_FIRST else "开头"
            message = f"{after}是{number.label}，缺{_row(missing)}"
            findings.append(Finding("clause-gap", Severity.WARNING, path, message, HINT))
        last = number
    return [*findings, *_repeated(repeated, path)]


def _between(last: ClauseNumber, number: ClauseNumber) -> Iterator[ClauseNumber]:
    """The numbers that must stand between two others; 第十条之一 need not follow 第十条."""
    for value in range(last.value + 1, number.value):
        yield ClauseNumber(value)
    if number.inserted:
        first = last.inserted + 1 if last.value == number.value else 0
        for inserted in range(first, number.inserted):
            yield ClauseNumber(number.value, inserted)


def _repeated(numbers: Sequence[ClauseNumber], path: str) -> list[Finding]:
    if not numbers:
        return []
    message = f"{_row(numbers)}前面已经有了"
    hint = "更正条文序号；附件自己的条文可以不改"
    return [Finding("clause-repeated", Severity.WARNING, path, message, hint)]


def _row(numbers: Sequence[ClauseNumber]) -> str:
    if len(numbers) <= 2:
        return "、".join(number.label for number in numbers)
    return f"{numbers[0].label}到{numbers[-1].label}共 {len(numbers)} 条"

"""What an office accepts of what is found: in a record (接受), or in bureau.yml for the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple

from plugins.bureau import BUREAU_FILE, Bureau
from plugins.clock import DAY, midnight, seconds
from plugins.findings import (
    Acceptance,
    AcceptanceTuple,
    Finding,
    Position,
    Severity,
    accept,
    nearest,
    position_in,
)
from plugins.incremental.tracking import has_passed
from plugins.privacy import OwnNumbers, hide_numbers
from plugins.records.library import Library

NOTHING_OWN = OwnNumbers()
# An acceptance must be looked at again after a year.
LONGEST = timedelta(days=366)


class Written(NamedTuple):
    """An acceptance in the file at `path`; it holds for the file `about`, or for all."""

    path: str
    about: str
    accepts: Acceptance


class Acceptances:
    """Those of a site, as they hold at `now`."""

    def __init__(
        self,
        bureau: Bureau | None,
        now: datetime,
        of_records: Mapping[str, Iterable[AcceptanceTuple]] = MappingProxyType({}),
        own: OwnNumbers = NOTHING_OWN,
    ) -> None:
        """Of reasons only numbers that are in `own` are told."""
        self._holding: dict[str, list[Acceptance]] = {}
        self._wrong: list[tuple[Written, Finding]] = []
        for written in (*_of_records(of_records), *_of_site(bureau)):
            problem = _problem(written, now)
            if problem:
                self._wrong.append((written, problem))
            else:
                reason = hide_numbers(written.accepts.reason, own)
                accepts = written.accepts._replace(reason=reason)
                self._holding.setdefault(written.about, []).append(accepts)

    @classmethod
    def of(cls, library: Library, now: datetime) -> Acceptances:
        return cls(library.bureau, now, library.acceptances, library.own)

    def apply(self, findings: Iterable[Finding]) -> list[Finding]:
        holding = self._holding
        if not holding:
            return [*findings]
        return [*accept(findings, lambda path: [*holding.get(path, ()), *holding.get("", ())])]

    def told(self, findings: Iterable[Finding], library: Library) -> list[Finding]:
        """All findings of a site with what is wrong with its acceptances."""
        return [*self.apply(findings), *self.problems(library)]

    def problems(self, library: Library) -> Iterator[Finding]:
        """What is wrong with acceptances, each where it is written."""
        for written, problem in self._wrong:
            line, column = _position(library, written)
            yield replace(problem, line=line, column=column)


def _of_records(
    of_records: Mapping[str, Iterable[AcceptanceTuple]],
) -> Iterator[Written]:
    for path, plains in sorted(of_records.items()):
        yield from (Written(path, path, Acceptance.of(plain)) for plain in plains)


def _of_site(bureau: Bureau | None) -> Iterator[Written]:
    for each in bureau.accepted if bureau else ():
        accepts = Acceptance(each.rule, each.reason, each.until, each.words or "")
        yield Written(BUREAU_FILE, each.path or "", accepts)


def _problem(written: Written, now: datetime) -> Finding | None:
    """Why an acceptance doesn't hold, without its line."""
    # Imported here: it is read from many files, and most sites accept nothing.
    from plugins.rules import all_rules

    path, name, until = written.path, written.accepts.rule, written.accepts.until
    if name not in all_rules():
        close = nearest(name, all_rules())
        hint = f"是不是“{close}”？" if close else "照检查结果里方括号中的规则名写"
        message = f"接受：没有“{name}”这条规则"
        return Finding("acceptance", Severity.ERROR, path, message, hint)
    if not has_passed(midnight(until - LONGEST), seconds(now)):
        latest = now.date() + LONGEST
        message = f"接受“{name}”到 {until}，超过一年"
        hint = f"最晚写到 {latest}，到时再核对一次"
        return Finding("acceptance", Severity.ERROR, path, message, hint)
    if has_passed(midnight(until) + DAY, seconds(now)):
        message = f"接受“{name}”到 {until} 为止，已经过了"
        hint = "重新核对：还要接受的，写新的日期；问题已经没有的，删去这一项"
        return Finding("acceptance-ended", Severity.WARNING, path, message, hint)
    return None


def _position(library: Library, written: Written) -> Position:
    if written.path != BUREAU_FILE:
        return library.open_record(written.path).position_of("accepted", written.accepts.rule)
    source = (library.content / BUREAU_FILE).read_text(encoding="utf-8", errors="replace")
    return position_in(source, f"rule: {written.accepts.rule}")

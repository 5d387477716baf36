"""The report of one day for the office: what is wrong, what falls due, whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from plugins.clock import seconds
from plugins.findings import Finding, Severity, is_accepted
from plugins.inspection.clocks import Clock, State, column_clocks, home_clock
from plugins.inspection.due import Due, falls_due, lapses
from plugins.inspection.vetoes import Veto, vetoes
from plugins.privacy import hide_numbers
from plugins.records import Library
from plugins.records.extract import column_of
from plugins.rules import Rule, Scope, all_rules

# Whose what is that stands in no column: bureau.yml, pictures, attachments.
WHOLE = "网站整体"


class Part(NamedTuple):
    """The findings about one column, with its `owner`; or of one rule, with its title as `name`
    and its `code`.
    """

    name: str
    owner: str
    code: str
    findings: tuple[Finding, ...]

    def number(self, severity: Severity) -> int:
        return sum(found.severity is severity for found in self.findings)


class OwnersPart(NamedTuple):
    """What one section of the bureau has to do."""

    owner: str
    errors: int
    warnings: int
    overdue: int
    due: int


class Report(NamedTuple):
    """Findings that are accepted stand in `accepted` alone. `overdue` are those of the calendar,
    and stand in `columns` and `rules` too.
    """

    site: str
    day: date
    notice_days: int
    sunset_days: int
    errors: Sequence[Finding]
    overdue: Sequence[Finding]
    due: Sequence[Due]
    lapsing: Sequence[Due]
    vetoes: Sequence[Veto]
    clocks: Sequence[tuple[Clock, State]]
    columns: Sequence[Part]
    owners: Sequence[OwnersPart]
    rules: Sequence[Part]
    accepted: Sequence[Finding]
    # By the code of a column, and by the path of a record that something is found about.
    owner_of: dict[str, str]
    title_of: dict[str, str]

    def about(self, found: Finding) -> str:
        """The title of the record that it is about; empty where it is about something else."""
        title = self.title_of.get(found.path)
        return f"《{title}》" if title else ""

    def owner(self, found: Finding) -> str:
        return self.owner_of.get(column_of(found.path), WHOLE)

    @property
    def is_quiet(self) -> bool:
        """Whether nobody has anything to do."""
        return not (self.errors or self.overdue or self.due or self.lapsing)


def make_report(library: Library, findings: Iterable[Finding], now: datetime) -> Report:
    """`findings` are all of the site at `now`."""
    bureau, today = library.valid_bureau, now.date()
    thresholds, rules = bureau.thresholds, all_rules()
    owner_of = {column.code: column.facts.owner for column in library.columns}
    every = sorted(set(findings), key=lambda found: (found.severity.rank, found.sort_key))
    found = [each for each in every if not is_accepted(each)]
    due = falls_due(library, now, thresholds.notice_days)
    overdue = [each for each in found if _is_of_calendar(each, rules)]
    clocks, home = list(column_clocks(library, seconds(now))), home_clock(library, seconds(now))
    return Report(
        site=bureau.site_name,
        day=today,
        notice_days=thresholds.notice_days,
        sunset_days=thresholds.sunset_days,
        errors=[each for each in found if each.severity is Severity.ERROR],
        overdue=overdue,
        due=due,
        lapsing=lapses(library, now, thresholds.sunset_days),
        vetoes=list(vetoes(home, clocks, today, thresholds)),
        clocks=[(each, each.state(today, thresholds)) for each in (home, *clocks)],
        columns=list(_by_column(library, found)),
        owners=list(_by_owner(owner_of, found, overdue, due)),
        rules=list(_by_rule(rules, found)),
        accepted=[each for each in every if is_accepted(each)],
        owner_of=owner_of,
        title_of=_titles(library, {each.path for each in every}),
    )


def _titles(library: Library, paths: Iterable[str]) -> dict[str, str]:
    ids = library.ids_by_path
    titles = ((path, library.records[ids[path]].extract.title) for path in paths if path in ids)
    return {path: hide_numbers(title, library.own) for path, title in titles}


def _is_of_calendar(found: Finding, rules: dict[str, Rule]) -> bool:
    entry = rules.get(found.rule)
    return entry is not None and entry.scope is Scope.CALENDAR


def _by_column(library: Library, findings: Sequence[Finding]) -> Iterator[Part]:
    """In the order of the navigation; last what stands in no column."""
    codes = [column.code for column in library.columns]
    for column in library.columns:
        own = tuple(each for each in findings if column_of(each.path) == column.code)
        if own:
            yield Part(column.name, column.facts.owner, column.code, own)
    others = tuple(each for each in findings if column_of(each.path) not in codes)
    if others:
        yield Part(WHOLE, "", "", others)


def _by_owner(
    owner_of: dict[str, str],
    findings: Sequence[Finding],
    overdue: Sequence[Finding],
    due: Sequence[Due],
) -> Iterator[OwnersPart]:
    """Who has most to do first."""
    owners = dict.fromkeys([*owner_of.values(), WHOLE])
    parts = []
    for owner in owners:
        own, late = (
            [each for each in some if owner_of.get(column_of(each.path), WHOLE) == owner]
            for some in (findings, overdue)
        )
        errors, warnings = (
            sum(each.severity is severity for each in own)
            for severity in (Severity.ERROR, Severity.WARNING)
        )
        soon = sum((each.owner or WHOLE) == owner for each in due)
        parts.append(OwnersPart(owner, errors, warnings, len(late), soon))
    parts.sort(key=lambda part: (-part.errors, -part.overdue, -part.due, -part.warnings))
    return (part for part in parts if any(part[1:]))


def _by_rule(rules: dict[str, Rule], findings: Sequence[Finding]) -> Iterator[Part]:
    """Errors first, of each kind what is found most often."""
    of_rules: dict[str, list[Finding]] = {}
    for each in findings:
        of_rules.setdefault(each.rule, []).append(each)
    order = sorted(of_rules.items(), key=lambda item: (item[1][0].severity.rank, -len(item[1])))
    for name, own in order:
        yield Part(rules[name].title if name in rules else name, "", name, tuple(own))

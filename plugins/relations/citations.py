"""Every citation of the site, resolved to the clause it names in the version of its day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from plugins.clauses import ClauseNumber
from plugins.clauses.citations import SORTS, Citation
from plugins.findings import Finding, Position, Severity, nearest
from plugins.rebuild.reads import note
from plugins.records import Record
from plugins.records.kinds import KINDS
from plugins.records.marked import citing_fields
from plugins.relations.statutes import Statutes, Version, Work, anchor_of, bare_title


@dataclass(frozen=True)
class Resolved:
    """A citation that leads somewhere: to a statute, or to a part of its text.

    `place` is the field in which it stands, or its number among those of the text; `text` are its
    words.
    `anchor` is None when only the statute is meant, or when its text isn't held here; `clauses` are
    all the clauses it speaks of, those inside a range included.
    """

    place: str | int
    text: str
    citation: Citation
    version: Version
    anchor: str | None
    clauses: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        page = self.version.record.address
        return f"{page}#{self.anchor}" if self.anchor else page


class Leads(NamedTuple):
    """Where a citation leads, as plain values: a statute's id, an anchor, clauses."""

    version: str
    anchor: str | None
    clauses: tuple[str, ...] = ()


@dataclass
class Citations:
    """The citation graph: where each record's citations lead, and by whom each clause is cited.

    `leads` has, for each record that cites, one entry a citation of its extract.
    """

    open_statutes: Callable[[], Statutes]
    leads: dict[str, tuple[tuple | None, ...]] = field(default_factory=dict)
    of_clause: dict[str, list[str]] = field(default_factory=dict)
    of_statute: dict[str, list[str]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @cached_property
    def statutes(self) -> Statutes:
        return self.open_statutes()

    def of(self, record: Record) -> list[Resolved]:
        """The citations of a record that lead somewhere, in the order of its fields and text."""
        note(f"leads {record.id}")
        return [
            Resolved(place, text, Citation.of(plain), self.statutes.version(lead[0]), *lead[1:])
            for (place, text, plain), lead in zip(
                record.extract.citations, self.leads.get(record.id, ()), strict=False
            )
            if lead
        ]

    def citing(self, statute: str, anchor: str | None = None) -> list[str]:
        """The ids of the records that cite a statute, or one clause of it, newest first."""
        if anchor is None:
            note(f"citing {statute}")
            return self.of_statute.get(statute, [])
        note(f"citing {statute}#{anchor}")
        return self.of_clause.get(f"{statute}#{anchor}", [])


def find_citations(records: Iterable[Record], statutes: Statutes) -> Citations:
    """All citations of `records`, which come newest first; so do the back links."""
    found = Citations(lambda: statutes)
    resolver = _Resolver(statutes)
    for record in records:
        if record.extract.citations:
            leads = _Reader(record, resolver, found.findings).read()
            found.leads[record.id] = leads
            _note_backlinks(found, record.id, leads)
    return found


class _Problem(NamedTuple):
    """What is wrong with a citation, whoever makes it. `{text}` and `{day}` are filled in."""

    rule: str
    severity: Severity
    message: str
    hint: str


class _Resolver:
    """Resolves citations. Many records cite the same clause, so each answer is given once."""

    def __init__(self, statutes: Statutes) -> None:
        self.statutes = statutes
        self._works: dict[str, Work | None] = {}
        self._unknowns: dict[str, tuple[_Problem, ...]] = {}
        self._parts: dict[tuple, tuple[Leads, tuple[_Problem, ...]]] = {}

    def resolve(self, plain: tuple, record: Record) -> tuple[Leads | None, tuple[_Problem, ...]]:
        """`plain` is a citation of `record` as its extract has it."""
        held = record.extract
        title, _, own, _ = plain
        if own:
            return self._part(self.statutes.version(held.id), plain)
        work = self._named(title)
        if work is None:
            return None, self._unknown(title)
        day = date.fromordinal(held.law_day)
        leads, problems = self._part(work.on(day), plain)
        if work.repealed_on(day) and not KINDS[held.kind].historical:
            problems = (_repealed(work, day), *problems)
        return leads, problems

    def _named(self, title: str) -> Work | None:
        if title not in self._works:
            self._works[title] = self.statutes.named(title)
        return self._works[title]

    def _part(self, version: Version, plain: tuple) -> tuple[Leads, tuple[_Problem, ...]]:
        _, reference, _, through = plain
        key = (version.record.id, reference, through)
        if key not in self._parts:
            self._parts[key] = _in_text(version, Citation.of(plain))
        return self._parts[key]

    def _unknown(self, title: str) -> tuple[_Problem, ...]:
        if title not in self._unknowns:
            self._unknowns[title] = tuple(self._why_unknown(title))
        return self._unknowns[title]

    def _why_unknown(self, title: str) -> Iterator[_Problem]:
        title = bare_title(title)
        if not title.endswith(SORTS):
            return
        close = nearest(title, self.statutes.titles, 0.85)
        message = f"法规库里没有《{title}》"
        # As many characters and nearly the same ones: a slip of the pen, not another statute.
        if close and len(close) == len(title):
            yield _Problem("citation-misspelt", Severity.WARNING, message, f"是不是《{close}》？")
        else:
            yield _Problem("statute-unknown", Severity.INFO, message, "可在法规库补建记录")


def _repealed(work: Work, day: date) -> _Problem:
    message = f"《{work.title}》已于 {work.repealed_on(day)} 废止，本稿件的日期是 {day}"
    hint = "核对应当适用的法规；从旧从轻的，填写“适用法规日期”"
    return _Problem("citation-repealed", Severity.WARNING, message, hint)


def _in_text(version: Version, citation: Citation) -> tuple[Leads, tuple[_Problem, ...]]:
    """Where in the text of one version a citation leads."""
    identifier, clauses = version.record.id, version.clauses
    number = citation.reference.clause
    if number is None or not clauses:
        return Leads(identifier, None), ()
    anchor = anchor_of(version, citation.reference)
    if anchor is not None:
        return Leads(identifier, anchor, _covered(citation, clauses)), ()
    last = max(clauses)
    message = f"《{bare_title(version.record.title)}》没有这一条：“{{text}}”"
    hint = f"这部法规到第 {last.value} 条为止" if number > last else "核对条文序号"
    problem = _Problem("clause-missing", Severity.WARNING, message, hint)
    return Leads(identifier, None), (problem,)


class _Reader:
    """Resolves the citations of one record, and reports what is wrong with them."""

    def __init__(self, record: Record, resolver: _Resolver, findings: list[Finding]) -> None:
        self.record, self.resolver, self.findings = record, resolver, findings
        self.said: set[tuple[str, str]] = set()

    def read(self) -> tuple[tuple | None, ...]:
        leads = []
        for _, text, plain in self.record.extract.citations:
            lead, problems = self.resolver.resolve(plain, self.record)
            leads.append(tuple(lead) if lead else None)
            for problem in problems:
                self._report(problem, text)
        return tuple(leads)

    def _report(self, problem: _Problem, text: str) -> None:
        """Each thing is said once in a record, where it stands first."""
        message = problem.message.replace("{text}", text)
        if (problem.rule, message) not in self.said:
            self.said.add((problem.rule, message))
            path, at = self.record.path, self._position(text)
            found = Finding(problem.rule, problem.severity, path, message, problem.hint, *at)
            self.findings.append(found)

    def _position(self, text: str) -> Position:
        """Where the citation stands: in the text, else in the front matter."""
        if text in self.record.written.source:
            return self.record.locate(text)
        for name in citing_fields(type(self.record.data)):
            written = getattr(self.record.data, name, None) or ()
            if any(text in item for item in written):
                return self.record.position_of(name)
        return self.record.locate(text.partition("》")[0])


def _covered(citation: Citation, clauses: dict[ClauseNumber, object]) -> tuple[str, ...]:
    first = citation.reference.clause
    last = citation.through or first
    return tuple(clauses[number].anchor for number in clauses if first <= number <= last)


def _note_backlinks(found: Citations, identifier: str, leads: tuple[tuple | None, ...]) -> None:
    for lead in leads:
        if lead is None or lead[0] == identifier:
            continue
        _add(found.of_statute.setdefault(lead[0], []), identifier)
        for anchor in lead[2]:
            _add(found.of_clause.setdefault(f"{lead[0]}#{anchor}", []), identifier)


def _add(ids: list[str], identifier: str) -> None:
    # A record comes as a whole, so a repetition can only be the last entry.
    if not ids or ids[-1] != identifier:
        ids.append(identifier)

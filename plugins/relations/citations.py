"""Every citation of the site, resolved to the clause it names in the version of its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from plugins.clauses import Clause, ClauseNumber
from plugins.clauses.citations import (
    TITLE_ENDINGS,
    Citation,
    CitationTuple,
    Reference,
    ReferenceTuple,
)
from plugins.dependencies import STATUTE_NAME, STATUTES
from plugins.findings import Finding, Position, Severity, nearest
from plugins.incremental.tracking import depends_on, track
from plugins.records import Record
from plugins.records.kinds import KINDS
from plugins.records.marked_fields import citing_fields
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


# A `Lead` as plain values.
LeadTuple = tuple[str, str | None, tuple[str, ...]]


class Lead(NamedTuple):
    """Where a citation leads: a statute's id, an anchor, clauses."""

    version: str
    anchor: str | None
    clauses: tuple[str, ...] = ()

    @property
    def as_tuple(self) -> LeadTuple:
        return self.version, self.anchor, self.clauses


def resolved_citations(
    record: Record, leads: Iterable[LeadTuple | None], statutes: Statutes
) -> list[Resolved]:
    """The citations of a record that lead somewhere, in the order of its fields and text."""
    return [
        Resolved(place, text, Citation.from_tuple(plain), statutes.version(lead[0]), *lead[1:])
        for (place, text, plain), lead in zip(record.extract.citations, leads, strict=True)
        if lead
    ]


# The id of a statute, the anchor and the name of a clause (or none), and the words that cite it.
Cited = tuple[str, str | None, str, str]


def cited_once(record: Record, citations: Iterable[Resolved]) -> tuple[Cited, ...]:
    """What a record cites; the same clause cited twice counts once, and its own text not at all."""
    found: dict[tuple[str, str | None, Reference], Cited] = {}
    for each in citations:
        statute, clause = each.version.record.id, each.citation.reference.clause
        if statute != record.id:
            row = (statute, each.anchor, clause.label if clause else "", each.text)
            found.setdefault((statute, each.anchor, each.citation.reference), row)
    return tuple(found.values())


def cited_places(identifier: str, leads: Iterable[LeadTuple | None]) -> dict[str, None]:
    """What a record's citations count for: ids of statutes, and `id#anchor` of their clauses.

    A statute does not cite itself.
    """
    places: dict[str, None] = {}
    for lead in leads:
        if lead is not None and lead[0] != identifier:
            places[lead[0]] = None
            places.update(dict.fromkeys(f"{lead[0]}#{anchor}" for anchor in lead[2]))
    return places


def resolve_citations(
    record: Record, resolver: Resolver
) -> tuple[tuple[LeadTuple | None, ...], list[Finding]]:
    """One lead a citation of the record, and what is wrong with them."""
    reader = _RecordCitations(record, resolver)
    return reader.resolve(), reader.findings


class _Problem(NamedTuple):
    """What is wrong with a citation, whoever makes it. `{text}` and `{day}` are filled in."""

    rule: str
    severity: Severity
    message: str
    hint: str


# A version, and what a citation names of its text.
_PartKey = tuple[str, ReferenceTuple, tuple[int, int] | None]


class Resolver:
    """Resolves citations. Many records cite the same clause, so each answer is given once."""

    def __init__(self, statutes: Statutes) -> None:
        self.statutes = statutes
        self._works: dict[str, Work | None] = {}
        self._unknowns: dict[str, tuple[_Problem, ...]] = {}
        self._parts: dict[_PartKey, tuple[Lead, tuple[_Problem, ...]]] = {}

    def resolve(
        self, plain: CitationTuple, record: Record
    ) -> tuple[Lead | None, tuple[_Problem, ...]]:
        """`plain` is a citation of `record` as its extract has it."""
        held = record.extract
        title, _, own, _ = plain
        if own:
            # Its own text: the record is resolved anew whenever that changes.
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
        depends_on(STATUTE_NAME, title)
        if title not in self._works:
            self._works[title] = self.statutes.named(title)
        return self._works[title]

    def _part(self, version: Version, plain: CitationTuple) -> tuple[Lead, tuple[_Problem, ...]]:
        _, reference, _, through = plain
        key = (version.record.id, reference, through)
        if key not in self._parts:
            # What this reads of the statute is part of the fingerprint of its name.
            with track():
                self._parts[key] = _in_text(version, Citation.from_tuple(plain))
        return self._parts[key]

    def _unknown(self, title: str) -> tuple[_Problem, ...]:
        # The suggestion is made from all names.
        depends_on(STATUTES)
        if title not in self._unknowns:
            self._unknowns[title] = tuple(self._why_unknown(title))
        return self._unknowns[title]

    def _why_unknown(self, title: str) -> Iterator[_Problem]:
        title = bare_title(title)
        if not title.endswith(TITLE_ENDINGS):
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


def _in_text(version: Version, citation: Citation) -> tuple[Lead, tuple[_Problem, ...]]:
    """Where in the text of one version a citation leads."""
    identifier, clauses = version.record.id, version.clauses
    number = citation.reference.clause
    if number is None or not clauses:
        return Lead(identifier, None), ()
    anchor = anchor_of(version, citation.reference)
    if anchor is not None:
        return Lead(identifier, anchor, _covered(number, citation.through or number, clauses)), ()
    last = max(clauses)
    message = f"《{bare_title(version.record.title)}》没有这一条：“{{text}}”"
    hint = f"这部法规到第 {last.value} 条为止" if number > last else "核对条文序号"
    problem = _Problem("clause-missing", Severity.WARNING, message, hint)
    return Lead(identifier, None), (problem,)


class _RecordCitations:
    """Resolves the citations of one record, and reports what is wrong with them."""

    def __init__(self, record: Record, resolver: Resolver) -> None:
        self.record, self.resolver = record, resolver
        self.findings: list[Finding] = []
        self._reported: set[tuple[str, str]] = set()

    def resolve(self) -> tuple[LeadTuple | None, ...]:
        leads = []
        for _, text, plain in self.record.extract.citations:
            lead, problems = self.resolver.resolve(plain, self.record)
            leads.append(lead.as_tuple if lead else None)
            for problem in problems:
                self._report(problem, text)
        return tuple(leads)

    def _report(self, problem: _Problem, text: str) -> None:
        """Each thing is said once in a record, where it stands first."""
        message = problem.message.replace("{text}", text)
        if (problem.rule, message) not in self._reported:
            self._reported.add((problem.rule, message))
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


def _covered(
    first: ClauseNumber, last: ClauseNumber, clauses: Mapping[ClauseNumber, Clause]
) -> tuple[str, ...]:
    return tuple(clauses[number].anchor for number in clauses if first <= number <= last)

"""Every citation of the site, resolved to the clause it names in the version of its day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from plugins.clauses import Clause, ClauseNumber
from plugins.clauses.citations import (
    Citation,
    CitationTuple,
    Reference,
    ReferenceTuple,
    edition_of,
)
from plugins.clock import moment_of
from plugins.dependencies import STATUTE_NAME, STATUTES
from plugins.findings import Finding, Position
from plugins.incremental.tracking import depends_on, track
from plugins.records import Record
from plugins.records.kinds import KINDS
from plugins.records.marked_fields import citing_fields
from plugins.relations.citation_problems import (
    CitationProblem,
    missing_clause,
    other_edition,
    other_text,
    repealed_by_then,
    unknown_title,
)
from plugins.relations.statutes import Statutes, anchor_of, bare_title
from plugins.relations.text_of_day import Doubt
from plugins.relations.versions import Version, Work


@dataclass(frozen=True)
class ResolvedCitation:
    """A citation with the statute it cites, and the part of its text.

    `location` is the field that contains it, or its index among the citations of the text; `text`
    is the cited text as written.
    `anchor` is None when only the statute is meant, or when its text is not in the
    library; `clauses` are all clauses it cites, those inside a range included. `doubt` is why the
    words there may not be those that were cited.
    """

    location: str | int
    text: str
    citation: Citation
    version: Version
    anchor: str | None
    clauses: tuple[str, ...] = ()
    doubt: Doubt = Doubt.NONE

    @property
    def address(self) -> str:
        page = self.version.record.address
        return f"{page}#{self.anchor}" if self.anchor else page


# A `CitationTarget` as plain values.
CitationTargetTuple = tuple[str, str | None, tuple[str, ...], str]


class CitationTarget(NamedTuple):
    """What a citation cites: the id of a statute, an anchor and clauses of its text, and whether
    that is the text of the day.
    """

    version: str
    anchor: str | None
    clauses: tuple[str, ...] = ()
    doubt: Doubt = Doubt.NONE

    @property
    def as_tuple(self) -> CitationTargetTuple:
        return self.version, self.anchor, self.clauses, str(self.doubt)

    @classmethod
    def from_tuple(cls, plain: CitationTargetTuple) -> CitationTarget:
        version, anchor, clauses, doubt = plain
        return cls(version, anchor, clauses, Doubt(doubt))


def resolved_citations(
    record: Record, citation_targets: Iterable[CitationTargetTuple | None], statutes: Statutes
) -> list[ResolvedCitation]:
    """The resolved citations of a record, in the order of its fields and text."""
    resolved = []
    for (location, text, plain), stored in zip(
        record.extract.citations, citation_targets, strict=True
    ):
        if stored:
            target = CitationTarget.from_tuple(stored)
            version = statutes.version(target.version)
            citation = Citation.from_tuple(plain)
            resolved.append(ResolvedCitation(location, text, citation, version, *target[1:]))
    return resolved


# The id of a statute, the anchor and the name of a clause (or none), and the words that cite it.
Cited = tuple[str, str | None, str, str]


def cited_once(record: Record, citations: Iterable[ResolvedCitation]) -> tuple[Cited, ...]:
    """What a record cites; the same clause cited twice counts once, and its own text not at all."""
    found: dict[tuple[str, str | None, Reference], Cited] = {}
    for each in citations:
        statute, clause = each.version.record.id, each.citation.reference.clause
        if statute != record.id:
            row = (statute, each.anchor, clause.label if clause else "", each.text)
            found.setdefault((statute, each.anchor, each.citation.reference), row)
    return tuple(found.values())


def cited_keys(
    identifier: str, citation_targets: Iterable[CitationTargetTuple | None]
) -> dict[tuple[str, str], None]:
    """What a record cites: statutes by id, each with "" for the statute itself and with the anchors
    of its clauses. A statute does not cite itself.
    """
    keys: dict[tuple[str, str], None] = {}
    for target in citation_targets:
        if target is not None and target[0] != identifier:
            keys.update(dict.fromkeys((target[0], anchor) for anchor in ("", *target[2])))
    return keys


def resolve_citations(
    record: Record, resolver: CitationResolver
) -> tuple[tuple[CitationTargetTuple | None, ...], list[Finding]]:
    """A target for each citation of the record, and what is wrong with them."""
    reader = _RecordCitations(record, resolver)
    return reader.resolve(), reader.findings


# A version, and what a citation names of its text.
_PartKey = tuple[str, ReferenceTuple, tuple[int, int] | None]


class CitationResolver:
    """Resolves citations. Results are cached, because many records cite the same clause."""

    def __init__(self, statutes: Statutes) -> None:
        self.statutes = statutes
        self._works: dict[str, Work | None] = {}
        self._unknowns: dict[str, tuple[CitationProblem, ...]] = {}
        self._parts: dict[_PartKey, tuple[CitationTarget, tuple[CitationProblem, ...]]] = {}

    def resolve(
        self, plain: CitationTuple, record: Record
    ) -> tuple[CitationTarget | None, tuple[CitationProblem, ...]]:
        """`plain` is a citation of `record` as its extract has it."""
        extract = record.extract
        title, _, own, _ = plain
        if own:
            # The statute cites itself: its connections are recomputed whenever its text changes.
            return self._part(self.statutes.version(extract.id), plain)
        work = self._named(title)
        if work is None:
            return None, self._unknown(title)
        day = date.fromordinal(extract.law_day)
        edition = edition_of(title)
        if edition:
            version, doubt = work.named(edition, day, moment_of(extract.published).date())
        else:
            version, doubt = work.on(day)
        target, problems = self._part(version, plain)
        historical = KINDS[extract.kind].historical
        if target.anchor and doubt:
            # Only words can be other ones: a statute as a whole has one page for all its texts.
            target = target._replace(doubt=doubt)
            kind = KINDS[extract.kind]
            problem = (
                other_edition(version, edition, kind)
                if doubt == Doubt.EDITION_NOT_HELD
                else other_text(version, day, doubt, kind)
            )
            problems = (problem, *problems)
        if work.repealed_on(day) and not historical:
            problems = (repealed_by_then(work, day), *problems)
        return target, problems

    def _named(self, title: str) -> Work | None:
        depends_on(STATUTE_NAME, title)
        if title not in self._works:
            self._works[title] = self.statutes.named(title)
        return self._works[title]

    def _part(
        self, version: Version, plain: CitationTuple
    ) -> tuple[CitationTarget, tuple[CitationProblem, ...]]:
        _, reference, _, through = plain
        key = (version.record.id, reference, through)
        if key not in self._parts:
            # What is read here is covered by the STATUTE_NAME dependency.
            with track():
                self._parts[key] = _in_text(version, Citation.from_tuple(plain))
        return self._parts[key]

    def _unknown(self, title: str) -> tuple[CitationProblem, ...]:
        # The suggestion depends on all names.
        depends_on(STATUTES)
        if title not in self._unknowns:
            self._unknowns[title] = tuple(unknown_title(title, self.statutes.titles))
        return self._unknowns[title]


def _in_text(
    version: Version, citation: Citation
) -> tuple[CitationTarget, tuple[CitationProblem, ...]]:
    """Resolve a citation to a part of the text of one version."""
    identifier, clauses = version.record.id, version.clauses
    number = citation.reference.clause
    if citation.reference.division:
        return CitationTarget(identifier, anchor_of(version, citation.reference)), ()
    if number is None or not clauses:
        return CitationTarget(identifier, None), ()
    anchor = anchor_of(version, citation.reference)
    if anchor is not None:
        return CitationTarget(
            identifier, anchor, _covered(number, citation.through or number, clauses)
        ), ()
    problem = missing_clause(bare_title(version.record.title), number, max(clauses))
    return CitationTarget(identifier, None), (problem,)


class _RecordCitations:
    """Resolves the citations of one record and collects findings about them."""

    def __init__(self, record: Record, resolver: CitationResolver) -> None:
        self.record, self.resolver = record, resolver
        self.findings: list[Finding] = []
        self._reported: set[tuple[str, str]] = set()

    def resolve(self) -> tuple[CitationTargetTuple | None, ...]:
        citation_targets = []
        for _, text, plain in self.record.extract.citations:
            target, problems = self.resolver.resolve(plain, self.record)
            citation_targets.append(target.as_tuple if target else None)
            for problem in problems:
                self._report(problem, text)
        return tuple(citation_targets)

    def _report(self, problem: CitationProblem, text: str) -> None:
        """Report a problem once in a record, at its first position."""
        message = problem.message.replace("{text}", text)
        if (problem.rule, message) not in self._reported:
            self._reported.add((problem.rule, message))
            path, at = self.record.path, self._position(text)
            found = Finding(problem.rule, problem.severity, path, message, problem.hint, *at)
            self.findings.append(found)

    def _position(self, text: str) -> Position:
        """The position of the citation: in the text, else in the front matter."""
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

"""Every citation of the site, resolved to the clause it names in the version of its day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from plugins.clauses import ClauseNumber
from plugins.clauses.citations import SORTS, Citation, Scanner
from plugins.findings import Finding, Position, Severity, nearest
from plugins.records import Record
from plugins.records.runs import Block, blocks
from plugins.relations.statutes import Statutes, Version, anchor_of, bare_title, version_since

# The day whose law a record applies: a penalty its decision's, the rest their own.
DAY_FIELDS = ("law_day", "decided", "answered", "made")
# Kinds that speak of what the law was; all others apply it.
HISTORICAL = {"statute", "interpretation", "research"}


@dataclass(frozen=True)
class Resolved:
    """A citation that leads somewhere: to a statute, or to a part of its text.

    `anchor` is None when only the statute is meant, or when its text isn't held here; `clauses` are
    all the clauses it speaks of, those inside a range included.
    """

    citation: Citation
    text: str
    version: Version
    anchor: str | None
    clauses: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        page = self.version.record.address
        return f"{page}#{self.anchor}" if self.anchor else page


@dataclass
class Cited:
    """The citations of one record: in its text by block, and in its fields as written."""

    blocks: list[tuple[Block, list[Resolved]]] = field(default_factory=list)
    fields: dict[str, list[Resolved]] = field(default_factory=dict)

    @property
    def all(self) -> list[Resolved]:
        inside = [found for _, group in self.blocks for found in group]
        return [*(found for group in self.fields.values() for found in group), *inside]


@dataclass
class Citations:
    """The citation graph: what each record cites, and by whom each clause is cited."""

    of_record: dict[str, Cited] = field(default_factory=dict)
    of_clause: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    of_statute: dict[str, list[str]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def find_citations(records: Iterable[Record], statutes: Statutes) -> Citations:
    """All citations of `records`, which come newest first; so do the back links."""
    found = Citations()
    for record in records:
        cited = Cited()
        found.of_record[record.id] = cited
        reader = _Reader(record, statutes, found.findings)
        for text in _field_texts(record):
            cited.fields[text] = reader.read(text)
        for block in blocks(record.body.html):
            resolved = reader.read(block.text)
            if resolved:
                cited.blocks.append((block, resolved))
        _note_backlinks(found, record, cited)
    return found


def day_of(record: Record) -> date:
    """The day whose law a record applies; a statute's text speaks from its own first day."""
    if record.kind == "statute" and (since := version_since(record)) != date.min:
        return since
    for name in DAY_FIELDS:
        day = getattr(record.data, name, None)
        if day:
            return day
    return record.published.date()


def _field_texts(record: Record) -> list[str]:
    data: Any = record.data
    return [*(getattr(data, "statutes", None) or ()), *(getattr(data, "basis", None) or ())]


class _Reader:
    """Reads the texts of one record with one scanner, and reports what does not resolve."""

    def __init__(self, record: Record, statutes: Statutes, findings: list[Finding]) -> None:
        self.record, self.statutes, self.findings = record, statutes, findings
        self.day = day_of(record)
        self.scanner = Scanner(inside_statute=record.kind == "statute")
        self.said: set[tuple[str, str]] = set()

    def read(self, text: str) -> list[Resolved]:
        return [
            resolved
            for citation in self.scanner.scan(text)
            if (resolved := self._resolve(citation, text[citation.start : citation.end]))
        ]

    def _resolve(self, citation: Citation, text: str) -> Resolved | None:
        if citation.own:
            work = self.statutes.of(self.record)
            version = next(held for held in work.versions if held.record is self.record)
        else:
            work = self.statutes.named(citation.title)
            if work is None:
                self._unknown(citation, text)
                return None
            version = work.on(self.day)
            repealed = work.repealed_on(self.day)
            if repealed and self.record.kind not in HISTORICAL:
                message = f"《{work.title}》已于 {repealed} 废止，本稿件的日期是 {self.day}"
                hint = "核对应当适用的法规；从旧从轻的，填写“适用法规日期”"
                path, at = self.record.path, self._position(text)
                self._add(Finding("citation-repealed", Severity.WARNING, path, message, hint, *at))
        clauses = version.clauses
        if citation.reference.clause is None or not clauses:
            return Resolved(citation, text, version, None)
        anchor = anchor_of(version, citation.reference)
        if anchor is None:
            last = max(clauses)
            number = citation.reference.clause
            message = f"《{work.title}》没有这一条：“{text}”"
            hint = f"这部法规到第 {last.value} 条为止" if number > last else "核对条文序号"
            path, at = self.record.path, self._position(text)
            self._add(Finding("clause-missing", Severity.WARNING, path, message, hint, *at))
            return Resolved(citation, text, version, None)
        return Resolved(citation, text, version, anchor, _covered(citation, clauses))

    def _unknown(self, citation: Citation, text: str) -> None:
        title = bare_title(citation.title)
        if not title.endswith(SORTS):
            return
        close = nearest(title, self.statutes.titles, 0.85)
        message, path, at = f"法规库里没有《{title}》", self.record.path, self._position(text)
        # As many characters and nearly the same ones: a slip of the pen, not another statute.
        if close and len(close) == len(title):
            hint = f"是不是《{close}》？"
            self._add(Finding("citation-misspelt", Severity.WARNING, path, message, hint, *at))
        else:
            hint = "可在法规库补建记录"
            self._add(Finding("statute-unknown", Severity.INFO, path, message, hint, *at))

    def _add(self, finding: Finding) -> None:
        """Each thing is said once in a record, where it stands first."""
        if (finding.rule, finding.message) not in self.said:
            self.said.add((finding.rule, finding.message))
            self.findings.append(finding)

    def _position(self, text: str) -> Position:
        """Where the citation stands: in the text, else in the front matter."""
        if text in self.record.source:
            return self.record.locate(text)
        for name in ("statutes", "basis"):
            written = getattr(self.record.data, name, None) or ()
            if any(text in item for item in written):
                return self.record.position_of(name)
        return self.record.locate(text.partition("》")[0])


def _covered(citation: Citation, clauses: dict[ClauseNumber, Any]) -> tuple[str, ...]:
    first = citation.reference.clause
    last = citation.through or first
    return tuple(clauses[number].anchor for number in clauses if first <= number <= last)


def _note_backlinks(found: Citations, record: Record, cited: Cited) -> None:
    for resolved in cited.all:
        statute = resolved.version.record.id
        if statute == record.id:
            continue
        _note(found.of_statute.setdefault(statute, []), record.id)
        for anchor in resolved.clauses:
            _note(found.of_clause.setdefault((statute, anchor), []), record.id)


def _note(ids: list[str], identifier: str) -> None:
    # A record comes as a whole, so a repetition can only be the last entry.
    if not ids or ids[-1] != identifier:
        ids.append(identifier)

"""The statutes of the library: their names, their versions, and which one was in force when."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from plugins.clauses import Clause, ClauseNumber
from plugins.clauses.citations import Reference
from plugins.dependencies import CLAUSE, RECORD, STATUTE, STATUTE_NAME, STATUTES, WORK
from plugins.incremental.fingerprint import fingerprint
from plugins.incremental.tracking import depends_on, track
from plugins.records import Record
from plugins.records.extract import Law
from plugins.records.presentation import StatuteFacts

STATE_NAME = "中华人民共和国"
# 《…（2021年修订）》 and 《…（试行）》 are cited without what is in the brackets.
ASIDE = re.compile(r"[（(](?:\d{4}年?)?(?:修订|修正|试行)[）)]$")


def bare_title(title: str) -> str:
    """A title as the library looks it up: without the state's name, an aside, or blanks."""
    title = re.sub(r"\s+", "", title)
    return ASIDE.sub("", title.removeprefix(STATE_NAME))


class StatuteFace(NamedTuple):
    """What a page that cites a statute says of it as a whole."""

    title: str
    address: str
    validity: str
    official: str | None


@dataclass(frozen=True)
class Version:
    """One text of a statute; `since` is the day from which it is the text."""

    record: Record
    law: Law

    @property
    def since(self) -> date:
        return date.fromordinal(self.law.since)

    @property
    def clauses(self) -> dict[ClauseNumber, Clause]:
        """By number. One that stands twice is the statute's own, not that of an annex."""
        depends_on(RECORD, self.record.id)
        return self._clauses

    @cached_property
    def _clauses(self) -> dict[ClauseNumber, Clause]:
        held: dict[ClauseNumber, Clause] = {}
        for clause in self.record.body.clauses:
            held.setdefault(clause.number, clause)
        return held

    @cached_property
    def _at(self) -> dict[str, tuple[int, Clause]]:
        """By anchor, with the place of the clause in the text."""
        with track():
            held = self._clauses.values()
        return {clause.anchor: (place, clause) for place, clause in enumerate(held)}

    # A page that cites one clause depends on that clause, not on the whole text: what is opened
    # inside `track` does not reach the page, and the two dependencies say what was really read.

    @property
    def face(self) -> StatuteFace:
        depends_on(STATUTE, self.record.id)
        with track():
            record, facts = self.record, self.facts
            return StatuteFace(record.title, record.address, facts.validity, facts.official)

    def clauses_at(self, anchors: Iterable[str]) -> list[Clause]:
        """The clauses at some anchors, in the order of the text."""
        wanted = dict.fromkeys(anchors)
        for anchor in wanted:
            depends_on(CLAUSE, f"{self.record.id}#{anchor}")
        found = [self._at[anchor] for anchor in wanted if anchor in self._at]
        found.sort(key=lambda held: held[0])
        return [clause for _, clause in found]

    @property
    def facts(self) -> StatuteFacts:
        """What the record says of itself, which is read from its file."""
        facts = self.record.data.statute_facts()
        if facts is None:
            raise LookupError(self.record.id)
        return facts

    @property
    def has_text(self) -> bool:
        depends_on(STATUTE, self.record.id)
        with track():
            return bool(self._clauses)


@dataclass
class Work:
    """A statute through its versions, oldest first."""

    title: str
    versions: list[Version] = field(default_factory=list)

    def on(self, day: date) -> Version:
        """The version whose text was the text on `day`; before the first, the first."""
        held = [version for version in self.versions if version.since <= day]
        return held[-1] if held else self.versions[0]

    @property
    def newest(self) -> Version:
        return self.versions[-1]

    def repealed_on(self, day: date) -> date | None:
        """The day of its repeal, if that was not after `day`."""
        law = self.newest.law
        if law.validity == "已废止" and law.repealed and law.repealed <= day.toordinal():
            return date.fromordinal(law.repealed)
        return None


class Statutes:
    """Every statute that stands on the site, found by any of its names."""

    def __init__(self, records: Iterable[Record]) -> None:
        works: dict[str, Work] = {}
        self._versions: dict[str, Version] = {}
        short_titles: dict[str, str] = {}
        for record in records:
            held = record.extract
            if held.law is None:
                continue
            law = Law._make(held.law)
            title = bare_title(held.title)
            work = works.setdefault(title, Work(title))
            version = Version(record, law)
            work.versions.append(version)
            self._versions[record.id] = version
            if law.short_title:
                short_titles[record.id] = law.short_title
        self._names: dict[str, Work] = {}
        self._works: dict[str, Work] = {}
        for work in works.values():
            work.versions.sort(key=lambda version: (version.since, version.record.id))
            for version in work.versions:
                self._works[version.record.id] = work
                if version.record.id in short_titles:
                    self._names.setdefault(bare_title(short_titles[version.record.id]), work)
        self._names.update(works)
        self._all = sorted(works.values(), key=lambda work: work.title)

    @property
    def works(self) -> list[Work]:
        depends_on(STATUTES)
        return self._all

    @property
    def titles(self) -> list[str]:
        depends_on(STATUTES)
        return list(self._names)

    def named(self, title: str) -> Work | None:
        depends_on(STATUTE_NAME, title)
        return self._names.get(bare_title(title))

    def work(self, identifier: str) -> Work:
        """The work of which the record of that id is a version."""
        depends_on(WORK, identifier)
        return self._works[identifier]

    def version(self, identifier: str) -> Version:
        return self._versions[identifier]

    # Fingerprints, for the table of dependencies.

    @property
    def fingerprint(self) -> bytes:
        marks = [(v.record.id, v.record.mark) for work in self._all for v in work.versions]
        return fingerprint(marks)

    def work_fingerprint(self, identifier: str) -> bytes | None:
        work = self._works.get(identifier)
        if work is None:
            return None
        return fingerprint([(v.record.id, v.record.mark) for v in work.versions])

    def name_fingerprint(self, title: str) -> bytes | None:
        """What citations of `title` are resolved by: which versions, since when, their numbers."""
        work = self._names.get(bare_title(title))
        if work is None:
            return None
        return fingerprint([(v.record.id, tuple(v.law)) for v in work.versions])

    def face_fingerprint(self, identifier: str) -> bytes | None:
        version = self._versions.get(identifier)
        return fingerprint(tuple(version.face), version.has_text) if version else None

    def clause_fingerprint(self, key: str) -> bytes | None:
        identifier, _, anchor = key.partition("#")
        version = self._versions.get(identifier)
        if version is None:
            return None
        return fingerprint([(c.label, c.text) for c in version.clauses_at([anchor])])


def anchor_of(version: Version, reference: Reference) -> str | None:
    """The anchor of a reference in a version's text: the finest part that exists.

    None when the clause itself does not exist.
    """
    clause = version.clauses.get(reference.clause) if reference.clause else None
    if clause is None:
        return None
    paragraphs = clause.paragraphs
    if reference.paragraph:
        paragraphs = paragraphs[reference.paragraph - 1 : reference.paragraph]
        if not paragraphs:
            return clause.anchor
    if reference.item:
        for paragraph in paragraphs:
            wanted = f"{paragraph.anchor}i{reference.item}"
            item = next((part for part in paragraph.parts if part.anchor == wanted), None)
            if item:
                sub = f"{wanted}s{reference.sub_item}"
                return sub if any(part.anchor == sub for part in item.parts) else wanted
    if reference.paragraph:
        return paragraphs[0].anchor
    return clause.anchor

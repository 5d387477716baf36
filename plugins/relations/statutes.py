"""All statutes of the site by their names, and the clauses that citations mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from plugins.clauses.citations import Reference
from plugins.dependencies import CLAUSE_TODAY, STATUTE_NAME, STATUTES, WORK
from plugins.incremental.fingerprint import fingerprint
from plugins.incremental.tracking import depends_on, track
from plugins.records import Record
from plugins.records.extract import Law
from plugins.relations.recent_texts import RecentTexts
from plugins.relations.versions import Version, Work
from plugins.statutes.compare import match

STATE_NAME = "中华人民共和国"
# 《…（2021年修订）》 and 《…（试行）》 are cited without what is in the brackets.
# So are those that a writer names with （修订前）, （新修订）.
PARENTHESIS = re.compile(
    r"(?:[（(](?:(?:\d{4}年?)?(?:修订|修正|修改|试行)[版本]?|\d{4}年?版|修订前|新修订)[）)]){1,2}$"
)


# Cited with and without the court: 《最高人民法院关于…的解释》, 最高人民法院《关于…的解释》.
COURTS = re.compile(r"^最高人民(?:法院|检察院)(?:、最高人民检察院)?(?=关于)")


def bare_title(title: str) -> str:
    """A title as the library looks it up: without the state's name, a parenthesis, or blanks, and
    with 〈〉 around titles in it.
    """
    title = re.sub(r"\s+", "", title).replace("《", "〈").replace("》", "〉")
    return PARENTHESIS.sub("", title.removeprefix(STATE_NAME))


class Renumbered(NamedTuple):
    """Where a clause of an older text is in the text in force: `label` and `anchor` are empty when
    it was dropped.
    """

    label: str
    anchor: str
    page: str


class Statutes:
    """All published statutes, by any of their names."""

    def __init__(self, records: Iterable[Record]) -> None:
        works: dict[str, Work] = {}
        self._versions: dict[str, Version] = {}
        texts = RecentTexts()
        short_titles: dict[str, str] = {}
        for record in records:
            extract = record.extract
            if extract.law is None:
                continue
            law = Law._make(extract.law)
            title = bare_title(extract.title)
            work = works.setdefault(title, Work(title))
            version = Version(record, law, texts)
            work.versions.append(version)
            self._versions[record.id] = version
            if law.short_title:
                short_titles[record.id] = law.short_title
        self._names: dict[str, Work] = {}
        self._works: dict[str, Work] = {}
        for work in works.values():
            work.versions.sort(key=_in_time)
            for version in work.versions:
                self._works[version.record.id] = work
                if version.record.id in short_titles:
                    self._names.setdefault(bare_title(short_titles[version.record.id]), work)
        self._names.update(works)
        for title, work in works.items():
            self._names.setdefault(COURTS.sub("", title), work)
        self._all = sorted(works.values(), key=lambda work: work.title)
        self._renumbered: dict[str, dict[str, Renumbered]] = {}

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
        return self._find(title)

    def _find(self, title: str) -> Work | None:
        bare = bare_title(title)
        return self._names.get(bare) or self._names.get(COURTS.sub("", bare))

    def work(self, identifier: str) -> Work:
        """The work of which the record of that id is a version."""
        depends_on(WORK, identifier)
        return self._works[identifier]

    def version(self, identifier: str) -> Version:
        return self._versions[identifier]

    def renumbered(self, identifier: str, anchor: str) -> Renumbered | None:
        """What became of a clause of an older version; None if it has the number that it had."""
        key = f"{identifier}#{anchor}"
        depends_on(CLAUSE_TODAY, key)
        with track():
            if identifier not in self._renumbered:
                self._renumbered[identifier] = self._compare_with_current(identifier)
            return self._renumbered[identifier].get(anchor)

    def _compare_with_current(self, identifier: str) -> dict[str, Renumbered]:
        """By anchor, the clauses of an older version whose number is another one now."""
        older, current = self._versions[identifier], self._works[identifier].current
        if older.since >= current.since or not (older.has_text and current.has_text):
            return {}
        before, now = list(older.clauses.values()), list(current.clauses.values())
        pairs, page = match(before, now), current.record.address
        found: dict[str, Renumbered] = {}
        for index, clause in enumerate(before):
            partner = now[pairs[index]] if index in pairs else None
            if partner is None:
                found[clause.anchor] = Renumbered("", "", page)
            elif partner.number != clause.number:
                found[clause.anchor] = Renumbered(partner.label, partner.anchor, page)
        return found

    # Fingerprints, for the table of dependencies.

    @property
    def fingerprint(self) -> bytes:
        fingerprints = [
            (v.record.id, v.record.fingerprint) for work in self._all for v in work.versions
        ]
        return fingerprint(fingerprints)

    def work_fingerprint(self, identifier: str) -> bytes | None:
        work = self._works.get(identifier)
        if work is None:
            return None
        return fingerprint([(v.record.id, v.record.fingerprint) for v in work.versions])

    def name_fingerprint(self, title: str) -> bytes | None:
        """Of what citations of `title` depend on: the versions, their dates and clause numbers."""
        work = self._find(title)
        if work is None:
            return None
        return fingerprint([(v.record.id, tuple(v.law)) for v in work.versions])

    def summary_fingerprint(self, identifier: str) -> bytes | None:
        version = self._versions.get(identifier)
        return fingerprint(tuple(version.summary), version.has_text) if version else None

    def clause_fingerprint(self, key: str) -> bytes | None:
        identifier, _, anchor = key.partition("#")
        version = self._versions.get(identifier)
        if version is None:
            return None
        return fingerprint([(c.label, c.text) for c in version.clauses_at([anchor])])

    def today_fingerprint(self, key: str) -> bytes:
        identifier, _, anchor = key.partition("#")
        today = self.renumbered(identifier, anchor) if identifier in self._versions else None
        return fingerprint(tuple(today or ()))


def anchor_of(version: Version, reference: Reference) -> str | None:
    """The anchor of a reference in a version's text: the finest part that exists.

    None when the clause or the heading itself does not exist.
    """
    if reference.division:
        has_heading = reference.division in version.record.body.ids
        return reference.division if has_heading else None
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


def _in_time(version: Version) -> tuple[date, bool, str]:
    """Sorts versions; of two of one day, or of unknown days, the one that was amended is older."""
    return version.since, version.law.validity != "已修改", version.record.id

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
from plugins.rebuild.reads import note, reading
from plugins.records import Record

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
    """One text of a statute, with the day from which it is the text."""

    record: Record
    since: date

    @property
    def clauses(self) -> dict[ClauseNumber, Clause]:
        """By number. One that stands twice is the statute's own, not that of an annex."""
        note(f"record {self.record.id}")
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
        with reading():
            held = self._clauses.values()
        return {clause.anchor: (place, clause) for place, clause in enumerate(held)}

    # A page that cites one clause depends on that clause, not on the whole text: what is opened
    # inside `reading` is not noted, and the two notes say what was really read.

    @property
    def face(self) -> StatuteFace:
        note(f"statute {self.record.id}")
        with reading():
            data = self.record.data
            record = self.record
            return StatuteFace(record.title, record.address, data.validity, data.official)

    def clauses_at(self, anchors: Iterable[str]) -> list[Clause]:
        """The clauses at some anchors, in the order of the text."""
        wanted = dict.fromkeys(anchors)
        for anchor in wanted:
            note(f"clause {self.record.id}#{anchor}")
        found = [self._at[anchor] for anchor in wanted if anchor in self._at]
        found.sort(key=lambda held: held[0])
        return [clause for _, clause in found]

    @property
    def has_text(self) -> bool:
        note(f"statute {self.record.id}")
        with reading():
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
        data = self.newest.record.data
        if data.validity == "已废止" and data.repealed and data.repealed <= day:
            return data.repealed
        return None


class Statutes:
    """Every statute that stands on the site, found by any of its names."""

    def __init__(self, records: Iterable[Record]) -> None:
        works: dict[str, Work] = {}
        self._versions: dict[str, Version] = {}
        for record in records:
            if record.extract.is_law:
                title = bare_title(record.title)
                work = works.setdefault(title, Work(title))
                version = Version(record, record.data.in_force_from())
                work.versions.append(version)
                self._versions[record.id] = version
        self._names: dict[str, Work] = {}
        self._works: dict[str, Work] = {}
        for work in works.values():
            work.versions.sort(key=lambda version: (version.since, version.record.id))
            for version in work.versions:
                self._works[version.record.id] = work
                if version.record.data.short_title:
                    self._names.setdefault(bare_title(version.record.data.short_title), work)
        self._names.update(works)
        self._all = sorted(works.values(), key=lambda work: work.title)

    @property
    def works(self) -> list[Work]:
        note("statutes")
        return self._all

    @property
    def titles(self) -> list[str]:
        return list(self._names)

    def named(self, title: str) -> Work | None:
        return self._names.get(bare_title(title))

    def work(self, identifier: str) -> Work:
        """The work of which the record of that id is a version."""
        note(f"work {identifier}")
        return self._works[identifier]

    def version(self, identifier: str) -> Version:
        return self._versions[identifier]


def anchor_of(version: Version, reference: Reference) -> str | None:
    """The anchor of a reference in a version's text: the finest part that exists.

    None when the clause itself does not exist.
    """
    clause = version.clauses.get(reference.clause)
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

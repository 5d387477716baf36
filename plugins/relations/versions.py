"""A statute and its versions: their texts, their facts, which is in force on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from plugins.clauses import Clause, ClauseNumber
from plugins.dependencies import CLAUSE, RECORD, STATUTE
from plugins.incremental.tracking import depends_on
from plugins.records import Record
from plugins.records.extract import Law
from plugins.records.presentation import StatuteFacts
from plugins.relations.recent_texts import RecentTexts
from plugins.relations.text_of_day import Doubt, text_of_day, text_of_edition


class StatuteSummary(NamedTuple):
    """What a citing page shows of a statute as a whole."""

    title: str
    address: str
    validity: str
    official: str | None


@dataclass(frozen=True)
class Version:
    """One version of a statute, in force from the day `since`."""

    record: Record
    law: Law
    texts: RecentTexts

    @property
    def since(self) -> date:
        return date.fromordinal(self.law.since)

    @property
    def clauses(self) -> dict[ClauseNumber, Clause]:
        """By number."""
        depends_on(RECORD, self.record.id)
        return self.texts.text_of(self.record).clauses

    # A page that cites one clause depends on that clause, not on the whole text: reads inside
    # `read_briefly` are not recorded for the page, and the explicit dependencies stand for them.

    @property
    def summary(self) -> StatuteSummary:
        depends_on(STATUTE, self.record.id)
        record = self.record
        with record.read_briefly():
            facts = self.facts
            return StatuteSummary(record.title, record.address, facts.validity, facts.official)

    def clauses_at(self, anchors: Iterable[str]) -> list[Clause]:
        """The clauses at some anchors, in the order of the text."""
        wanted = dict.fromkeys(anchors)
        for anchor in wanted:
            depends_on(CLAUSE, f"{self.record.id}#{anchor}")
        at = self.texts.text_of(self.record).at
        found = [at[anchor] for anchor in wanted if anchor in at]
        found.sort(key=lambda item: item[0])
        return [clause for _, clause in found]

    @property
    def facts(self) -> StatuteFacts:
        """The statute's facts, from its own record."""
        facts = self.record.data.statute_facts()
        if facts is None:
            raise LookupError(self.record.id)
        return facts

    @property
    def has_text(self) -> bool:
        depends_on(STATUTE, self.record.id)
        return bool(self.record.extract.clauses)


@dataclass
class Work:
    """A statute as a whole, with its versions, oldest first."""

    title: str
    versions: list[Version] = field(default_factory=list)

    def on(self, day: date) -> tuple[Version, Doubt]:
        """The version in force on `day`, or the nearest one held, and why it is in doubt."""
        laws = [version.law for version in self.versions]
        index, doubt = text_of_day(laws, day.toordinal())
        return self.versions[index], doubt

    def named(self, edition: str, day: date, written: date) -> tuple[Version, Doubt]:
        """As `on`, of the text that a writer names; `written` is the day of the writing."""
        laws = [version.law for version in self.versions]
        index, doubt = text_of_edition(laws, edition, day.toordinal(), written.toordinal())
        return self.versions[index], doubt

    @property
    def with_text(self) -> list[Version]:
        """The versions of which the library has the text."""
        return [version for version in self.versions if version.record.extract.clauses]

    @property
    def newest(self) -> Version:
        """The last version, which need not be in force yet."""
        return self.versions[-1]

    @property
    def current(self) -> Version:
        """The last version that is in force, or was; before the first begins, the first."""
        begun = [version for version in self.versions if version.law.validity != "尚未生效"]
        return begun[-1] if begun else self.versions[0]

    def repealed_on(self, day: date) -> date | None:
        """The day of its repeal, if it was repealed by `day`."""
        law = self.newest.law
        if law.validity == "已废止" and law.repealed and law.repealed <= day.toordinal():
            return date.fromordinal(law.repealed)
        return None

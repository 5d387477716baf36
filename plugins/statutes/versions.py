"""Versions of one statute: which is superseded by which, and what repeals what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from plugins.statutes.facts import Certainty, Fact, known
from plugins.statutes.importer import Draft
from plugins.statutes.titles import title_key


@dataclass(frozen=True)
class NamedDraft:
    """A draft and the name of its file without ending, which is its slug."""

    name: str
    draft: Draft


@dataclass(frozen=True)
class Version:
    """One version of a statute in the library: `day` is its last day of enactment.

    `effective` is None when nothing states it. `in_force_from` is as in the model Statute.
    """

    name: str
    title: str
    day: date | None
    effective: date | None
    in_force_from: date
    draft: Draft | None = None

    @property
    def begins(self) -> date | None:
        return self.effective or self.day


def superseded(
    item: NamedDraft, versions: Sequence[Version], column: str, today: date
) -> NamedDraft:
    """Let an older version point to the newest one that is in effect by now."""
    title, day = title_key(item.draft.title), item.draft.enacted
    newer = {
        other.day: other.name
        for other in versions
        if other.title == title
        and other.day
        and day
        and day < other.day
        and other.begins
        and other.begins <= today
    }
    if not newer:
        return item
    why = f"{max(newer)} 有新的版本"
    draft = item.draft.with_facts(
        validity=Fact("已修改", why=why), successor=Fact(f"{column}/{newer[max(newer)]}", why=why)
    )
    return NamedDraft(item.name, draft)


def repealers_by_title(placed: Sequence[NamedDraft], today: date) -> dict[str, NamedDraft]:
    """By the short title of a repealed statute the first one that repeals it."""
    in_effect = [
        (begins, item) for item in placed if (begins := _begins(item.draft)) and begins <= today
    ]
    repealers: dict[str, NamedDraft] = {}
    for _, item in sorted(in_effect, key=lambda pair: pair[0]):
        for title in item.draft.repeals:
            repealers.setdefault(title_key(title), item)
    return repealers


def _begins(draft: Draft) -> date | None:
    """When it takes effect, as far as that is known: not before its enactment."""
    return draft.effective or draft.enacted


def repealed(item: NamedDraft, repealers: Mapping[str, NamedDraft], column: str) -> NamedDraft:
    by = repealers.get(title_key(item.draft.title))
    if by is None or by.draft.title == item.draft.title:
        return item
    begins, enacted = _begins(by.draft), item.draft.enacted
    if begins is None or (enacted and begins <= enacted):
        # The title was used again for a later statute.
        return item
    why = f"《{by.draft.title}》写明同时废止"
    day = by.draft.effective
    facts = {
        "validity": Fact("已废止", why=why),
        "repealed": Fact(day, why=why),
        "repeal_note": Fact(f"由《{by.draft.title}》废止", why=why),
        "successor": Fact(f"{column}/{by.name}", why=why),
    }
    if day is None:
        facts["repealed"] = Fact(None, Certainty.MISSING, f"{why}，那部法规的施行日期却不详")
        open_days = known(item.draft.facts, "unverified")
        words = f"{open_days}；废止日期尚未核实" if open_days else "废止日期尚未核实"
        facts["unverified"] = Fact(words)
    return NamedDraft(item.name, item.draft.with_facts(**facts))

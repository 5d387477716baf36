"""The history of a statute as a list of enactments: adopted, approved, published, amended.

A local regulation is adopted by the city, approved by the province and then published, and so is a
decision that amends it. The events of these steps are combined into one enactment.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from plugins.clauses.numerals import DAY
from plugins.statutes.source import Event

TITLES = re.compile(r"《[^《》]*》")
AMENDED = re.compile(r"修正|修订|修改")
ORDER = re.compile(
    r"(?P<number>[一-鿿、]{0,60}?(?:令|公告|委员会)(?:〔\d{4}〕)?第[\d零〇一二三四五六七八九十百]+号)"
)
# From adoption to publication a local regulation needs the province's approval: months, no more.
UNTIL_PUBLISHED = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Enactment:
    """How one version came about. `whole` if all of the text was enacted, not only changes to it.

    `inferred` means that `published` is the version's day and not stated in the source.
    """

    whole: bool
    adopted: date | None = None
    approved: date | None = None
    published: date | None = None
    number: str | None = None
    inferred: bool = False

    @property
    def day(self) -> date | None:
        """The day by which the source names the version."""
        return self.adopted or self.approved or self.published

    @property
    def last_day(self) -> date | None:
        return max(
            (day for day in (self.adopted, self.approved, self.published) if day), default=None
        )


def outside_titles(text: str) -> str:
    return TITLES.sub("", text)


def enactments(events: Sequence[Event]) -> list[Enactment]:
    """The enactments in the head of a source, in its order."""
    enacted: list[Enactment] = []
    for index, event in enumerate(events):
        # Without the day: 2018年3月1日云汀市人民政府令第12号.
        text = DAY.sub("", outside_titles(event.text))
        following = events[index + 1] if index + 1 < len(events) else None
        order = ORDER.search(text)
        if _amends(event):
            # Decisions of the state's own organs are published on the day they are named by.
            state = "国务院" in event.text or "全国人民代表大会" in text
            enacted.append(Enactment(False, event.day, published=event.day if state else None))
        elif "修订" in text and order:
            enacted.append(Enactment(True, published=event.day, number=order["number"]))
        elif "修订" in text:
            enacted.append(Enactment(True, adopted=event.day))
        elif "通过" in text:
            if not (following and "批准的" in following.text and _amends(following)):
                enacted.append(Enactment(True, adopted=event.day))
        elif "批准" in text:
            if enacted and enacted[-1].approved is None:
                enacted[-1] = replace(enacted[-1], approved=event.day)
            else:
                enacted.append(Enactment(True, approved=event.day))
        elif "公布" in text or "发布" in text:
            number = order["number"] if order else None
            if enacted and enacted[-1].published is None:
                enacted[-1] = replace(enacted[-1], published=event.day, number=number)
            else:
                enacted.append(Enactment(True, published=event.day, number=number))
    return enacted


def with_version(enacted: list[Enactment], version: date | None) -> list[Enactment]:
    """The enactments, completed by the day of the version, which is that of its publication.

    If the head ends earlier it lacks the last amendment, and one is added.
    """
    if version is None:
        return enacted
    if not enacted:
        return [Enactment(True, published=version, inferred=True)]
    last = enacted[-1]
    if last.published is None and (
        last.last_day is None or timedelta() <= version - last.last_day <= UNTIL_PUBLISHED
    ):
        return [*enacted[:-1], replace(last, published=version, inferred=True)]
    if all(step.last_day is None or step.last_day < version for step in enacted):
        return [*enacted, Enactment(False, published=version, inferred=True)]
    return enacted


def _amends(event: Event) -> bool:
    """Whether a decision changed parts of the text: 《…的决定》第一次修正, and 修正 of any kind."""
    text = outside_titles(event.text)
    decided = any("决定" in title for title in TITLES.findall(event.text))
    return "修正" in text or (decided and bool(AMENDED.search(text)))

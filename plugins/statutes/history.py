"""What happened to a statute, as a row of enactments: adopted, approved, published, amended.

A local regulation is adopted by the city, approved by the province and then published; a decision
to amend one passes through the same steps. The events of one step after another are put together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from plugins.statutes.source import Event

TITLES = re.compile(r"《[^《》]*》")
AMENDED = re.compile(r"修正|修订|修改")
ORDER = re.compile(
    r"(?P<number>[一-鿿、]*?(?:令|公告|委员会)(?:〔\d{4}〕)?第[\d零〇一二三四五六七八九十百]+号)"
)
# From adoption to publication a local regulation needs the province's approval: months, no more.
UNTIL_PUBLISHED = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Enactment:
    """One version's making. `whole` when the entire text was enacted, not only a decision on parts.

    `inferred` says that `published` comes from the version's day, not from the source's own words.
    """

    whole: bool
    adopted: date | None = None
    approved: date | None = None
    published: date | None = None
    number: str | None = None
    inferred: bool = False

    @property
    def day(self) -> date | None:
        """The day that the source gives the version."""
        return self.adopted or self.approved or self.published

    @property
    def last_day(self) -> date | None:
        return max(
            (day for day in (self.adopted, self.approved, self.published) if day), default=None
        )


def outside_titles(text: str) -> str:
    return TITLES.sub("", text)


def enactments(events: Sequence[Event]) -> list[Enactment]:
    """The enactments that the head of a source tells, in its order."""
    row: list[Enactment] = []
    for index, event in enumerate(events):
        said = outside_titles(event.text)
        following = events[index + 1] if index + 1 < len(events) else None
        order = ORDER.search(said)
        if _amends(event):
            # Decisions of the state's own organs are published on the day they are named by.
            state = "国务院" in event.text or "全国人民代表大会" in said
            row.append(Enactment(False, event.day, published=event.day if state else None))
        elif "修订" in said and order:
            row.append(Enactment(True, published=event.day, number=order["number"]))
        elif "修订" in said:
            row.append(Enactment(True, adopted=event.day))
        elif "通过" in said:
            if not (following and "批准的" in following.text and _amends(following)):
                row.append(Enactment(True, adopted=event.day))
        elif "批准" in said:
            _attach(row, "approved", approved=event.day)
        elif "公布" in said or "发布" in said:
            number = order["number"] if order else None
            _attach(row, "published", published=event.day, number=number)
    return row


def with_version(row: list[Enactment], version: date | None) -> list[Enactment]:
    """The row, completed by the day of the version, which is the day of its publication.

    Where the head ends earlier it tells nothing of the last amendment: one is added for it.
    """
    if version is None:
        return row
    if not row:
        return [Enactment(True, published=version, inferred=True)]
    last = row[-1]
    if last.published is None and (
        last.last_day is None or timedelta() <= version - last.last_day <= UNTIL_PUBLISHED
    ):
        return [*row[:-1], replace(last, published=version, inferred=True)]
    if all(step.last_day is None or step.last_day < version for step in row):
        return [*row, Enactment(False, published=version, inferred=True)]
    return row


def _amends(event: Event) -> bool:
    """Whether a decision changed parts of the text: 《…的决定》第一次修正, and 修正 of any kind."""
    said = outside_titles(event.text)
    decided = any("决定" in title for title in TITLES.findall(event.text))
    return "修正" in said or (decided and bool(AMENDED.search(said)))


def _attach(row: list[Enactment], step: str, **values: object) -> None:
    """Complete the last enactment by a step it still lacks, or begin one with it."""
    if row and getattr(row[-1], step) is None:
        row[-1] = replace(row[-1], **values)
    else:
        row.append(Enactment(True, **values))

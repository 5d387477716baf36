"""The records of a corpus without their texts.

Texts link to other records and cite clauses, so titles, file names and clauses are generated first.
A text is then generated from its record's name and the seed alone, in any order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from random import Random
from typing import Any

from bench.corpus.columns import NEWS, SHARES, counts
from bench.corpus.prose import Prose, topics
from bench.corpus.statutes import Statute, statute

BUILT = datetime.fromisoformat("2026-11-23T09:00+08:00")
FIRST = datetime.fromisoformat("2016-12-01T00:00+08:00")
# Clauses that many records cite: this many records, one in ten of a small corpus.
CITING = 200
# One record in this many has more than headings, paragraphs and a list.
RICH = 5
CITING_KINDS = {"news", "notice", "case", "penalty", "reply", "research"}


@dataclass(frozen=True)
class Stub:
    """A record without its text. `place` is its index in the column, by date."""

    column: str
    kind: str
    place: int
    title: str
    published: datetime
    topic: dict[str, Any]

    @property
    def slug(self) -> str:
        return f"{self.column}-{self.place + 1}"

    @property
    def id(self) -> str:
        return f"{self.column}/{self.slug}"

    @property
    def path(self) -> str:
        return f"{self.id}.md"

    @property
    def rich(self) -> bool:
        return self.place % RICH == RICH // 2

    def chance(self, seed: int, purpose: str) -> Random:
        return Random(f"{seed} {purpose} {self.id}")


@dataclass(frozen=True)
class Plan:
    """`stubs` sorted by date; `marked` is cited by the records in `citing` and by no others."""

    seed: int
    stubs: list[Stub]
    statutes: list[Statute]
    marked: tuple[Statute, int]
    citing: frozenset[str]

    @cached_property
    def columns(self) -> dict[str, list[Stub]]:
        found: dict[str, list[Stub]] = {share.code: [] for share in SHARES}
        for stub in self.stubs:
            found[stub.column].append(stub)
        return found


def plan(size: int, seed: int = 1) -> Plan:
    """The plan of a corpus of `size` records. Raises ValueError when that is too few."""
    wanted = counts(size)
    statutes = [statute(seed, place) for place in range(wanted["statutes"])]
    stubs = sorted(_stubs(wanted, statutes, seed), key=lambda stub: (stub.published, stub.id))
    able = [stub for stub in stubs if stub.kind in CITING_KINDS]
    number = min(CITING, size // 10)
    citing = frozenset(able[place * len(able) // number].id for place in range(number))
    marked = statutes[len(statutes) // 2]
    return Plan(seed, stubs, statutes, (marked, len(marked.clauses) // 2), citing)


def _stubs(wanted: dict[str, int], statutes: list[Statute], seed: int) -> Iterator[Stub]:
    for share in SHARES:
        total = wanted[share.code]
        for place in range(total):
            chance = Random(f"{seed} stub {share.code} {place}")
            topic = chance.choice(topics())
            title = _title(share.kind, chance, topic)
            if share.kind == "statute":
                topic, title = statutes[place].topic, statutes[place].title
            moment = _moment(place, total, chance)
            yield Stub(share.code, share.kind, place, title, moment, topic)


def _moment(place: int, total: int, chance: Random) -> datetime:
    """In working hours; the days are spread evenly over the ten years before `BUILT`."""
    days = (BUILT - FIRST).days
    day = FIRST + timedelta(days=(place + 1) * (days - 1) // total)
    return day + timedelta(minutes=chance.randint(8 * 60, 17 * 60))


TITLES = {
    "news": "{unit}在{place}{measure}，{effect}",
    "notice": "关于{place}{object}整治期间有关事项的通告",
    "coverage": "{place}的变化：{effect}",
    "policy": "关于加强{object}管理工作的通知（{place}片区）",
    "interpretation": "《关于加强{object}管理工作的通知》政策解读",
    "case": "{place}{object}{problem}案",
    "penalty": "{place}{object}{problem}处罚决定",
    "reply": "关于{place}{problem}问题的答复",
    "guide": "{place}{object}设置审批",
    "event": "{place}{object}开放日",
    "research": "{object}治理的几个问题：以{place}为例",
    "statute": "",
}


def _title(kind: str, chance: Random, topic: dict[str, Any]) -> str:
    return Prose(chance, topic).fill(TITLES[kind])


def newest_news(plan: Plan) -> Stub:
    return plan.columns[NEWS][-1]


def attached_news(plan: Plan) -> Stub:
    """The news item that has an attachment."""
    return plan.columns[NEWS][0]


def ordinary_news(plan: Plan, count: int = 120) -> list[Stub]:
    """Plain news items from the middle of the list, none of which cites the marked clause."""
    news = plan.columns[NEWS][1:-1]
    plain = [stub for stub in news if not stub.rich and stub.id not in plan.citing]
    start = max(0, (len(plain) - count) // 2)
    return plain[start : start + count]

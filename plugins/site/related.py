"""What a record's page shows of other records, both ways, read from the graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.records import Record
from plugins.site.cards import Card, card
from plugins.site.model import Site

# Field → the heading over what the record names, and over what names it.
FORWARD = {
    "interprets": "解读对象",
    "successor": "替代文件",
    "penalty": "处罚公示",
    "recap": "活动回顾",
    "became": "形成文件",
    "campaigns": "所属专题",
}
BACKWARD = {
    "interprets": "政策解读",
    "successor": "被本文件替代的文件",
    "penalty": "典型案例",
    "recap": "活动信息",
    "became": "意见征集",
}
RELATED = "相关稿件"


@dataclass(frozen=True)
class RelationGroup:
    label: str
    cards: list[Card]


@dataclass(frozen=True)
class Citation:
    text: str
    address: str | None


def relation_groups(site: Site, record: Record) -> list[RelationGroup]:
    groups = []
    for name, label in FORWARD.items():
        groups.append((label, site.graph.named_by(record, name)))
    for name, label in BACKWARD.items():
        groups.append((label, site.graph.naming(record, name)))
    # Relatedness goes both ways, whoever wrote it down.
    both = [*site.graph.named_by(record, "related"), *site.graph.naming(record, "related")]
    groups.append((RELATED, both))
    if record.kind == "statute":
        groups.append(("本站引用", citing(site, record)))
    return [RelationGroup(label, _cards(site, ids)) for label, ids in groups if ids]


def citing(site: Site, statute: Record) -> list[str]:
    """The ids of the records whose fields cite a statute, newest first."""
    return [
        record.id
        for record in site.records
        if any(site.graph.statute(text) == statute.id for text in _citations(record))
    ]


def cited(site: Site, record: Record) -> Iterator[Citation]:
    for text in _citations(record):
        identifier = site.graph.statute(text)
        yield Citation(text, site.by_id[identifier].address if identifier else None)


def gathered(site: Site, campaign: Record) -> list[dict]:
    """The records that name a campaign, by column in the order of the navigation."""
    ids = set(site.graph.naming(campaign, "campaigns"))
    groups = []
    for column in site.columns:
        members = [record for record in site.listed[column.code] if record.id in ids]
        if members:
            cards = [card(site, record) for record in members]
            groups.append({"name": column.name, "address": column.address, "cards": cards})
    return groups


def _citations(record: Record) -> list[str]:
    data = record.data
    return [*(getattr(data, "statutes", None) or ()), *(getattr(data, "basis", None) or ())]


def _cards(site: Site, ids: Iterable[str]) -> list[Card]:
    return [card(site, site.by_id[identifier]) for identifier in dict.fromkeys(ids)]

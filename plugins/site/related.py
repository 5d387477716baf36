"""What a record's page shows of other records, both ways, read from the graph."""

from __future__ import annotations

from typing import NamedTuple

from plugins.records import Record
from plugins.site.cards import Card, card, card_of
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


class RelationGroup(NamedTuple):
    label: str
    cards: list[Card]


def relation_groups(site: Site, record: Record) -> list[RelationGroup]:
    """Each related record once, under the first heading that names it."""
    graph = site.graph
    # Relatedness goes both ways, whoever wrote it down.
    both = [*graph.named_by(record, "related"), *graph.naming(record, "related")]
    groups = [(label, graph.named_by(record, name)) for name, label in FORWARD.items()]
    groups += [(label, graph.naming(record, name)) for name, label in BACKWARD.items()]
    groups.append((RELATED, both))
    shown: set[str] = set()
    views = []
    for label, ids in groups:
        fresh = [identifier for identifier in dict.fromkeys(ids) if identifier not in shown]
        shown.update(fresh)
        if fresh:
            cards = [card_of(site, identifier) for identifier in fresh]
            views.append(RelationGroup(label, cards))
    return views


def gathered(site: Site, campaign: Record) -> list[dict]:
    """The records that name a campaign, by column in the order of the navigation."""
    groups = []
    ids = set(site.graph.naming(campaign, "campaigns"))
    for code, members in site.in_list_order(ids).items():
        column = site.library.column(code)
        cards = [card(site, record) for record in members]
        groups.append({"name": column.name, "address": column.address, "cards": cards})
    return groups

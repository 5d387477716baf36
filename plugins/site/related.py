"""What a record's page shows of other records, both ways, read from the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from plugins.bureau.languages import ENGLISH_SUFFIX
from plugins.records import Record
from plugins.records.kinds import KINDS, RecordModel
from plugins.records.marked_fields import references_of
from plugins.records.values import RefersTo
from plugins.site.cards import Card, card_of
from plugins.site.model import Site


class RelationGroup(NamedTuple):
    label: str
    cards: list[Card]


def relation_groups(site: Site, record: Record) -> list[RelationGroup]:
    """Each related record once, under the first heading that names it.

    What the record names comes first, then what names it, then what is related both ways. A page in
    Chinese names none in English.
    """
    own = record.id.endswith(ENGLISH_SUFFIX)
    groups = [*_named(site, record), *_naming(site, record), *_mutual(site, record)]
    seen: set[str] = set()
    views = []
    for heading, ids in groups:
        fresh = [
            identifier
            for identifier in dict.fromkeys(ids)
            if identifier not in seen and (own or not identifier.endswith(ENGLISH_SUFFIX))
        ]
        seen.update(fresh)
        if fresh:
            cards = [card_of(site, identifier) for identifier in fresh]
            views.append(RelationGroup(heading, cards))
    return views


# A heading and the ids of the records that stand under it.
Group = tuple[str, list[str]]


@cache
def _headings(model: type[RecordModel], mutual: bool) -> list[tuple[str, str]]:
    """Heading and name of the reference fields, in the order of pages."""
    references = sorted(references_of(model).items(), key=lambda reference: reference[1].rank)
    return [
        (refers.heading, name)
        for name, refers in references
        if refers.heading and refers.mutual == mutual
    ]


def _mutual(site: Site, record: Record) -> Iterator[Group]:
    graph = site.graph
    for heading, name in _headings(RecordModel, True):
        yield heading, [*graph.referenced_ids(record, name), *graph.referencing_ids(record, name)]


def _named(site: Site, record: Record) -> Iterator[Group]:
    for heading, name in _headings(type(record.data), False):
        yield heading, site.graph.referenced_ids(record, name)


def _naming(site: Site, record: Record) -> Iterator[Group]:
    """By the headings that the kinds of the naming records give; of one rank, by order of kinds."""
    fields = site.graph.referencing_fields(record)
    if not fields:
        return
    order = {kind: place for place, kind in enumerate(KINDS)}
    ids: dict[str, list[str]] = defaultdict(list)
    ranks: dict[str, tuple[int, int]] = {}
    for name in fields:
        for identifier in site.graph.referencing_ids(record, name):
            kind = site.by_id[identifier].kind
            refers = _refers(kind, name)
            if refers.back_heading and not refers.mutual:
                heading, rank = refers.back_heading, (refers.rank, order[kind])
                ids[heading].append(identifier)
                ranks[heading] = min(rank, ranks.get(heading, rank))
    yield from sorted(ids.items(), key=lambda group: ranks[group[0]])


def _refers(kind: str, name: str) -> RefersTo:
    """What the field says of references; the class of the kind is loaded only for its own field."""
    return references_of(RecordModel).get(name) or references_of(KINDS[kind])[name]


def referencing_groups(site: Site, campaign: Record) -> list[dict[str, Any]]:
    """The records that name a campaign, by column in the order of the navigation."""
    groups = []
    ids = site.graph.referencing_ids(campaign, "campaigns")
    for column, members in site.in_list_order(ids):
        cards = [card_of(site, identifier) for identifier in members]
        groups.append({"name": column.name, "address": column.address, "cards": cards})
    return groups

"""What counts now, for the home page: closures, events of the next days, consultations, night work.

Each kind says by `now` whether its records stand here, and for how many days before they begin.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from plugins.bureau import Column
from plugins.clock import moment_of
from plugins.records.extract import IndexEntry
from plugins.site.cards import card_of
from plugins.site.model import Site

# So many of one kind are named; the rest is behind a link.
NAMED = 3


class NowItem(NamedTuple):
    """`until` is when it is over: the page may have been built hours before."""

    title: str
    address: str
    when: str
    until: datetime | None = None


class NowRow(NamedTuple):
    """One kind of things that go on. `more` is how many are not named."""

    label: str
    address: str
    items: list[NowItem]
    more: int


def now_rows(site: Site) -> list[NowRow]:
    """The columns of which something goes on now or soon, in the order of the navigation."""
    return [row for column in site.columns if column.traits.now and (row := _row(site, column))]


def _row(site: Site, column: Column) -> NowRow | None:
    going_on = list(_going_on(site, column))
    items = list(_items(site, column, going_on)) if going_on else []
    if not items:
        return None
    return NowRow(column.traits.now, column.address, items[:NAMED], max(0, len(items) - NAMED))


def _going_on(site: Site, column: Column) -> Iterator[tuple[str, IndexEntry]]:
    """Its listed records that have begun, or begin soon, and are not over: soonest first."""
    ahead = timedelta(days=column.traits.now_days)
    spans = {id: entry for id, entry in site.listed_entries(column.code).items() if entry.span}
    for identifier, entry in sorted(spans.items(), key=lambda item: item[1].span or ()):
        start, end = map(moment_of, entry.span or ())
        if site.has_begun(start - ahead) and not site.is_past(end):
            yield identifier, entry


def _items(site: Site, column: Column, going_on: list[tuple[str, IndexEntry]]) -> Iterator[NowItem]:
    """Each record; of a kind that is counted by a field, how many have each of its values."""
    if column.traits.now_by:
        facts = (card_of(site, identifier).fact(column.traits.now_by) for identifier, _ in going_on)
        for value, count in Counter(fact.value for fact in facts if fact).most_common():
            yield NowItem(value, column.address, f"{count}处")
        return
    for identifier, entry in going_on:
        record = site.by_id[identifier]
        if getattr(record.data, "cancelled", None) or entry.alert:
            # A warning stands on top of the page already.
            continue
        when = record.data.now_words(site)
        yield NowItem(record.title, record.address, when, moment_of((entry.span or (0, 0))[1]))

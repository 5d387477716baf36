"""The site at one moment: the library, the graph, and what stands where."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from plugins.bureau import Bureau, Column
from plugins.findings import Finding
from plugins.records import Library, Record
from plugins.relations import Graph, build_graph
from plugins.relations.vocabulary import check_records


@dataclass
class Site:
    """What every view is made from. `preview` is a build that findings don't stop."""

    library: Library
    graph: Graph
    now: datetime
    preview: bool = True
    findings: list[Finding] = field(default_factory=list)

    @property
    def bureau(self) -> Bureau:
        return self.library.bureau

    @property
    def today(self) -> date:
        return self.now.date()

    @cached_property
    def records(self) -> list[Record]:
        """Everything that has a page, newest first."""
        return self.library.published(self.now)

    @cached_property
    def by_id(self) -> dict[str, Record]:
        return {record.id: record for record in self.records}

    @cached_property
    def listed(self) -> dict[str, list[Record]]:
        """What stands on lists, by column, newest first: neither expired nor withdrawn."""
        lists: dict[str, list[Record]] = defaultdict(list)
        for record in self.records:
            if self.on_lists(record):
                lists[record.column].append(record)
        for code, records in lists.items():
            lists[code] = sorted(records, key=_list_order)
        return lists

    def on_lists(self, record: Record) -> bool:
        if record.expired_on(self.today):
            return False
        if record.kind == "penalty":
            return record.data.public_on(self.today)
        if record.kind == "slogan":
            return record.data.valid_from <= self.today and (
                record.data.valid_to is None or self.today <= record.data.valid_to
            )
        return True

    @property
    def columns(self) -> list[Column]:
        return self.library.columns

    def column(self, record: Record) -> Column:
        return self.library.column(record.column)

    def of_kind(self, *kinds: str) -> list[Record]:
        """Listed records of some kinds, over all columns, newest first."""
        found = [
            record
            for column in self.columns
            if column.kind in kinds
            for record in self.listed[column.code]
        ]
        return sorted(found, key=lambda record: record.published, reverse=True)


def _list_order(record: Record) -> tuple:
    """Pages of 关于 by their order, stories by their latest entry, the rest newest first."""
    order = getattr(record.data, "order", None)
    return (
        order if order is not None else 10_000,
        -record.changed.timestamp() if record.kind == "story" else -record.published.timestamp(),
        record.id,
    )


def build_site(library: Library, now: datetime, preview: bool) -> Site:
    """Put the site together; `findings` has everything found so far, errors of all sorts."""
    graph = build_graph(library, now)
    findings = [*library.findings, *graph.findings, *check_records(library, graph, now)]
    return Site(library, graph, now, preview, findings)

"""The graph: what each record names, what names it, and the findings about both."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from plugins.findings import Finding
from plugins.rebuild.reads import note
from plugins.records import Library, Record
from plugins.relations.citations import Citations, find_citations
from plugins.relations.connections import check_connections, check_those_not_shown
from plugins.relations.statutes import Statutes
from plugins.relations.targets import Target, TargetKind, Targets


@dataclass
class Graph:
    """Edges between records that stand on the site, by record id; `links` as plain values.

    `records` are those that stand on the site; what is made from all of them is made when it is
    asked for, because a graph may have been kept from an earlier build.
    """

    library: Library
    records: Callable[[], Iterable[Record]]
    citations: Citations
    forward: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    backward: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    links: dict[str, tuple[tuple, ...]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @cached_property
    def targets(self) -> Targets:
        return Targets(self.library, self.records())

    @property
    def statutes(self) -> Statutes:
        return self.citations.statutes

    def named_by(self, record: Record, name: str) -> list[str]:
        """The ids that `record` names in the field `name`, as written."""
        note(f"names {record.id}")
        return self.forward.get(record.id, {}).get(name, [])

    def naming(self, record: Record, name: str) -> list[str]:
        """The ids of the records that name `record` in their field `name`."""
        note(f"named {record.id}")
        return self.backward.get(record.id, {}).get(name, [])

    def links_of(self, record: Record) -> dict[str, Target]:
        """Where each link of the record's text leads, by what is written there."""
        note(f"links {record.id}")
        return {
            written: Target(TargetKind(kind), *place)
            for written, kind, *place in self.links.get(record.id, ())
        }


def build_graph(library: Library, now: datetime) -> Graph:
    """The graph of the records that stand on the site at `now`."""
    records = library.published(now)
    citations = find_citations(records, Statutes(records))
    graph = Graph(library, lambda: records, citations, findings=[*citations.findings])
    for record in records:
        _connect(graph, library, record)
    graph.findings += check_those_not_shown(library, graph.targets, now)
    return graph


def _connect(graph: Graph, library: Library, record: Record) -> None:
    held = record.extract
    for name, reference in held.references:
        found = graph.targets.record(reference)
        if found:
            graph.forward.setdefault(held.id, {}).setdefault(name, []).append(found.id)
            graph.backward.setdefault(found.id, {}).setdefault(name, []).append(held.id)
    links = graph.targets.resolve_all(record)
    if links:
        graph.links[held.id] = tuple(
            (written, target.kind.value, target.address, target.fragment, target.record)
            for written, target in links.items()
        )
    if links or held.references or held.files:
        graph.findings += check_connections(record, library, graph.targets, links)

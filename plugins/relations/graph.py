"""The graph: what each record names, what names it, and the findings about both."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from plugins.findings import Finding
from plugins.records import Library, Record
from plugins.relations.citations import Citations, find_citations
from plugins.relations.connections import check_connections, check_those_not_shown, references
from plugins.relations.statutes import Statutes
from plugins.relations.targets import Target, Targets


@dataclass
class Graph:
    """Edges between records that stand on the site, by record id."""

    targets: Targets
    forward: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    backward: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    links: dict[str, dict[str, Target]] = field(default_factory=dict)
    statutes: Statutes = field(default_factory=lambda: Statutes(()))
    citations: Citations = field(default_factory=Citations)
    findings: list[Finding] = field(default_factory=list)

    def named_by(self, record: Record, name: str) -> list[str]:
        """The ids that `record` names in the field `name`, as written."""
        return self.forward.get(record.id, {}).get(name, [])

    def naming(self, record: Record, name: str) -> list[str]:
        """The ids of the records that name `record` in their field `name`."""
        return self.backward.get(record.id, {}).get(name, [])


def build_graph(library: Library, now: datetime) -> Graph:
    """The graph of the records that stand on the site at `now`."""
    records = library.published(now)
    graph = Graph(Targets(library, records))
    graph.statutes = Statutes(records)
    graph.citations = find_citations(records, graph.statutes)
    graph.findings += graph.citations.findings
    for record in records:
        graph.forward[record.id] = {}
        for name, reference, _ in references(record):
            found = graph.targets.record(reference)
            if found:
                graph.forward[record.id].setdefault(name, []).append(found.id)
                graph.backward.setdefault(found.id, {}).setdefault(name, []).append(record.id)
        links = graph.links[record.id] = graph.targets.resolve_all(record)
        graph.findings += check_connections(record, library, graph.targets, links)
    graph.findings += check_those_not_shown(library, graph.targets, now)
    return graph

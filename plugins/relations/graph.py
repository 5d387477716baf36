"""The graph: what each record names, what names it, and the findings about both."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from plugins.findings import Finding, Severity, nearest
from plugins.records import Library, Record
from plugins.records.kinds import Picture
from plugins.records.values import RefersTo
from plugins.relations.targets import Target, TargetKind, Targets

TITLE_IN_CITATION = re.compile(r"《(.+)》")
STATE_NAME = "中华人民共和国"


@dataclass
class Graph:
    """Edges between records that stand on the site, by record id."""

    targets: Targets
    forward: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    backward: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    links: dict[str, dict[str, Target]] = field(default_factory=dict)
    statutes: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def named_by(self, record: Record, name: str) -> list[str]:
        """The ids that `record` names in the field `name`, as written."""
        return self.forward.get(record.id, {}).get(name, [])

    def naming(self, record: Record, name: str) -> list[str]:
        """The ids of the records that name `record` in their field `name`."""
        return self.backward.get(record.id, {}).get(name, [])

    def statute(self, citation: str) -> str | None:
        """The id of the statute that `《title》第X条` cites, if the library has it."""
        return self.statutes.get(cited_title(citation))


def cited_title(citation: str) -> str:
    found = TITLE_IN_CITATION.search(citation)
    return (found[1] if found else citation).removeprefix(STATE_NAME)


def build_graph(library: Library, now: datetime) -> Graph:
    """The graph of the records that stand on the site at `now`."""
    records = library.published(now)
    graph = Graph(Targets(library, records))
    graph.statutes = dict(_statute_names(records))
    for record in records:
        graph.forward[record.id] = {}
        for name, reference, marker in references(record):
            _connect(graph, record, name, reference, marker)
        graph.links[record.id] = {
            link.target: graph.targets.resolve(link.target, record) for link in record.body.links
        }
        graph.findings += _link_findings(record, graph.links[record.id])
        graph.findings += _file_findings(record, library)
        graph.findings += _citation_findings(record, graph)
    return graph


def references(record: Record) -> Iterator[tuple[str, str, RefersTo]]:
    """Every reference of a record: the field's name, what is written, what it may lead to."""
    for name, info in type(record.data).model_fields.items():
        marker = _marker(info.annotation, info.metadata)
        if marker is None:
            continue
        value = getattr(record.data, name)
        for reference in value if isinstance(value, list | tuple) else [value] if value else []:
            yield name, reference, marker


def _marker(annotation: Any, metadata: Iterable[Any] = ()) -> RefersTo | None:
    """The RefersTo in a type such as `Annotated[str, …] | None` or `list[Annotated[str, …]]`."""
    for item in (*metadata, *getattr(annotation, "__metadata__", ())):
        if isinstance(item, RefersTo):
            return item
    for inner in getattr(annotation, "__args__", ()):
        found = _marker(inner)
        if found:
            return found
    return None


def _connect(graph: Graph, record: Record, name: str, reference: str, marker: RefersTo) -> None:
    label = type(record.data).model_fields[name].title
    found = graph.targets.record(reference)
    if found is None:
        reason, hint = graph.targets.missing(reference)
        graph.findings.append(_at_field(record, name, f"{label}：{reason}", hint, "reference"))
        return
    if marker.kinds and found.kind not in marker.kinds:
        message = f"{label}：“{found.title}”是{found.data.label}，不能填在这里"
        graph.findings.append(_at_field(record, name, message, "改填相应类型的稿件", "reference"))
        return
    graph.forward[record.id].setdefault(name, []).append(found.id)
    graph.backward.setdefault(found.id, defaultdict(list))[name].append(record.id)


def _link_findings(record: Record, links: dict[str, Target]) -> Iterator[Finding]:
    for written, target in links.items():
        if target.kind is TargetKind.DEAD:
            yield Finding(
                "dead-link",
                Severity.ERROR,
                record.path,
                target.reason,
                target.hint,
                *record.locate(written),
            )


def _file_findings(record: Record, library: Library) -> Iterator[Finding]:
    """Attachments, images and other files named in the front matter must be there."""
    named = [("attachments", item.file) for item in record.data.attachments]
    if isinstance(record.data.image, Picture):
        named.append(("image", record.data.image.file))
    for name in ("draft", "explanation"):
        written = getattr(record.data, name, None)
        if written and written.lstrip("/").startswith("files/"):
            named.append((name, written.lstrip("/")))
    for name, path in named:
        if library.assets.get(path):
            continue
        close = nearest(path, library.assets.paths, 0.85)
        hint = f"是不是“{close}”？" if close else "附件放 content/files/，图片放 content/images/"
        label = type(record.data).model_fields[name].title
        yield _at_field(record, name, f"{label}：没有文件“{path}”", hint, "dead-file")


def _citation_findings(record: Record, graph: Graph) -> Iterator[Finding]:
    for name in ("statutes", "basis"):
        for citation in getattr(record.data, name, None) or ():
            title = cited_title(citation)
            if graph.statutes.get(title):
                continue
            close = nearest(title, graph.statutes)
            # A near miss is a slip of the pen; a title the library doesn't hold is only news.
            severity = Severity.WARNING if close and len(close) == len(title) else Severity.INFO
            hint = f"是不是《{close}》？" if severity is Severity.WARNING else "可在法规库补建记录"
            message = f"法规库里没有《{title}》"
            yield _at_field(record, name, message, hint, "statute-unknown", severity)


def _statute_names(records: Iterable[Record]) -> Iterator[tuple[str, str]]:
    for record in records:
        if record.kind == "statute":
            yield record.title.removeprefix(STATE_NAME), record.id
            if record.data.short_title:
                yield record.data.short_title, record.id


def _at_field(
    record: Record,
    name: str,
    message: str,
    hint: str,
    rule: str,
    severity: Severity = Severity.ERROR,
) -> Finding:
    return Finding(rule, severity, record.path, message, hint, *record.position_of(name))

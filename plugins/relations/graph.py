"""The graph: what each record names, what names it, and the findings about both."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from plugins.findings import Finding, Severity, nearest
from plugins.records import Library, Record
from plugins.records.annotations import marks
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
        for name, reference, _ in references(record):
            found = graph.targets.record(reference)
            if found:
                graph.forward[record.id].setdefault(name, []).append(found.id)
                graph.backward.setdefault(found.id, defaultdict(list))[name].append(record.id)
        graph.links[record.id] = graph.targets.resolve_all(record)
        graph.findings += check_connections(record, library, graph.targets)
        graph.findings += _citation_findings(record, graph)
    graph.findings += _of_those_not_shown(library, records, graph.targets, now)
    return graph


def check_connections(record: Record, library: Library, targets: Targets) -> Iterator[Finding]:
    """What is wrong with the references, the links and the files of one record."""
    yield from _reference_findings(record, targets)
    yield from _link_findings(record, targets.resolve_all(record))
    yield from _file_findings(record, library)


def _of_those_not_shown(
    library: Library, shown: list[Record], targets: Targets, now: datetime
) -> Iterator[Finding]:
    """Findings in records that wait, are drafts or are broken, before they can do harm.

    One that waits may name whatever stands on the site when its time comes; a draft whatever is
    written. What is wrong with a draft never stops a publish.
    """
    for record in library.scheduled(now):
        then = Targets(library, library.published(record.published))
        yield from check_connections(record, library, then)
    everything = Targets(library, library.records.values())
    for record in library.drafts:
        for found in check_connections(record, library, everything):
            yield replace(found, severity=min(found.severity, Severity.WARNING, key=_mildness))
    for record in library.broken:
        yield from check_connections(record, library, targets)


def _mildness(severity: Severity) -> int:
    return -severity.rank


def references(record: Record) -> Iterator[tuple[str, str, RefersTo]]:
    """Every reference of a record: the field's name, what is written, what it may lead to."""
    for name, info in type(record.data).model_fields.items():
        marker = next(marks(info, RefersTo), None)
        if marker is None:
            continue
        value = getattr(record.data, name)
        for reference in value if isinstance(value, list | tuple) else [value] if value else []:
            yield name, reference, marker


def _reference_findings(record: Record, targets: Targets) -> Iterator[Finding]:
    for name, reference, marker in references(record):
        label = type(record.data).model_fields[name].title
        at = record.position_of(name, reference)
        found = targets.record(reference)
        if found is None:
            reason, hint = targets.missing(reference)
            message = f"{label}：{reason}"
            yield Finding("reference", Severity.ERROR, record.path, message, hint, *at)
        elif marker.kinds and found.kind not in marker.kinds:
            message = f"{label}：“{found.title}”是{found.data.label}，不能填在这里"
            hint = "改填相应类型的稿件"
            yield Finding("reference", Severity.ERROR, record.path, message, hint, *at)


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

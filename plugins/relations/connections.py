"""What one record names: its references, links, citations and files, resolved, with findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from plugins.dependencies import ANY_RECORD
from plugins.findings import Finding, Severity, nearest
from plugins.findings.model import FindingTuple
from plugins.incremental.tracking import depends_on
from plugins.records import Library, Record
from plugins.records.kinds import KINDS
from plugins.records.marked_fields import references_of
from plugins.relations.citations import (
    Cited,
    LeadTuple,
    Resolver,
    cited_once,
    resolve_citations,
    resolved_citations,
)
from plugins.relations.targets import Target, TargetKind, Targets

# A link as plain values: what is written, the kind of its target, address, fragment, record.
Link = tuple[str, str, str, str, str | None]


class Connections(NamedTuple):
    """`references` are (field, id of the record named); `leads` has one `Lead` as plain values for
    each citation, `cited` what is cited, each clause once.

    `external` are all addresses outside the site that the record's page links to.
    """

    references: tuple[tuple[str, str], ...] = ()
    links: tuple[Link, ...] = ()
    leads: tuple[LeadTuple | None, ...] = ()
    cited: tuple[Cited, ...] = ()
    external: tuple[str, ...] = ()
    index_number: str | None = None
    findings: tuple[FindingTuple, ...] = ()

    @property
    def edges(self) -> tuple[object, ...]:
        """What the record's page is made from."""
        return tuple(self[:3])

    def named(self, name: str) -> list[str]:
        return [identifier for field, identifier in self.references if field == name]


NONE = Connections()


def connect(
    record: Record, library: Library, targets: Targets, resolver: Resolver | None
) -> Connections:
    """Resolve what `record` names. Without a `resolver` its citations are not looked at."""
    held = record.extract
    references = []
    for name, reference in held.references:
        found = targets.record(reference)
        if found:
            references.append((name, found.id))
    links = targets.resolve_all(record)
    findings = [
        *_reference_findings(record, targets),
        *_link_findings(record, links),
        *_file_findings(record, library),
    ]
    leads: tuple[LeadTuple | None, ...] = ()
    cited: tuple[Cited, ...] = ()
    if resolver and held.citations:
        leads, problems = resolve_citations(record, resolver)
        cited = cited_once(record, resolved_citations(record, leads, resolver.statutes))
        findings += problems
    addresses = [target.address for target in links.values() if target.external]
    return Connections(
        tuple(references),
        tuple(
            (written, target.kind.value, target.address, target.fragment, target.record)
            for written, target in links.items()
        ),
        leads,
        cited,
        tuple(dict.fromkeys([*addresses, *held.outward])),
        held.index_number,
        tuple(found.as_tuple for found in findings),
    )


def connect_hidden(record: Record, library: Library, targets: Targets, valid: bool) -> Connections:
    """The findings of a record that waits, is a draft or is not valid, before they can do harm.

    One that waits may name whatever is on the site when its time comes; a draft whatever is
    written. What is wrong with a draft never stops a publish.
    """
    held = record.extract
    if not valid:
        return Connections(findings=connect(record, library, targets, None).findings)
    if not held.draft:
        then = targets.when(held.published)
        return Connections(findings=connect(record, library, then, None).findings)
    found = connect(record, library, targets.when(None), None).findings
    return Connections(
        findings=tuple(_milder(Finding.from_tuple(plain)).as_tuple for plain in found)
    )


def _milder(found: Finding) -> Finding:
    severity = max(found.severity, Severity.WARNING, key=lambda severity: severity.rank)
    return replace(found, severity=severity)


def _reference_findings(record: Record, targets: Targets) -> Iterator[Finding]:
    model = KINDS[record.kind]
    references = references_of(model)
    for name, reference in record.extract.references:
        label = model.model_fields[name].title
        found = targets.record(reference)
        if found is None:
            reason, hint = targets.missing(reference)
            message = f"{label}：{reason}"
        elif not references[name].accepts(found.kind):
            what = KINDS[found.kind].label
            message = f"{label}：“{found.extract.title}”是{what}，不能填在这里"
            hint = "改填相应类型的稿件"
        else:
            continue
        at = record.position_of(name, reference)
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
    for name, path in record.extract.files:
        if library.assets.get(path):
            continue
        depends_on(ANY_RECORD)
        close = nearest(path, library.assets.paths, 0.85)
        hint = f"是不是“{close}”？" if close else "附件放 content/files/，图片放 content/images/"
        label = KINDS[record.kind].model_fields[name].title
        message, at = f"{label}：没有文件“{path}”", record.position_of(name)
        yield Finding("dead-file", Severity.ERROR, record.path, message, hint, *at)

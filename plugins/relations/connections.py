"""The resolved references, links, citations and files of one record, with findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from plugins.bureau.addresses import path_of
from plugins.dependencies import ANY_RECORD
from plugins.findings import Finding, Position, Severity
from plugins.findings.model import FindingTuple
from plugins.incremental.tracking import depends_on
from plugins.privacy import without_numbers
from plugins.records import Library, Record
from plugins.records.fields import label_of
from plugins.records.kinds import KINDS
from plugins.records.marked_fields import references_of
from plugins.relations.citations import (
    CitationResolver,
    CitationTargetTuple,
    Cited,
    cited_once,
    resolve_citations,
    resolved_citations,
)
from plugins.relations.link_resolver import LinkResolver
from plugins.relations.link_target import LinkTarget, TargetKind
from plugins.relations.slips import missing_file

# A link as plain values: what is written, the kind of its target, address, fragment, record.
Link = tuple[str, str, str, str, str | None]


class Connections(NamedTuple):
    """`references` are (field, id of the record named); `citation_targets` has for each citation a
    `CitationTarget` as plain values, or None; `cited` is what is cited, each clause once.

    `external` are all addresses outside the site that the record's page links to.
    """

    references: tuple[tuple[str, str], ...] = ()
    links: tuple[Link, ...] = ()
    citation_targets: tuple[CitationTargetTuple | None, ...] = ()
    cited: tuple[Cited, ...] = ()
    external: tuple[str, ...] = ()
    unique: tuple[tuple[str, str], ...] = ()
    findings: tuple[FindingTuple, ...] = ()

    @property
    def edges(self) -> tuple[object, ...]:
        """Everything that the record's page shows of its connections."""
        return tuple(self[:3])

    def named(self, name: str) -> list[str]:
        return [identifier for field, identifier in self.references if field == name]


NO_CONNECTIONS = Connections()


def connect(
    record: Record, library: Library, link_resolver: LinkResolver, resolver: CitationResolver | None
) -> Connections:
    """Resolve the connections of `record`; citations only with a `resolver`."""
    extract = record.extract
    accepted = references_of(KINDS[record.kind])
    references = []
    for name, reference in extract.references:
        found = link_resolver.record(reference)
        if found and accepted[name].accepts(found.kind):
            references.append((name, found.id))
    links = link_resolver.resolve_all(record)
    findings = [
        *_reference_findings(record, link_resolver),
        *_link_findings(record, links),
        *_file_findings(record, library),
        *_unlabelled(record, library, links),
    ]
    citation_targets: tuple[CitationTargetTuple | None, ...] = ()
    cited: tuple[Cited, ...] = ()
    if resolver and extract.citations:
        citation_targets, problems = resolve_citations(record, resolver)
        cited = cited_once(record, resolved_citations(record, citation_targets, resolver.statutes))
        findings += problems
    addresses = [target.address for target in links.values() if target.external]
    return Connections(
        tuple(references),
        tuple(
            (written, target.kind.value, target.address, target.fragment, target.record)
            for written, target in links.items()
        ),
        citation_targets,
        cited,
        tuple(dict.fromkeys([*addresses, *extract.external_addresses])),
        extract.unique,
        tuple(found.as_tuple for found in without_numbers(findings, library.own)),
    )


def connect_unpublished(
    record: Record, library: Library, link_resolver: LinkResolver, valid: bool
) -> Connections:
    """The findings of a scheduled record, a draft or a record that is not valid.

    References of a scheduled record resolve to what is published by then, those of a draft to any
    record. Findings of a draft are warnings at most, so that they never stop a publish.
    """
    extract = record.extract
    if not valid:
        return Connections(findings=connect(record, library, link_resolver, None).findings)
    if not extract.draft:
        then = link_resolver.at(extract.published)
        return Connections(findings=connect(record, library, then, None).findings)
    found = connect(record, library, link_resolver.at(None), None).findings
    return Connections(
        findings=tuple(_as_warning(Finding.from_tuple(plain)).as_tuple for plain in found)
    )


def _as_warning(found: Finding) -> Finding:
    severity = max(found.severity, Severity.WARNING, key=lambda severity: severity.rank)
    return replace(found, severity=severity)


def _reference_findings(record: Record, link_resolver: LinkResolver) -> Iterator[Finding]:
    model = KINDS[record.kind]
    references = references_of(model)
    for name, reference in record.extract.references:
        label = label_of(model, name)
        found, cause = link_resolver.record(reference), ""
        if found is None:
            reason, hint, cause = link_resolver.explain_missing(reference)
            message = f"{label}：{reason}"
        elif not references[name].accepts(found.kind):
            what = KINDS[found.kind].label
            message = f"{label}：“{found.extract.title}”是{what}，不能填在这里"
            hint = "改填相应类型的稿件"
        elif found.id == record.id:
            at = record.position_of(name, reference)
            message, hint = f"{label}：填的是这篇稿件自己", "删去这一行，或改填另一篇"
            yield Finding("reference-self", Severity.WARNING, record.path, message, hint, *at)
            continue
        else:
            continue
        at = record.position_of(name, reference)
        yield Finding("reference", Severity.ERROR, record.path, message, hint, *at, cause=cause)


def _link_findings(record: Record, links: dict[str, LinkTarget]) -> Iterator[Finding]:
    for written, target in links.items():
        if target.kind is TargetKind.DEAD:
            yield Finding(
                "dead-link",
                Severity.ERROR,
                record.path,
                target.reason,
                target.hint,
                *record.locate_link(written),
                cause=target.cause,
            )


def _unlabelled(
    record: Record, library: Library, links: dict[str, LinkTarget]
) -> Iterator[Finding]:
    """Pictures and attachments that say that a machine made them, where the record doesn't."""
    if record.extract.has_ai:
        return
    for name, path in record.extract.files:
        if _is_aigc(library, path):
            yield _says_no_ai(record, path, record.position_of(name, path))
    for written, target in links.items():
        path = path_of(target.address) if target.kind is TargetKind.ASSET else ""
        if path and _is_aigc(library, path):
            yield _says_no_ai(record, path, record.locate_link(written))


def _is_aigc(library: Library, path: str) -> bool:
    asset = library.assets.get(path)
    return asset is not None and asset.is_aigc


def _says_no_ai(record: Record, path: str, at: Position) -> Finding:
    message = f"“{path}”带着人工智能生成的标识，稿件没有注明"
    hint = "在稿头写“AI生成: 是”，网页上会注明；标识不要去掉"
    return Finding("ai-label", Severity.ERROR, record.path, message, hint, *at)


def _file_findings(record: Record, library: Library) -> Iterator[Finding]:
    """Attachments, images and other files named in the front matter must exist."""
    for name, path in record.extract.files:
        if library.assets.get(path):
            continue
        depends_on(ANY_RECORD)
        otherwise = "附件放 content/files/，图片放 content/images/"
        reason, hint = missing_file(library.assets, path, otherwise, str)
        label = label_of(KINDS[record.kind], name)
        message, at = f"{label}：{reason}", record.position_of(name, path)
        cause = path if library.assets.is_refused(path) else ""
        yield Finding("dead-file", Severity.ERROR, record.path, message, hint, *at, cause=cause)

"""What one record names, and the findings about it: references, links, files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from plugins.findings import Finding, Severity, nearest
from plugins.records import Library, Record
from plugins.records.kinds import KINDS
from plugins.records.marked import references_of
from plugins.relations.targets import Target, TargetKind, Targets


def check_connections(
    record: Record, library: Library, targets: Targets, links: dict[str, Target]
) -> Iterator[Finding]:
    """What is wrong with the references, the links (resolved already) and the files of a record."""
    yield from _reference_findings(record, targets)
    yield from _link_findings(record, links)
    yield from _file_findings(record, library)


def check_those_not_shown(library: Library, targets: Targets, now: datetime) -> Iterator[Finding]:
    """Findings in records that wait, are drafts or are broken, before they can do harm.

    One that waits may name whatever stands on the site when its time comes; a draft whatever is
    written. What is wrong with a draft never stops a publish.
    """
    for record in library.scheduled(now):
        then = targets.when(record.extract.published)
        yield from check_connections(record, library, then, then.resolve_all(record))
    everything = targets.always()
    for record in library.drafts:
        links = everything.resolve_all(record)
        for found in check_connections(record, library, everything, links):
            milder = max(found.severity, Severity.WARNING, key=lambda severity: severity.rank)
            yield replace(found, severity=milder)
    for record in library.broken:
        yield from check_connections(record, library, targets, targets.resolve_all(record))


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
        close = nearest(path, library.assets.paths, 0.85)
        hint = f"是不是“{close}”？" if close else "附件放 content/files/，图片放 content/images/"
        label = KINDS[record.kind].model_fields[name].title
        message, at = f"{label}：没有文件“{path}”", record.position_of(name)
        yield Finding("dead-file", Severity.ERROR, record.path, message, hint, *at)

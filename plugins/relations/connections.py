"""What one record names, and the findings about it: references, links, files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from plugins.findings import Finding, Severity, nearest
from plugins.records import Library, Record
from plugins.records.annotations import marks
from plugins.records.kinds import Picture
from plugins.records.values import RefersTo
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
        then = Targets(library, library.published(record.published))
        yield from check_connections(record, library, then, then.resolve_all(record))
    everything = Targets(library, library.records.values())
    for record in library.drafts:
        links = everything.resolve_all(record)
        for found in check_connections(record, library, everything, links):
            milder = max(found.severity, Severity.WARNING, key=lambda severity: severity.rank)
            yield replace(found, severity=milder)
    for record in library.broken:
        yield from check_connections(record, library, targets, targets.resolve_all(record))


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
        message, at = f"{label}：没有文件“{path}”", record.position_of(name)
        yield Finding("dead-file", Severity.ERROR, record.path, message, hint, *at)

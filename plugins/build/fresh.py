"""What is new among the findings: what was not there before, and all of a file just changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

from plugins.findings import Finding
from plugins.findings.model import FindingTuple
from plugins.incremental.snapshot import FileStat, Snapshot
from plugins.incremental.store import Store, StoreError, database_for

Found = Iterable[FindingTuple]


def fresh_findings(
    findings: Iterable[Finding],
    known: Found | None,
    before: Mapping[str, FileStat],
    now: Mapping[str, FileStat],
) -> frozenset[Finding]:
    """`known` are the findings of the last build, None where there was none: then none is new.

    `before` and `now` are the files of the content, at the last build and now.
    """
    if known is None:
        return frozenset()
    old = frozenset(known)
    return frozenset(
        found
        for found in findings
        if found.as_tuple not in old or before.get(found.path) != now.get(found.path)
    )


def fresh_since_build(
    findings: Iterable[Finding], cache: Path, output: Path, now: Snapshot
) -> frozenset[Finding]:
    """New since the last build into `output`; none where nothing can be read of it."""
    file = database_for(cache, output)
    if not file.is_file():
        return frozenset()
    try:
        store = Store(file, program=None)
        try:
            report, before = store.meta("report"), store.meta("content", {})
        finally:
            store.close()
    except (sqlite3.Error, OSError, StoreError):
        return frozenset()
    return fresh_findings(findings, report[0] if report else None, before, now)

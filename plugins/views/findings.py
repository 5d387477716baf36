"""The page of a preview that lists what was found, file by file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plugins.dependencies import FINDINGS, TARGET
from plugins.findings import Finding, has_errors
from plugins.incremental.tracking import depends_on
from plugins.privacy import hide_numbers
from plugins.site.head import make_head
from plugins.site.model import Site
from plugins.site.page import Page
from plugins.site.preview_notice import FINDINGS_PAGE
from plugins.site.urls import Links

# So many files are listed: more are mended with a check of the whole content at hand.
MOST_FILES = 200


class FindingView(NamedTuple):
    level: str
    label: str
    line: int
    rule: str
    message: str
    hint: str


class FileView(NamedTuple):
    """`title` and `address` of its page; both are empty where it has none, and `state` says why."""

    path: str
    title: str
    address: str
    state: str
    findings: Sequence[FindingView]


def finding_views(findings: Iterable[Finding]) -> list[FindingView]:
    return [
        FindingView(f.severity.value, f.severity.label, f.line, f.rule, f.message, f.hint)
        for f in findings
    ]


def findings_page(site: Site, links: Links) -> Page:
    depends_on(FINDINGS)
    by_path = site.findings_by_path
    order = sorted(by_path, key=lambda path: (not has_errors(by_path[path]), path))
    files = [_file_view(site, path, by_path[path]) for path in order[:MOST_FILES]]
    counts = {
        "errors": sum(has_errors(found) for found in by_path.values()),
        "files": len(by_path),
        "more": max(0, len(order) - MOST_FILES),
    }
    head = make_head(
        site, links, FINDINGS_PAGE, "findings", "预览里的问题", feeds=False, indexed=False
    )
    return Page("findings", head, {"files": files, "counts": counts})


def _file_view(site: Site, path: str, findings: Sequence[Finding]) -> FileView:
    views = finding_views(findings)
    depends_on(TARGET, path.removesuffix(".md"))
    identifier = site.library.ids_by_path.get(path)
    if identifier is None:
        state = "没有显示" if path in site.library.left_out else ""
        return FileView(path, "", "", state, views)
    if identifier not in site.by_id:
        return FileView(path, "", "", "草稿或还没有到发布时间", views)
    record = site.by_id[identifier]
    state = "显示了，改好错误才能发布" if has_errors(findings) else ""
    title = hide_numbers(record.title, site.library.own)
    return FileView(path, title, record.address, state, views)

"""The walk over a built site: pages are read in parallel, links looked at when all are known."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from plugins.bureau import Bureau, Column
from plugins.crawl.accessibility import check_accessibility
from plugins.crawl.context import Context, Options
from plugins.crawl.footer import check_footer
from plugins.crawl.hidden import check_hidden
from plugins.crawl.hosts import check_hosts
from plugins.crawl.links import Files, check_links, facts_of
from plugins.crawl.lists import check_blank, check_dates, items_of
from plugins.crawl.page import Note, Page
from plugins.crawl.requests import check_requests
from plugins.crawl.site_files import check_site_files
from plugins.crawl.tags import check_tags
from plugins.crawl.weights import Weights, check_weight
from plugins.findings import Finding, Severity
from plugins.workers.parallel import parallel_map

RULES = (
    check_tags, check_footer, check_blank, check_hosts, check_hidden, check_requests,
    check_accessibility,
)  # fmt: skip
# For editors, in previews only.
PREVIEW = "preview/"


def crawl(
    site: Path,
    bureau: Bureau,
    columns: Sequence[Column],
    options: Options | None = None,
    workers: int = 1,
) -> list[Finding]:
    """What is wrong with the site in a folder; the paths of findings are those of its files."""
    context = Context(bureau, columns, options or Options())
    paths = {path for path in files_in(site) if not path.startswith(PREVIEW)}
    pages = sorted(path for path in paths if path.endswith(".html"))
    findings: list[Finding] = []
    ids: dict[str, frozenset[str]] = {}
    addresses: dict[str, tuple[str, ...]] = {}
    articles: set[str] = set()
    undated: dict[str, tuple[str, ...]] = {}

    def read(some: Iterable[str], _number: int) -> Iterator[tuple[object, ...]]:
        weights = Weights(site)
        for path in some:
            yield _look_at(site, path, context, weights)

    for path, is_article, facts, bare, found in parallel_map(pages, read, workers):
        ids[path], addresses[path], undated[path] = frozenset(facts[0]), facts[1], bare
        findings += map(Finding.from_tuple, found)
        if is_article:
            articles.add(path)
    if context.options.is_preview:
        # A preview links to its page of findings, which isn't looked at.
        paths |= {path for path in files_in(site) if path.startswith(PREVIEW)}
    files = Files(paths, ids, context)
    for path in pages:
        is_dead = any(files.problem(path, address) for address in addresses.get(path, ()))
        if is_dead or any(target in articles for target in undated.get(path, ())):
            page = Page(path, (site / path).read_bytes(), context.options.sources.get(path, ""))
            notes = (*check_links(page, files, context), *check_dates(page, context, articles))
            findings += page.told(notes)
    findings += check_site_files(site, paths, files, context)
    return sorted(findings, key=lambda found: found.sort_key)


def files_in(site: Path) -> Iterator[str]:
    """All files, hidden ones and those of git left out."""
    for folder, folders, names in os.walk(site):
        folders[:] = [name for name in folders if not name.startswith(".")]
        base = Path(folder).relative_to(site).as_posix()
        for name in names:
            yield name if base == "." else f"{base}/{name}"


def _look_at(site: Path, path: str, context: Context, weights: Weights) -> tuple[object, ...]:
    """What is found on one page by itself, and what others need of it: plain values."""
    data = (site / path).read_bytes()
    try:
        page = Page(path, data, context.options.sources.get(path, ""))
    except ValueError as error:
        return path, False, ((), ()), (), [_unreadable(path, error).as_tuple]
    notes: list[Note] = []
    for rule in RULES:
        notes += rule(page, context)
    notes += check_weight(page, weights, context)
    bare = tuple(item.target for item in items_of(page, context) if not item.is_dated)
    facts = facts_of(page, context)
    found = [finding.as_tuple for finding in page.told(notes)]
    return path, page.is_article, tuple(facts), bare, found


def _unreadable(path: str, error: Exception) -> Finding:
    why = "不是 UTF-8 编码" if isinstance(error, UnicodeDecodeError) else "是空的或不是 HTML"
    hint = "重新生成网站；还是这样，核对生成这一页的主题和插件"
    return Finding("page-unreadable", Severity.ERROR, path, f"网页读不了：{why}", hint)

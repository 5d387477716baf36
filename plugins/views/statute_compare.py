"""The pages that compare two versions of a statute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from plugins.bureau import Column
from plugins.clauses import Clause
from plugins.relations.versions import Version
from plugins.site.head import Crumb, make_head
from plugins.site.model import Site
from plugins.site.page import Output, Page
from plugins.site.statute_addresses import compare_address
from plugins.site.urls import Links
from plugins.statutes.compare import Change, ClauseChange, compare, words_of
from plugins.views.statute_versions import since


def compare_pages(site: Site, column: Column) -> Iterator[Output]:
    """A page for each two versions of a statute that have a text."""
    for work in site.graph.statutes.works:
        for older, newer in combinations(work.with_text, 2):
            if older.record.column == column.code:
                address = compare_address(older.record, newer.record)
                args = (older.record.id, newer.record.id)
                yield Output(address, compare_page, args, changed=0)


def compare_page(site: Site, links: Links, one: str, other: str) -> Page:
    older, newer = site.graph.statutes.version(one), site.graph.statutes.version(other)
    column = site.column(older.record)
    changes = compare(older.record.body.clauses, newer.record.body.clauses)
    heading = f"《{newer.record.title}》版本对照"
    suffix = f"：{since(older)}与{since(newer)}"
    address = compare_address(older.record, newer.record)
    crumbs = (
        Crumb(column.name, column.address),
        Crumb(newer.record.title, newer.record.address),
        Crumb("版本对照", None),
    )
    head = make_head(
        site, links, address, "compare", heading, column=column, crumbs=crumbs, suffix=suffix
    )
    counts = Counter(change.change for change in changes)
    view = {
        "older": _side(older),
        "newer": _side(newer),
        "changes": [_change_view(c, older, newer) for c in changes],
        "counts": [{"label": kind.label, "count": counts[kind]} for kind in Change],
    }
    return Page("compare", head, view)


def _side(version: Version) -> dict[str, str]:
    record = version.record
    return {"title": record.title, "address": record.address, "since": since(version)}


def _change_view(change: ClauseChange, older: Version, newer: Version) -> dict[str, Any]:
    return {
        "kind": change.change.value,
        "label": change.change.label,
        "older": _clause_view(change.older, older),
        "newer": _clause_view(change.newer, newer),
        "segments": change.segments,
    }


def _clause_view(clause: Clause | None, version: Version) -> dict[str, Any] | None:
    if clause is None:
        return None
    return {
        "label": clause.label,
        "address": f"{version.record.address}#{clause.anchor}",
        "lines": words_of(clause).split("\n"),
    }

"""The page of a statute, clause by clause, and the pages that compare its versions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from markupsafe import Markup

from plugins.bureau import Column
from plugins.records import Record
from plugins.records.extract import column_of
from plugins.records.formatting import chinese_day
from plugins.relations.statutes import Version, Work
from plugins.site.citations import CitingGroup, citing
from plugins.site.head import Crumb, make_head
from plugins.site.model import Site
from plugins.site.page import File, Output, Page
from plugins.site.urls import Links
from plugins.statutes.compare import Change, ClauseChange, compare

SECTION = re.compile(r'(<section class="clause".*?</section>)', re.S)
ANCHOR = re.compile(r'id="([^"]+)"')


@dataclass(frozen=True)
class TextSection:
    """A part of a statute's text; that of a clause has its anchor and the records that cite it."""

    html: Markup
    anchor: str | None
    citing: list[CitingGroup]
    count: int


@dataclass(frozen=True)
class VersionView:
    label: str
    address: str
    validity: str
    current: bool
    compare: str | None


@dataclass(frozen=True)
class YearlyCount:
    """How often a statute was applied in one year."""

    year: int
    count: int
    share: int


def statute_extras(site: Site, record: Record, body: Markup) -> dict[str, Any]:
    """The additional view values of a statute's page."""
    work = site.graph.statutes.work(record.id)
    return {
        "sections": list(_text_sections(site, record, body)),
        "versions": _versions(work, record),
        "newer": _newer(work, record),
        "text_address": text_address(record) if record.body.clauses else None,
        "citing": citing(site, record),
        "applied": applied(site, record),
        "clause_count": len(record.body.clauses),
    }


def _text_sections(site: Site, record: Record, body: Markup) -> Iterator[TextSection]:
    for html in SECTION.split(body):
        if not html.strip():
            continue
        found = ANCHOR.search(html) if html.startswith("<section") else None
        groups = citing(site, record, found[1]) if found else []
        count = sum(len(group.cards) for group in groups)
        yield TextSection(Markup(html), found[1] if found else None, groups, count)


def _versions(work: Work, record: Record) -> list[VersionView]:
    """The timeline, newest first; none for a statute with one version."""
    if len(work.versions) < 2:
        return []
    views = []
    for version in reversed(work.versions):
        other = version.record
        current = other.id == record.id
        comparable = not current and other.body.clauses and record.body.clauses
        address = compare_address(*_ordered(work, record, other)) if comparable else None
        views.append(
            VersionView(_since(version), other.address, version.facts.validity, current, address)
        )
    return views


def superseded_suffix(site: Site, record: Record) -> str:
    """The suffix for the title of a superseded version, so that titles differ; else empty."""
    work = site.graph.statutes.work(record.id)
    if work.newest.record.id == record.id:
        return ""
    version = next(v for v in work.versions if v.record.id == record.id)
    return f"（{_since(version)}的旧文本）"


def _ordered(work: Work, first: Record, second: Record) -> tuple[Record, Record]:
    order = [version.record.id for version in work.versions]
    if order.index(first.id) <= order.index(second.id):
        return first, second
    return second, first


def _since(version: Version) -> str:
    if version.since == date.min:
        return "施行日期待核"
    return f"{chinese_day(version.since)}起施行"


def _newer(work: Work, record: Record) -> dict[str, Any] | None:
    """The version that replaced this one, and the new number of each clause that moved."""
    if work.newest.record.id == record.id:
        return None
    newest = work.newest.record
    moves = [
        {
            "label": change.older.label,
            "to": change.newer.label,
            "address": f"{newest.address}#{change.newer.anchor}",
        }
        for change in compare(record.body.clauses, newest.body.clauses)
        if change.older and change.newer and change.older.number != change.newer.number
    ]
    return {
        "title": newest.title,
        "address": newest.address,
        "since": _since(work.newest),
        "moves": moves,
    }


def applied(site: Site, record: Record) -> list[YearlyCount]:
    """How many records applied this statute, by year; `share` in percent of the largest."""
    applying = {column.code for column in site.columns if column.traits.applies_law}
    years = Counter(
        date.fromordinal(site.entry(identifier).law_day).year
        for identifier in site.graph.citing(record.id)
        if column_of(identifier) in applying
    )
    most = max(years.values(), default=1)
    return [
        YearlyCount(year, years[year], round(years[year] * 100 / most)) for year in sorted(years)
    ]


def text_address(record: Record) -> str:
    return f"{record.address.removesuffix('.html')}.txt"


def compare_address(older: Record, newer: Record) -> str:
    return f"{older.column}/compare/{older.slug}..{newer.slug}.html"


def text_files(site: Site, column: Column) -> Iterator[Output]:
    """Each statute's text as plain text, for download."""
    for identifier, entry in site.entries(column.code).items():
        if entry.has_text:
            address = f"{entry.address.removesuffix('.html')}.txt"
            yield Output(address, text_file, (identifier,))


def text_file(site: Site, _links: Links, identifier: str) -> File:
    record = site.by_id[identifier]
    return File(text_address(record), plain_text(record).encode())


def plain_text(record: Record) -> str:
    """Title, then every division and clause, a line for each paragraph."""
    lines, division = [record.title, ""], ""
    for clause in record.body.clauses:
        if clause.division != division:
            division = clause.division
            lines += ["", division, ""]
        lines += clause.text.split("\n")
    return "\n".join(lines) + "\n"


def compare_pages(site: Site, column: Column) -> Iterator[Output]:
    """A page for each two versions of a statute that have a text."""
    for work in site.graph.statutes.works:
        with_text = [v for v in work.versions if v.record.extract.clauses]
        for older, newer in combinations(with_text, 2):
            if older.record.column == column.code:
                address = compare_address(older.record, newer.record)
                args = (older.record.id, newer.record.id)
                yield Output(address, compare_page, args, changed=0)


def compare_page(site: Site, links: Links, one: str, other: str) -> Page:
    older, newer = site.graph.statutes.version(one), site.graph.statutes.version(other)
    column = site.column(older.record)
    changes = compare(older.record.body.clauses, newer.record.body.clauses)
    heading = f"《{newer.record.title}》版本对照"
    suffix = f"：{older.since:%Y-%m-%d}与{newer.since:%Y-%m-%d}"
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
    return {"title": record.title, "address": record.address, "since": _since(version)}


def _change_view(change: ClauseChange, older: Version, newer: Version) -> dict[str, Any]:
    return {
        "kind": change.change.value,
        "label": change.change.label,
        "older": _clause_view(change.older, older),
        "newer": _clause_view(change.newer, newer),
        "segments": change.segments,
    }


def _clause_view(clause: Any, version: Version) -> dict[str, Any] | None:
    if clause is None:
        return None
    return {
        "label": clause.label,
        "address": f"{version.record.address}#{clause.anchor}",
        "lines": clause.text.removeprefix(clause.label).strip(" 　").split("\n"),
    }

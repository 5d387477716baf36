"""Pages about all statutes: the index by pinyin, and the statistics."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from plugins.bureau import Column
from plugins.records import Record
from plugins.records.extract import IndexEntry
from plugins.records.fields import label_of
from plugins.records.kinds import KINDS
from plugins.relations.statutes import bare_title
from plugins.relations.versions import Work
from plugins.site.cards import card
from plugins.site.head import Crumb, make_head
from plugins.site.model import Site
from plugins.site.page import Output, Page
from plugins.site.urls import Links
from plugins.views.lists import column_view
from plugins.views.statute_versions import one_of_each, other_versions
from plugins.views.statutes import applied

MOST_APPLIED = 20


def library_pages(column: Column) -> Iterator[Output]:
    yield Output(_alphabet_address(column), alphabet_page, (column.code,), changed=0)
    yield Output(_figures_address(column), figures_page, (column.code,), changed=0)


def _alphabet_address(column: Column) -> str:
    return f"{column.code}/pinyin.html"


def _figures_address(column: Column) -> str:
    return f"{column.code}/figures.html"


def _page(
    site: Site,
    links: Links,
    column: Column,
    address: str,
    name: str,
    template: str,
    view: dict[str, Any],
) -> Page:
    crumbs = (Crumb(column.name, column.address), Crumb(name, None))
    heading = f"{column.name} · {name}"
    head = make_head(site, links, address, "column", heading, column=column, crumbs=crumbs)
    return Page(template, head, {"column": column_view(column), "heading": heading, **view})


def alphabet_page(site: Site, links: Links, code: str) -> Page:
    column = site.library.column(code)
    statutes = site.graph.statutes
    letters: dict[str, list[tuple[str, Record]]] = defaultdict(list)
    listed = one_of_each(statutes, list(site.listed_entries(column.code)))
    for record in map(site.by_id.__getitem__, listed):
        spelt = spelling(record.title)
        letters[spelt[:1].upper()].append((spelt, record))
    groups = [
        {"letter": letter, "cards": [card(site, r) for _, r in sorted(letters[letter], key=_first)]}
        for letter in sorted(letters)
    ]
    return _page(
        site,
        links,
        column,
        _alphabet_address(column),
        "按拼音",
        "statutes-alphabet",
        {"letters": groups, "versions": other_versions(statutes, listed)},
    )


def _first(pair: tuple[str, Record]) -> tuple[str, str]:
    return pair[0], pair[1].id


def spelling(title: str) -> str:
    """The pinyin a title is sorted by, without the state's name that half of them begin with."""
    from pypinyin import Style, lazy_pinyin

    return " ".join(lazy_pinyin(bare_title(title), style=Style.NORMAL)).lower()


def figures_page(site: Site, links: Links, code: str) -> Page:
    column = site.library.column(code)
    entries = site.listed_entries(column.code)
    works = [w for w in site.graph.statutes.works if w.newest.record.column == column.code]
    cited = site.graph.cited_by_statute()
    view = {
        "totals": [
            {"label": "法规", "count": len(works)},
            {"label": "版本", "count": len(entries)},
            {"label": "条文", "count": sum(w.newest.record.extract.clauses for w in works)},
            {"label": "引用", "count": sum(map(len, cited.values()))},
        ],
        "tables": list(_tables(column, entries.values())),
        "most": _most_applied(site, works),
        "clauses": _most_cited_clauses(site),
    }
    return _page(site, links, column, _figures_address(column), "统计", "statutes-figures", view)


def _tables(column: Column, entries: Collection[IndexEntry]) -> Iterator[dict[str, Any]]:
    """How many records have each value of a facet."""
    model = KINDS[column.kind]
    facets = {facet.field: index for index, facet in enumerate(model.facets)}
    for name in ("level", "validity", "fields"):
        counts = Counter(value for entry in entries for value in entry.facets[facets[name]])
        yield {"label": label_of(model, name), "rows": counts.most_common()}


def _most_applied(site: Site, works: list[Work]) -> list[dict[str, Any]]:
    """The statutes that most records of this site cite, all versions together, and by year."""
    citing = site.graph.citing
    rows: list[dict[str, Any]] = []
    for work in works:
        ids = {record for v in work.versions for record in citing(v.record.id)}
        if ids:
            newest = work.newest.record
            rows.append(
                {
                    "title": newest.title,
                    "address": newest.address,
                    "count": len(ids),
                    "applied": applied(site, newest),
                }
            )
    rows.sort(key=lambda row: (-row["count"], row["title"]))
    return rows[:MOST_APPLIED]


def _most_cited_clauses(site: Site) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    counted = [(-len(ids), cited, ids) for cited, ids in site.graph.cited_clauses().items()]
    for _, (statute, anchor), ids in sorted(counted)[:MOST_APPLIED]:
        record = site.by_id[statute]
        (clause,) = site.graph.statutes.version(statute).clauses_at([anchor])
        rows.append(
            {
                "title": record.title,
                "label": clause.label,
                "address": f"{record.address}#{anchor}",
                "count": len(ids),
            }
        )
    return rows

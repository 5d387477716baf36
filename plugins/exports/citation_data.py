"""The citation graph as open data: who cites which clause, and how often by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from plugins import dependencies
from plugins.exports.csv_rows import csv_rows
from plugins.exports.json_rows import json_array, json_object
from plugins.site import File, Links, Output, Site

CITATIONS = "data/citations"
APPLICATIONS = "data/applications"
FORMATS = ("JSON", "CSV")
LABELS = {
    "record": "引用的稿件",
    "url": "稿件网址",
    "day": "适用日期",
    "statute": "法规",
    "version": "版本",
    "clause": "条文",
    "anchor": "条文锚点",
    "text": "原文写法",
}
COUNT_LABELS = {"statute": "法规", "clause": "条文", "year": "年份", "count": "次数"}


def citation_outputs() -> Iterator[Output]:
    for path in (CITATIONS, APPLICATIONS):
        for suffix in (".json", ".csv"):
            yield Output(path + suffix, citation_file, (path + suffix,))


def citation_file(site: Site, links: Links, path: str) -> File:
    return next(file for _, _, file in citation_downloads(site, links) if file.path == path)


def citation_downloads(site: Site, _links: Links) -> list[tuple[str, str, File]]:
    """The files, each with its title and its format."""
    # One dependency instead of one for each of tens of thousands of rows.
    return site.memoize(dependencies.CITATIONS, _downloads)


def _downloads(site: Site) -> list[tuple[str, str, File]]:
    rows = list(_rows(site, site.links))
    counted = list(_applications(rows))
    files = (
        ("引用关系", _both_formats(CITATIONS, rows, LABELS)),
        ("各年引用次数", _both_formats(APPLICATIONS, counted, COUNT_LABELS)),
    )
    return [
        (name, kind, file) for name, pair in files for kind, file in zip(FORMATS, pair, strict=True)
    ]


def _rows(site: Site, links: Links) -> Iterator[dict[str, str]]:
    """One row for each citation, the records newest first."""
    for identifier, cited in site.graph.all_cited():
        entry = site.library.entries[identifier]
        if not site.is_listed(identifier, entry.listed):
            continue
        url, day = links.absolute(entry.address), date.fromordinal(entry.law_day).isoformat()
        for version, anchor, clause, text in cited:
            statute = site.by_id[version]
            page = links.absolute(statute.address)
            yield {
                "record": identifier,
                "url": url,
                "day": day,
                "statute": statute.title,
                "version": version,
                "clause": clause,
                "anchor": f"{page}#{anchor}" if anchor else page,
                "text": text,
            }


def _applications(rows: list[dict[str, str]]) -> Iterator[dict[str, str | int]]:
    counts = Counter(
        (row["statute"], row["clause"], row["day"][:4]) for row in rows if row["clause"]
    )
    for (statute, clause, year), count in sorted(counts.items()):
        yield {"statute": statute, "clause": clause, "year": int(year), "count": count}


def _both_formats(
    path: str, rows: Sequence[Mapping[str, object]], labels: dict[str, str]
) -> Iterator[File]:
    yield File(f"{path}.json", json_array(map(json_object, rows)))
    text = csv_rows([labels.values(), *(row.values() for row in rows)])
    yield File(f"{path}.csv", text.encode("utf-8-sig"))

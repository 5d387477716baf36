"""The page of a statute, clause by clause, and its text as a plain file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from plugins.bureau import Column
from plugins.clauses.definitions import definitions
from plugins.records import Record
from plugins.records.extract import column_of
from plugins.records.kinds.validity import TONES
from plugins.relations.versions import Version
from plugins.site.citations import CitingGroup, citing
from plugins.site.model import Site
from plugins.site.page import File, Output
from plugins.site.statute_addresses import data_address, history_address, stage_id, text_address
from plugins.site.terms import term_linker
from plugins.site.urls import Links
from plugins.statutes.clause_history import altered, clause_histories
from plugins.texts.web_address import is_home_page
from plugins.views.bars import most_of
from plugins.views.statute_outline import outline
from plugins.views.statute_versions import newer, since, timeline

SECTION = re.compile(r'(<section class="clause".*?</section>)', re.S)
ANCHOR = re.compile(r'id="([^"]+)"')
NUMBER_LINK = re.compile(r'<a class="clause__number"[^>]*>[^<]+</a>')


@dataclass(frozen=True)
class TextSection:
    """A part of a statute's text; that of a clause has its anchor, the address of its history if
    it was altered, and the records that cite it.
    """

    html: Markup
    anchor: str | None
    history: str | None
    citing: list[CitingGroup]
    count: int


@dataclass(frozen=True)
class YearlyCount:
    """How often a statute was applied in one year: a row of a chart with bars."""

    year: int
    count: int
    share: int
    address: str = ""

    @property
    def label(self) -> str:
        return f"{self.year}年"


def statute_extras(site: Site, record: Record, body: Markup) -> dict[str, Any]:
    """The additional view values of a statute's page."""
    statutes = site.graph.statutes
    work, version = statutes.work(record.id), statutes.version(record.id)
    versions, has_text = work.with_text, bool(record.body.clauses)
    history = history_address(versions[-1].record) if len(versions) > 1 and has_text else None
    by_year = applied(site, record)
    sections = list(_text_sections(site, record, body, _histories(versions, record)))
    return {
        "sections": sections,
        "outline": outline(section.html for section in sections),
        "state": _state(version),
        "versions": timeline(work, record),
        "history": history,
        "newer": newer(work, record),
        "text_address": text_address(record.address) if has_text else None,
        "data_address": data_address(record.address) if has_text else None,
        "official_home": is_home_page(version.facts.official or ""),
        "citing": citing(site, record),
        "applied": by_year,
        "applied_most": most_of(by_year, "次") if by_year else "",
        "clause_count": len(record.body.clauses),
    }


def _state(version: Version) -> dict[str, str]:
    """What a reader must know first: whether this is the law, and from which day."""
    validity, words = version.facts.validity, since(version)
    if version.law.amendments and not version.law.since_stated:
        words += "（施行日期待核）"
    return {"validity": validity, "tone": TONES.get(validity, "plain"), "since": words}


def _histories(versions: Sequence[Version], record: Record) -> dict[str, str]:
    """By anchor, where the history of a clause is that is not the same in all versions."""
    ids = [version.record.id for version in versions]
    if len(ids) < 2 or record.id not in ids:
        return {}
    index, page = ids.index(record.id), history_address(versions[-1].record)
    histories = clause_histories([version.record.body.clauses for version in versions])
    return {
        clause.anchor: f"{page}#{stage_id(record, clause.anchor)}"
        for history in histories
        if (clause := history[index]) and altered(history)
    }


def _text_sections(
    site: Site, record: Record, body: Markup, histories: Mapping[str, str]
) -> Iterator[TextSection]:
    link_terms = term_linker(definitions(record.body.clauses))
    level = 1 + max((heading.level for heading in record.body.headings), default=1)
    for html in SECTION.split(body):
        if not html.strip():
            continue
        found = ANCHOR.search(html) if html.startswith("<section") else None
        groups = citing(site, record, found[1]) if found else []
        count = sum(len(group.cards) for group in groups)
        anchor = found[1] if found else None
        stage = histories.get(anchor) if anchor else None
        linked = Markup(_with_heading(link_terms(html, anchor), level))
        yield TextSection(linked, anchor, stage, groups, count)


def _with_heading(html: str, level: int) -> str:
    """The number of a clause as a heading, by which screen readers go from clause to clause."""
    return NUMBER_LINK.sub(
        rf'<span role="heading" aria-level="{level}">\g<0></span>', html, count=1
    )


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


def text_files(site: Site, column: Column) -> Iterator[Output]:
    """Each statute's text as plain text, for download."""
    for identifier, entry in site.entries(column.code).items():
        if entry.has_text:
            yield Output(text_address(entry.address), text_file, (identifier,))


def text_file(site: Site, _links: Links, identifier: str) -> File:
    record = site.by_id[identifier]
    return File(text_address(record.address), plain_text(record).encode())


def plain_text(record: Record) -> str:
    """Title, then every 编, 章, 节 and clause, a line for each paragraph."""
    lines = [record.title, ""]
    around: tuple[str, ...] = ()
    for clause in record.body.clauses:
        for depth, heading in enumerate(clause.divisions):
            if clause.divisions[: depth + 1] != around[: depth + 1]:
                lines += ["", heading, ""]
        around = clause.divisions
        lines += clause.text.split("\n")
    return "\n".join(lines) + "\n"

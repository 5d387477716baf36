"""Citations on pages: links in the text, the list of cited clauses, the citing records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import NamedTuple

from plugins.records import Record
from plugins.records.marked_fields import citing_fields
from plugins.relations.citations import ResolvedCitation
from plugins.relations.text_of_day import Doubt
from plugins.site.cards import Card, card_of
from plugins.site.model import Site
from plugins.texts.text_ranges import Insertion, insert_links
from plugins.texts.web_address import is_home_page


class CitationNote(NamedTuple):
    """What a reader must know before relying on the words that a citation leads to."""

    text: str
    address: str | None = None


DOUBTS = {
    Doubt.NOT_HELD: CitationNote("该日施行的文本本站未收录"),
    Doubt.EDITION_NOT_HELD: CitationNote("所引的文本本站未收录"),
    Doubt.DAY_UNKNOWN: CitationNote("所引文本的施行日期待核"),
}


class CitedClause(NamedTuple):
    """One clause (or a whole statute) that a record cites.

    `id` is what a link in the text points its preview at; `text` is empty when only the statute is
    meant, and None when this site does not have its text.
    """

    id: str
    label: str
    address: str
    status: str
    text: list[str] | None
    renumbered: CitationNote | None


class CitedStatute(NamedTuple):
    """A statute that a record cites, with the clauses of it, in the order of their numbers.

    `official` is the page of an official site that has its text, if that is known.
    """

    title: str
    address: str
    status: str
    official: str | None
    clauses: list[CitedClause]
    doubts: list[CitationNote]


class CitingGroup(NamedTuple):
    """The records of one column that cite a clause, newest first."""

    name: str
    address: str
    cards: list[Card]


def linked(
    site: Site, record: Record, cited: Iterable[ResolvedCitation], href: Callable[[str], str]
) -> str:
    """The record's HTML with a link over each of its citations, and notes behind the first one of
    each clause.
    """
    html = record.body.html
    inside = [(found.location, found) for found in cited if isinstance(found.location, int)]
    if not inside:
        return html
    ranges = record.body.citation_ranges
    insertions = []
    noted: set[tuple[str, str, CitationNote]] = set()
    for index, found in inside:
        behind = ""
        for key in _notes_with_keys(site, record, found):
            if key not in noted:
                noted.add(key)
                behind += _note_html(key[-1], href)
        insertions.append(Insertion(ranges[index], _opening(found, record, href), behind))
    return insert_links(html, insertions)


def _notes_with_keys(
    site: Site, record: Record, found: ResolvedCitation
) -> Iterator[tuple[str, str, CitationNote]]:
    """The notes of a citation, each with the statute and the clause of which it is said."""
    statute = found.version.record.id
    if statute == record.id:
        return
    if found.doubt:
        yield statute, "", DOUBTS[found.doubt]
    if len(found.clauses) == 1:
        (clause,) = found.clauses
        if note := _renumbered_note(site, statute, clause):
            yield statute, clause, note


def _renumbered_note(site: Site, statute: str, clause: str) -> CitationNote | None:
    """Which number a clause of an old text has now."""
    today = site.graph.statutes.renumbered(statute, clause)
    if today is None:
        return None
    if not today.label:
        return CitationNote("现行文本中没有找到对应的条文", today.page)
    return CitationNote(f"现为{today.label}", f"{today.page}#{today.anchor}")


def _note_html(note: CitationNote, href: Callable[[str], str]) -> str:
    text = escape(note.text)
    if note.address:
        text = f'<a href="{escape(href(note.address))}">{text}</a>'
    return f'<small class="citation-note" data-element="citation-note">（{text}）</small>'


def _opening(found: ResolvedCitation, record: Record, href: Callable[[str], str]) -> str:
    preview = f' data-clause="{preview_id(found)}"' if found.anchor else ""
    inside = found.version.record.id == record.id
    address = f"#{found.anchor}" if inside and found.anchor else href(found.address)
    return f'<a class="citation" href="{escape(address)}"{"" if inside else preview}>'


def preview_id(found: ResolvedCitation) -> str:
    """The id, in the list at the foot, of the clause that a citation names."""
    clause = found.clauses[0] if found.clauses else "whole"
    return f"cited-{found.version.record.slug}-{clause}"


def cited_statutes(
    site: Site, record: Record, cited: Iterable[ResolvedCitation]
) -> list[CitedStatute]:
    """What a record cites, by statute in the order of first mention."""
    groups: dict[str, CitedStatute] = {}
    seen: dict[str, dict[str, CitedClause]] = {}
    for found in cited:
        version = found.version
        statute = version.record
        if statute.id == record.id:
            continue
        if statute.id not in groups:
            summary = version.summary
            if is_home_page(summary.official or ""):
                summary = summary._replace(official=None)
            groups[statute.id] = CitedStatute(*summary, [], [])
            seen[statute.id] = {}
        group, clauses = groups[statute.id], seen[statute.id]
        if found.doubt and DOUBTS[found.doubt] not in group.doubts:
            group.doubts.append(DOUBTS[found.doubt])
        for clause in version.clauses_at(found.clauses) if found.clauses else ():
            anchor = clause.anchor
            if anchor not in clauses:
                clauses[anchor] = CitedClause(
                    f"cited-{statute.slug}-{anchor}",
                    clause.label,
                    f"{group.address}#{anchor}",
                    group.status,
                    clause.text.split("\n"),
                    _renumbered_note(site, statute.id, anchor),
                )
        if found.citation.reference.clause and not found.version.has_text:
            label = found.citation.reference.label
            clauses.setdefault(
                label, CitedClause("", label, group.address, group.status, None, None)
            )
    for identifier, group in groups.items():
        group.clauses.extend(seen[identifier].values())
    return list(groups.values())


def cited_without_record(record: Record, cited: Iterable[ResolvedCitation]) -> list[str]:
    """What the fields of a record cite of which the library has nothing, as written."""
    found: dict[str, list[str]] = {}
    for each in cited:
        if isinstance(each.location, str):
            found.setdefault(each.location, []).append(each.text)
    return [
        written
        for name in citing_fields(type(record.data))
        for written in getattr(record.data, name) or ()
        if not any(text in written for text in found.get(name, ()))
    ]


def citing(site: Site, statute: Record, anchor: str = "") -> list[CitingGroup]:
    """The records that cite a statute, or one clause of it, by column, newest first."""
    return by_column(site, site.graph.citing(statute.id, anchor))


def by_column(site: Site, ids: Iterable[str]) -> list[CitingGroup]:
    groups = []
    for column, members in site.in_list_order(ids):
        members.sort(key=lambda identifier: site.entry(identifier).published, reverse=True)
        cards = [card_of(site, identifier) for identifier in members]
        groups.append(CitingGroup(column.name, column.address, cards))
    return groups

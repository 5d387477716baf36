"""A column's lists: all of it, by year, and by each facet of its kind; paged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from plugins.bureau import Column
from plugins.clock import moment_of
from plugins.records.extract import IndexEntry
from plugins.records.field_metadata import choices
from plugins.records.fields import label_of
from plugins.records.kinds import KINDS, Facet, RecordModel
from plugins.records.slugs import suggest
from plugins.site.cards import card_of
from plugins.site.head import Crumb, make_head
from plugins.site.model import Site
from plugins.site.page import Output, Page
from plugins.site.urls import Links
from plugins.views.bars import bar_rows, most_of
from plugins.views.statute_versions import one_of_each, other_versions

WINDOW = 2
EVERYTHING = "全部"
# A chart compares.
LEAST_BARS = 2
# The lists of a column by filter: the label, address and number of records of each.
ListCounts = tuple[tuple[str, tuple[tuple[str, str, int], ...]], ...]


@dataclass(frozen=True)
class Option:
    label: str
    address: str
    count: int
    current: bool


@dataclass(frozen=True)
class Filter:
    label: str
    options: list[Option]

    @property
    def chosen(self) -> str:
        return next((option.label for option in self.options if option.current), EVERYTHING)


@dataclass(frozen=True)
class Selection:
    """One list: where it stands and the ids of the records on it."""

    address: str
    label: str
    records: list[str]


@dataclass(frozen=True)
class PageNumber:
    number: int
    address: str
    current: bool


@dataclass(frozen=True)
class Pagination:
    number: int
    total: int
    first: str
    last: str
    previous: str | None
    next: str | None
    window: list[PageNumber]


def column_pages(site: Site, column: Column) -> Iterator[Output]:
    if front_of(site, column):
        return
    entries = site.listed_entries(column.code)
    archived = len(site.archived_entries(column.code))
    everything = Selection(column.address, "", _entries_of(site, column, list(entries)))
    groups = list(selections(site, column, entries))
    # Every page of a column shows how many records each of its lists has.
    counted = tuple(
        (label, tuple((item.label, item.address, len(item.records)) for item in items))
        for label, items in groups
    )
    for selection in (everything, *(item for _, items in groups for item in items)):
        yield from _pages(site, column, selection, counted, len(everything.records), archived)


def _entries_of(site: Site, column: Column, ids: list[str]) -> list[str]:
    """The records with an entry of their own: the versions of a statute share one."""
    return one_of_each(site.graph.statutes, ids) if column.traits.is_law else ids


def front_of(site: Site, column: Column) -> str | None:
    """The id of the record that stands where the list of its column would."""
    if not (column.traits.has_records and KINDS[column.kind].may_open_column):
        return None
    entries = site.entries(column.code).items()
    return next((id for id, entry in entries if entry.address == column.address), None)


def archive_pages(site: Site, column: Column) -> Iterator[Output]:
    """The list of what left the other lists of a column, if there is anything."""
    archived = list(site.archived_entries(column.code))
    if archived:
        label = KINDS[column.kind].archive_label
        selection = Selection(archive_address(column), label, archived)
        yield from _pages(site, column, selection, (), 0, 0)


def archive_address(column: Column) -> str:
    return f"{column.code}/archive.html"


def _pages(
    site: Site,
    column: Column,
    selection: Selection,
    counted: ListCounts,
    everything: int,
    archived: int,
) -> Iterator[Output]:
    size = site.bureau.thresholds.page_size
    count = len(selection.records)
    total = max(1, -(-count // size))
    for number in range(1, total + 1):
        shown = tuple(selection.records[(number - 1) * size : number * size])
        position = (selection.address, selection.label, count, number, total)
        args = (column.code, shown, position, counted, everything, archived)
        yield Output(page_address(selection.address, number), list_page, args, changed=0)


def selections(
    site: Site, column: Column, entries: Mapping[str, IndexEntry]
) -> Iterator[tuple[str, list[Selection]]]:
    """The filters of a column: by year, then by each facet, those with something in them."""
    model = KINDS[column.kind]
    if model.dated:
        years: dict[int, list[str]] = defaultdict(list)
        for identifier, entry in entries.items():
            years[moment_of(entry.published).year].append(identifier)
        yield (
            "年份",
            [
                Selection(
                    f"{column.code}/{year}.html",
                    f"{year}年",
                    _entries_of(site, column, years[year]),
                )
                for year in sorted(years, reverse=True)
            ],
        )
    for index, facet in enumerate(model.facets):
        values: dict[str, list[str]] = defaultdict(list)
        for identifier, entry in entries.items():
            for item in entry.facets[index]:
                values[item].append(identifier)
        order = _order(site, model, facet)
        ordered = sorted(values, key=lambda value: order.index(value) if value in order else 99)
        yield (
            label_of(model, facet.field),
            [
                Selection(
                    f"{column.code}/{_code(site, facet, value)}.html",
                    value,
                    _entries_of(site, column, values[value]),
                )
                for value in ordered
            ],
        )


def _order(site: Site, model: type[RecordModel], facet: Facet) -> Sequence[str]:
    if facet.of_bureau:
        return [item.name for item in site.bureau.fields]
    return choices(model.model_fields[facet.field])


def facet_values(columns: Iterable[Column]) -> set[str]:
    """The values of facets that get their address from their words."""
    models = {KINDS[column.kind] for column in columns if column.traits.has_records}
    facets = [(model, facet) for model in models for facet in model.facets if not facet.of_bureau]
    return {value for model, facet in facets for value in choices(model.model_fields[facet.field])}


def _code(site: Site, facet: Facet, value: str) -> str:
    """An ASCII address for a facet's value: the bureau's code for a field, else its pinyin."""
    code = site.bureau.field_code(value) if facet.of_bureau else None
    return f"{facet.prefix}-{code or suggest(value)}"


def list_page(
    site: Site,
    links: Links,
    code: str,
    shown: tuple[str, ...],
    position: tuple[str, str, int, int, int],
    counted: ListCounts,
    everything: int,
    archived: int,
) -> Page:
    """One page of one list. `position`: the list's address, label and count, page number, pages;
    `archived`: how many records left the lists.
    """
    column = site.library.column(code)
    address, label, count, number, total = position
    heading = f"{column.name} · {label}" if label else column.name
    suffix = f"（第{number}页）" if number > 1 else ""
    crumbs: tuple[Crumb, ...] = ()
    if label or number > 1:
        crumbs = (
            Crumb(column.name, column.address),
            Crumb((label or EVERYTHING) + suffix, None),
        )
    own = page_address(address, number)
    head = make_head(
        site, links, own, "column", heading, column=column, crumbs=crumbs, suffix=suffix
    )
    view = {
        "column": column_view(column),
        "heading": heading,
        "cards": [card_of(site, identifier) for identifier in shown],
        "filters": filters_of(column, counted, everything, address),
        "pagination": pagination_of(address, number, total) if total > 1 else None,
        "empty": empty_text(site, column),
        "total": count,
        "also": other_views(column, everything, archived),
        "labels": labels_of(column),
        "versions": other_versions(site.graph.statutes, shown) if column.traits.is_law else {},
        "chart": _chart(column, counted) if own == column.address else None,
    }
    return Page("column", head, view)


def _chart(column: Column, counted: ListCounts) -> dict[str, Any] | None:
    """How many records of the list each value of a facet has, and the sentence above."""
    model = KINDS[column.kind]
    if not model.charted:
        return None
    label = label_of(model, model.charted)
    values = next((values for name, values in counted if name == label), ())
    if len(values) < LEAST_BARS:
        return None
    ordered = sorted(values, key=lambda value: -value[2])
    rows = bar_rows((name, count, address) for name, address, count in ordered)
    return {
        "heading": f"按{label}看",
        "sentence": f"{column.name}里，{most_of(rows, '件')}",
        "label": label,
        "rows": rows,
    }


def labels_of(column: Column) -> dict[str, str]:
    """The labels of the fields that lists of a column show, by name: a table's heads."""
    model = KINDS[column.kind]
    return {name: label_of(model, name) for name in model.listed_fields}


def column_view(column: Column) -> dict[str, Any]:
    facts = column.facts
    return {
        "code": column.code,
        "name": column.name,
        "description": facts.description,
        "address": column.address,
        "list_template": column.traits.list_template,
        "wide_list": column.traits.wide_list,
        "list_summaries": column.traits.list_summaries,
        "owner": facts.owner,
        "clock": facts.clock,
    }


def other_views(column: Column, listed: int, archived: int) -> list[dict[str, str]]:
    """Other pages of a column, by how many records are on its lists and how many left them."""
    views = []
    if column.traits.is_law and listed:
        views += [
            {"label": "按拼音查找", "address": f"{column.code}/pinyin.html"},
            {"label": "统计", "address": f"{column.code}/figures.html"},
        ]
    if archived:
        label = f"{KINDS[column.kind].archive_label}（{archived}）"
        views.append({"label": label, "address": archive_address(column)})
    return views


def empty_text(site: Site, column: Column) -> str:
    return column.facts.empty or (
        f"这里将发布{column.name}。现在还没有内容，可拨打{site.bureau.contact.hotline}咨询。"
    )


def filters_of(column: Column, counted: ListCounts, everything: int, address: str) -> list[Filter]:
    filters = []
    for label, items in counted:
        narrowed = any(item[1] == address for item in items)
        options = [Option(EVERYTHING, column.address, everything, not narrowed)]
        options += [Option(name, at, count, at == address) for name, at, count in items]
        filters.append(Filter(label, options))
    return filters


def page_address(address: str, number: int) -> str:
    if number == 1:
        return address
    return f"{address.removesuffix('.html').removesuffix('/index')}/page/{number}.html"


def pagination_of(address: str, number: int, total: int) -> Pagination:
    near = range(max(1, number - WINDOW), min(total, number + WINDOW) + 1)
    return Pagination(
        number=number,
        total=total,
        first=address,
        last=page_address(address, total),
        previous=page_address(address, number - 1) if number > 1 else None,
        next=page_address(address, number + 1) if number < total else None,
        window=[PageNumber(n, page_address(address, n), n == number) for n in near],
    )

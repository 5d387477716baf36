"""政府信息公开: its group of columns, and which records stand in the catalogue of 条例第十二条."""

from __future__ import annotations

from typing import NamedTuple

from plugins.bureau import Column
from plugins.bureau.model import DISCLOSURE
from plugins.site.model import Site


class ColumnGroup(NamedTuple):
    name: str
    columns: list[Column]


def disclosure_group(site: Site) -> ColumnGroup | None:
    """The group of the navigation that has this name, with its columns, if there are any."""
    codes = [group.code for group in site.bureau.groups if group.name == DISCLOSURE]
    columns = [column for column in site.columns if column.facts.group in codes]
    return ColumnGroup(DISCLOSURE, columns) if columns else None


def catalogued_columns(site: Site) -> list[Column]:
    """The columns whose kind is `in_catalogue`, in the order of the navigation."""
    return [column for column in site.columns if column.traits.in_catalogue]


def catalogue_size(site: Site) -> int:
    return sum(len(site.listed(column.code)) for column in catalogued_columns(site))


def catalogued(site: Site) -> list[str]:
    """The ids of the records in the catalogue, those first that came into being last."""
    found = {
        identifier: (-entry.made, -entry.published, identifier)
        for column in catalogued_columns(site)
        for identifier, entry in site.listed_entries(column.code).items()
    }
    return sorted(found, key=found.__getitem__)

"""法定主动公开内容: which records stand in the catalogue of 政府信息公开条例第十二条."""

from __future__ import annotations

from plugins.bureau import Column
from plugins.site.model import Site


def catalogued_columns(site: Site) -> list[Column]:
    """The columns whose kind is `in_catalogue`, in the order of the navigation."""
    return [column for column in site.columns if column.traits.in_catalogue]


def catalogue_size(site: Site) -> int:
    return sum(len(site.listed(column.code)) for column in catalogued_columns(site))


def catalogued(site: Site) -> list[str]:
    """The ids of the records in the catalogue, newest first."""
    found = {
        identifier: entry.published
        for column in catalogued_columns(site)
        for identifier, entry in site.listed_entries(column.code).items()
    }
    return sorted(found, key=lambda identifier: (-found[identifier], identifier))

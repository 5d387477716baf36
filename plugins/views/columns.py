"""The pages of a column, by what its kind of record calls for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from plugins.bureau import Column
from plugins.site.model import Site
from plugins.site.page import Output
from plugins.views.catalogue import catalogue_pages
from plugins.views.clause_history import history_pages
from plugins.views.contact_topics import contact_topic_pages
from plugins.views.enforcement_items import enforcement_item_pages
from plugins.views.event_calendar import calendar_pages
from plugins.views.lists import archive_pages, column_pages
from plugins.views.records import record_pages
from plugins.views.statute_compare import compare_pages
from plugins.views.statute_library import library_pages
from plugins.views.statutes import text_files

# By the name that a kind gives as its `pages`: those on which the records of a column are found.
PAGES: Mapping[str, Callable[[Site, Column], Iterator[Output]]] = {
    "lists": column_pages,
    "calendar": calendar_pages,
    "enforcement_items": enforcement_item_pages,
    "catalogue": catalogue_pages,
    "contact_topics": contact_topic_pages,
}


def pages_of_column(site: Site, column: Column) -> Iterator[Output]:
    """Every page of a column, and the texts of its statutes as plain files."""
    yield from PAGES[column.traits.pages](site, column)
    if column.traits.has_records:
        yield from record_pages(site, column)
        yield from archive_pages(site, column)
    if column.traits.is_law and site.listed_entries(column.code):
        yield from library_pages(column)
        yield from compare_pages(site, column)
        yield from history_pages(site, column)
        yield from text_files(site, column)

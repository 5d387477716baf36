"""The exports that are about the whole site, not about one column or record."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.bureau.addresses import DATA_PAGE, SEARCH_INDEX, STATUTE_SCHEMA
from plugins.exports.catalogue_data import catalogue_outputs
from plugins.exports.citation_data import citation_outputs
from plugins.exports.open_data import data_outputs, data_page
from plugins.exports.search_index import search_index
from plugins.exports.sitemap import ROBOTS, SITEMAP, robots, sitemap
from plugins.exports.statute_data import schema_file
from plugins.site import Output, Site


def site_exports(site: Site) -> Iterator[Output]:
    yield from data_outputs(site)
    yield from catalogue_outputs(site)
    yield from citation_outputs()
    if any(column.traits.is_law for column in site.columns):
        yield Output(STATUTE_SCHEMA, schema_file)
    yield Output(DATA_PAGE, data_page, changed=0)
    yield Output(SEARCH_INDEX, search_index)
    yield Output(ROBOTS, robots)
    yield Output(SITEMAP, sitemap)

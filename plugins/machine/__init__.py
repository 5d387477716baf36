"""What machines read: feeds, calendars, open data, the map of the site, the search index."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.machine.citations import citation_files
from plugins.machine.events import calendar_files
from plugins.machine.feeds import feed_files
from plugins.machine.opendata import data_files, data_page
from plugins.machine.qr import qr_codes
from plugins.machine.search import search_index
from plugins.machine.sitemap import robots, site_map
from plugins.site import File, Links, Site


def machine_files(site: Site, links: Links) -> Iterator[File]:
    """Every file for machines, except the map of the site, which needs to know all pages."""
    yield from qr_codes(site, links)
    yield from feed_files(site, links)
    yield from calendar_files(site, links)
    yield from data_files(site, links)
    yield from citation_files(site, links)
    yield search_index(site)
    yield robots(links)


__all__ = ["data_page", "machine_files", "site_map"]

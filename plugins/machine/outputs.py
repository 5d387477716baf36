"""Every file that is made for machines."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.machine.citations import citation_outputs
from plugins.machine.events import calendar_outputs
from plugins.machine.feeds import feed_outputs
from plugins.machine.opendata import DATA_PAGE, data_outputs, data_page
from plugins.machine.qr import qr_codes
from plugins.machine.search import SEARCH_INDEX, search_index
from plugins.machine.sitemap import ROBOTS, robots
from plugins.site import Output, Site


def machine_outputs(site: Site) -> Iterator[Output]:
    """Every file for machines, except the map of the site, which needs to know all pages."""
    yield from qr_codes(site)
    yield from feed_outputs(site)
    yield from calendar_outputs(site)
    yield from data_outputs(site)
    yield from citation_outputs()
    yield Output(DATA_PAGE, data_page, changed=0)
    yield Output(SEARCH_INDEX, search_index)
    yield Output(ROBOTS, robots)

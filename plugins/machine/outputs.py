"""Every file that is made for machines."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.machine.citations import citation_outputs
from plugins.machine.opendata import DATA_PAGE, data_outputs, data_page
from plugins.machine.search import SEARCH_INDEX, search_index
from plugins.machine.sitemap import ROBOTS, SITE_MAP, robots, site_map
from plugins.site import Output, Site


def machine_outputs(site: Site) -> Iterator[Output]:
    """The files for machines that are about the whole site."""
    yield from data_outputs(site)
    yield from citation_outputs()
    yield Output(DATA_PAGE, data_page, changed=0)
    yield Output(SEARCH_INDEX, search_index)
    yield Output(ROBOTS, robots)
    yield Output(SITE_MAP, site_map)

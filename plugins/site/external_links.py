"""The external links of the site, and which of them lead to a static prompt page."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.dependencies import EXTERNAL, ITEMS
from plugins.incremental.tracking import depends_on
from plugins.records.extract import addresses_in
from plugins.site.model import Site
from plugins.site.urls import is_government


def needs_prompt(site: Site, url: str) -> bool:
    """Whether a link to `url` leads to a prompt first, because it is not a government site.

    The site mark of 党政机关 counts as one, whatever its host.
    """
    if url == site.bureau.mark.address:
        return False
    return not is_government(url, (*site.bureau.trusted_hosts, site.bureau.host))


def prompted_addresses(site: Site) -> list[str]:
    """All external addresses of the site that need a prompt, sorted."""
    return sorted(url for url in set(_all(site)) if needs_prompt(site, url))


def _all(site: Site) -> Iterator[str]:
    platforms = site.bureau.platforms
    for platform in (platforms.consultation, platforms.services, platforms.petition):
        if platform:
            yield platform.link
    for friend in site.bureau.friend_links:
        yield friend.link
    for code, items in site.library.data_items.items():
        depends_on(ITEMS, code)
        for item in items:
            yield from addresses_in(item)
    depends_on(EXTERNAL)
    yield from site.graph.external_addresses

"""Every external address of the site, so that each has its own static prompt and no other does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.rebuild.reads import note
from plugins.records.extract import addresses_in
from plugins.relations import TargetKind
from plugins.site.model import Site
from plugins.site.urls import is_government


def find_outward(site: Site) -> Outward:
    trusted = (*site.bureau.trusted_hosts, site.bureau.host)
    return Outward(url for url in set(_all(site)) if not is_government(url, trusted))


class Outward:
    """The external addresses that need a prompt."""

    def __init__(self, urls: Iterable[str]) -> None:
        self._all = frozenset(urls)

    def __iter__(self) -> Iterator[str]:
        """In a stable order."""
        return iter(sorted(self._all))

    def __contains__(self, url: str) -> bool:
        note(f"prompted {url}")
        return url in self._all


def _all(site: Site) -> Iterator[str]:
    platforms = site.bureau.platforms
    for platform in (platforms.consultation, platforms.services, platforms.petition):
        if platform:
            yield platform.link
    for friend in site.bureau.friend_links:
        yield friend.link
    for matters in site.library.matters.values():
        for matter in matters:
            yield from addresses_in(matter)
    external = TargetKind.EXTERNAL.value
    for record in site.records:
        yield from record.extract.outward
        for _, kind, address, *_ in site.graph.links.get(record.id, ()):
            if kind == external:
                yield address

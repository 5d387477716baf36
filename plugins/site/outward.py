"""Every external address of the site, so that each has its own static prompt and no other does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.records import Record
from plugins.records.kinds import Part
from plugins.relations import TargetKind
from plugins.site.model import Site
from plugins.site.urls import is_government


def prompted(site: Site) -> list[str]:
    """The external addresses that need a prompt, in a stable order."""
    trusted = (*site.bureau.trusted_hosts, site.bureau.host)
    return sorted({url for url in _all(site) if not is_government(url, trusted)})


def _all(site: Site) -> Iterator[str]:
    platforms = site.bureau.platforms
    for platform in (platforms.consultation, platforms.services, platforms.petition):
        if platform:
            yield platform.link
    for friend in site.bureau.friend_links:
        yield friend.link
    for matters in site.library.matters.values():
        for matter in matters:
            yield from _addresses(matter)
    for record in site.records:
        yield from _of_record(site, record)


def _of_record(site: Site, record: Record) -> Iterator[str]:
    yield from _addresses(record.data)
    for target in site.graph.links.get(record.id, {}).values():
        if target.kind is TargetKind.EXTERNAL:
            yield target.address


def _addresses(value: Any) -> Iterator[str]:
    """Web addresses in the fields of a model and of its parts."""
    for name in type(value).model_fields:
        item = getattr(value, name)
        if isinstance(item, str) and item.startswith(("http://", "https://")):
            yield item
        elif isinstance(item, Part):
            yield from _addresses(item)
        elif isinstance(item, list | tuple):
            for part in item:
                if isinstance(part, Part):
                    yield from _addresses(part)

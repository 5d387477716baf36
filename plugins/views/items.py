"""What the pages of data files have in common: links of their items to records and pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from plugins.dependencies import NAMING_ITEMS
from plugins.incremental.tracking import depends_on
from plugins.records import Record
from plugins.records.kinds.enforcement_item import SEE, EnforcementItems
from plugins.relations import TargetKind
from plugins.site.model import Site


class ItemLink(NamedTuple):
    """`contact` is an address of another scheme, such as tel:, that is no page."""

    text: str
    address: str
    external: bool = False
    contact: bool = False


def item_link(site: Site, written: str | None, text: str = "") -> ItemLink | None:
    """A link as an item has it; None where it leads nowhere, which is a finding."""
    target = site.graph.link_resolver.resolve_address(written) if written else None
    if target is None or not target.full_address:
        return None
    words = text or target.title or target.address
    contact = target.kind is TargetKind.OTHER
    return ItemLink(words, target.full_address, target.external, contact)


def record_links(site: Site, references: Iterable[str]) -> list[ItemLink]:
    """Those of some references that are on the site, each once."""
    found = [site.graph.link_resolver.record(reference) for reference in references]
    links = [ItemLink(each.title, each.address) for each in found if each]
    return list(dict.fromkeys(links))


def naming_items(site: Site, record: Record) -> list[ItemLink]:
    """The pages of the enforcement items that name a record."""
    if record.kind not in SEE:
        return []
    links = []
    for column in site.columns:
        if column.kind == EnforcementItems.kind:
            depends_on(NAMING_ITEMS, f"{column.code}#{record.id}")
            links += [ItemLink(*found) for found in site.items_naming(column.code, record.id)]
    return links


def grouped(items: Iterable[Any]) -> dict[str, list[Any]]:
    """Items by their group, in the order in which the groups first occur."""
    groups: dict[str, list[Any]] = {}
    for item in items:
        groups.setdefault(item.group, []).append(item)
    return groups

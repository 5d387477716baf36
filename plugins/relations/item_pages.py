"""The pages of the items of data files, as targets of links: a matter has one of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from plugins.bureau import Column
from plugins.dependencies import ITEMS
from plugins.incremental.tracking import depends_on
from plugins.records.library import item_address
from plugins.relations.link_target import LinkTarget, TargetKind

ITEM_PAGE = re.compile(r"(?P<code>[\w-]+)/[a-z0-9-]+\.html", re.ASCII)


def item_page(
    path: str, columns: Mapping[str, Column], data_items: Mapping[str, list[Any]]
) -> LinkTarget | None:
    """The page at a path of the site, if it is that of an item."""
    found = ITEM_PAGE.fullmatch(path)
    column = columns.get(found["code"]) if found else None
    if column is None or column.traits.has_records:
        return None
    depends_on(ITEMS, column.code)
    for item in data_items.get(column.code, ()):
        if item_address(column.code, item) == path:
            return LinkTarget(TargetKind.PAGE, path, title=item.heading)
    return None

"""The pages and feeds that every site has, as targets of links."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.bureau.addresses import (
    DATA_PAGE,
    HOME,
    SEARCH,
    SITE_MAP,
    WHOLE_SITE,
    atom_address,
    json_feed_address,
)
from plugins.relations.link_target import LinkTarget, TargetKind

NAMES = {HOME: "首页", SEARCH: "站内搜索", SITE_MAP: "网站地图", DATA_PAGE: "数据开放"}


def fixed_pages(columns: Iterable[str]) -> dict[str, LinkTarget]:
    """By path from the root, a folder without its `index.html` too; `columns` are their codes."""
    feeds = {
        address: "订阅"
        for code in (WHOLE_SITE, *columns)
        for address in (atom_address(code), json_feed_address(code))
    }
    pages = {
        path: LinkTarget(TargetKind.PAGE, path, title=name)
        for path, name in (NAMES | feeds).items()
    }
    folders = {
        path.removesuffix("index.html").rstrip("/"): target
        for path, target in pages.items()
        if path.endswith("index.html")
    }
    # The root is a dot where it was reached from a folder.
    return pages | folders | {".": folders[""]}

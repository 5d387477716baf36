"""The pages, feeds and data files that every site has with its columns, as targets of links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.bureau import Column
from plugins.bureau.addresses import (
    DATA_PAGE,
    HOME,
    SEARCH,
    SITE_MAP,
    STATUTE_SCHEMA,
    WHOLE_SITE,
    atom_address,
    json_feed_address,
)
from plugins.records.kinds import KINDS
from plugins.relations.link_target import LinkTarget, TargetKind

NAMES = {HOME: "首页", SEARCH: "站内搜索", SITE_MAP: "网站地图", DATA_PAGE: "数据开放"}


# The ends of a column's data files, see `plugins.exports.open_data`.
DATA_ENDS = (".json", ".csv", ".schema.json")
FILES = {
    "sitemap.xml": "网站地图",
    "robots.txt": "网站地图",
    **{f"data/{name}{end}": "数据开放" for name in ("citations", "applications")
       for end in (".json", ".csv")},
}  # fmt: skip


def fixed_pages(columns: Iterable[Column]) -> dict[str, LinkTarget]:
    """By path from the root, a folder without its `index.html` too."""
    columns = list(columns)
    feeds = {
        address: "订阅"
        for code in (WHOLE_SITE, *(column.code for column in columns))
        for address in (atom_address(code), json_feed_address(code))
    }
    pages = {
        path: LinkTarget(TargetKind.PAGE, path, title=name)
        for path, name in (NAMES | feeds | FILES | dict(_files(columns))).items()
    }
    folders = {
        path.removesuffix("index.html").rstrip("/"): target
        for path, target in pages.items()
        if path.endswith("index.html")
    }
    # The root is a dot where it was reached from a folder.
    return pages | folders | {".": folders[""]}


def _files(columns: Iterable[Column]) -> Iterator[tuple[str, str]]:
    for column in columns:
        model = KINDS.get(column.kind)
        if (model and model.open_data) or column.traits.pages == "catalogue":
            for end in DATA_ENDS:
                yield f"data/{column.code}{end}", column.name
        if column.traits.is_law:
            yield STATUTE_SCHEMA, column.name
        if column.traits.has_calendar:
            yield f"{column.code}/all.ics", column.name
            yield f"{column.code}/past.html", column.name

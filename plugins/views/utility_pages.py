"""The pages about the site itself: site map, 404, search, and the prompt before external links."""

from __future__ import annotations

from plugins.bureau import Column
from plugins.bureau.addresses import (
    SEARCH,
    SEARCH_INDEX,
    SITE_MAP,
    VARIANTS,
    WHOLE_SITE,
    atom_address,
)
from plugins.dependencies import ITEMS
from plugins.incremental.tracking import depends_on
from plugins.site.catalogue import catalogue_size
from plugins.site.head import make_head
from plugins.site.model import Site
from plugins.site.page import Page
from plugins.site.urls import Links, leaving_address
from plugins.texts.web_address import host_of

NOT_FOUND = "404.html"


def site_map_page(site: Site, links: Links) -> Page:
    tree = []
    for group in site.bureau.groups:
        columns = [
            {
                "name": column.name,
                "address": column.address,
                "count": _count(site, column),
                "pages": [
                    {"title": record.title, "address": record.address}
                    for record in (site.listed(column.code) if column.traits.named_on_map else ())
                    if record.address != column.address
                ],
            }
            for column in site.columns
            if column.facts.group == group.code
        ]
        if columns:
            tree.append({"name": group.name, "columns": columns})
    tools = [
        {"title": "站内搜索", "address": SEARCH},
        {"title": "数据开放", "address": "data/index.html"},
        {"title": "订阅（Atom）", "address": atom_address(WHOLE_SITE)},
        {"title": "网站地图（XML）", "address": "sitemap.xml"},
    ]
    head = make_head(site, links, SITE_MAP, "sitemap", "网站地图", description="全部栏目和常用页面")
    return Page("sitemap", head, {"tree": tree, "tools": tools})


def _count(site: Site, column: Column) -> int:
    if column.traits.has_records:
        return len(site.listed(column.code))
    if not column.traits.has_data:
        return catalogue_size(site)
    depends_on(ITEMS, column.code)
    return len(site.library.data_items.get(column.code, ()))


def not_found_page(site: Site, links: Links) -> Page:
    head = make_head(site, links, NOT_FOUND, "missing", "没有找到这个页面", indexed=False)
    return Page("missing", head, {})


def search_page(site: Site, links: Links) -> Page:
    head = make_head(site, links, SEARCH, "search", "站内搜索", indexed=False)
    variants = VARIANTS if site.bureau.traditional.is_offered else None
    view = {"index_address": SEARCH_INDEX, "root": "index.html", "variants_address": variants}
    return Page("search", head, view)


def leaving_page(site: Site, links: Links, url: str) -> Page:
    head = make_head(
        site, links, leaving_address(url), "leaving", "即将离开本网站", feeds=False, indexed=False
    )
    return Page("leaving", head, {"target": {"url": url, "host": host_of(url)}})

"""The pages at old addresses: one that leads on, and one that says what was withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from posixpath import basename

from plugins.addresses import page_of, resolve
from plugins.addresses.model import NoticeTuple
from plugins.dependencies import PATHS
from plugins.incremental.tracking import depends_on
from plugins.records.extract import column_of
from plugins.records.formatting import chinese_day
from plugins.site.head import PageHead, make_head
from plugins.site.model import Site
from plugins.site.page import Output, Page
from plugins.site.urls import Links


def moved_pages(site: Site) -> Iterator[Output]:
    """In no list, no feed, no search and not on the map of the site."""
    claims = site.claims
    depends_on(PATHS)
    for page, claim in sorted(resolve(claims, site.planned_paths()).pages.items()):
        if claim.notice:
            yield Output(page, withdrawn_page, (claim.old, claim.notice, _target(site, claim.new)))
        else:
            yield Output(page, moved_page, (claim.old, *_target(site, claim.new)))


def _target(site: Site, new: str) -> tuple[str, str]:
    """An address and the id of the record whose page it is, empty for any other page."""
    identifier = site.ids_by_address.get(new, "") if new else ""
    return new, identifier


def moved_page(site: Site, links: Links, old: str, new: str, identifier: str) -> Page:
    heading = "页面已经移到新的网址"
    head = _head(site, links, old, "moved", heading)
    target = {"address": new, "title": _title(site, new, identifier)}
    return Page("moved", head._replace(canonical=links.absolute(new)), {"target": target})


def withdrawn_page(
    site: Site, links: Links, old: str, notice: NoticeTuple, target: tuple[str, str]
) -> Page:
    day, reason, title = notice
    heading = "这个页面已经撤下"
    head = _head(site, links, old, "withdrawn", heading)
    view = {
        "title": title,
        "day": chinese_day(date.fromordinal(day)),
        "reason": reason.rstrip("。"),
        "target": {"address": target[0], "title": _title(site, *target)} if target[0] else None,
    }
    return Page("withdrawn", head, view)


def _head(site: Site, links: Links, old: str, kind: str, heading: str) -> PageHead:
    """With the tags of the column in whose folder it stands, as every page there has them."""
    column = next((column for column in site.columns if column.code == column_of(old)), None)
    page = page_of(old)
    return make_head(site, links, page, kind, heading, column=column, feeds=False, indexed=False)


def _title(site: Site, address: str, identifier: str) -> str:
    """What a link to a page is called; a file by its name, any other page by its address."""
    if identifier:
        return site.by_id[identifier].title
    if address == "index.html":
        return "首页"
    named = (column.name for column in site.columns if column.address == address)
    return next(named, address if address.endswith(".html") else basename(address))

"""Everything a build can write: each file planned, none rendered yet.

The plan has parts, each a node of the dependency graph: the pages of one column, the feeds, the
files that are copied. A part is planned again only when something that it read has changed; the
views are imported when one is, because most builds plan nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from plugins.attachments import cleaned
from plugins.bureau import Column
from plugins.bureau.addresses import HOME, SEARCH, SITE_MAP
from plugins.bureau.languages import ENGLISH_HOME
from plugins.findings import Finding, Severity
from plugins.incremental.snapshot import Snapshot
from plugins.site import File, Links, Output, Site
from plugins.theme.assets import ThemeAsset

Part = Callable[[], Iterable[Output]]
# Parts that are made of other files than records.
THEME, FILES = "theme", "files"
# The last part, of pages where nothing else of the plan is any more.
OLD_ADDRESSES = "old addresses"


def plan_parts(site: Site, assets: Mapping[str, ThemeAsset], content: Snapshot) -> dict[str, Part]:
    """The parts of the plan by name; in a collision the output of the earlier part is written."""
    parts: dict[str, Part] = {"site": partial(_site_pages, site)}
    for column in site.columns:
        parts[f"column {column.code}"] = partial(_column, site, column)
    parts |= {
        "external links": partial(_prompts, site),
        THEME: lambda: [Output(a.address, theme_file, (a.address,)) for a in assets.values()],
        "feeds": partial(_feeds, site),
        "data": partial(_site_exports, site),
        FILES: lambda: _copied_files(site, content),
        OLD_ADDRESSES: partial(_moved, site),
    }
    return parts


def _site_pages(site: Site) -> Iterator[Output]:
    from plugins.site.preview_notice import FINDINGS_PAGE
    from plugins.views import utility_pages
    from plugins.views.findings import findings_page
    from plugins.views.home import home_page

    yield Output(HOME, home_page, changed=0)
    yield Output(SITE_MAP, utility_pages.site_map_page, changed=0)
    yield Output(SEARCH, utility_pages.search_page)
    if site.english_entries():
        from plugins.views.english import english_home

        yield Output(ENGLISH_HOME, english_home, changed=0)
    yield Output(utility_pages.NOT_FOUND, utility_pages.not_found_page)
    if site.preview:
        yield Output(FINDINGS_PAGE, findings_page)


def _column(site: Site, column: Column) -> Iterator[Output]:
    from plugins.exports.calendars import calendar_outputs
    from plugins.exports.feeds import column_feeds
    from plugins.exports.qr_codes import qr_codes
    from plugins.exports.statute_data import statute_data_outputs
    from plugins.views.columns import pages_of_column

    yield from pages_of_column(site, column)
    if column.traits.has_calendar:
        yield from calendar_outputs(site, column)
    if column.traits.has_records:
        yield from qr_codes(site, column)
    if column.traits.is_law:
        yield from statute_data_outputs(site, column)
    yield from column_feeds(site, column)


def _prompts(site: Site) -> Iterator[Output]:
    from plugins.site.external_links import prompted_addresses
    from plugins.site.urls import leaving_address
    from plugins.views.utility_pages import leaving_page

    for url in prompted_addresses(site):
        yield Output(leaving_address(url), leaving_page, (url,))


def _feeds(site: Site) -> Iterator[Output]:
    from plugins.exports.feeds import site_feeds

    return site_feeds(site)


def _site_exports(site: Site) -> Iterator[Output]:
    from plugins.exports.outputs import site_exports

    return site_exports(site)


def _copied_files(site: Site, content: Snapshot) -> Iterator[Output]:
    for asset in site.library.assets.published:
        yield Output(asset.path, copied_file, (asset.path, asset.format, *content[asset.path]))


def _moved(site: Site) -> Iterator[Output]:
    from plugins.views.moved import moved_pages

    return moved_pages(site)


def theme_file(site: Site, _links: Links, address: str) -> File:
    """The address has the fingerprint of the content, so nothing else need be compared."""
    return File(address, site.theme_file(address))


def copied_file(site: Site, _links: Links, path: str, format: str, *_stat: int) -> File:
    """A picture without what it tells of who made it, and where; all else as it is."""
    return File(path, cleaned((site.library.content / path).read_bytes(), format))


def collisions(paths: Iterable[str]) -> Iterator[Finding]:
    """A finding for every path that two outputs have."""
    seen: set[str] = set()
    for path in paths:
        if path in seen:
            message = f"有两个页面都要写成 {path}"
            hint = "改其中一篇稿件的网址名，或改栏目文件夹的名字"
            yield Finding("address-taken", Severity.ERROR, path, message, hint)
        seen.add(path)

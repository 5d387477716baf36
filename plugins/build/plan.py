"""Everything a build writes, as values: the pages and the files, each path once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plugins.build.theme_assets import ThemeAsset
from plugins.findings import Finding, Severity
from plugins.machine import data_page, machine_files, site_map
from plugins.records.kinds import MATTER
from plugins.site import File, Links, Page, Site
from plugins.views.events import calendar_pages
from plugins.views.home import home_page
from plugins.views.lists import column_pages
from plugins.views.matters import matters_page
from plugins.views.others import leaving_pages, missing_page, search_page, site_map_page
from plugins.views.records import record_pages
from plugins.views.statute_library import library_pages
from plugins.views.statutes import compare_pages, text_files


def plan(site: Site, links: Links, assets: Mapping[str, ThemeAsset]) -> list[Page | File]:
    """All outputs in a stable order. Two outputs with one path are a finding of the site."""
    outputs = list(_outputs(site, links, assets))
    pages = [output for output in outputs if isinstance(output, Page)]
    outputs.append(site_map(site, links, pages))
    site.findings += _collisions(outputs)
    return list({output.path: output for output in reversed(outputs)}.values())[::-1]


def _outputs(site: Site, links: Links, assets: Mapping[str, ThemeAsset]) -> Iterator[Page | File]:
    yield home_page(site, links)
    for column in site.columns:
        if column.kind == MATTER:
            yield from matters_page(site, links, column)
            continue
        if column.kind == "event":
            yield from calendar_pages(site, links, column)
        else:
            yield from column_pages(site, links, column)
        yield from record_pages(site, links, column)
        if column.kind == "statute" and site.listed[column.code]:
            yield from library_pages(site, links, column)
            yield from compare_pages(site, links, column)
            yield from text_files(site, column)
    yield site_map_page(site, links)
    yield search_page(site, links)
    yield data_page(site, links)
    yield missing_page(site, links)
    yield from leaving_pages(site, links)
    for asset in assets.values():
        yield File(asset.address, asset.content)
    yield from machine_files(site, links)


def _collisions(outputs: Iterable[Page | File]) -> Iterator[Finding]:
    seen: set[str] = set()
    for output in outputs:
        if output.path in seen:
            message = f"有两个页面都要写成 {output.path}"
            hint = "改其中一篇稿件的网址名，或改栏目文件夹的名字"
            yield Finding("address-taken", Severity.ERROR, output.path, message, hint)
        seen.add(output.path)

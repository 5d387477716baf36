"""Everything a build can write: each file planned, none made yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from plugins.build.theme_assets import ThemeAsset
from plugins.findings import Finding, Severity
from plugins.machine.outputs import machine_outputs
from plugins.machine.sitemap import site_map
from plugins.rebuild.scan import Stamp
from plugins.records import Record
from plugins.site import File, Links, Output, Site
from plugins.site.outward import Outward
from plugins.site.urls import leaving_address
from plugins.views.columns import pages_of_column
from plugins.views.home import home_page
from plugins.views.others import (
    MISSING,
    SEARCH,
    SITE_MAP,
    leaving_page,
    missing_page,
    search_page,
    site_map_page,
)


def plan(
    site: Site,
    outward: Outward,
    assets: Mapping[str, ThemeAsset],
    files: Mapping[str, Stamp],
) -> list[Output]:
    """All outputs in a stable order. Two outputs with one path are a finding of the site.

    `assets` are the theme's, `files` those of the content folder that are copied as they are.
    """
    outputs = list(_outputs(site, outward, assets, files))
    outputs.append(site_map(site, outputs))
    site.findings += _collisions(outputs)
    return list({output.path: output for output in reversed(outputs)}.values())[::-1]


def _outputs(
    site: Site,
    outward: Outward,
    assets: Mapping[str, ThemeAsset],
    files: Mapping[str, Stamp],
) -> Iterator[Output]:
    in_column: dict[str, list[Record]] = defaultdict(list)
    for record in site.records:
        in_column[record.column].append(record)
    yield Output("index.html", home_page, changed=0)
    for column in site.columns:
        yield from pages_of_column(site, column, in_column[column.code])
    yield Output(SITE_MAP, site_map_page, changed=0)
    yield Output(SEARCH, search_page)
    yield Output(MISSING, missing_page)
    for url in outward:
        yield Output(leaving_address(url), leaving_page, (url,))
    for asset in assets.values():
        yield Output(asset.address, theme_file, (asset.address,))
    yield from machine_outputs(site)
    for path, stamp in files.items():
        yield Output(path, copied_file, (path, *stamp))


def theme_file(site: Site, _links: Links, address: str) -> File:
    """The address has the fingerprint of the content, so nothing else need be compared."""
    return File(address, site.files[address])


def copied_file(site: Site, _links: Links, path: str, *_stamp: int) -> File:
    return File(path, (site.library.content / path).read_bytes())


def _collisions(outputs: Iterable[Output]) -> Iterator[Finding]:
    seen: set[str] = set()
    for output in outputs:
        if output.path in seen:
            message = f"有两个页面都要写成 {output.path}"
            hint = "改其中一篇稿件的网址名，或改栏目文件夹的名字"
            yield Finding("address-taken", Severity.ERROR, output.path, message, hint)
        seen.add(output.path)

"""Content to outputs: all that a build does before it writes anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.build.plan import plan
from plugins.build.theme_assets import ThemeAsset
from plugins.findings import Finding
from plugins.records import load_library
from plugins.site import File, Links, Page, Site, build_site


@dataclass(frozen=True)
class Prepared:
    """`site` is None when bureau.yml can't be read; then there are findings and no outputs."""

    site: Site | None
    links: Links | None
    outputs: list[Page | File]
    findings: list[Finding]


def prepare(
    content: Path,
    now: datetime,
    assets: Mapping[str, ThemeAsset],
    *,
    site_address: str = "",
    relative: bool = True,
    preview: bool = True,
) -> Prepared:
    library = load_library(content)
    if library.bureau is None:
        return Prepared(None, None, [], library.findings)
    site = build_site(library, now, preview)
    links = Links(site_address or library.bureau.address, relative)
    outputs = plan(site, links, assets)
    return Prepared(site, links, outputs, site.findings)

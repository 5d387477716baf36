"""Content to planned outputs: all that a build does before it makes anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.build.plan import plan
from plugins.build.theme_assets import ThemeAsset
from plugins.findings import Finding
from plugins.rebuild.scan import Stamp, scan
from plugins.records.loading import Readers, load_library, read_directly
from plugins.site import File, Links, Output, Page, Site, build_site
from plugins.site.outward import Outward, find_outward


@dataclass(frozen=True)
class Prepared:
    """`site` is None when bureau.yml can't be read; then there are findings and no outputs."""

    site: Site | None
    outward: Outward | None
    planned: list[Output]
    findings: list[Finding]

    @property
    def outputs(self) -> list[Page | File]:
        """All of it made, in memory."""
        return [output.made(self.site) for output in self.planned]


def prepare(
    content: Path,
    now: datetime,
    assets: Mapping[str, ThemeAsset],
    *,
    site_address: str = "",
    relative: bool = True,
    preview: bool = True,
    read: Readers = read_directly,
    tree: dict[str, Stamp] | None = None,
    described: Mapping[str, tuple] | None = None,
) -> Prepared:
    tree = scan(content) if tree is None else tree
    library = load_library(content, read, tree, described)
    if library.bureau is None:
        return Prepared(None, None, [], library.findings)
    links = Links(site_address or library.bureau.address, relative)
    site = build_site(library, now, links, preview)
    site.files = {asset.address: asset.content for asset in assets.values()}
    outward = find_outward(site)
    files = {path: tree[path] for path in library.assets.paths}
    return Prepared(site, outward, plan(site, outward, assets, files), site.findings)

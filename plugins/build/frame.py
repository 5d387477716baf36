"""What every template receives beside its view, and the filters it may use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.build.inputs import fingerprint
from plugins.build.theme_assets import ThemeAsset
from plugins.bureau import Column
from plugins.findings import Severity
from plugins.site.model import Site
from plugins.site.outward import Outward
from plugins.site.page import Page
from plugins.site.show import chinese_day, moment
from plugins.site.urls import leaving_address

FILTERS: dict[str, Callable] = {
    "day": chinese_day,
    "isoday": lambda value: f"{value:%Y-%m-%d}",
    "moment": moment,
    "isomoment": lambda value: value.isoformat(timespec="minutes"),
}


@dataclass(frozen=True)
class NavColumn:
    code: str
    name: str
    address: str
    description: str
    current: bool


@dataclass(frozen=True)
class NavGroup:
    code: str
    name: str
    current: bool
    columns: list[NavColumn]


@dataclass(frozen=True)
class AssetView:
    address: str
    integrity: str | None


class Frame:
    """The part of a page that is the same all over the site."""

    def __init__(
        self, site: Site, outward: Outward, assets: Mapping[str, ThemeAsset]
    ) -> None:
        self._site, self._links, self._assets = site, site.links, assets
        self._prompted = outward
        counts = dict.fromkeys(Severity, 0)
        for found in set(site.findings):
            counts[found.severity] += 1
        self._notice = {
            "left_out": len(site.library.left_out),
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
        }

    @property
    def fingerprint(self) -> bytes:
        """Of what is the same on every page."""
        assets = sorted(asset.address for asset in self._assets.values())
        return fingerprint(self._shown_notice, assets, self._site.preview)

    @property
    def _shown_notice(self) -> dict[str, int] | None:
        return self._notice if self._site.preview and self._notice["errors"] else None

    def context(self, page: Page) -> dict[str, Any]:
        """Everything the template of `page` may read."""
        site = self._site
        href = self._links.href(page.path)
        return {
            **page.view,
            "bureau": site.bureau,
            "groups": self._groups(page.path),
            "page": page.head,
            "asset": self._asset,
            "href": href,
            "outward": lambda url: self._outward(url, href),
            "notice": self._shown_notice,
            "preview": site.preview,
        }

    def _groups(self, path: str) -> list[NavGroup]:
        here = path.partition("/")[0]
        groups = []
        for group in self._site.bureau.groups:
            columns = [
                _nav_column(column, here)
                for column in self._site.columns
                if column.facts.group == group.code
            ]
            if columns:
                current = any(column.current for column in columns)
                groups.append(NavGroup(group.code, group.name, current, columns))
        return groups

    def _asset(self, name: str) -> AssetView:
        asset = self._assets[name]
        # A browser refuses integrity for a file opened from disk, which a preview may be.
        return AssetView(asset.address, None if self._links.relative else asset.integrity)

    def _outward(self, url: str, href: Callable[[str], str]) -> dict[str, Any]:
        marked = url in self._prompted
        return {"url": url, "marked": marked, "href": href(leaving_address(url)) if marked else url}


def _nav_column(column: Column, here: str) -> NavColumn:
    return NavColumn(
        column.code, column.name, column.address, column.facts.description, column.code == here
    )

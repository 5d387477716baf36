"""What every template receives beside its view, and the filters it may use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from plugins.bureau import Column
from plugins.incremental.fingerprint import fingerprint
from plugins.records.formatting import chinese_day, iso_day, moment
from plugins.site.alerts import alerts
from plugins.site.external_links import needs_prompt
from plugins.site.model import Site
from plugins.site.page import Page
from plugins.site.preview_notice import FINDINGS_PAGE, preview_notice
from plugins.site.urls import leaving_address, quote_query_value
from plugins.texts.figures import with_name
from plugins.texts.telephones import with_telephones
from plugins.theme.assets import FOLDER, ThemeAsset

FILTERS: dict[str, Callable[..., Any]] = {
    "day": chinese_day,
    "isoday": iso_day,
    "moment": moment,
    # A title that may break between its words.
    "breakable": Markup("<wbr>").join,
    "in_query": quote_query_value,
    "phones": with_telephones,
    "named": lambda words: Markup(with_name(str(words))),
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

    def __init__(self, site: Site, assets: Mapping[str, ThemeAsset]) -> None:
        self._site, self._links, self._assets = site, site.links, assets
        self._navigation: dict[str, list[NavGroup]] = {}
        self._addresses = frozenset(column.address for column in site.columns)
        self._notice = preview_notice(site) if site.preview else None

    @property
    def fingerprint(self) -> bytes:
        """Of what is the same on every page."""
        assets = sorted(asset.address for asset in self._assets.values())
        notice = tuple(self._notice) if self._notice else None
        return fingerprint(notice, assets, self._site.preview)

    def context(self, page: Page) -> dict[str, Any]:
        """Everything the template of `page` may read."""
        path = page.path
        return {
            **page.view,
            **self._common(path, path.partition("/")[0]),
            "page": page.head,
            "notice": self._notice,
            "alerts": alerts(self._site),
            "preview": self._site.preview,
            "findings_address": FINDINGS_PAGE,
        }

    def shared_context(self, path: str) -> dict[str, Any]:
        """What a part may read that is the same on many pages: nothing of the page but its folder,
        and whether it is the address `at` of a column.
        """
        folder, code, at = self.shared_key(path)
        return {**self._common(at or folder, code), "at": at}

    def shared_key(self, path: str) -> tuple[str, str, str]:
        """What tells the shared contexts of two pages apart: folder, column, column's address."""
        folder, inside, _ = path.rpartition("/")
        at = path if path in self._addresses else ""
        return folder + inside, path.partition("/")[0] if inside else "", at

    def _common(self, path: str, code: str) -> dict[str, Any]:
        href = self._links.href(path)
        return {
            "bureau": self._site.bureau,
            "scripts_from": self._scripts_from,
            "asset": self._asset,
            "href": href,
            "external_link": lambda url: self._external_link(url, href),
            "groups": self._groups(code),
        }

    def _groups(self, here: str) -> list[NavGroup]:
        """The navigation as it is in one column."""
        if here not in self._navigation:
            self._navigation[here] = list(self._make_groups(here))
        return self._navigation[here]

    def _make_groups(self, here: str) -> Iterator[NavGroup]:
        for group in self._site.bureau.groups:
            columns = [
                _nav_column(column, here)
                for column in self._site.columns
                if column.facts.group == group.code
            ]
            if columns:
                current = any(column.current for column in columns)
                yield NavGroup(group.code, group.name, current, columns)

    @property
    def _scripts_from(self) -> str | None:
        """The one folder from which pages may run scripts, as a source of the content security
        policy. A preview has none: it may lie in any folder, or be opened from disk.
        """
        return None if self._links.relative else f"*:*{self._links.root}{FOLDER}/"

    def _asset(self, name: str) -> AssetView:
        asset = self._assets[name]
        # A browser refuses integrity for a file opened from disk, which a preview may be.
        return AssetView(asset.address, None if self._links.relative else asset.integrity)

    def _external_link(self, url: str, href: Callable[[str], str]) -> dict[str, Any]:
        external = needs_prompt(self._site, url)
        return {
            "url": url,
            "external": external,
            "href": href(leaving_address(url)) if external else url,
        }


def _nav_column(column: Column, here: str) -> NavColumn:
    return NavColumn(
        column.code, column.name, column.address, column.facts.description, column.code == here
    )

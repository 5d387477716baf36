"""What a build is told: where things lie, and what the settings say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.rebuild.identity import identity
from plugins.rebuild.workers import cores

if TYPE_CHECKING:
    from plugins.bureau import Bureau
    from plugins.site import Links

PLUGINS = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Told:
    """`templates` are folders whose templates take the place of the theme's, `address` is empty for
    the bureau's own. `ours` says whether a file in the output that isn't of the site has no
    business there; where it is no `preview`, a site with errors is none. `workers` may be more than
    a system allows that doesn't fork.
    """

    content: Path
    theme: Path
    output: Path
    cache: Path
    templates: tuple[Path, ...] = ()
    address: str = ""
    relative: bool = True
    preview: bool = True
    ours: bool = False
    fresh: bool = False
    workers: int = 1

    def links(self, bureau: Bureau) -> Links:
        from plugins.site import Links

        return Links(self.address or bureau.address, self.relative)


def fingerprint(settings: Mapping[str, Any]) -> str:
    """Of the program and the settings, as Pelican has them or as they are told."""
    return identity([PLUGINS], settings)


def told_by(settings: Mapping[str, Any], content: str, theme: str, output: str) -> Told:
    """By settings as Pelican has them, or as the settings file says them."""
    return Told(
        Path(content),
        Path(theme),
        Path(output),
        Path(settings["CACHE_PATH"]),
        tuple(map(Path, settings.get("THEME_TEMPLATES_OVERRIDES", ()))),
        settings["SITEURL"],
        settings["RELATIVE_URLS"],
        not settings["PUBLISHING"],
        bool(settings.get("OUTPUT_IS_OURS")),
        bool(settings.get("FRESH")),
        settings.get("WORKERS") or cores(),
    )

"""What a build is asked to do: where things lie, and what the settings say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.workers.parallel import cores

if TYPE_CHECKING:
    from plugins.bureau import Bureau
    from plugins.site import Links


@dataclass(frozen=True)
class BuildOptions:
    """`templates` are folders whose templates take the place of the theme's; `address` is empty for
    the bureau's own. With `owns_output` every other file in the output is an orphan; without
    `preview` a site with errors is not built. `workers` is reduced to one where the system can't
    fork.
    """

    content: Path
    theme: Path
    output: Path
    cache: Path
    templates: tuple[Path, ...] = ()
    address: str = ""
    relative: bool = True
    preview: bool = True
    owns_output: bool = False
    fresh: bool = False
    workers: int = 1

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any]) -> BuildOptions:
        """From Pelican's settings, in which paths are absolute."""
        return cls(
            content=Path(settings["PATH"]),
            theme=Path(settings["THEME"]),
            output=Path(settings["OUTPUT_PATH"]),
            cache=Path(settings["CACHE_PATH"]),
            templates=tuple(map(Path, settings.get("THEME_TEMPLATES_OVERRIDES", ()))),
            address=settings["SITEURL"],
            relative=settings["RELATIVE_URLS"],
            preview=not settings.get("PUBLISHING"),
            owns_output=bool(settings.get("OUTPUT_IS_OURS")),
            fresh=bool(settings.get("FRESH")),
            workers=settings.get("WORKERS") or cores(),
        )

    def links(self, bureau: Bureau) -> Links:
        from plugins.site import Links

        return Links(self.address or bureau.address, self.relative)

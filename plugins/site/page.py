"""What a build writes: pages rendered from a template and a view, and other files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from plugins.site.head import PageHead

if TYPE_CHECKING:
    from plugins.site.model import Site


class Page(NamedTuple):
    """One HTML page, rendered from a template, its view and the frame of the site."""

    template: str
    head: PageHead
    view: Mapping[str, Any]

    @property
    def path(self) -> str:
        return self.head.path


@dataclass(frozen=True)
class File:
    """One file with its bytes (a feed, a data file, an icon)."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site, planned: `function(site, site.links, *args)` makes it when it is
    needed.

    `args` are plain values; with what `function` reads of the site they are all that the file
    depends on. `changed` is for the map of the site: when an indexed page last changed, in seconds;
    0 stands for when its column did, None for a page that isn't on the map.
    """

    path: str
    function: Callable[..., Page | File]
    args: tuple[Any, ...] = ()
    changed: int | None = None

    @property
    def function_name(self) -> str:
        """The name under which `function_named` finds `function` again."""
        return f"{self.function.__module__}.{self.function.__qualname__}"

    def call(self, site: Site) -> Page | File:
        return self.function(site, site.links, *self.args)


def function_named(name: str) -> Callable[..., Page | File]:
    """The function of that name; its module is imported only now, as most builds need few."""
    module, _, function = name.rpartition(".")
    if not module.startswith("plugins."):
        raise LookupError(name)
    found: Callable[..., Page | File] = getattr(import_module(module), function)
    return found

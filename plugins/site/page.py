"""What a build writes: pages made from a template and its view, and files made of bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from plugins.site.head import PageHead

if TYPE_CHECKING:
    from plugins.site.model import Site


class Page(NamedTuple):
    """One HTML page: a function of its template and its view, and of nothing else but the frame."""

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
    """One file of the site, planned: `make(site, site.links, *given)` makes it when it is needed.

    `given` are plain values, and with what `make` reads of the site they are all that the file
    depends on. `changed` is for the map of the site: when an indexed page last changed, in seconds;
    0 stands for when its column did, None for a page that isn't on the map.
    """

    path: str
    make: Callable[..., Page | File]
    given: tuple[Any, ...] = ()
    changed: int | None = None

    @property
    def maker(self) -> str:
        """The name under which `function_named` finds `make` again."""
        return f"{self.make.__module__}.{self.make.__qualname__}"

    def made(self, site: Site) -> Page | File:
        return self.make(site, site.links, *self.given)


def function_named(name: str) -> Callable[..., Page | File]:
    """The function of that name; its module is loaded only now, for most builds need few."""
    module, _, function = name.rpartition(".")
    if not module.startswith("plugins."):
        raise LookupError(name)
    found: Callable[..., Page | File] = getattr(import_module(module), function)
    return found

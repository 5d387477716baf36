"""The files that are made of another output: pages in traditional characters.

They are no outputs of their own in the plan. They are made when their page is, from its bytes,
and go when it goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from plugins.bureau import Bureau
from plugins.bureau.addresses import SEARCH_INDEX, VARIANTS
from plugins.bureau.languages import TRADITIONAL, TRADITIONAL_SCRIPT, traditional_path
from plugins.languages.traditional import Traditional
from plugins.languages.twins import Place, TraditionalPages, traditional_search
from plugins.site.urls import Links


class Twins:
    """Of a bureau that wants no traditional characters there are none."""

    def __init__(self, bureau: Bureau, links: Links) -> None:
        self._is_offered, self._words = bureau.traditional.is_offered, bureau.traditional.words
        self._place = Place(links.site_address, links.root, links.relative)

    @cached_property
    def _traditional(self) -> Traditional:
        return Traditional(self._words)

    @cached_property
    def _pages(self) -> TraditionalPages:
        return TraditionalPages(self._place, self._traditional)

    def paths(self, path: str) -> tuple[str, ...]:
        """The paths of the files that are made of the output at `path`."""
        if not self._is_offered:
            return ()
        twin = traditional_path(path)
        if path == SEARCH_INDEX:
            return twin, VARIANTS
        return (twin,) if twin else ()

    def with_twins(self, paths: Iterable[str]) -> Iterator[str]:
        for path in paths:
            yield path
            yield from self.paths(path)

    @staticmethod
    def owner(path: str) -> str:
        """The output that the file at `path` is made of; the same path for an output."""
        if path.endswith(TRADITIONAL_SCRIPT):
            return path.removesuffix(TRADITIONAL_SCRIPT) + ".js"
        return SEARCH_INDEX if path == VARIANTS else path.removeprefix(f"{TRADITIONAL}/")

    def make(self, path: str, content: bytes) -> Iterator[tuple[str, bytes]]:
        """The files that are made of an output, with their paths."""
        paths = self.paths(path)
        if not paths:
            return
        text = content.decode()
        if path == SEARCH_INDEX:
            made: tuple[str, ...] = traditional_search(text, self._traditional)
        elif path.endswith(".js"):
            made = (self._traditional.convert(text),)
        else:
            made = (self._pages.page(text, path),)
        for own, new in zip(paths, made, strict=True):
            yield own, new.encode()

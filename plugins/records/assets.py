"""The files beside the records: what an attachment or an image is, read when first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.attachments import inspect, problems_in
from plugins.bureau.addresses import address_of
from plugins.dependencies import ASSET
from plugins.incremental.fingerprint import fingerprint
from plugins.incremental.tracking import depends_on
from plugins.privacy import OwnNumbers
from plugins.records.asset_rules import is_refused
from plugins.records.drawing import drawing_of
from plugins.records.file_types import TYPES, Format, content_of, suffix_of
from plugins.records.pdf import read_pdf
from plugins.records.svg import read_svg

# The folders of content/ that are copied to the site as they are.
ASSET_FOLDERS = ("files", "images")


@dataclass(frozen=True)
class Asset:
    """`type` is what its name promises, `format` what its content is. `size` in bytes, as it is
    published; `pages` of a PDF; `width` and `height` in pixels, of an SVG its viewBox. `fault` says
    what is wrong inside; `drawing` is the HTML of one that takes the colours of the page.
    `problems` are the values of a `FileProblem` each, of what stands in it; `is_aigc` if it is
    labelled as made by a machine.
    """

    path: str
    type: str
    size: int
    pages: int | None = None
    width: int | None = None
    height: int | None = None
    format: str = Format.OTHER.name
    fault: str = ""
    drawing: str = ""
    problems: tuple[tuple[str, ...], ...] = ()
    is_aigc: bool = False

    @property
    def address(self) -> str:
        return address_of(self.path)

    @property
    def readable_size(self) -> str:
        if self.size < 1024:
            return f"{self.size} 字节"
        if self.size < 1024 * 1024:
            return f"{self.size / 1024:.0f} KB"
        return f"{self.size / 1024 / 1024:.1f} MB"


NOTHING_OWN = OwnNumbers()
# The stamp of a file, and the values of its Asset.
AssetEntry = tuple[Any, tuple[Any, ...]]


class Assets:
    """The files under the asset folders of one content folder, whose files `tree` lists.

    `known` are assets as they were described before, with the stamp of the file. `own` are the
    numbers that may stand in them: with others each is described again.
    """

    def __init__(
        self,
        content: Path,
        tree: Mapping[str, Any],
        known: Mapping[str, AssetEntry] | None = None,
        own: OwnNumbers = NOTHING_OWN,
    ) -> None:
        self._content, self._own = content, own
        key = fingerprint(*vars(own).values())
        self._tree = {path: (stamp, key) for path, stamp in tree.items() if _is_asset(path)}
        self._known: dict[str, Asset] = {
            path: Asset(*described)
            for path, (stamp, described) in (known or {}).items()
            if self._tree.get(path) == stamp
        }
        self.paths = tuple(self._tree)
        self._names = frozenset(self.paths)

    @property
    def described(self) -> dict[str, AssetEntry]:
        """What is known of assets, to be kept."""
        return {
            path: (self._tree[path], tuple(vars(asset).values()))
            for path, asset in self._known.items()
        }

    def plain(self, path: str) -> tuple[Any, ...] | None:
        """What `get` gives, and why it gives nothing, as plain values."""
        found = self.described_at(path)
        return tuple(vars(found).values()) if found else None

    def __contains__(self, path: str) -> bool:
        """Whether there is one, which is known without reading it."""
        depends_on(ASSET, path)
        return path in self._names

    def get(self, path: str) -> Asset | None:
        """The asset at a path relative to the content folder; None when there is none, and when
        there is one that must not be published.
        """
        depends_on(ASSET, path)
        found = self.described_at(path)
        return None if found is None or is_refused(found) else found

    def is_refused(self, path: str) -> bool:
        """Whether there is a file at this path that must not be published."""
        depends_on(ASSET, path)
        found = self.described_at(path)
        return found is not None and is_refused(found)

    def described_at(self, path: str) -> Asset | None:
        """Also a file that must not be published. Raises OSError."""
        if path not in self._names:
            return None
        if path not in self._known:
            self._known[path] = describe(self._content / path, path, self._own)
        return self._known[path]

    # Describing many at once.

    @property
    def unknown(self) -> list[str]:
        """The paths of files that were not looked at since they changed."""
        return [path for path in self.paths if path not in self._known]

    def describe_some(self, paths: Iterable[str], _worker: int) -> Iterator[tuple[Any, ...]]:
        """The values of some assets, for `accept`; a work for `parallel_map`."""
        for path in paths:
            yield tuple(vars(describe(self._content / path, path, self._own)).values())

    def accept(self, values: tuple[Any, ...]) -> None:
        asset = Asset(*values)
        self._known[asset.path] = asset

    @property
    def published(self) -> Iterator[Asset]:
        """Those that are copied to the site."""
        return (asset for asset in self.all() if not is_refused(asset))

    def all(self) -> Iterator[Asset]:
        for path in self.paths:
            if asset := self.described_at(path):
                yield asset


def _is_asset(path: str) -> bool:
    folder, _, name = path.partition("/")
    return bool(name) and folder in ASSET_FOLDERS and not path.rpartition("/")[2].startswith(".")


def describe(file: Path, path: str, own: OwnNumbers = NOTHING_OWN) -> Asset:
    """Raises OSError."""
    suffix = suffix_of(path)
    expected = TYPES.get(suffix)
    label = expected.label if expected else suffix.lstrip(".").upper() or "文件"
    size, (found, fault) = file.stat().st_size, content_of(file)
    pages = width = height = None
    drawing = ""
    if found is Format.PDF and suffix == ".pdf":
        pages, fault = read_pdf(file)
    elif found is Format.SVG and suffix == ".svg":
        fault, width, height = read_svg(file)
        drawing = "" if fault else drawing_of(file)
    facts = inspect(file, found.name if not fault else "")
    return Asset(
        path,
        label,
        size if facts.published_size is None else facts.published_size,
        pages,
        facts.width or width,
        facts.height or height,
        found.name,
        fault,
        drawing,
        tuple(tuple(problem) for problem in problems_in(facts, path, own)),
        facts.is_aigc,
    )

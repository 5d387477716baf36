"""The files beside the records: what an attachment or an image is, read when first asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.dependencies import ASSET
from plugins.incremental.tracking import depends_on

# The folders of content/ that are copied to the site as they are.
ASSET_FOLDERS = ("files", "images")

TYPES = {
    ".pdf": "PDF",
    ".doc": "Word 文档",
    ".docx": "Word 文档",
    ".wps": "WPS 文档",
    ".xls": "Excel 表格",
    ".xlsx": "Excel 表格",
    ".csv": "CSV 表格",
    ".ofd": "OFD 版式文件",
    ".zip": "压缩包",
    ".txt": "文本",
    ".svg": "SVG 图片",
    ".png": "PNG 图片",
    ".jpg": "JPEG 图片",
    ".jpeg": "JPEG 图片",
    ".webp": "WebP 图片",
    ".gif": "GIF 图片",
    ".mp3": "音频",
    ".mp4": "视频",
}


@dataclass(frozen=True)
class Asset:
    """`size` in bytes; `pages` of a PDF; `width` and `height` in pixels, of an SVG its viewBox."""

    path: str
    type: str
    size: int
    pages: int | None = None
    width: int | None = None
    height: int | None = None

    @property
    def readable_size(self) -> str:
        if self.size < 1024:
            return f"{self.size} 字节"
        if self.size < 1024 * 1024:
            return f"{self.size / 1024:.0f} KB"
        return f"{self.size / 1024 / 1024:.1f} MB"


# The stamp of a file, and the values of its Asset.
AssetEntry = tuple[Any, tuple[Any, ...]]


class Assets:
    """The files under the asset folders of one content folder, whose files `tree` lists.

    `known` are assets as they were described before, with the stamp of the file.
    """

    def __init__(
        self, content: Path, tree: Mapping[str, Any], known: Mapping[str, AssetEntry] | None = None
    ) -> None:
        self._content, self._tree = content, tree
        self._known: dict[str, Asset] = {
            path: Asset(*described)
            for path, (stamp, described) in (known or {}).items()
            if tree.get(path) == stamp
        }
        self.paths = tuple(path for path in tree if _is_asset(path))
        self._names = frozenset(self.paths)

    @property
    def described(self) -> dict[str, AssetEntry]:
        """What is known of assets, to be kept."""
        return {
            path: (self._tree[path], tuple(vars(asset).values()))
            for path, asset in self._known.items()
        }

    def plain(self, path: str) -> tuple[Any, ...] | None:
        """What `get` gives as plain values."""
        found = self.get(path)
        return tuple(vars(found).values()) if found else None

    def get(self, path: str) -> Asset | None:
        """The asset at a path relative to the content folder, or None when there is none."""
        depends_on(ASSET, path)
        if path not in self._names:
            return None
        if path not in self._known:
            self._known[path] = describe(self._content / path, path)
        return self._known[path]


def _is_asset(path: str) -> bool:
    folder, _, name = path.partition("/")
    return bool(name) and folder in ASSET_FOLDERS and not path.rpartition("/")[2].startswith(".")


def describe(file: Path, path: str) -> Asset:
    suffix = file.suffix.lower()
    kind = TYPES.get(suffix, suffix.lstrip(".").upper() or "文件")
    pages = _pdf_pages(file) if suffix == ".pdf" else None
    width, height = _svg_size(file) if suffix == ".svg" else (None, None)
    return Asset(path, kind, file.stat().st_size, pages, width, height)


def _pdf_pages(file: Path) -> int | None:
    # Imported here: a site without PDF attachments need not pay for it.
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        return len(PdfReader(file).pages)
    except (PyPdfError, OSError, ValueError, KeyError):
        return None


def _svg_size(file: Path) -> tuple[int | None, int | None]:
    head = file.read_bytes()[:2000].decode("utf-8", "replace")
    box = re.search(r'viewBox="[-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]+)[ ,]+([\d.]+)"', head)
    return (round(float(box[1])), round(float(box[2]))) if box else (None, None)

"""The theme's static files: bundled in a fixed order and named by their content."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = "assets"
# Bundle → the files it is made of, in order. CUBE order for CSS: the later may refine the earlier.
BUNDLES = {
    "site.css": (
        "css/breakpoints.css",
        "css/tokens.css",
        "css/global.css",
        "css/compositions/*.css",
        "css/blocks/*.css",
        "css/utilities.css",
    ),
    "prefs.js": ("js/prefs.js",),
    "site.js": ("js/site/*.js",),
    "search.js": ("js/search.js",),
}


@dataclass(frozen=True)
class ThemeAsset:
    """`address` carries a fingerprint, so that it may be cached for ever."""

    name: str
    address: str
    content: bytes
    integrity: str


class ThemeAssets(Mapping[str, ThemeAsset]):
    """The assets of a theme by their plain names; their bytes are made when asked for.

    `stored` are names, addresses and integrity as an earlier build kept them (`plain`); without
    them the assets are made at once, for this process and its workers.
    """

    def __init__(self, static: Path, stored: Sequence[tuple[str, str, str]] | None = None) -> None:
        self._static = static
        self._files: dict[str, bytes] | None = None
        if stored is None:
            self._assets = load_theme_assets(static)
            self._files = {asset.address: asset.content for asset in self._assets.values()}
        else:
            self._assets = {
                name: ThemeAsset(name, address, b"", integrity)
                for name, address, integrity in stored
            }

    @property
    def plain(self) -> tuple[tuple[str, str, str], ...]:
        return tuple((a.name, a.address, a.integrity) for a in self._assets.values())

    def file(self, address: str) -> bytes:
        if self._files is None:
            loaded = load_theme_assets(self._static).values()
            self._files = {asset.address: asset.content for asset in loaded}
        return self._files[address]

    def __getitem__(self, name: str) -> ThemeAsset:
        return self._assets[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._assets)

    def __len__(self) -> int:
        return len(self._assets)


def load_theme_assets(static: Path) -> dict[str, ThemeAsset]:
    """Every asset of the theme by its plain name. Raises FileNotFoundError for a missing piece."""
    assets = {}
    for name, patterns in BUNDLES.items():
        files = [file for pattern in patterns for file in sorted(static.glob(pattern))]
        if not files:
            raise FileNotFoundError(f"theme/static: nothing for {name} ({', '.join(patterns)})")
        content = _css(static, files) if name.endswith(".css") else _joined(files)
        assets[name] = _asset(name, content)
    for file in sorted((static / "icons").rglob("*")):
        if file.is_file():
            name = file.relative_to(static).as_posix()
            assets[name] = _asset(name, file.read_bytes())
    return assets


def _css(static: Path, files: Sequence[Path]) -> bytes:
    # Imported here: a build with nothing to do needs no parser.
    from plugins.theme.old_browsers import for_old_browsers

    texts = {file.relative_to(static).as_posix(): file.read_text("utf-8") for file in files}
    return for_old_browsers(texts).encode() + b"\n"


def _joined(files: Sequence[Path]) -> bytes:
    return b"\n".join(file.read_bytes().strip() for file in files) + b"\n"


def _asset(name: str, content: bytes) -> ThemeAsset:
    path = Path(name)
    print_ = hashlib.sha256(content).hexdigest()[:10]
    address = f"{FOLDER}/{path.stem}.{print_}{path.suffix}"
    digest = base64.b64encode(hashlib.sha384(content).digest()).decode()
    return ThemeAsset(name, address, content, f"sha384-{digest}")

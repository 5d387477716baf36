"""The theme's static files: bundled in a fixed order and named by their content."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path

FOLDER = "assets"
# Bundle → the files it is made of, in order. CUBE order for CSS: the later may refine the earlier.
BUNDLES = {
    "site.css": (
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


def load_theme_assets(static: Path) -> dict[str, ThemeAsset]:
    """Every asset of the theme by its plain name. Raises FileNotFoundError for a missing piece."""
    assets = {}
    for name, patterns in BUNDLES.items():
        files = [file for pattern in patterns for file in sorted(static.glob(pattern))]
        if not files:
            raise FileNotFoundError(f"theme/static: nothing for {name} ({', '.join(patterns)})")
        content = b"\n".join(file.read_bytes().strip() for file in files) + b"\n"
        assets[name] = _asset(name, content)
    for file in sorted((static / "icons").rglob("*")):
        if file.is_file():
            name = file.relative_to(static).as_posix()
            assets[name] = _asset(name, file.read_bytes())
    return assets


def _asset(name: str, content: bytes) -> ThemeAsset:
    path = Path(name)
    print_ = hashlib.sha256(content).hexdigest()[:10]
    address = f"{FOLDER}/{path.stem}.{print_}{path.suffix}"
    digest = base64.b64encode(hashlib.sha384(content).digest()).decode()
    return ThemeAsset(name, address, content, f"sha384-{digest}")

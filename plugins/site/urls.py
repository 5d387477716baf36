"""Links on pages: addresses within the site made relative or absolute, and external hosts."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable
from urllib.parse import quote, urlsplit

from plugins.texts.web_address import host_of

GOVERNMENT = (".gov.cn", ".政务", ".xn--zfr164b")
# What `quote` must leave alone; Chinese anchors are legal in HTML and stay readable.
SAFE = "/#?=&;:,.-_~%@!$'()*+"
IS_PLAIN = re.compile(r"[A-Za-z0-9/._-]*", re.A).fullmatch


class Links:
    """Makes links for one build: relative for a preview, from the root of the host for publishing.

    Relative links name `index.html`, so that a preview opens from a file too.
    """

    def __init__(self, site_address: str, relative: bool) -> None:
        self.site_address = site_address.rstrip("/")
        self.relative = relative
        self.root = urlsplit(self.site_address).path.rstrip("/") + "/"
        # Cached by folder: the pages of a folder mostly have the same hundred links.
        self._cache: dict[str, dict[str, str]] = {}
        self._relative_paths: dict[tuple[str, str], str] = {}

    def href(self, page: str) -> Callable[[str], str]:
        """The function that turns addresses into links on the page at the path `page`."""
        base = posixpath.dirname(page) if self.relative else ""
        cache = self._cache.setdefault(base, {})

        def link(address: str) -> str:
            path, hash_sign, fragment = address.partition("#")
            if hash_sign and path in {"", page}:
                return hash_sign + fragment
            found = cache.get(path)
            if found is None:
                found = cache[path] = self._link(path, base)
            return found + hash_sign + fragment

        return link

    def _link(self, path: str, base: str) -> str:
        if not self.relative:
            return self.root + _quoted(_without_index(path))
        folder, _, name = path.rpartition("/")
        relative = self._relative_paths.get((base, folder))
        if relative is None:
            relative = self._relative_paths[base, folder] = _quoted(relative_path(base, folder))
        return relative + _quoted(name)

    def absolute(self, address: str) -> str:
        path, hash_sign, fragment = address.partition("#")
        return f"{self.site_address}/{_quoted(_without_index(path))}{hash_sign}{fragment}"


def relative_path(base: str, folder: str) -> str:
    """The relative path from one folder to another, empty or with a slash at its end.

    `posixpath.relpath` is slower: it reads the current directory each time.
    """
    from_parts, to_parts = base.split("/") if base else [], folder.split("/") if folder else []
    same = 0
    for from_part, to_part in zip(from_parts, to_parts, strict=False):
        if from_part != to_part:
            break
        same += 1
    return "".join(f"{part}/" for part in [".."] * (len(from_parts) - same) + to_parts[same:])


def quote_query_value(address: str) -> str:
    """Quote an address as a query value; in most only the colon of the scheme needs quoting."""
    rest = address.replace(":", "%3A", 1)
    return rest if IS_PLAIN(rest.replace("%3A", "", 1)) else quote(address, "/")


def _quoted(path: str) -> str:
    """Quote a path. Nearly all are plain, and checking that is cheaper than quoting."""
    return path if IS_PLAIN(path) else quote(path, SAFE)


def _without_index(path: str) -> str:
    if path == "index.html":
        return ""
    return path.removesuffix("index.html") if path.endswith("/index.html") else path


def is_government(url: str, trusted: tuple[str, ...] = ()) -> bool:
    """Hosts that need no prompt: the government's own and those the bureau names."""
    host = host_of(url)
    if host.endswith(GOVERNMENT) or host in {"gov.cn"}:
        return True
    return any(host == name or host.endswith(f".{name}") for name in trusted)


def leaving_address(url: str) -> str:
    """The address of the static prompt page for an external URL."""
    return f"leaving/{hashlib.sha256(url.encode()).hexdigest()[:12]}.html"

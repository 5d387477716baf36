"""From an address in the site to a link on a page, and out of the site."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable
from urllib.parse import quote, urlsplit

GOVERNMENT = (".gov.cn", ".政务", ".xn--zfr164b")
# What `quote` must leave alone; Chinese anchors are legal in HTML and stay readable.
SAFE = "/#?=&;:,.-_~%@!$'()*+"
PLAIN = re.compile(r"[A-Za-z0-9/._-]*", re.A).fullmatch


class Links:
    """Makes links for one build: relative for a preview, from the root of the host for publishing.

    Relative links name `index.html`, so that a preview opens from a file too.
    """

    def __init__(self, site_address: str, relative: bool) -> None:
        self.site_address = site_address.rstrip("/")
        self.relative = relative
        self._root = urlsplit(self.site_address).path.rstrip("/") + "/"
        # Links from one folder to another are made once: a page has a hundred, a folder thousands.
        self._known: dict[str, dict[str, str]] = {}
        self._ways: dict[tuple[str, str], str] = {}

    def href(self, page: str) -> Callable[[str], str]:
        """The function that turns addresses into links on the page at the path `page`."""
        base = posixpath.dirname(page) if self.relative else ""
        known = self._known.setdefault(base, {})

        def link(address: str) -> str:
            path, mark, fragment = address.partition("#")
            if mark and path in {"", page}:
                return mark + fragment
            found = known.get(path)
            if found is None:
                found = known[path] = self._link(path, base)
            return found + mark + fragment

        return link

    def _link(self, path: str, base: str) -> str:
        if not self.relative:
            return self._root + _quoted(_without_index(path))
        folder, _, name = path.rpartition("/")
        way = self._ways.get((base, folder))
        if way is None:
            way = self._ways[base, folder] = _quoted(way_between(base, folder))
        return way + _quoted(name)

    def absolute(self, address: str) -> str:
        path, mark, fragment = address.partition("#")
        return f"{self.site_address}/{_quoted(_without_index(path))}{mark}{fragment}"


def way_between(base: str, folder: str) -> str:
    """From one folder of the site to another, with a slash at its end unless it is nothing.

    `posixpath.relpath` asks the system each time where it is.
    """
    here, there = base.split("/") if base else [], folder.split("/") if folder else []
    same = 0
    for one, other in zip(here, there, strict=False):
        if one != other:
            break
        same += 1
    return "".join(f"{part}/" for part in [".."] * (len(here) - same) + there[same:])


def in_query(address: str) -> str:
    """An address as a value in a query; most have nothing to quote but their scheme's colon."""
    rest = address.replace(":", "%3A", 1)
    return rest if PLAIN(rest.replace("%3A", "", 1)) else quote(address, "/")


def _quoted(path: str) -> str:
    """Nearly every address of the site is plain, and to look is cheaper than to quote."""
    return path if PLAIN(path) else quote(path, SAFE)


def _without_index(path: str) -> str:
    if path == "index.html":
        return ""
    return path.removesuffix("index.html") if path.endswith("/index.html") else path


def is_government(url: str, trusted: tuple[str, ...] = ()) -> bool:
    """Hosts that need no prompt: the government's own and those the bureau names."""
    host = (urlsplit(url).hostname or "").rstrip(".")
    if host.endswith(GOVERNMENT) or host in {"gov.cn"}:
        return True
    return any(host == name or host.endswith(f".{name}") for name in trusted)


def leaving_address(url: str) -> str:
    """Where the static prompt for an external address stands."""
    return f"leaving/{hashlib.sha256(url.encode()).hexdigest()[:12]}.html"

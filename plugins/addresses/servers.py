"""Old addresses as rules of web servers, which answer 301 before they look for a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import quote

Pair = tuple[str, str]


def server_rules(server: str, moves: Iterable[Pair], root: str = "/") -> str:
    """Rules for one of SERVERS; `moves` are paths, from old to new, `root` is that of the site."""
    pairs = [
        (root + old, root + quote(new.removesuffix("index.html") if _is_folder(new) else new))
        for each, new in sorted(moves)
        for old in _spellings(each)
    ]
    return SERVERS[server](pairs)


def _is_folder(path: str) -> bool:
    return path == "index.html" or path.endswith("/index.html")


def _spellings(old: str) -> Iterator[str]:
    yield old
    if _is_folder(old):
        yield old.removesuffix("index.html")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _nginx(pairs: Iterable[Pair]) -> str:
    """A map, which is looked up in one step however long it is. `$uri` is decoded."""
    lines = "".join(f"    {_quoted(old)} {_quoted(new)};\n" for old, new in pairs)
    return f'map $uri $moved_to {{\n    default "";\n{lines}}}\n'


def _caddy(pairs: Iterable[Pair]) -> str:
    return "".join(f"redir {_quoted(old)} {_quoted(new)} permanent\n" for old, new in pairs)


SERVERS: Mapping[str, Callable[[Iterable[Pair]], str]] = {"nginx": _nginx, "caddy": _caddy}

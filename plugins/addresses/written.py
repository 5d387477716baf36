"""Addresses of this site as people write them: copied from a browser, or as path."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from plugins.bureau.languages import ENGLISH, TRADITIONAL

WHOLE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.I)
UNUSABLE = re.compile(r"[\s\\\x00-\x1f\x7f]")
# No file system has longer names.
LONGEST_NAME = 255


class AddressError(ValueError):
    """What is written is no address of this site; `message` and `hint` are for its editor."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def read_address(written: str, host: str = "") -> str:
    """The path of the file to which an address leads. Raises AddressError.

    A whole address must be one of `host`; without it, which host it names is not looked at.
    """
    text = written.strip()
    if "?" in text or "#" in text:
        raise AddressError(
            f"“{written}”里有“?”或“#”，静态网站分不开它们后面的部分",
            "只写它们前面的部分；必须按问号后面分开的，请管理员在服务器上设置",
        )
    if WHOLE.match(text):
        text = _path_below(text, written, host)
    elif host and (text == host or text.startswith(f"{host}/")):
        text = text.removeprefix(host)
    path = unquote(text).lstrip("/")
    if path.endswith("/"):
        path += "index.html"
    _require_path(path, written)
    return path


def _path_below(text: str, written: str, host: str) -> str:
    try:
        parts = urlsplit(text)
        named = parts.hostname or ""
    except ValueError:
        raise AddressError(f"“{written}”不是网址", "从浏览器的地址栏复制") from None
    if parts.scheme not in ("http", "https", "") or (host and named != host.lower()):
        raise AddressError(
            f"“{written}”不是本网站的网址",
            "只写本网站的，如 news/2025/jiu.html；别的域名由那边的服务器转",
        )
    return parts.path


def _require_path(path: str, written: str) -> None:
    if not path or path == "index.html":
        raise AddressError(f"“{written}”是首页", "写首页以外的网址，如 news/2025/jiu.html")
    names = path.split("/")
    is_long = any(len(name.encode(errors="replace")) > LONGEST_NAME for name in names)
    if UNUSABLE.search(path) or is_long or any(name in ("", ".", "..") for name in names):
        raise AddressError(f"“{written}”不是网址", "从浏览器的地址栏复制，如 news/2025/jiu.html")
    if names[0] == TRADITIONAL:
        raise AddressError(
            f"“{written}”是繁体版的网址", "写简体的，繁体版跟着转；去掉开头的 zh-hant/"
        )


def page_elsewhere(path: str, address: str) -> str:
    """`column/slug`, by which people name records, as the page that the record at `address` would
    have there; any other path as it is.
    """
    column, _, slug = path.partition("/")
    if not slug or "/" in slug or "." in slug:
        return path
    folders = address.split("/")[:-1]
    english = f"{ENGLISH}/" if folders[0] == ENGLISH else ""
    years = folders[2 if english else 1 :]
    return f"{english}{'/'.join([column, *years, slug])}.html"

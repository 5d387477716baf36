"""Every address that a page has, and where one leads within the site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from plugins.crawl.context import Context
from plugins.crawl.page import Element, Page
from plugins.texts.web_address import cleaned, is_web, scheme_of

# Tag → attributes with an address; `data-…` are those that scripts load.
HOLDERS = {
    "a": ("href",), "area": ("href",), "link": ("href",), "base": ("href",),
    "img": ("src", "srcset"), "source": ("src", "srcset"), "script": ("src",), "iframe": ("src",),
    "embed": ("src",), "audio": ("src",), "video": ("src", "poster"), "track": ("src",),
    "object": ("data",), "input": ("src", "formaction"), "button": ("formaction",),
    "form": ("action", "data-index", "data-root", "data-variants"), "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"), "blockquote": ("cite",), "body": ("background",),
}  # fmt: skip
CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']""")
REFRESH = re.compile(r"""\d+\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)""", re.I)
META_ADDRESSES = {"Url", "Image", "og:url", "og:image", "twitter:image"}
# What ends an address in data, feeds and scripts.
END = r"""[^\s"'<>\\)}\]|]*"""
OTHER_SCHEMES = {"mailto", "tel", "sms", "data", "javascript", "blob", "about", "geo", "weixin"}


class Address(NamedTuple):
    """`attribute` is empty for an address in JSON-LD or CSS."""

    element: Element
    attribute: str
    value: str


def addresses_of(page: Page, context: Context) -> Iterator[Address]:
    for tag, attributes in HOLDERS.items():
        for element in page.all(tag):
            for name in attributes:
                value = element.get(name)
                if value is None:
                    continue
                values = sources_in(value) if name == "srcset" else [value]
                for one in values:
                    yield Address(element, name, one)
    for element in page.all("meta"):
        name = element.get("name") or element.get("property") or ""
        content = element.get("content") or ""
        if name in META_ADDRESSES and content:
            yield Address(element, "content", content)
        elif (element.get("http-equiv") or "").lower() == "refresh":
            found = REFRESH.match(content.strip())
            if found:
                yield Address(element, "content", found[1])
    for element in page.all("script"):
        if "json" in (element.get("type") or ""):
            for value in own_addresses(element.text or "", context.address):
                yield Address(element, "", value)
    for element in page.all("style"):
        for value in css_addresses(element.text or ""):
            yield Address(element, "", value)
    for element in page.root.iter("*"):
        style = element.get("style")
        if style and "url(" in style:
            for value in css_addresses(style):
                yield Address(element, "style", value)


def css_addresses(css: str) -> Iterator[str]:
    for found in CSS_ADDRESS.finditer(css):
        value = (found[1] or found[2]).strip()
        if not value.startswith("data:"):
            yield value


def own_addresses(text: str, address: str) -> Iterator[str]:
    """The addresses of this site in a text of any form, such as JSON or a feed."""
    for found in re.finditer(re.escape(address) + END, text):
        if "{" not in found[0]:
            yield found[0].replace("&amp;", "&").rstrip("，。；、")


def sources_in(srcset: str) -> list[str]:
    return [part.split()[0] for part in srcset.split(",") if part.strip()]


def inside(path: str, value: str, context: Context) -> tuple[str, str] | None:
    """The path in the site and the fragment to which an address on the page `path` leads; None for
    an address elsewhere. A folder has a slash at its end.
    """
    address = cleaned(value)
    own = context.address
    if address.startswith(own) or address == own.rstrip("/"):
        address = context.root + address[len(own) :]
    elif is_web(address) or scheme_of(address) in OTHER_SCHEMES:
        return None
    target, _, fragment = address.partition("#")
    target = target.partition("?")[0]
    if not target:
        return path, unquote(fragment)
    target = unquote(target)
    if target.startswith("/"):
        if not target.startswith(context.root):
            return target, ""
        full = target.removeprefix(context.root)
    else:
        full = posixpath.join(posixpath.dirname(path), target)
    is_folder = full.endswith(("/", "/.", "/..")) or full in ("", ".", "..")
    full = posixpath.normpath(full) if full else "."
    full = "" if full == "." else full
    return (f"{full}/" if is_folder and full else full), unquote(fragment)

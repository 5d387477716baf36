"""What a site has beside its pages: the 404 page, robots.txt, its maps, feeds, data and styles."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from plugins.bureau.addresses import SEARCH_INDEX
from plugins.crawl.addresses import css_addresses, own_addresses
from plugins.crawl.context import Context
from plugins.crawl.links import Files
from plugins.crawl.requests import check_style_sheet
from plugins.findings import Finding, Severity, position_in

NEEDED = {
    "index.html": ("首页", "核对主题和插件的设置"),
    "404.html": ("找不到网页时显示的页 404.html", "核对 theme/templates/missing.html"),
    "sitemap.html": ("给人看的站点地图 sitemap.html", "核对 theme/templates/sitemap.html"),
    "sitemap.xml": ("给搜索引擎的网站地图 sitemap.xml", "核对 plugins/exports/sitemap.py"),
    "robots.txt": ("robots.txt", "写上 Sitemap: 和 sitemap.xml 的完整网址"),
}
# Files with whole addresses of the site in them; calendars break long lines.
WITH_ADDRESSES = {".xml", ".json", ".txt", ".ics", ".webmanifest"}
LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
MAP = "sitemap.xml"


def check_site_files(
    site: Path, paths: set[str], files: Files, context: Context
) -> Iterator[Finding]:
    for path, (what, hint) in NEEDED.items():
        if path not in paths:
            yield Finding("site-file", Severity.ERROR, path, f"网站没有{what}", hint)
    if "robots.txt" in paths:
        yield from _robots(_read(site, "robots.txt"), context)
    if MAP in paths:
        yield from _map(_read(site, MAP), context)
    for path in sorted(paths):
        suffix = path[path.rfind(".") :].lower() if "." in path else ""
        if suffix in WITH_ADDRESSES:
            yield from _addresses(path, _read(site, path), files, context)
        elif suffix == ".css":
            yield from _style(path, _read(site, path), files, context)


def _read(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8", errors="replace")


def _robots(text: str, context: Context) -> Iterator[Finding]:
    wanted = f"{context.address}{MAP}"
    named = re.findall(r"^sitemap:\s*(\S+)", text, re.I | re.M)
    if wanted not in named:
        now = f"写的是“{named[0]}”" if named else "没有写网站地图"
        message = f"robots.txt 里{now}"
        yield Finding("site-file", Severity.ERROR, "robots.txt", message, f"写上 Sitemap: {wanted}")
    closed = re.search(r"^disallow:[ \t]*/[ \t]*$", text, re.I | re.M)
    if closed:
        at = position_in(text, closed[0])
        message = "robots.txt 不许搜索引擎收录整个网站（Disallow: /）"
        yield Finding("site-file", Severity.ERROR, "robots.txt", message, "删去这一行", *at)


def _map(text: str, context: Context) -> Iterator[Finding]:
    try:
        tree = etree.fromstring(
            text.encode(), etree.XMLParser(huge_tree=True, resolve_entities=False)
        )
    except etree.XMLSyntaxError as error:
        line, column = error.position
        message = "sitemap.xml 不是正确的 XML，搜索引擎读不了"
        yield Finding(
            "site-map", Severity.ERROR, MAP, message, "重新生成网站", line or 1, column or 1
        )
        return
    rows = list(tree.iter(LOCATION))
    if not rows:
        message = "sitemap.xml 里一个网页也没有"
        yield Finding("site-map", Severity.ERROR, MAP, message, "重新生成网站")
    seen: set[str] = set()
    for row in rows:
        address = (row.text or "").strip()
        if not address.startswith(context.address):
            message = f"sitemap.xml 里的“{address}”不是本网站的完整网址"
            hint = f"以 {context.address} 开头"
            yield Finding("site-map", Severity.ERROR, MAP, message, hint, row.sourceline)
        if address in seen:
            message = f"sitemap.xml 里“{address}”写了两次"
            yield Finding("site-map", Severity.WARNING, MAP, message, "只写一次", row.sourceline)
        seen.add(address)


def _addresses(path: str, text: str, files: Files, context: Context) -> Iterator[Finding]:
    if path.endswith(".ics"):
        text = re.sub(r"\r?\n[ \t]", "", text)
    for address in dict.fromkeys(own_addresses(text, context.address)):
        yield from _dead(path, text, address, files)
    if path.endswith(SEARCH_INDEX):
        yield from _search_index(path, text, files)


def _search_index(path: str, text: str, files: Files) -> Iterator[Finding]:
    """Rows have the address of their page as `u`, from the home page in their language."""
    try:
        rows = json.loads(text)
    except ValueError:
        message = "站内搜索的索引不是正确的 JSON，搜索不能用"
        yield Finding("site-file", Severity.ERROR, path, message, "重新生成网站")
        return
    home = f"{path.removesuffix(SEARCH_INDEX)}index.html"
    for address in [row.get("u") for row in rows if isinstance(row, dict)]:
        if address:
            yield from _dead(path, text, address, files, home)


def _style(path: str, text: str, files: Files, context: Context) -> Iterator[Finding]:
    yield from check_style_sheet(path, text, context)
    for address in css_addresses(text):
        yield from _dead(path, text, address, files)


def _dead(path: str, text: str, address: str, files: Files, base: str = "") -> Iterator[Finding]:
    """`base` is the page from which the address leads on, if not the file itself."""
    found = files.problem(base or path, address)
    if found:
        at = position_in(text, address)
        yield Finding(found.rule, Severity.ERROR, path, found.message, found.hint, *at)

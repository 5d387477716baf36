"""Requests that a page makes to other origins: there are to be none but 找错."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.crawl.addresses import Address, addresses_of, css_addresses
from plugins.crawl.context import Context
from plugins.crawl.page import Note, Page
from plugins.findings import Finding, Severity, position_in
from plugins.texts.web_address import cleaned, is_web, parse_web_address

# A link of these kinds is not asked for by a browser.
NOT_LOADED = {"canonical", "alternate", "author", "license", "next", "prev", "help", "search", "me"}
FOLLOWED = {"a", "area", "blockquote", "meta"}
WHAT = {
    "script": "脚本", "link": "样式、图标或字体", "img": "图片", "iframe": "框架", "form": "表单",
    "video": "视频", "audio": "音频", "object": "插件", "embed": "插件", "source": "图片或视频",
    "base": "网址的起点",
}  # fmt: skip
HINT = "把文件放到本网站；公开的网页不能向别的网站要东西，只有找错的脚本例外"


def check_requests(page: Page, context: Context) -> Iterator[Note]:
    for address in addresses_of(page, context):
        host = _foreign(address, context)
        if not host:
            continue
        what = WHAT.get(address.element.tag, "内容")
        if address.element.tag == "form":
            message = f"表单把内容交给别的网站 {host}：“{address.value}”"
            yield Note("foreign-request", address.element, message, "链接到那个网站，或交给本网站")
        else:
            message = f"网页从别的网站 {host} 取{what}：“{address.value}”"
            yield Note("foreign-request", address.element, message, HINT)


def _foreign(address: Address, context: Context) -> str:
    """The other host of which a browser would ask for something, or to which it would send."""
    tag = address.element.tag
    if tag in FOLLOWED and address.attribute != "style":
        return ""
    if tag == "script" and not address.attribute:
        return ""
    rels = set((address.element.get("rel") or "").lower().split())
    if tag == "link" and (not rels or rels <= NOT_LOADED):
        return ""
    return foreign_host(address.value, context)


def foreign_host(value: str, context: Context) -> str:
    """An address of the own host by http is another origin too."""
    found = parse_web_address(cleaned(value)) if is_web(cleaned(value)) else None
    if found is None or found.host in context.options.allowed_requests:
        return ""
    own = found.host == context.host and not cleaned(value).lower().startswith("http:")
    return "" if own else found.host


def check_style_sheet(path: str, css: str, context: Context) -> Iterator[Finding]:
    for value in css_addresses(css):
        host = foreign_host(value, context)
        if host:
            at = position_in(css, value)
            message = f"样式从别的网站 {host} 取文件：“{value}”"
            hint = f"{HINT}（多半由 theme/static/css/ 生成）"
            yield Finding("foreign-request", Severity.ERROR, path, message, hint, *at)

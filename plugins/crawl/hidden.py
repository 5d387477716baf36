"""Hidden links (暗链): links to other sites that readers can't see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.crawl.context import Context
from plugins.crawl.hosts import host_in
from plugins.crawl.page import Element, Note, Page, words

# Declarations of a style attribute that hide, and what they do.
FAR = r"-\s*\d{3,}(?:\.\d+)?(?:px|em|rem|pt|vw|vh|%)|-\s*\d{2,}(?:em|rem)"
TINY = r"[01](?:\.\d+)?(?:px|pt)?"
HIDING = (
    (re.compile(r"display:none"), "display:none"),
    (re.compile(r"visibility:(?:hidden|collapse)"), "visibility:hidden"),
    (re.compile(r"opacity:0?(?:\.0\d*)?(?:%)?(?=;|$)"), "opacity:0"),
    (re.compile(rf"font-size:{TINY}(?=;|$)"), "字号 0 或 1 像素"),
    (re.compile(rf"(?:^|;)(?:max-)?(?:width|height):{TINY}(?=;|$)"), "宽或高不到 2 像素"),
    (
        re.compile(rf"(?:left|right|top|bottom|text-indent|margin(?:-left|-top)?):{FAR}"),
        "移到了屏幕外",
    ),
    (re.compile(r"clip:rect\(0|clip-path:inset\((?:50|100)%"), "被裁掉了"),
    (re.compile(r"z-index:-\d"), "压在别的内容下面"),
)
COLOUR = re.compile(r"(?:^|;)color:([^;!]+)")
GROUND = re.compile(r"(?:^|;)background(?:-color)?:([^;!]+)")


def check_hidden(page: Page, context: Context) -> Iterator[Note]:
    for tag in page.all("a", "area"):
        href = tag.get("href") or ""
        host = host_in(href)
        if not host or host == context.host:
            continue
        how = how_hidden(tag)
        if how:
            message = f"到 {host} 的链接“{href}”是隐藏的：{how}"
            yield Note("hidden-link", tag, message, _hint())
        elif tag.tag == "a" and not words(tag) and not _has_picture(tag):
            message = f"到 {host} 的链接“{href}”没有文字，读者看不见"
            yield Note("hidden-link", tag, message, _hint())


def _hint() -> str:
    return "不是自己加的，网站可能被入侵，马上报告管理员，再重新发布；是自己加的，写上文字或删去"


def how_hidden(tag: Element) -> str:
    """What of an element or of those around it hides it; empty if nothing does."""
    ground = ""
    for around in (tag, *tag.iterancestors()):
        if around.get("hidden") is not None:
            return "有 hidden"
        style = re.sub(r"\s+", "", (around.get("style") or "").lower())
        for pattern, how in HIDING:
            if style and pattern.search(style):
                return f"style 里是 {how}" if how.isascii() else how
        ground = ground or _value(GROUND, style)
        colour = _value(COLOUR, style)
        if colour and colour == (ground or "#fff"):
            return "文字和背景同色"
        if colour == "transparent":
            return "文字是透明的"
        if around.tag == "marquee" and (around.get("height") or around.get("width") or "9") in "01":
            return "在不到 2 像素的 marquee 里"
    return ""


def _value(pattern: re.Pattern[str], style: str) -> str:
    """A colour, in one way of writing white and black."""
    found = pattern.search(style)
    if not found:
        return ""
    plain = found[1]
    names = {"white": "#fff", "black": "#000", "#ffffff": "#fff", "#000000": "#000"}
    return names.get(plain, plain)


def _has_picture(tag: Element) -> bool:
    return any(child.tag in ("img", "svg", "picture", "video") for child in tag.iter("*"))

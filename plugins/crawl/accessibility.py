"""What can be seen of accessibility without a browser (§ WCAG 2.1 level A, and 标题 order)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from plugins.crawl.context import Context
from plugins.crawl.page import Element, Note, Page, is_within, shown, words
from plugins.findings import Severity

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
VAGUE = re.compile(
    r"(请?点[击此这]{1,2}[里处此]?(查看|下载|进入)?|这里|此处|更多|查看|详情|链接|下载|"
    r"(click )?here|more|read more|link)[>»…。.]*", re.I,
)  # fmt: skip
FILE_NAME = re.compile(r"\S+\.(jpe?g|png|gif|svg|webp|bmp)|(img|dsc|image|微信图片)[_\d -]+", re.I)
NOT_LABELLED = {"hidden", "submit", "button", "image", "reset"}
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls")
NAMED_ELSEWHERE = ("aria-label", "aria-labelledby", "title")


def check_accessibility(page: Page, context: Context) -> Iterator[Note]:
    ids: dict[str, int] = {}
    for element in page.root.iter("*"):
        identifier = element.get("id")
        if identifier is not None:
            ids[identifier] = ids.get(identifier, 0) + 1
            if ids[identifier] == 2:
                message = f"网页里有两处 id=“{identifier}”"
                yield Note("page-id", element, message, "一页之内每个 id 只用一次，否则链接会跳错")
    yield from _headings(page)
    yield from _images(page)
    yield from _links(page)
    yield from _tables(page)
    yield from _forms(page, ids)
    yield from _references(page, ids)
    for frame in page.all("iframe", "frame"):
        if not (frame.get("title") or "").strip():
            yield Note(
                "page-frame", frame, f"框架 {shown(frame)} 没有 title", "用 title 写明里面是什么"
            )
    for button in page.all("button"):
        if not _name(button) and not is_within(button, "template"):
            hint = "在按钮里写字，或用 aria-label 写明它做什么"
            yield Note("page-button", button, f"按钮 {shown(button)} 没有文字", hint)


def _headings(page: Page) -> Iterator[Note]:
    found = [e for e in page.root.iter(*HEADINGS) if not is_within(e, "template")]
    first = [tag for tag in found if tag.tag == "h1"]
    if not first:
        yield Note("page-heading", page.main, "网页没有一级标题 <h1>", "把网页的标题写成 <h1>")
    for tag in first[1:]:
        message = f"网页有 {len(first)} 个一级标题 <h1>，如“{words(tag)}”"
        yield Note("page-heading", tag, message, "只留网页的标题一个")
    for above, below in pairwise(found):
        if int(below.tag[1]) > int(above.tag[1]) + 1:
            message = (
                f"标题跳了级：<{above.tag}>“{words(above)}”后面是 <{below.tag}>“{words(below)}”"
            )
            yield Note("page-heading", below, message, f"改成 <h{int(above.tag[1]) + 1}>")


def _images(page: Page) -> Iterator[Note]:
    for image in page.all("img"):
        alt = image.get("alt")
        if alt is None:
            hint = "用 alt 写明图里有什么；只作装饰的写 alt=“”"
            yield Note("page-image", image, f"图片“{image.get('src')}”没有 alt 文字", hint)
        elif FILE_NAME.fullmatch(alt.strip()):
            message = f"图片“{image.get('src')}”的 alt 是文件名“{alt}”"
            yield Note("page-image", image, message, "用 alt 写明图里有什么", Severity.WARNING)


def _links(page: Page) -> Iterator[Note]:
    for link in page.all("a"):
        if link.get("href") is None or is_within(link, "template"):
            continue
        name = _name(link)
        if not name:
            message = f"链接 {shown(link)} 没有文字"
            yield Note("page-link-text", link, message, "写上链接到什么；图片链接写图片的 alt")
        elif VAGUE.fullmatch(name):
            message = f"链接的文字只有“{name}”，听网页的人不知道链接到哪里"
            hint = "写出链接到什么，如“下载养犬登记申请表”"
            yield Note("page-link-text", link, message, hint, Severity.WARNING)


def _tables(page: Page) -> Iterator[Note]:
    for table in page.all("table"):
        if table.get("role") in ("presentation", "none"):
            continue
        if next(table.iter("th"), None) is None:
            message = f"表格“{words(table)[:20]}”没有表头单元格"
            yield Note("page-table", table, message, "第一行写成表头（<th>）")


def _forms(page: Page, ids: dict[str, int]) -> Iterator[Note]:
    labelled = {label.get("for") for label in page.all("label") if words(label)}
    for field in page.all("input", "select", "textarea"):
        if (field.get("type") or "").lower() in NOT_LABELLED or is_within(field, "template"):
            continue
        named = any((field.get(name) or "").strip() for name in NAMED_ELSEWHERE)
        if not named and field.get("id") not in labelled and not is_within(field, "label"):
            hint = "用 <label for=…> 或 aria-label 写明填什么"
            yield Note("page-form", field, f"输入框 {shown(field)} 没有说明文字", hint)


def _references(page: Page, ids: dict[str, int]) -> Iterator[Note]:
    for element in page.root.iter("*"):
        for name in REFERENCES:
            value = element.get(name)
            for identifier in value.split() if value else ():
                if identifier not in ids and not is_within(element, "template"):
                    message = f"{name}=“{identifier}”指的元素不在这一页"
                    yield Note("page-id", element, message, "改成这一页里有的 id，或删去")


def _name(element: Element) -> str:
    """What is read out of a link or button, near enough."""
    text = words(element)
    if text:
        return text
    for part in element.iter("*"):
        for attribute in (*NAMED_ELSEWHERE, "alt"):
            value = str(part.get(attribute) or "").strip()
            if value:
                return value
        if part.tag == "title" and part.text:
            return str(part.text).strip()
    return ""

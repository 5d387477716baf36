"""Lists of columns: every item shows its date, and no column is blank (国办秘函〔2019〕19号)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import NamedTuple

from plugins.bureau.languages import ENGLISH
from plugins.crawl.addresses import inside
from plugins.crawl.context import Context
from plugins.crawl.page import Element, Note, Page, is_within, words

DATE = re.compile(r"\d{4}\s*[-年/.]\s*\d{1,2}(\s*[-月/.]\s*\d{1,2})?|\d{1,2}月\d{1,2}日")
ITEMS = ("li", "tr", "article", "dd")
AROUND_LISTS = ("nav", "figure", "aside", "header", "footer", "form", "dialog", "template")
UNDER_WORK = re.compile(
    r"建[设設]中|敬[请請]期待|[暂暫][无無]|内容更新中|coming soon|under construction", re.I
)
# Below this a page says nothing but that it is there.
FEW_WORDS = 40


class Item(NamedTuple):
    """One row of a list: the page that it leads to, and whether it shows a date."""

    element: Element
    target: str
    is_dated: bool


def items_of(page: Page, context: Context) -> list[Item]:
    """The rows of lists in the main part that lead to pages of the same column."""
    if page.main is None or page.is_article or page.column not in context.by_code:
        return []
    if page.path.endswith(f"/{context.options.figures}"):
        return []
    found: dict[Element, Item] = {}
    for link in page.main.iter("a"):
        if link.get("href") is None or is_within(link, *AROUND_LISTS):
            continue
        target = inside(page.path, link.get("href"), context)
        if target is None or target[1] or not _same_column(page, target[0]):
            continue
        row = _row(link)
        if row is not None and row not in found:
            found[row] = Item(row, target[0], _is_dated(row))
    return list(found.values())


def _same_column(page: Page, target: str) -> bool:
    folder = f"{page.language}/{page.column}/" if page.language else f"{page.column}/"
    return target.startswith(folder) and target != folder and target != page.path


def _row(link: Element) -> Element | None:
    """The outermost row that has this link first: links to other versions stand inside of it."""
    row = None
    for around in link.iterancestors():
        if around.tag in ("main", "body"):
            break
        if around.tag in ITEMS:
            if row is not None and _rows_in(around) > 1 and not _is_first(around, link):
                break
            row = around
    return row


def _rows_in(element: Element) -> int:
    return sum(1 for child in element.iter(*ITEMS)) - 1


def _is_first(element: Element, link: Element) -> bool:
    """Whether the link is the first of the row, so that the row is about it."""
    return next(element.iter("a"), None) is link


def _is_dated(row: Element) -> bool:
    if DATE.search(words(row)):
        return True
    times = (tag for tag in row.iter("time") if words(tag))
    return any(DATE.match(tag.get("datetime") or "") for tag in times)


def check_dates(page: Page, context: Context, articles: Set[str]) -> Iterator[Note]:
    for item in items_of(page, context):
        if item.target in articles and not item.is_dated:
            message = f"列表里“{words(item.element)[:30]}”没有显示日期"
            hint = "每条都显示日期（如 2026-11-23）：没有日期的视为不更新"
            yield Note("list-date", item.element, message, hint, source="theme/templates/lists/")


def check_blank(page: Page, context: Context) -> Iterator[Note]:
    """The first page of a column with nothing on it but its name."""
    column = context.by_code.get(page.column)
    if column is None or page.language == ENGLISH or page.is_article or page.main is None:
        return
    if page.plain_path != column.address or items_of(page, context):
        return
    said = _said(page.main)
    description = context.in_language(column.facts.description, page.language)
    left = said.replace("".join(description.split()), "")
    under_work = UNDER_WORK.search(left)
    if not under_work and len(left) >= FEW_WORDS:
        return
    if next(page.main.iter("table", "dl"), None) is not None:
        return
    what = f"只有“{under_work[0]}”" if under_work else "没有内容"
    message = f"栏目“{column.name}”是空白的：{what}"
    hint = "补充稿件，或暂时移走这个栏目的文件夹（空白栏目累计 5 个，网站检查不合格）"
    yield Note("column-blank", page.main, message, hint, source=f"content/{column.path}")


def _said(main: Element) -> str:
    """The words of the main part without those of its title and of the way to it."""
    parts = []
    for element in main.iter("*"):
        around = {element.tag, *(tag.tag for tag in element.iterancestors())}
        if not around & {*AROUND_LISTS, "h1", "script", "style", "noscript"}:
            parts.append(element.text or "")
            parts += [child.tail or "" for child in element]
    return "".join("".join(parts).split())

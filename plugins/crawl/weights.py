"""How much a browser loads for a page: with styles and scripts, and with its pictures too."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path

from plugins.crawl.addresses import inside, sources_in
from plugins.crawl.context import Context
from plugins.crawl.page import Note, Page
from plugins.findings import Severity

KB = 1024
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}


class Weights:
    """The bytes of files as they are sent; each file is weighed once by a process."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._known: dict[str, int] = {}

    def of(self, path: str) -> int:
        found = self._known.get(path)
        if found is None:
            file = self._site / path
            found = 0
            if file.is_file():
                found = sent(file.read_bytes(), file.suffix)
            self._known[path] = found
        return found


def sent(data: bytes, suffix: str) -> int:
    """Level 1 is quick and at most a fifth above what servers send."""
    return len(zlib.compress(data, 1)) if suffix.lower() in COMPRESSED else len(data)


def check_weight(page: Page, weights: Weights, context: Context) -> Iterator[Note]:
    limits = context.bureau.thresholds
    plain = sent(page.text.encode("utf-8"), ".html") + _sum(
        _frame_files(page), page, weights, context
    )
    pictures = _sum(_pictures(page), page, weights, context)
    if plain > limits.page_kb * KB:
        message = f"网页连样式和脚本有 {plain // KB} KB（压缩后），超过 {limits.page_kb} KB"
        hint = "把长文分成几篇，或把长表格放进附件；上限在 bureau.yml 的 thresholds 里"
        yield Note("page-weight", page.root, message, hint, Severity.WARNING)
    if plain + pictures > limits.pictures_kb * KB:
        message = f"网页连图片有 {(plain + pictures) // KB} KB，超过 {limits.pictures_kb} KB"
        hint = "缩小或减少图片；上限在 bureau.yml 的 thresholds 里"
        yield Note("page-weight", page.root, message, hint, Severity.WARNING)


def _sum(addresses: Iterator[str], page: Page, weights: Weights, context: Context) -> int:
    targets = {inside(page.path, address, context) for address in addresses}
    return sum(weights.of(target[0]) for target in targets if target)


def _frame_files(page: Page) -> Iterator[str]:
    for link in page.all("link"):
        if "stylesheet" in (link.get("rel") or "").split() and link.get("href"):
            yield link.get("href")
    for script in page.all("script"):
        if script.get("src"):
            yield script.get("src")


def _pictures(page: Page) -> Iterator[str]:
    """Of several sizes of one picture the one that every browser knows."""
    for image in page.all("img"):
        found = image.get("src") or next(iter(sources_in(image.get("srcset") or "")), "")
        if found:
            yield found

"""What the converter is compared with: Python-Markdown, and a parser over all of its HTML."""

from __future__ import annotations

from plugins.records.chinese import ChineseExtension
from plugins.records.converted_text import ConvertedText
from plugins.records.converter import create_markdown
from plugins.records.html_scan import HtmlScan


class Judge:
    def __init__(self) -> None:
        self._extension = ChineseExtension()
        self._markdown = create_markdown(self._extension)

    def convert(self, source: str) -> ConvertedText:
        html = self._markdown.reset().convert(source)
        scan = HtmlScan()
        scan.feed(html)
        scan.close()
        return ConvertedText(
            html,
            " ".join("".join(scan.text).split()),
            tuple(scan.headings),
            tuple(scan.links),
            frozenset(scan.ids),
            tuple(scan.forbidden),
            self._extension.demoted,
        )

"""What the converter is compared with: Python-Markdown, and a parser over all of its HTML."""

from __future__ import annotations

from plugins.records.chinese import ChineseExtension
from plugins.records.converted_text import ConvertedText
from plugins.records.converter import create_markdown
from plugins.records.html_cleaner import RAW_HTML, RUNS, clean_html, forbidden_markup
from plugins.source import LINE_BREAK
from tests.records.html_parser import ParsedHtml


class Judge:
    def __init__(self) -> None:
        self._extension = ChineseExtension()
        self._markdown = create_markdown(self._extension)

    def convert(self, source: str) -> ConvertedText:
        source = source.replace(LINE_BREAK, "<br>")
        html = self._markdown.reset().convert(source)
        forbidden: tuple[str, ...] = ()
        if RAW_HTML.search(source):
            forbidden, html = tuple(forbidden_markup(html)), clean_html(html)
        scan = ParsedHtml(html)
        forbidden += tuple(link.target for link in scan.links if RUNS.match(link.target))
        return ConvertedText(
            html,
            " ".join("".join(scan.text).split()),
            tuple(scan.headings),
            tuple(scan.links),
            frozenset(scan.ids),
            forbidden,
            self._extension.demoted,
        )

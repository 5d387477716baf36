"""What the converter is compared with: Python-Markdown, and a parser over all of its HTML."""

from __future__ import annotations

from dataclasses import replace

from plugins.findings import Severity
from plugins.source import LINE_BREAK
from plugins.texts.chinese import ChineseExtension
from plugins.texts.converted_text import ConvertedText
from plugins.texts.converter import create_markdown
from plugins.texts.figures import set_figures
from plugins.texts.html_cleaner import RAW_HTML, clean_html, forbidden_markup, runs
from plugins.texts.nets import notes_of_nets
from plugins.texts.telephones import link_telephones
from plugins.texts.typed import Note, read_typed, restore_literals, set_layout
from tests.texts.html_parser import ParsedHtml


class Judge:
    def __init__(self) -> None:
        self._extension = ChineseExtension()
        self._markdown = create_markdown(self._extension)

    def convert(self, source: str) -> ConvertedText:
        """All that the converter does, with the notes."""
        markdown, notes = read_typed(source)
        html, forbidden = self._html(markdown)
        html, wrong = set_figures(set_layout(html), source)
        notes += wrong
        shown = restore_literals(html)
        if forbidden:
            notes = tuple(note for note in notes if note.rule != "markup-forbidden")
        elif not any(note.severity is Severity.ERROR for note in notes):
            notes += tuple(notes_of_nets(source, html, shown))
        parsed = self._parsed(shown, forbidden, notes)
        return replace(parsed, html=link_telephones(parsed.html))

    def convert_markdown(self, markdown: str) -> ConvertedText:
        """The text as Python-Markdown reads it."""
        return self._parsed(*self._html(markdown))

    def _html(self, markdown: str) -> tuple[str, tuple[str, ...]]:
        html = self._markdown.reset().convert(markdown.replace(LINE_BREAK, "<br>"))
        if RAW_HTML.search(markdown):
            return clean_html(html), tuple(forbidden_markup(html))
        return html, ()

    def _parsed(
        self, html: str, forbidden: tuple[str, ...], notes: tuple[Note, ...] = ()
    ) -> ConvertedText:
        scan = ParsedHtml(html)
        if running := tuple(link.target for link in scan.links if runs(link.target)):
            forbidden, html = forbidden + running, clean_html(html)
            scan = ParsedHtml(html)
        return ConvertedText(
            html,
            " ".join("".join(scan.text).split()),
            tuple(scan.headings),
            tuple(scan.links),
            frozenset(scan.ids),
            forbidden,
            self._extension.demoted,
            notes,
        )

"""Converts the text of a record: HTML, headings, links, and running text for a summary."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from plugins.clauses.paragraphs import separate_paragraphs
from plugins.clauses.plain_text import parse_plain_text
from plugins.clauses.structure import structure_clauses
from plugins.records.converted_text import ConvertedText
from plugins.records.direct import convert_directly
from plugins.records.html_cleaner import RAW_HTML, RUNS, clean_html, forbidden_markup
from plugins.records.html_scan import scan_html
from plugins.source import LINE_BREAK

if TYPE_CHECKING:
    from markdown import Markdown

    from plugins.records.chinese import ChineseExtension

# Markdown is imported where it is needed: loading it takes longer than converting most edits.
BACKLINK_TITLE = "回到正文的注释 {}"


def create_markdown(extension: ChineseExtension) -> Markdown:
    """Python-Markdown as this site uses it. It decides what a text means."""
    from markdown import Markdown
    from markdown.extensions.toc import slugify_unicode

    return Markdown(
        extensions=["extra", "sane_lists", "toc", extension],
        extension_configs={
            "toc": {"slugify": slugify_unicode},
            "extra": {"footnotes": {"BACKLINK_TITLE": BACKLINK_TITLE}},
        },
        output_format="html",
    )


class Converter:
    """Converts the texts of any number of records, one at a time.

    With `direct=False` every text goes through Python-Markdown; the result is the same.
    """

    def __init__(self, direct: bool = True) -> None:
        self._direct = direct

    @cached_property
    def _extension(self) -> ChineseExtension:
        from plugins.records.chinese import ChineseExtension

        return ChineseExtension()

    @cached_property
    def _markdown(self) -> Markdown:
        return create_markdown(self._extension)

    def convert(self, source: str, statute: bool = False) -> ConvertedText:
        """Convert one text; in a statute, find its clauses and give them anchors."""
        if self._direct and not statute and (body := convert_directly(source)):
            return body
        self._markdown.reset()
        self._extension.statute = statute
        source = source.replace(LINE_BREAK, "<br>")
        if statute:
            html = self._convert_statute(separate_paragraphs(source))
        else:
            html = self._markdown.convert(source)
        forbidden: tuple[str, ...] = ()
        if RAW_HTML.search(source):
            forbidden = tuple(forbidden_markup(html))
            html = clean_html(html)
        scan = scan_html(html)
        forbidden += tuple(link.target for link in scan.links if RUNS.match(link.target))
        return ConvertedText(
            html=html,
            text=" ".join("".join(scan.text).split()),
            headings=tuple(scan.headings),
            links=tuple(scan.links),
            ids=frozenset(scan.ids),
            forbidden=forbidden,
            demoted=self._extension.demoted,
            clauses=self._extension.clauses,
        )

    def _convert_statute(self, source: str) -> str:
        """A statute without markup becomes a tree at once; any other goes through Markdown."""
        root = parse_plain_text(source) if self._direct else None
        if root is None:
            return self._markdown.convert(source)
        clauses = structure_clauses(root)
        if any(child.tag not in {"section", "p"} and not child.get("id") for child in root):
            # A heading without a division number gets its id from Markdown's table of contents.
            return self._markdown.convert(source)
        self._extension.clauses = clauses
        # As Markdown itself ends: line breaks between blocks, then the HTML inside the root.
        from markdown.treeprocessors import PrettifyTreeprocessor

        PrettifyTreeprocessor(self._markdown).run(root)
        html = self._markdown.serializer(root)
        return html[html.index(">") + 1 : html.rindex("</div>")].strip()

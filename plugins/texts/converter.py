"""Converts the text of a record: HTML, headings, links, and running text for a summary."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

from plugins.clauses.paragraphs import separate_paragraphs
from plugins.clauses.plain_text import parse_plain_text
from plugins.clauses.structure import structure_clauses
from plugins.findings import Severity
from plugins.source import LINE_BREAK
from plugins.texts.converted_text import ConvertedText
from plugins.texts.direct import convert_directly
from plugins.texts.figures import set_figures
from plugins.texts.html_cleaner import RAW_HTML, clean_html, forbidden_markup, runs
from plugins.texts.html_scan import scan_html
from plugins.texts.nets import notes_of_nets
from plugins.texts.page_ids import own_id
from plugins.texts.telephones import link_telephones
from plugins.texts.typed import Note, read_typed, restore_literals, set_layout

if TYPE_CHECKING:
    from markdown import Markdown

    from plugins.texts.chinese import ChineseExtension

# Markdown is imported where it is needed: loading it takes longer than converting most edits.
TOO_DEEP = Note(
    "markup-deep", Severity.ERROR, 0, "", "正文的列表、引文或链接套得太深，读不了", "分成几段来写"
)
BACKLINK_TITLE = "回到正文的注释 {}"


def create_markdown(extension: ChineseExtension) -> Markdown:
    """Python-Markdown as this site uses it. It decides what a text means."""
    from markdown import Markdown
    from markdown.extensions.toc import slugify_unicode

    def slugify(text: str, separator: str) -> str:
        return own_id(slugify_unicode(text, separator))

    return Markdown(
        # Not `extra`: it reads braces, and lines that begin with a colon or a bracket, as markup.
        extensions=["fenced_code", "footnotes", "tables", "sane_lists", "toc", extension],
        extension_configs={
            "toc": {"slugify": slugify, "marker": ""},
            "footnotes": {"BACKLINK_TITLE": BACKLINK_TITLE},
        },
        output_format="html",
    )


class Converter:
    """Converts the texts of any number of records, one at a time.

    A text is read as it was meant (`typed/`), converted, cleaned and laid out; the nets (`nets.py`)
    find what got lost. With `direct=False` every text goes through Python-Markdown; the result is
    the same.
    """

    def __init__(self, direct: bool = True) -> None:
        self._direct = direct

    @cached_property
    def _extension(self) -> ChineseExtension:
        from plugins.texts.chinese import ChineseExtension

        return ChineseExtension()

    @cached_property
    def _markdown(self) -> Markdown:
        return create_markdown(self._extension)

    def convert(self, source: str, statute: bool = False) -> ConvertedText:
        """Convert one text; in a statute, find its clauses and give them anchors.

        The words of a statute stay as they are; in other texts telephone numbers become links.
        """
        converted = self._convert(source, statute)
        return converted if statute else replace(converted, html=link_telephones(converted.html))

    def _convert(self, source: str, statute: bool) -> ConvertedText:
        markdown, notes = (source, ()) if statute else read_typed(source)
        body = convert_directly(markdown) if self._direct and not statute else None
        if body is None:
            try:
                html = self._convert_markdown(markdown, statute)
            except RecursionError:
                html, notes = f"<p>{escape(markdown)}</p>", (*notes, TOO_DEEP)
        else:
            html = body.html
        forbidden: tuple[str, ...] = ()
        if body is None and RAW_HTML.search(markdown):
            forbidden = tuple(forbidden_markup(html))
            html = clean_html(html)
        has_figures = False
        if not statute:
            laid_out = set_layout(html)
            html, wrong = set_figures(laid_out, source)
            has_figures, notes = html is not laid_out, (*notes, *wrong)
        # Only reading it as typed makes literals.
        shown = html if markdown == source else restore_literals(html)
        if forbidden:
            # Those say the same of the same tags.
            notes = tuple(note for note in notes if note.rule != "markup-forbidden")
        elif not any(note.severity is Severity.ERROR for note in notes):
            notes += tuple(notes_of_nets(source, html, shown, statute))
        if body is not None and shown is html and not has_figures:
            return replace(body, html=html, notes=notes)
        scan = scan_html(shown)
        if running := tuple(link.target for link in scan.links if runs(link.target)):
            forbidden, shown = forbidden + running, clean_html(shown)
            scan = scan_html(shown)
        return ConvertedText(
            html=shown,
            text=" ".join("".join(scan.text).split()),
            headings=tuple(scan.headings),
            # Of an image with a forbidden address, which is told already, nothing is left to check.
            links=tuple(
                link for link in scan.links if link.target or link.kind != "image" or not forbidden
            ),
            ids=frozenset(scan.ids),
            forbidden=forbidden,
            demoted=self._extension.demoted if body is None else body.demoted,
            notes=notes,
            clauses=self._extension.clauses if statute else (),
        )

    def _convert_markdown(self, source: str, statute: bool) -> str:
        """The HTML according to Python-Markdown."""
        self._markdown.reset()
        self._extension.statute = statute
        source = source.replace(LINE_BREAK, "<br>")
        if statute:
            return self._convert_statute(separate_paragraphs(source))
        return self._markdown.convert(source)

    def _convert_statute(self, source: str) -> str:
        """A statute without markup becomes a tree at once; any other goes through Markdown."""
        root = parse_plain_text(source) if self._direct else None
        if root is None:
            return self._markdown.convert(source)
        clauses = structure_clauses(root)
        if any(child.tag not in {"section", "p", "ul"} and not child.get("id") for child in root):
            # A heading without a division number gets its id from Markdown's table of contents.
            return self._markdown.convert(source)
        self._extension.clauses = clauses
        # As Markdown itself ends: line breaks between blocks, then the HTML inside the root.
        from markdown.treeprocessors import PrettifyTreeprocessor

        PrettifyTreeprocessor(self._markdown).run(root)
        html = self._markdown.serializer(root)
        return html[html.index(">") + 1 : html.rindex("</div>")].strip()

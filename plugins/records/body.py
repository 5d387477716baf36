"""The text of a record, converted once: HTML, headings, links, and the words for a summary."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from plugins.clauses.plain import plain_tree
from plugins.clauses.structure import arrange, separated
from plugins.records.converted import Body
from plugins.records.quick import quick_body
from plugins.records.scan import scan

if TYPE_CHECKING:
    from markdown import Markdown

# Markdown is imported where it is needed: loading it takes longer than converting most edits.
BACK = "回到正文的注释 {}"


def markdown_of_record() -> Markdown:
    """Python-Markdown as it decides what a text means, whatever else may give the same sooner."""
    from markdown import Markdown
    from markdown.extensions.toc import slugify_unicode

    from plugins.records.chinese import ChineseExtension

    return Markdown(
        extensions=["extra", "sane_lists", "toc", ChineseExtension()],
        extension_configs={
            "toc": {"slugify": slugify_unicode},
            "extra": {"footnotes": {"BACKLINK_TITLE": BACK}},
        },
        output_format="html",
    )


class Converter:
    """Python-Markdown set up once; one converter serves any number of records, one at a time."""

    @cached_property
    def _markdown(self) -> Markdown:
        from plugins.records.lean import make_lean

        return make_lean(markdown_of_record())

    def convert(self, source: str, statute: bool = False) -> Body:
        """Convert one text. That of a statute is arranged by clauses."""
        if not statute and (body := self._quick(source)):
            return body
        # Set here too, because an empty text never reaches the extension.
        self._markdown.demoted, self._markdown.clauses = False, ()
        self._markdown.statute = statute
        html = self._statute(separated(source)) if statute else self._html(source)
        found = scan(html, source)
        return Body(
            html=html,
            text=" ".join("".join(found.words).split()),
            headings=tuple(found.headings),
            links=tuple(found.links),
            ids=frozenset(found.ids),
            forbidden=tuple(found.forbidden),
            demoted=self._markdown.demoted,
            clauses=self._markdown.clauses,
        )

    def _quick(self, source: str) -> Body | None:
        return quick_body(source)

    def _html(self, source: str) -> str:
        return self._markdown.reset().convert(source)

    def _statute(self, source: str) -> str:
        """A statute without markup is arranged as it stands; any other goes through Markdown."""
        root = plain_tree(source)
        if root is None:
            return self._html(source)
        clauses = arrange(root)
        if any(child.tag not in {"section", "p"} and not child.get("id") for child in root):
            # A heading that is no division gets its id from Markdown's table of contents.
            return self._html(source)
        self._markdown.clauses = clauses
        # Markdown's own last steps: line ends between blocks, then the text without its root.
        from markdown.treeprocessors import PrettifyTreeprocessor

        PrettifyTreeprocessor(self._markdown).run(root)
        html = self._markdown.serializer(root)
        return html[html.index(">") + 1 : html.rindex("</div>")].strip()

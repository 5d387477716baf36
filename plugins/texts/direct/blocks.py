"""A text block by block: headings, paragraphs, lists, tables, images on their own, footnotes."""

from __future__ import annotations

import re
from functools import lru_cache

from plugins.texts.converted_text import ConvertedText, Heading, Link
from plugins.texts.direct.footnotes import extract_footnotes, footnotes_section
from plugins.texts.direct.inline import (
    BARE_ADDRESS,
    BLOCK_START,
    TARGET,
    InlineConverter,
    UnsupportedSyntaxError,
)
from plugins.texts.direct.lists import ListBlock, convert_list
from plugins.texts.direct.tables import convert_table
from plugins.texts.page_ids import own_id
from plugins.texts.soft_line_breaks import SOFT_BREAK

# Control characters; escapes, code, HTML, entities, `_` as emphasis, attribute lists. A space at
# the start of a line may nest it, continue a block or make it code, except before the item of a
# list. A heading right below a table may become a part of the table.
UNSUPPORTED = re.compile(r"[\x00-\x09\x0b-\x1f\u2028\\`<>&_]|~~|\n (?!   (?:-|[0-9]+\.) \S)|\|\n#")
H1 = re.compile(r"\n#(?!#)")
HEADING = re.compile(r"(#{1,6})([^#*|\[\]]+)")
# Line ends that must not just be removed: a hard break, a construct on the next line, markup on
# either side.
UNSUPPORTED_LINE_END = re.compile(r"  \n|[*\])] ?\n|\n[-+=:~|*\[ ]")
IMAGE = re.compile(
    rf"""!\[([^\[\]*"\n]*)\]\(({TARGET})(?: "(?=\S)([^"'\[\]()\n]*[^\s"'\[\]()])")?\)"""
)

NOT_IN_SLUG = re.compile(r"[^\w\s-]")
SLUG_SEPARATOR = re.compile(r"[-\s]+")


def convert_directly(source: str) -> ConvertedText | None:
    """The converted text, or None when only Python-Markdown can tell what it means."""
    if UNSUPPORTED.search(source) or source[:1] == " ":
        return None
    demoted = H1.search("\n" + source) is not None
    blocks = [block.strip("\n") for block in source.replace("\n#", "\n\n#").split("\n\n")]
    footnotes: dict[str, str] = {}
    try:
        if "[^" in source:
            blocks, footnotes = extract_footnotes(blocks)
        converter = _BlockConverter(demoted, InlineConverter(footnotes))
        for block in blocks:
            converter.add(block)
        return converter.finish(footnotes)
    except UnsupportedSyntaxError:
        return None


class _BlockConverter:
    """Collects the HTML of one text. `demoted` texts have a level 1 heading."""

    def __init__(self, demoted: bool, inline: InlineConverter) -> None:
        self.demoted, self.inline = demoted, inline
        self.html: list[str] = []
        self.headings: list[Heading] = []
        self.ids: set[str] = set()
        self.id_counts: dict[str, int] = {}
        # The list that the next block may continue.
        self.open_list: ListBlock | None = None

    def add(self, block: str) -> None:
        if block[:1] == "#":
            line, _, block = block.partition("\n")
            self._close_list()
            self._add_heading(line)
        if not block:
            return
        if block[0] in "-0123456789" and (items := convert_list(block.split("\n"), self.inline)):
            if self.open_list and self.open_list.tag == items.tag:
                self.open_list.extend(items)
            else:
                self._close_list()
                self.open_list = items
            return
        self._close_list()
        if block[0] == "|":
            self.html.append(convert_table(block.split("\n"), self.inline))
        elif block[:2] == "![":
            self._add_figure(block)
        else:
            self._add_paragraph(block)

    def finish(self, footnotes: dict[str, str]) -> ConvertedText:
        self._close_list()
        if footnotes:
            self.html.append(footnotes_section(footnotes, self.inline))
        return ConvertedText(
            html="\n".join(self.html),
            text=" ".join(" ".join(self.inline.prose).split()),
            headings=tuple(self.headings),
            links=tuple(self.inline.links),
            ids=frozenset(self.ids | self.inline.ids),
            demoted=self.demoted,
        )

    def _add_heading(self, line: str) -> None:
        match = HEADING.fullmatch(line)
        if not match or not (text := match[2].strip()) or BARE_ADDRESS.search(text):
            raise UnsupportedSyntaxError
        level = min(6, len(match[1]) + self.demoted)
        heading_id = self._unique_id(text)
        self.headings.append(Heading(level, heading_id, text))
        self.html.append(f'<h{level} id="{heading_id}">{text}</h{level}>')

    def _unique_id(self, heading: str) -> str:
        slug = own_id(_slugify(heading))
        if slug and slug not in self.ids:
            self.ids.add(slug)
            return slug
        # Imported here: loading Markdown takes longer than all else that an edit needs.
        from markdown.extensions.toc import unique

        return unique(slug, self.ids, self.id_counts)

    def _add_paragraph(self, block: str) -> None:
        if BLOCK_START.match(block):
            raise UnsupportedSyntaxError
        if "\n" in block:
            if UNSUPPORTED_LINE_END.search(block):
                raise UnsupportedSyntaxError
            block = SOFT_BREAK.sub("", block)
        self.html.append(f"<p>{self.inline.convert_prose(block.lstrip())}</p>")

    def _add_figure(self, block: str) -> None:
        match = IMAGE.fullmatch(block)
        if not match:
            raise UnsupportedSyntaxError
        alt, target, caption = match.groups()
        self.inline.links.append(Link("image", target, alt))
        figcaption = f"<figcaption>{caption}</figcaption>\n" if caption else ""
        self.html.append(f'<figure><img alt="{alt}" src="{target}">{figcaption}</figure>')

    def _close_list(self) -> None:
        if self.open_list:
            self.html.append(self.open_list.html)
            self.open_list = None


@lru_cache(maxsize=4096)
def _slugify(text: str) -> str:
    """As Markdown's `slugify_unicode`. Cached, because records have the same few headings."""
    slug = NOT_IN_SLUG.sub("", " ".join(text.split())).strip().lower()
    return SLUG_SEPARATOR.sub("-", slug)

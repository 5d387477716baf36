"""Most records use a few plain constructs: converting those needs no parser.

`quick_body` gives what Python-Markdown and the scan of its HTML would give, or None when it can't
be sure. It knows paragraphs, headings, lists, tables, notes, an image on its own, links and simple
emphasis; whatever else might mean something to Markdown makes it refuse. Markdown stays the judge:
a construct comes in here only if the random texts of the tests bear it out.
"""

from __future__ import annotations

import re
from functools import lru_cache

from plugins.records.converted import Body, Heading, Link
from plugins.records.quick_inline import BEGINNING, TARGET, Inline, Unsure
from plugins.records.quick_lists import Items, read_list
from plugins.records.quick_notes import read_notes, set_apart
from plugins.records.quick_tables import read_table
from plugins.records.soft_break import SOFT_BREAK

# Control characters; escapes, code, HTML, entities, `_` as emphasis, attribute lists. A space at a
# line's beginning may nest, continue or make code, but for an item in a list. A heading may be
# taken in by a table.
UNSURE = re.compile(r"[\x00-\x09\x0b-\x1f\\`<>&_{]|\n (?!   (?:-|[0-9]+\.) \S)|\|\n#")
H1 = re.compile(r"\n#(?!#)")
HEADING = re.compile(r"(#{1,6})([^#*|\[\]]+)")
# Lines that can't be joined here: a hard break, a construct, markup at either side of the line end.
UNJOINED = re.compile(r"  \n|[*\])] ?\n|\n[-+=:~|*\[ ]")
IMAGE = re.compile(
    rf"""!\[([^\[\]*"\n]*)\]\(({TARGET})(?: "(?=\S)([^"'\[\]()\n]*[^\s"'\[\]()])")?\)"""
)

# In the address of a heading.
NO_SLUG = re.compile(r"[^\w\s-]")
BETWEEN = re.compile(r"[-\s]+")


def quick_body(source: str) -> Body | None:
    """The converted text, if it is plain enough to be sure."""
    if UNSURE.search(source) or source[:1] == " ":
        return None
    demoted = H1.search("\n" + source) is not None
    blocks = [block.strip("\n") for block in source.replace("\n#", "\n\n#").split("\n\n")]
    try:
        blocks, notes = set_apart(blocks) if "[^" in source else (blocks, {})
        draft = _Draft(demoted, Inline(notes))
        for block in blocks:
            draft.add(block)
        return draft.body(notes)
    except Unsure:
        return None


class _Draft:
    """A body while it grows, block by block."""

    def __init__(self, demoted: bool, inline: Inline) -> None:
        self.demoted, self.inline = demoted, inline
        self.html: list[str] = []
        self.headings: list[Heading] = []
        self.ids: set[str] = set()
        self.counts: dict[str, int] = {}
        # The list that further blocks may go on with.
        self.list: Items | None = None

    def add(self, block: str) -> None:
        if block[:1] == "#":
            line, _, block = block.partition("\n")
            self._close_list()
            self._heading(line)
        if not block:
            return
        if block[0] in "-0123456789" and (found := read_list(block.split("\n"), self.inline)):
            if self.list and self.list.tag == found.tag:
                self.list.go_on(found)
            else:
                self._close_list()
                self.list = found
            return
        self._close_list()
        if block[0] == "|":
            self.html.append(read_table(block.split("\n"), self.inline))
        elif block[:2] == "![":
            self._figure(block)
        else:
            self._paragraph(block)

    def body(self, notes: dict[str, str]) -> Body:
        self._close_list()
        if notes:
            self.html.append(read_notes(notes, self.inline))
        return Body(
            html="\n".join(self.html),
            text=" ".join(" ".join(self.inline.words).split()),
            headings=tuple(self.headings),
            links=tuple(self.inline.links),
            ids=frozenset(self.ids | self.inline.ids),
            demoted=self.demoted,
        )

    def _heading(self, line: str) -> None:
        found = HEADING.fullmatch(line)
        text = found[2].strip() if found else ""
        if not text:
            raise Unsure
        level = min(6, len(found[1]) + self.demoted)
        anchor = self._anchor(text)
        self.headings.append(Heading(level, anchor, text))
        self.html.append(f'<h{level} id="{anchor}">{text}</h{level}>')

    def _anchor(self, text: str) -> str:
        anchor = _slug(text)
        if anchor and anchor not in self.ids:
            self.ids.add(anchor)
            return anchor
        # Imported here: loading Markdown takes longer than all else that an edit needs.
        from markdown.extensions.toc import unique

        return unique(anchor, self.ids, self.counts)

    def _paragraph(self, block: str) -> None:
        if BEGINNING.match(block):
            raise Unsure
        if "\n" in block:
            if UNJOINED.search(block):
                raise Unsure
            block = SOFT_BREAK.sub("", block)
        self.html.append(f"<p>{self.inline.prose(block.lstrip())}</p>")

    def _figure(self, block: str) -> None:
        found = IMAGE.fullmatch(block)
        if not found:
            raise Unsure
        alt, target, caption = found.groups()
        self.inline.links.append(Link("image", target, alt))
        text = f"<figcaption>{caption}</figcaption>\n" if caption else ""
        self.html.append(f'<figure><img alt="{alt}" src="{target}">{text}</figure>')

    def _close_list(self) -> None:
        if self.list:
            self.html.append(self.list.html)
            self.list = None


@lru_cache(maxsize=4096)
def _slug(text: str) -> str:
    """As Markdown's `slugify_unicode`; remembered, because records have the same few headings."""
    words = NO_SLUG.sub("", " ".join(text.split())).strip().lower()
    return BETWEEN.sub("-", words)

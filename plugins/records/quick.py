"""Most records use a few plain constructs: converting those needs no parser.

`quick_body` gives what Python-Markdown and the scan of its HTML would give, or None when it can't
be sure. It knows paragraphs, headings, lists without nesting, tables, an image on its own, links
and simple emphasis; whatever else might mean something to Markdown makes it refuse. Markdown stays
the judge: a construct comes in here only if the random texts of the tests bear it out.
"""

from __future__ import annotations

import re

from markdown.extensions.toc import slugify_unicode, unique

from plugins.records.chinese import SOFT_BREAK
from plugins.records.converted import Body, Heading, Link
from plugins.records.quick_inline import TARGET, Unsure, marked

# Control characters; escapes, code, HTML, entities, `_` as emphasis, attribute lists.
UNSURE = re.compile(r"[\x00-\x09\x0b-\x1f\\`<>&_{]")
H1 = re.compile(r"\n#(?!#)")
HEADING = re.compile(r"(#{1,6})([^#*|\[\]]+)")
BULLET = re.compile(r"- (?=\S)(.+)")
NUMBERED = re.compile(r"([0-9]+)\. (?=\S)(.+)")
# What begins another construct, at the beginning of a paragraph, an item or a further line.
BEGINNING = re.compile(r"[-+=:~|#]|\d+\.(?: |$)")
# Lines that can't be joined here: a hard break, a construct, markup at either side of the line end.
UNJOINED = re.compile(r"  \n|[*\])] ?\n|\n[-+=:~|*\[]")
RULE = re.compile(r" *(:?)-+(:?) *")
IMAGE = re.compile(
    rf"""!\[([^\[\]*"\n]*)\]\(({TARGET})(?: "(?=\S)([^"'\[\]()\n]*[^\s"'\[\]()])")?\)"""
)
TAG = re.compile(r"<[^>]*>")
SCROLL = '<div aria-label="表格，可以左右滑动" class="table-scroll" role="group" tabindex="0">'
ALIGN = {("", ""): "", (":", ""): "left", ("", ":"): "right", (":", ":"): "center"}


def quick_body(source: str) -> Body | None:
    """The converted text, if it is plain enough to be sure."""
    # A space at a line's beginning may nest, continue or make code; a table may take in a heading.
    if UNSURE.search(source) or "\n " in source or source[:1] == " " or "|\n#" in source:
        return None
    draft = _Draft(demoted=H1.search("\n" + source) is not None)
    try:
        for block in source.replace("\n#", "\n\n#").split("\n\n"):
            draft.add(block.strip("\n"))
    except Unsure:
        return None
    return draft.body()


class _Draft:
    """A body while it grows, block by block."""

    def __init__(self, demoted: bool) -> None:
        self.demoted = demoted
        self.html: list[str] = []
        self.words: list[str] = []
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.ids: set[str] = set()
        self.counts: dict[str, int] = {}
        # The list that further blocks may go on with: its tag, what opens it, its items.
        self.list_tag = self.list_open = ""
        self.items: list[str] = []

    def add(self, block: str) -> None:
        if block[:1] == "#":
            line, _, block = block.partition("\n")
            self._close_list()
            self._heading(line)
        if not block:
            return
        if BULLET.match(block):
            self._list("ul", "<ul>", self._items(block, BULLET))
        elif numbered := NUMBERED.match(block):
            opening = "<ol>" if numbered[1] == "1" else f'<ol start="{numbered[1]}">'
            self._list("ol", opening, self._items(block, NUMBERED))
        else:
            self._close_list()
            if block[0] == "|":
                self._table(block)
            elif block[:2] == "![":
                self._figure(block)
            else:
                self._paragraph(block)

    def body(self) -> Body:
        self._close_list()
        return Body(
            html="\n".join(self.html),
            text=" ".join(" ".join(self.words).split()),
            headings=tuple(self.headings),
            links=tuple(self.links),
            ids=frozenset(self.ids),
            demoted=self.demoted,
        )

    def _heading(self, line: str) -> None:
        found = HEADING.fullmatch(line)
        text = found[2].strip() if found else ""
        if not text:
            raise Unsure
        level = min(6, len(found[1]) + self.demoted)
        anchor = unique(slugify_unicode(" ".join(text.split()), "-"), self.ids, self.counts)
        self.headings.append(Heading(level, anchor, text))
        self.html.append(f'<h{level} id="{anchor}">{text}</h{level}>')

    def _paragraph(self, block: str) -> None:
        if BEGINNING.match(block):
            raise Unsure
        if "\n" in block:
            if UNJOINED.search(block):
                raise Unsure
            block = SOFT_BREAK.sub("", block)
        html = self._inline(block.lstrip())
        self.html.append(f"<p>{html}</p>")

    def _items(self, block: str, item: re.Pattern) -> list[re.Match]:
        """Every line has to be an item, with plain words in it."""
        found = [item.fullmatch(line) for line in block.split("\n")]
        if None in found or any(BEGINNING.match(each[each.lastindex]) for each in found):
            raise Unsure
        return found

    def _list(self, tag: str, opening: str, found: list[re.Match]) -> None:
        items = [self._inline(item[item.lastindex]) for item in found]
        if tag == self.list_tag:
            # A blank line between items makes paragraphs of those on either side of it.
            self.items[-1] = _loose(self.items[-1])
            items[0] = _loose(items[0])
        else:
            self._close_list()
            self.list_tag, self.list_open = tag, opening
        self.items += items

    def _close_list(self) -> None:
        if self.items:
            items = "\n".join([f"<li>{item}</li>" for item in self.items])
            self.html.append(f"{self.list_open}\n{items}\n</{self.list_tag}>")
            self.list_tag, self.items = "", []

    def _table(self, block: str) -> None:
        lines = block.split("\n")
        if len(lines) < 3 or any(line[0] != "|" or line[-1] != "|" for line in lines):
            raise Unsure
        head, rules, *rows = [line[1:-1].split("|") for line in lines]
        found = [RULE.fullmatch(rule) for rule in rules]
        if len(head) != len(rules) or None in found:
            raise Unsure
        aligns = [ALIGN[rule.groups()] for rule in found]
        classes = [f' class="align-{align}"' if align else "" for align in aligns]
        out = [SCROLL, "<table>", "<thead>", "<tr>"]
        out += self._cells("th", head, [f'{each} scope="col"' for each in classes])
        out += ["</tr>", "</thead>", "<tbody>"]
        for row in rows:
            out += ["<tr>", *self._cells("td", row, classes), "</tr>"]
        self.html += [*out, "</tbody>", "</table>", "</div>"]

    def _cells(self, tag: str, cells: list[str], attributes: list[str]) -> list[str]:
        """A row has as many cells as the head, whatever is written; none counts as prose."""
        cells = cells[: len(attributes)] + [""] * (len(attributes) - len(cells))
        inner = [marked(cell.strip(" "), self.links) for cell in cells]
        return [
            f"<{tag}{attribute}>{cell}</{tag}>"
            for cell, attribute in zip(inner, attributes, strict=True)
        ]

    def _figure(self, block: str) -> None:
        found = IMAGE.fullmatch(block)
        if not found:
            raise Unsure
        alt, target, caption = found.groups()
        self.links.append(Link("image", target, alt))
        text = f"<figcaption>{caption}</figcaption>\n" if caption else ""
        self.html.append(f'<figure><img alt="{alt}" src="{target}">{text}</figure>')

    def _inline(self, text: str) -> str:
        """The HTML of running text, whose words are noted for the summary."""
        if not text or "|" in text:
            raise Unsure
        html = marked(text, self.links)
        self.words.append(text if html is text else TAG.sub("", html))
        return html


def _loose(item: str) -> str:
    return item if item.startswith("\n") else f"\n<p>{item}</p>\n"

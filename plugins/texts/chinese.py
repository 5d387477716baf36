"""The extension of Python-Markdown for Chinese texts and for the clauses of statutes."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from html import unescape

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, HTML_PLACEHOLDER, STX, AtomicString

from plugins.clauses import Clause
from plugins.clauses.structure import structure_clauses
from plugins.texts.bare_address import BARE_ADDRESS
from plugins.texts.soft_line_breaks import SOFT_BREAK, WIDE

OPEN_END = re.compile(rf"[{WIDE}]$")
OPEN_START = re.compile(rf"^[{WIDE}]")
ALIGNMENT = re.compile(r"text-align: *(left|right|center)")
ESCAPED = re.compile(f"{STX}(\\d+){ETX}")
STASHED = re.compile(HTML_PLACEHOLDER % r"(\d+)")
TAG = re.compile(r"<[^>]*>")
DELETED = r"(~~)(?=\S)(.+?)(?<=\S)~~"
# Longer ones are text, see `typed/tags.py`.
LONGEST_TAG = 2000
LITERAL = {"pre", "code", "script", "style"}


class BareAddress(InlineProcessor):
    """An address that stands in the text as it is becomes a link; a statute stays as it is."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown, extension: ChineseExtension) -> None:
        super().__init__(BARE_ADDRESS, md)
        self.extension = extension

    def handleMatch(  # type: ignore[override]
        self, match: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        if self.extension.statute or _is_inside_tag(data, match.start()):
            return None, None, None
        element = etree.Element("a", {"href": match[0]})
        element.text = AtomicString(match[0])
        return element, match.start(0), match.end(0)


class LineJoiner(Treeprocessor):
    """Removes line breaks beside a Chinese character, where a browser would show a space."""

    def run(self, root: etree.Element) -> None:
        self._join(root)

    def _join(self, element: etree.Element) -> None:
        if element.tag in LITERAL:
            return
        if element.text:
            element.text = _join_lines(element.text, _first_character(element, 0))
        for index, child in enumerate(element):
            self._join(child)
            if child.tail:
                tail = child.tail
                if tail.startswith("\n") and child.tag != "br" and _ends_wide(child):
                    tail = tail.lstrip("\n")
                child.tail = _join_lines(tail, _first_character(element, index + 1))


class Figures(Treeprocessor):
    """An image alone in its paragraph becomes a figure; its title is the caption."""

    def run(self, root: etree.Element) -> None:
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                if child.tag == "p" and _only_image(child):
                    parent[index] = _figure(child)


class Tables(Treeprocessor):
    """Wide tables scroll in a box that the keyboard can reach; head cells name their scope."""

    def run(self, root: etree.Element) -> None:
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                if child.tag != "table":
                    continue
                for cell in child.iter():
                    if cell.tag == "th":
                        cell.set("scope", "col")
                    # `style` is forbidden by the site's CSP.
                    aligned = ALIGNMENT.search(cell.attrib.pop("style", ""))
                    if aligned:
                        cell.set("class", f"align-{aligned[1]}")
                box = etree.Element(
                    "div",
                    {
                        "class": "table-scroll",
                        "role": "group",
                        "tabindex": "0",
                        "aria-label": "表格，可以左右滑动",
                    },
                )
                box.tail, child.tail = child.tail, None
                box.append(child)
                parent[index] = box


class Headings(Treeprocessor):
    """The page's title is its only h1: in a text that has one, every heading goes down a level."""

    def __init__(self, md: Markdown, extension: ChineseExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: etree.Element) -> None:
        headings = [element for element in root.iter() if re.fullmatch(r"h[1-6]", str(element.tag))]
        self.extension.demoted = any(heading.tag == "h1" for heading in headings)
        if self.extension.demoted:
            for heading in headings:
                heading.tag = f"h{min(6, int(heading.tag[1]) + 1)}"


class Clauses(Treeprocessor):
    """Finds the clauses of a statute. It runs last, because it moves whole paragraphs."""

    def __init__(self, md: Markdown, extension: ChineseExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: etree.Element) -> None:
        if self.extension.statute:
            self.extension.clauses = structure_clauses(root, self._displayed)

    def _displayed(self, text: str) -> str:
        """Resolve what Markdown replaces at the very end: escaped characters, entities, HTML."""
        text = ESCAPED.sub(lambda match: chr(int(match[1])), text)
        text = STASHED.sub(lambda match: self._stashed(int(match[1])), text)
        return text.replace(AMP_SUBSTITUTE, "&")

    def _stashed(self, index: int) -> str:
        return unescape(TAG.sub("", str(self.md.htmlStash.rawHtmlBlocks[index])))


class ChineseExtension(Extension):
    """Set `statute` before a text is converted; read `demoted` and `clauses` afterwards."""

    def __init__(self) -> None:
        super().__init__()
        self.statute = False
        self.reset()

    def reset(self) -> None:
        """Called by Markdown's own `reset`, between two texts."""
        self.demoted = False
        self.clauses: tuple[Clause, ...] = ()

    def extendMarkdown(self, md: Markdown) -> None:
        md.registerExtension(self)
        # Indented lines are paragraphs, and a line of --- below text is a rule: see `typed/`.
        md.parser.blockprocessors.deregister("code")
        md.parser.blockprocessors.deregister("setextheader")
        md.inlinePatterns.register(SimpleTagInlineProcessor(DELETED, "del"), "deleted", 50)
        md.inlinePatterns.register(BareAddress(md, self), "bare-address", 110)
        # After `inline` (20), so that emphasis and links are elements already.
        md.treeprocessors.register(LineJoiner(md), "chinese-lines", 15)
        md.treeprocessors.register(Figures(md), "figures", 14)
        md.treeprocessors.register(Tables(md), "tables", 13)
        md.treeprocessors.register(Headings(md, self), "headings", 12)
        md.treeprocessors.register(Clauses(md, self), "clauses", 11)


def _is_inside_tag(text: str, at: int) -> bool:
    """Whether this is in an attribute: brackets that belong to no tag are no longer there."""
    start = text.rfind("<", max(0, at - LONGEST_TAG), at)
    return start >= 0 and text[start + 1 : start + 2].isalpha() and text.find(">", start, at) < 0


def _join_lines(text: str, following: str) -> str:
    if "\n" not in text:
        return text
    joined = SOFT_BREAK.sub("", text)
    if joined.endswith("\n") and OPEN_START.match(following):
        return joined.rstrip("\n")
    return joined


def _first_character(parent: etree.Element, index: int) -> str:
    """The first character that the reader sees after this point, inside the next element."""
    if index >= len(parent):
        return ""
    child = parent[index]
    return "".join(child.itertext())[:1]


def _ends_wide(element: etree.Element) -> bool:
    return bool(OPEN_END.search("".join(element.itertext())))


def _only_image(paragraph: etree.Element) -> bool:
    children = list(paragraph)
    return (
        len(children) == 1
        and children[0].tag == "img"
        and not (paragraph.text or "").strip()
        and not (children[0].tail or "").strip()
    )


def _figure(paragraph: etree.Element) -> etree.Element:
    figure = etree.Element("figure")
    figure.tail = paragraph.tail
    image = paragraph[0]
    image.tail = None
    caption = image.attrib.pop("title", "")
    figure.append(image)
    if caption:
        etree.SubElement(figure, "figcaption").text = caption
    return figure

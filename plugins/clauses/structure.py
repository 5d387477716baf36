"""The clauses of a statute, from its converted text: 编、章、节、条、款、项、目.

`structure_clauses` works on Python-Markdown's element tree: it wraps every clause in a section with
an anchor, gives paragraphs and items theirs, and returns the clauses. No character is dropped.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable
from dataclasses import dataclass, field

from plugins.clauses.divisions import looks_like_division
from plugins.clauses.heads import is_name
from plugins.clauses.labels import (
    CLAUSE,
    DIVISION,
    ITEM,
    RANK_LETTERS,
    SUB_ITEM,
    ClauseNumber,
    clause_number,
    item_number,
    sub_item_number,
)
from plugins.clauses.model import Clause, Part
from plugins.clauses.numerals import matched_number

__all__ = ["structure_clauses"]

HEADING = re.compile(r"h[2-6]")
# Markdown's placeholder for a block of raw HTML. An id on its <p> would keep the <p> around it.
RAW_HTML = re.compile(r"\x02wzxhzdk:\d+\x03")
# The title of an annex without heading markup: 附件, 附表2：…, but not 附件所列的灯….
ANNEX = re.compile(r"附[件表录图](?:$|[\s　：:\d０-９一二三四五六七八九十])[^。；]*$")


@dataclass
class _OpenPart:
    """A paragraph, item or sub-item that may still get parts below it."""

    anchor: str
    text: str
    is_item: bool = False
    parts: list[_OpenPart] = field(default_factory=list)

    def close(self) -> Part:
        return Part(self.anchor, self.text, tuple(part.close() for part in self.parts))


@dataclass
class _OpenClause:
    """A clause that may still get paragraphs."""

    number: ClauseNumber
    label: str
    anchor: str
    divisions: tuple[str, ...]
    section: etree.Element
    # Whether its first line is a heading, which may hold only its name.
    is_heading: bool = False
    paragraphs: list[_OpenPart] = field(default_factory=list)

    @property
    def awaits_text(self) -> bool:
        """Whether there is nothing yet but the number, and perhaps the name (条标)."""
        if len(self.paragraphs) != 1 or self.paragraphs[0].parts:
            return False
        return is_name(self.paragraphs[0].text.removeprefix(self.label), self.is_heading)

    def close(self) -> Clause:
        paragraphs = tuple(part.close() for part in self.paragraphs)
        return Clause(self.number, self.label, self.divisions, paragraphs, self.anchor)


def structure_clauses(
    root: etree.Element, displayed: Callable[[str], str] = lambda text: text
) -> tuple[Clause, ...]:
    """Structure the text of a statute in place, and return its clauses in order.

    `displayed` resolves what Markdown replaces only after the tree is finished, such as escaped
    characters.
    """
    return _Structurer(root, displayed).run()


class _Structurer:
    def __init__(self, root: etree.Element, displayed: Callable[[str], str]) -> None:
        self.root, self.displayed = root, displayed
        self.clauses: list[Clause] = []
        self.anchors: set[str] = set()
        # The divisions around the current block by rank (编, 章 …): number and heading.
        self.numbered: dict[str, tuple[int, str]] = {}
        self.divisions: tuple[str, ...] = ()
        self.clause: _OpenClause | None = None

    def run(self) -> tuple[Clause, ...]:
        children = list(self.root)
        for child in children:
            self.root.remove(child)
        for child in children:
            self._add_block(child)
        self._close_clause()
        return tuple(self.clauses)

    def _add_block(self, child: etree.Element) -> None:
        text = self._text(child)
        is_heading = HEADING.fullmatch(str(child.tag)) is not None
        if is_heading and CLAUSE.match(text):
            child.tag = "p"
        elif is_heading:
            self._close_clause()
            self._add_heading(child)
            self.root.append(child)
            return
        is_paragraph = child.tag == "p" and not RAW_HTML.fullmatch((child.text or "").strip())
        label = CLAUSE.match(text) if is_paragraph else None
        if label:
            self._close_clause()
            self.clause = self._open_clause(child, label)
            self.clause.is_heading = is_heading
        elif is_paragraph and (ANNEX.match(text) or looks_like_division(text)):
            # A chapter that is not marked as a heading is no paragraph of the clause above it.
            self._close_clause()
        if self.clause is None:
            self.root.append(child)
            return
        self.clause.section.append(child)
        if is_paragraph:
            self._add_paragraph(self.clause, child, text)
        elif self.clause.paragraphs:
            # A Markdown table or list belongs to the paragraph above it.
            self.clause.paragraphs[-1].text += "\n" + text

    def _open_clause(self, paragraph: etree.Element, label: re.Match[str]) -> _OpenClause:
        number = clause_number(label)
        anchor = self._unique_anchor(number.anchor)
        section = etree.SubElement(
            self.root, "section", {"class": "clause", "id": anchor, "data-element": "clause"}
        )
        _link_number(paragraph, label[0], anchor)
        return _OpenClause(number, label[0], anchor, self.divisions, section)

    def _add_paragraph(self, clause: _OpenClause, element: etree.Element, text: str) -> None:
        """Add a 款, a 项 or a 目, told apart by how it starts."""
        item, sub_item = ITEM.match(text), SUB_ITEM.match(text)
        paragraphs = clause.paragraphs
        if paragraphs and item:
            parent = paragraphs[-1]
            anchor = self._unique_anchor(f"{parent.anchor}i{item_number(item)}")
            part = _OpenPart(anchor, text, is_item=True)
            parent.parts.append(part)
            element.set("class", "clause__item")
        elif paragraphs and sub_item:
            parent = paragraphs[-1]
            parent = next((part for part in reversed(parent.parts) if part.is_item), parent)
            anchor = self._unique_anchor(f"{parent.anchor}s{sub_item_number(sub_item)}")
            part = _OpenPart(anchor, text)
            parent.parts.append(part)
            element.set("class", "clause__sub-item")
        elif clause.awaits_text:
            # The number stood on a line of its own; this text is the first paragraph.
            paragraphs[0].text += f"　{text}"
            return
        else:
            anchor = self._unique_anchor(f"{clause.anchor}p{len(paragraphs) + 1}")
            part = _OpenPart(anchor, text)
            paragraphs.append(part)
        element.set("id", part.anchor)

    def _close_clause(self) -> None:
        if self.clause:
            self.clauses.append(self.clause.close())
        self.clause = None

    def _add_heading(self, heading: etree.Element) -> None:
        title = self._text(heading)
        label = DIVISION.match(title)
        if not label:
            self.divisions = (title,)
            return
        rank = label["rank"]
        ranks = list(RANK_LETTERS)
        self.numbered = {
            outer: division
            for outer, division in self.numbered.items()
            if ranks.index(outer) < ranks.index(rank)
        }
        self.numbered[rank] = (matched_number(label["number"]), title)
        self.divisions = tuple(title for _, title in self.numbered.values())
        steps = [f"{RANK_LETTERS[rank]}{number}" for rank, (number, _) in self.numbered.items()]
        heading.set("id", self._unique_anchor("".join(steps)))

    def _text(self, element: etree.Element) -> str:
        return self.displayed("".join(element.itertext())).strip()

    def _unique_anchor(self, anchor: str) -> str:
        """`anchor`, with a count behind it when a number is used twice in the statute."""
        unique, count = anchor, 1
        while unique in self.anchors:
            count += 1
            unique = f"{anchor}-{count}"
        self.anchors.add(unique)
        return unique


def _link_number(paragraph: etree.Element, label: str, anchor: str) -> None:
    """Make the clause's number the link to the clause."""
    holder = paragraph
    if not (paragraph.text or "").strip() and len(paragraph) and paragraph[0].tag == "strong":
        holder = paragraph[0]
    text = holder.text or ""
    start = text.find(label)
    if start < 0 or text[:start].strip():
        return
    link = etree.Element("a", {"class": "clause__number", "href": f"#{anchor}"})
    link.text, link.tail = label, text[start + len(label) :]
    holder.text = text[:start]
    holder.insert(0, link)

"""The clauses of a statute, from its converted text: 编、章、节、条、款、项、目.

`arrange` works on Python-Markdown's tree: it wraps every clause in a section with its anchor, gives
paragraphs and items theirs, and returns the clauses. It moves and marks; it drops no character.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable
from dataclasses import dataclass, field

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
from plugins.clauses.numerals import number
from plugins.clauses.typed import separated

__all__ = ["Clause", "Part", "arrange", "separated"]

HEADING = re.compile(r"h[2-6]")
# A block of raw HTML while Markdown keeps it elsewhere; an id would leave its <p> around it.
RAW = re.compile(r"\x02wzxhzdk:\d+\x03")
# An annex without a heading's marks: 附件, 附表2：…, but not 附件所列的灯….
ANNEX = re.compile(r"附[件表录图](?:$|[\s　：:\d０-９一二三四五六七八九十])[^。；]*$")


@dataclass
class _Draft:
    """A part while it grows."""

    anchor: str
    text: str
    item: bool = False
    parts: list[_Draft] = field(default_factory=list)

    def freeze(self) -> Part:
        return Part(self.anchor, self.text, tuple(part.freeze() for part in self.parts))


def arrange(
    root: etree.Element, shown: Callable[[str], str] = lambda text: text
) -> tuple[Clause, ...]:
    """Give the text of a statute its anchors, in place, and return its clauses in order.

    `shown` makes the text of the tree what a reader will see, where the tree isn't finished.
    """
    return _Arranger(root, shown).run()


class _Arranger:
    def __init__(self, root: etree.Element, shown: Callable[[str], str]) -> None:
        self.root, self.shown = root, shown
        self.clauses: list[Clause] = []
        self.taken: set[str] = set()
        self.divisions: dict[str, tuple[int, str]] = {}
        self.division = ""
        self.section: etree.Element | None = None
        self.draft: tuple[ClauseNumber, str] | None = None
        self.paragraphs: list[_Draft] = []

    def run(self) -> tuple[Clause, ...]:
        children = list(self.root)
        for child in children:
            self.root.remove(child)
        for child in children:
            self._place(child)
        self._close()
        return tuple(self.clauses)

    def _place(self, child: etree.Element) -> None:
        if HEADING.fullmatch(str(child.tag)):
            self._close()
            self._head(child)
            self.root.append(child)
            return
        text = self._words(child)
        paragraph = child.tag == "p" and not RAW.fullmatch((child.text or "").strip())
        found = CLAUSE.match(text) if paragraph else None
        if found:
            self._close()
            self._open(child, found)
        elif paragraph and ANNEX.match(text):
            self._close()
        if self.section is None:
            self.root.append(child)
            return
        self.section.append(child)
        if paragraph:
            self._add(child, text)
        elif self.paragraphs:
            # A table or a list of Markdown's own belongs to the paragraph above it.
            self.paragraphs[-1].text += "\n" + text

    def _open(self, child: etree.Element, found: re.Match) -> None:
        value = clause_number(found)
        anchor = self._free(value.anchor)
        self.section = etree.SubElement(
            self.root, "section", {"class": "clause", "id": anchor, "data-element": "clause"}
        )
        self.draft = (value, found[0])
        _link_number(child, found[0], anchor)

    def _add(self, child: etree.Element, text: str) -> None:
        """Place a paragraph of the open clause: a 款, a 项 or a 目, by how it begins."""
        item, sub_item = ITEM.match(text), SUB_ITEM.match(text)
        clause = self.section.get("id")
        if self.paragraphs and item:
            above = self.paragraphs[-1]
            part = _Draft(self._free(f"{above.anchor}i{item_number(item)}"), text, item=True)
            above.parts.append(part)
            child.set("class", "clause__item")
        elif self.paragraphs and sub_item:
            above = self.paragraphs[-1]
            above = next((part for part in reversed(above.parts) if part.item), above)
            part = _Draft(self._free(f"{above.anchor}s{sub_item_number(sub_item)}"), text)
            above.parts.append(part)
            child.set("class", "clause__sub-item")
        elif len(self.paragraphs) == 1 and self.paragraphs[0].text == self.draft[1]:
            # The number stood on a line of its own; its words make up the first paragraph.
            self.paragraphs[0].text += f"　{text}"
            return
        else:
            part = _Draft(self._free(f"{clause}p{len(self.paragraphs) + 1}"), text)
            self.paragraphs.append(part)
        child.set("id", part.anchor)

    def _close(self) -> None:
        if self.draft:
            value, label = self.draft
            paragraphs = tuple(draft.freeze() for draft in self.paragraphs)
            anchor = self.section.get("id")
            self.clauses.append(Clause(value, label, self.division, paragraphs, anchor))
        self.section, self.draft, self.paragraphs = None, None, []

    def _head(self, heading: etree.Element) -> None:
        text = self._words(heading)
        found = DIVISION.match(text)
        self.division = text
        if not found:
            return
        rank, value = found["rank"], number(found["number"])
        ranks = list(RANK_LETTERS)
        self.divisions = {
            outer: held
            for outer, held in self.divisions.items()
            if ranks.index(outer) < ranks.index(rank)
        }
        self.divisions[rank] = (value, text)
        parts = [f"{RANK_LETTERS[outer]}{held[0]}" for outer, held in self.divisions.items()]
        heading.set("id", self._free("".join(parts)))

    def _words(self, element: etree.Element) -> str:
        return self.shown("".join(element.itertext())).strip()

    def _free(self, anchor: str) -> str:
        """An anchor that no other part has: a number that stands twice must not break the page."""
        free, count = anchor, 1
        while free in self.taken:
            count += 1
            free = f"{anchor}-{count}"
        self.taken.add(free)
        return free


def _link_number(paragraph: etree.Element, label: str, anchor: str) -> None:
    """The clause's own number becomes the link to it."""
    holder = paragraph
    if not (paragraph.text or "").strip() and len(paragraph) and paragraph[0].tag == "strong":
        holder = paragraph[0]
    text = holder.text or ""
    at = text.find(label)
    if at < 0 or text[:at].strip():
        return
    link = etree.Element("a", {"class": "clause__number", "href": f"#{anchor}"})
    link.text, link.tail = label, text[at + len(label) :]
    holder.text = text[:at]
    holder.insert(0, link)

"""The words of one Word paragraph or table, in the file's own XML.

python-docx's `paragraph.text` leaves out what stands in content controls, smart tags, tracked
insertions and text boxes, and none of it may be lost; so the elements are read here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import nsmap, qn

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
MATH_WORDS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
VML_PICTURE = "{urn:schemas-microsoft-com:vml}imagedata"
DRAWN = f"{{{nsmap['a']}}}graphicData"
PARAGRAPH, TABLE, ROW, CELL = (qn(name) for name in ("w:p", "w:tbl", "w:tr", "w:tc"))
BREAK, SYMBOL, BOX = qn("w:br"), qn("w:sym"), qn("w:txbxContent")
WORDS = {qn("w:t"), MATH_WORDS}
SIGNS = {qn("w:tab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
DELETED = {qn("w:del"), qn("w:moveFrom")}
# Properties, codes of fields, and the second telling of a drawing for old programs.
UNSEEN = {
    FALLBACK,
    *map(qn, ("w:pPr", "w:rPr", "w:sdtPr", "w:tblPr", "w:trPr", "w:tcPr", "w:instrText")),
}
# What ends a number that Word sets close to its text.
CLOSE = "）、．"

Number = Callable[[Any], str]


def no_number(paragraph: Any) -> str:
    return ""


@dataclass
class Said:
    """What one paragraph or table says. `boxes` are the lines of its text boxes."""

    text: str = ""
    boxes: list[str] = field(default_factory=list)
    deleted: str = ""
    pictures: int = 0

    def add(self, other: Said) -> None:
        self.boxes += other.boxes
        self.deleted += other.deleted
        self.pictures += other.pictures


def blocks(parent: Any) -> Iterator[Any]:
    """The paragraphs and tables below `parent`, in order, whatever they are wrapped in."""
    for child in parent:
        if child.tag in {PARAGRAPH, TABLE}:
            yield child
        elif child.tag not in UNSEEN | DELETED:
            yield from blocks(child)


def said_by(paragraph: Any, number: Number = no_number) -> Said:
    """The words of a paragraph, behind the number that Word sets before them (`number` of it).

    Line breaks are kept.
    """
    said, label = Said(), number(paragraph)
    words = "".join(_words(paragraph, said, number))
    close = not label or (label[-1] in CLOSE and not words[:1].isdigit())
    said.text = f"{label}{words}" if close else f"{label} {words}"
    return said


def rows_of(table: Any, number: Number = no_number) -> tuple[list[str], Said]:
    """A line for each row, its cells apart by wide spaces, and what else the table holds."""
    rows, whole = [], Said()
    for row in _inside(table, ROW):
        cells = []
        for cell in _inside(row, CELL):
            lines = [line for block in blocks(cell) for line in _lines(block, whole, number)]
            cells.append(" ".join(" ".join(lines).split()))
        rows.append("　".join(cell for cell in cells if cell))
    return [row for row in rows if row], whole


def _lines(block: Any, whole: Said, number: Number) -> list[str]:
    """The lines of a paragraph or a table; what else it holds is added to `whole`."""
    if block.tag == TABLE:
        lines, said = rows_of(block, number)
    else:
        said = said_by(block, number)
        lines = said.text.split("\n")
    whole.add(said)
    return lines


def _words(element: Any, said: Said, number: Number) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag in WORDS:
            yield child.text or ""
        elif tag in SIGNS:
            yield SIGNS[tag]
        elif tag == BREAK:
            # A page that ends inside a paragraph doesn't end the paragraph.
            yield "" if child.get(qn("w:type")) in {"page", "column"} else "\n"
        elif tag == SYMBOL:
            yield chr(int(child.get(qn("w:char")), 16))
        elif tag in DELETED:
            said.deleted += "".join(text.text or "" for text in child.iter(qn("w:delText"), *WORDS))
        elif tag == BOX:
            for block in blocks(child):
                said.boxes += _lines(block, said, number)
        elif tag not in UNSEEN:
            drawn = tag == DRAWN and child.find(f".//{BOX}") is None
            said.pictures += drawn or tag == VML_PICTURE
            yield from _words(child, said, number)


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, content controls looked through."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in {PARAGRAPH, TABLE, ROW, CELL, *UNSEEN, *DELETED}:
            yield from _inside(child, tag)

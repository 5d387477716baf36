"""The text of one Word paragraph or table, from the XML of the file.

python-docx's `paragraph.text` lacks the text in content controls, smart tags, tracked insertions
and text boxes. None of it may be lost, so the elements are read here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import nsmap, qn

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
VML_PICTURE = "{urn:schemas-microsoft-com:vml}imagedata"
DRAWN = f"{{{nsmap['a']}}}graphicData"
PARAGRAPH, TABLE, ROW, CELL = (qn(name) for name in ("w:p", "w:tbl", "w:tr", "w:tc"))
BREAK, SYMBOL, BOX = qn("w:br"), qn("w:sym"), qn("w:txbxContent")
TEXT_TAGS = {qn("w:t"), MATH_TEXT}
CHARACTER_TAGS = {qn("w:tab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
DELETED = {qn("w:del"), qn("w:moveFrom")}
# Properties, field codes, and the alternative content of drawings for old programs.
IGNORED = {
    FALLBACK,
    *map(qn, ("w:pPr", "w:rPr", "w:sdtPr", "w:tblPr", "w:trPr", "w:tcPr", "w:instrText")),
}
# A number with this ending has no space between it and the text.
NO_SPACE_AFTER = "）、．"

NumberOf = Callable[[Any], str]


def no_number(paragraph: Any) -> str:
    return ""


@dataclass
class ExtractedText:
    """The text of a paragraph or table. `boxes` are the lines of its text boxes."""

    text: str = ""
    boxes: list[str] = field(default_factory=list)
    deleted: str = ""
    pictures: int = 0

    def add(self, other: ExtractedText) -> None:
        self.boxes += other.boxes
        self.deleted += other.deleted
        self.pictures += other.pictures


def blocks(parent: Any) -> Iterator[Any]:
    """The paragraphs and tables below `parent`, in order, whatever they are wrapped in."""
    for child in parent:
        if child.tag in {PARAGRAPH, TABLE}:
            yield child
        elif child.tag not in IGNORED | DELETED:
            yield from blocks(child)


def paragraph_text(paragraph: Any, number_of: NumberOf = no_number) -> ExtractedText:
    """The text of a paragraph with its line breaks, behind the number that Word shows."""
    content, label = ExtractedText(), number_of(paragraph)
    text = "".join(_text(paragraph, content, number_of))
    is_close = not label or (label[-1] in NO_SPACE_AFTER and not text[:1].isdigit())
    content.text = f"{label}{text}" if is_close else f"{label} {text}"
    return content


def table_rows(table: Any, number_of: NumberOf = no_number) -> tuple[list[str], ExtractedText]:
    """A line for each row, with wide spaces between cells, and what else the table contains."""
    rows, whole = [], ExtractedText()
    for row in _inside(table, ROW):
        cells = []
        for cell in _inside(row, CELL):
            lines = [line for block in blocks(cell) for line in _lines(block, whole, number_of)]
            cells.append(" ".join(" ".join(lines).split()))
        rows.append("　".join(cell for cell in cells if cell))
    return [row for row in rows if row], whole


def _lines(block: Any, whole: ExtractedText, number_of: NumberOf) -> list[str]:
    """The lines of a paragraph or a table. What else it contains is added to `whole`."""
    if block.tag == TABLE:
        lines, content = table_rows(block, number_of)
    else:
        content = paragraph_text(block, number_of)
        lines = content.text.split("\n")
    whole.add(content)
    return lines


def _text(element: Any, content: ExtractedText, number_of: NumberOf) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag in TEXT_TAGS:
            yield child.text or ""
        elif tag in CHARACTER_TAGS:
            yield CHARACTER_TAGS[tag]
        elif tag == BREAK:
            # A page that ends inside a paragraph doesn't end the paragraph.
            yield "" if child.get(qn("w:type")) in {"page", "column"} else "\n"
        elif tag == SYMBOL:
            yield chr(int(child.get(qn("w:char")), 16))
        elif tag in DELETED:
            content.deleted += "".join(
                text.text or "" for text in child.iter(qn("w:delText"), *TEXT_TAGS)
            )
        elif tag == BOX:
            for block in blocks(child):
                content.boxes += _lines(block, content, number_of)
        elif tag not in IGNORED:
            drawn = tag == DRAWN and child.find(f".//{BOX}") is None
            content.pictures += drawn or tag == VML_PICTURE
            yield from _text(child, content, number_of)


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, content controls looked through."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in {PARAGRAPH, TABLE, ROW, CELL, *IGNORED, *DELETED}:
            yield from _inside(child, tag)

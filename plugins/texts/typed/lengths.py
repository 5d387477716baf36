"""Longer paragraphs and more code than anybody writes: their markup is text.

Python-Markdown copies the rest of a paragraph for each piece of markup in it, and the rest of the
text for each block of code, so the time grows with the square of the length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.findings import Severity
from plugins.texts.typed.line import Line, Note
from plugins.texts.typed.literal import literal

# In characters. Of 163 statutes and 277 records the longest paragraph has some 700.
LONGEST = 20_000
MOST_FENCES = 1_000
FENCES = ("```", "~~~")
# Items, cells, quotes and headings are converted one by one.
STARTS_BLOCK = re.compile(r"\s*(?:[-*+>|#]|\d{1,9}\.)\s?")


def bound_fences(source: str, notes: list[Note]) -> str:
    count = sum(source.count(fence) for fence in FENCES)
    if count <= MOST_FENCES:
        return source
    message = f"正文里有 {count} 处“```”或“~~~”，太多了，都会照样显示"
    notes.append(Note("markup-many", Severity.WARNING, 0, "", message, "代码作为附件放 files/"))
    for fence in FENCES:
        source = source.replace(fence, literal(fence))
    return source


def bound_paragraphs(lines: list[Line], notes: list[Note]) -> list[Line]:
    out: list[Line] = []
    for paragraph in _paragraphs(lines):
        length = sum(len(line.text) for line in paragraph)
        if length > LONGEST:
            first = paragraph[0]
            message = f"这一段有 {length} 字，读者读不下去，里面的标记也不会生效"
            hint = "用空行分成几段"
            notes.append(Note("markup-many", Severity.WARNING, first.number, "", message, hint))
            paragraph = [line.with_text(literal(line.text.lstrip())) for line in paragraph]
        out += paragraph
    return out


def _paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and (line.is_blank or STARTS_BLOCK.match(line.text)):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph

"""Texts as clerks type and paste them, read as they were meant.

`read_typed(source)` returns Markdown that says what the editor meant, for both ways of converting
it (`direct/` and Python-Markdown), and notes of what can't be read with certainty. A text that is
correct Markdown stays as it is.

The passes, in their order, each from lines to lines:

1. `split_words.py` joins dates, amounts and addresses broken over two lines.
2. `comments.py` takes comments out.
3. `word.py` drops tags of Word, and headings and items without words.
4. `tags.py` and `signs.py`: characters that are text and not markup, such as the brackets of
   <PM2.5标准> and the stars of 李** or of 5*3米. They travel through the conversion as
   characters that no text contains (`literal.py`).
5. `addresses.py`: web addresses and targets with a slip: https：//, [文字](/a.md。).
6. `markup.py`: markup typed with full-width signs or with a slip: ＃＃, [文字]（地址）, **词 **.
7. `brackets.py`: definitions of links that are notes.
8. `columns.py` and `tables.py`: tables of blanks, of ｜ or of Tabs, and tables without blank
   lines around them or with blank lines inside (`table_gaps.py`).
9. `paragraphs.py`: where a paragraph begins: indentation, official numbers, lists below text;
   `wrapped.py` tells lines of a list from those of a wrapped paragraph.
10. `lengths.py`: what is longer than anybody writes is text.

`footnotes.py` looks at them in between, when footnotes with a slip have been mended. Afterwards
`layout.py` gives the HTML what official texts have: numbered lists that keep their
numbers, the salutation, signature and date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from plugins.texts.typed import addresses
from plugins.texts.typed.brackets import keep_brackets
from plugins.texts.typed.columns import complete_columns
from plugins.texts.typed.comments import drop_comments
from plugins.texts.typed.footnotes import check_footnotes
from plugins.texts.typed.layout import set_layout
from plugins.texts.typed.lengths import FENCES, LONGEST, bound_fences, bound_paragraphs
from plugins.texts.typed.line import Line, Note
from plugins.texts.typed.literal import restore_literals
from plugins.texts.typed.markup import mend_markup
from plugins.texts.typed.paragraphs import separate_paragraphs
from plugins.texts.typed.signs import keep_signs
from plugins.texts.typed.split_words import has_split_word, join_words
from plugins.texts.typed.suspects import (
    EMPTY_MARK,
    SIGNS_OF_TABLES,
    may_have_brackets,
    may_have_columns,
    may_have_signs,
    may_have_slips,
    may_need_separation,
)
from plugins.texts.typed.tables import complete_tables
from plugins.texts.typed.tags import match_tags
from plugins.texts.typed.word import drop_indents, drop_office_tags, mend_empty_marks

__all__ = ["Note", "read_typed", "restore_literals", "set_layout"]

FENCE = re.compile(r"(`{3,}|~{3,})")


def read_typed(source: str) -> tuple[str, tuple[Note, ...]]:
    """The Markdown that was meant, and what can't be read with certainty."""
    notes: list[Note] = []
    has_fences = any(fence in source for fence in FENCES)
    if has_fences:
        source = bound_fences(source, notes)
    lines = [Line(number, text) for number, text in enumerate(source.split("\n"))]
    lines = [*_outside_of_code(lines, notes)] if has_fences else _mend(lines, notes)
    return "\n".join([line.text for line in lines]), tuple(notes)


def _outside_of_code(lines: list[Line], notes: list[Note]) -> Iterator[Line]:
    """The lines with all passes applied, except in fenced code."""
    for is_code, part in groupby(_with_fences(lines), key=lambda pair: pair[0]):
        text = [line for _, line in part]
        yield from text if is_code else _mend(text, notes)


def _mend(lines: list[Line], notes: list[Note]) -> list[Line]:
    """The lines after all passes; one that has nothing to look for is left out."""
    text = "\n".join([line.text for line in lines])
    if has_split_word(text):
        lines = join_words(lines)
        text = "\n".join([line.text for line in lines])
    if "<" in text:
        lines = drop_office_tags(lines)
        lines = match_tags(drop_comments(lines, notes), notes)
    if "&" in text:
        lines = drop_indents(lines)
        text = "\n".join([line.text for line in lines])
    if may_have_signs(text):
        lines = keep_signs(lines)
    if addresses.may_have_slips(text):
        lines = addresses.mend_addresses(lines, notes)
    if EMPTY_MARK.search(f"\n{text}\n"):
        lines = mend_empty_marks(lines, notes)
    if may_have_slips(text):
        lines = mend_markup(lines)
    if may_have_brackets(text):
        lines = keep_brackets(lines)
    if "[^" in text or "［^" in text:
        lines = check_footnotes(lines, notes)
    has_columns = may_have_columns(text)
    if has_columns:
        lines = complete_columns(lines, notes)
    if has_columns or any(sign in text for sign in SIGNS_OF_TABLES):
        lines = complete_tables(lines, notes)
    if may_need_separation(line.text for line in lines):
        lines = separate_paragraphs(lines, notes)
    return bound_paragraphs(lines, notes) if len(text) > LONGEST else lines


def _with_fences(lines: list[Line]) -> Iterator[tuple[bool, Line]]:
    """Every line with whether it belongs to fenced code. A fence that nothing closes is text."""
    closing = ""
    last = {line.text.rstrip(): index for index, line in enumerate(lines)}
    for index, line in enumerate(lines):
        if closing:
            yield True, line
            if line.text.rstrip() == closing:
                closing = ""
            continue
        match = FENCE.match(line.text)
        if match and last.get(match[1], 0) > index:
            closing = match[1]
        yield bool(closing), line

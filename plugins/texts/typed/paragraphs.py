"""Where a paragraph begins: at an indentation, an official number, a list below text.

Official texts are pasted with one line for each paragraph, indented by spaces or not at all, and
Markdown would join the lines, or take the indentation for code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.findings import Severity
from plugins.texts.typed.line import Line, Note
from plugins.texts.typed.literal import literal
from plugins.texts.typed.numbers import OFFICIAL_NUMBER, OTHER_NUMBER
from plugins.texts.typed.wrapped import (
    DATE,
    SENTENCE_END,
    SIGNED,
    Block,
    block_of,
    is_next_line,
)

# Before a paragraph set at the right by hand: a non-character, which no text contains.
AT_THE_RIGHT = "\U0001fffe"
INDENT = re.compile(r"[ \t　\xa0]+")
COLUMNS = {"　": 2, "\t": 4, " ": 1, "\xa0": 1}
FAR_RIGHT, LAST_LINES = 12, 6
LIST_ITEM = re.compile(r"(?P<indent> *)(?P<marker>[-*+]|\d{1,2}\.) +(?=\S)")
MARKER = re.compile(r"(?:[-*+]|\d{1,9}\.) +|> ?")
MARKERS = re.compile(rf"(?:{MARKER.pattern})+")
# Recursion and quadratic growth begin far above.
MAX_LEVELS = 6
HARD_BREAK = "  "
DEPTH_HINT = "分成几段，或改用小标题"
OTHER_BLOCK = re.compile(r"[#>|]|!\[|\[\^[^\]]+\]:|<|(?:-{3,}|={3,}|\*{3,}|_{3,})\s*$|:::")
FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:[ 　]*")
# What ends with its line, so that text below it is a paragraph.
ENDS_AT_LINE_END = re.compile(r"!\[[^\]]*\]\([^)]*\)\s*$|(?:-{3,}|={3,}|\*{3,}|_{3,})\s*$|:::")
PAGE_NUMBER = re.compile(
    r"[-－—–·] {0,2}\d{1,3} {0,2}[-－—–·]|第 ?\d{1,3} ?页(?:[ 　，,/]*共 ?\d{1,3} ?页)?"
    r"|共 ?\d{1,3} ?页[ 　，,/]*第 ?\d{1,3} ?页|Page \d{1,3}(?: of \d{1,3})?"
    # The end of a posting in WeChat, which is no item of a list.
    r"|[-－—–] ?(?:END|End|完) ?[-－—–]"
)
ATTACHMENT = re.compile(r"附件[：:]\s*[1１]")
NUMBERED = re.compile(r"(\d{1,2})\.(?=\s)")


def separate_paragraphs(lines: list[Line], notes: list[Note]) -> list[Line]:
    last_lines = [line.number for line in lines if not line.is_blank][-LAST_LINES:]
    return [*_Separator(lines, last_lines[0] if last_lines else 0, notes).run()]


class _Separator:
    def __init__(self, lines: list[Line], last_lines_from: int, notes: list[Note]) -> None:
        self.lines, self.notes = lines, notes
        self.last_lines_from = last_lines_from
        # The line before, as it leaves here; None after a blank line.
        self.before: str | None = None
        # Columns of the list items that are open, outermost first.
        self.levels: list[int] = []
        self.in_attachments = False
        # Whether the current line stands on a line of its own in the paragraph above.
        self.is_line = False
        # The range of the lines of plain text around the current line, and what they are like.
        self.range = (0, 0)
        self.block = Block(0, has_mark=False)
        # The number of the item before, by level.
        self.numbers: dict[int, int] = {}
        # Whether the items of each open level are numbered.
        self.numbered: list[bool] = []
        # Where the number of a page was last.
        self.page_at = -2

    def run(self) -> Iterator[Line]:
        last: Line | None = None
        for index, line in enumerate(self.lines):
            if line.is_blank:
                text, is_paragraph = "", False
            else:
                self.is_line = False
                text, is_paragraph = self._read(line, index)
            if last is not None:
                is_broken = self.is_line and not is_paragraph and text
                yield last.with_text(last.text.rstrip() + HARD_BREAK) if is_broken else last
            if is_paragraph and self.before is not None:
                yield line.blank()
            self.before = text or None
            last = line.with_text(text)
        if last is not None:
            yield last

    def _read(self, line: Line, index: int) -> tuple[str, bool]:
        """The line without indentation, and whether it begins a paragraph or a list."""
        indent = INDENT.match(line.text)
        columns = sum(COLUMNS[character] for character in indent[0]) if indent else 0
        text = line.text[len(indent[0]) :] if indent else line.text
        if ATTACHMENT.match(text):
            self.in_attachments = True
        elif self.in_attachments and (number := NUMBERED.match(text)):
            # 附件：1. 甲, and 2. 乙 below it
            return f"{number[1]}{literal('.')}{text[number.end() :]}", True
        else:
            self.in_attachments = False
        if PAGE_NUMBER.fullmatch(text.strip()):
            self.notes.append(_page_number(line, text))
            self.levels = []
            self.page_at = index
            return literal(text), True
        is_wide = indent is not None and "　" in indent[0]
        if not is_wide and LIST_ITEM.match(text):
            return self._item(line, text, columns)
        if self.levels and columns and not is_wide:
            self.is_line = self._is_line_below(text)
            return self._continuation(text, columns), False
        was_list = bool(self.levels)
        if OTHER_BLOCK.match(text):
            self.levels = []
            kind = _kind(text)
            is_next = bool(kind and self.before and _kind(self.before) == kind)
            self.is_line = is_next and kind == ">" and self._is_line_below(text)
            return self._bounded(line, text), kind != "<" and not is_next
        begins = is_wide or columns > 3 or self._begins(text, index)
        if begins or self.before is None:
            self.levels = []
        if was_list and self.levels:
            self.is_line = self._is_line_below(text)
            return text, False
        if columns >= FAR_RIGHT and line.number >= self.last_lines_from and _is_at_the_end(text):
            return AT_THE_RIGHT + text.rstrip(" 　"), True
        return _without_wide_end(text), begins

    def _item(self, line: Line, text: str, columns: int) -> tuple[str, bool]:
        """An item of a list with four columns for each level, as Markdown needs it."""
        starts = not self.levels
        if self.before is None and columns == 0:
            self.levels = []
        while self.levels and columns < self.levels[-1]:
            self.levels.pop()
        self._open_level(columns, is_numbered=text[0].isdecimal())
        if len(self.levels) > MAX_LEVELS:
            self._note_depth(line, text)
        level = min(len(self.levels), MAX_LEVELS)
        self._check_number(line, text, level, starts)
        return " " * (4 * (level - 1)) + self._bounded(line, text), starts

    def _open_level(self, columns: int, is_numbered: bool) -> None:
        """A level for an item farther right, or below one of another kind: - 甲 below 1. 乙."""
        del self.numbered[len(self.levels) :]
        if self.levels and columns <= self.levels[-1] + 1:
            if self.numbered[-1] == is_numbered:
                return
            if len(self.levels) > 1 and columns <= self.levels[-2] + 1:
                # Back to those around.
                self.levels.pop()
                return
        self.levels.append(columns)
        self.numbered.append(is_numbered)

    def _check_number(self, line: Line, text: str, level: int, starts: bool) -> None:
        """Markdown counts by itself: a number that leaves one out or comes twice would change."""
        digits = text.partition(".")[0]
        if not digits.isdecimal():
            self.numbers.pop(level, None)
            return
        number, before = int(digits), self.numbers.get(level)
        self.numbers[level] = number
        if starts or before is None or number == 1 or number == before + 1:
            return
        message = f"这一项写的是“{number}.”，网页上会显示“{before + 1}.”"
        hint = f"写成 {before + 1}.；编号就要这样的，写成“{number}．”（全角点）"
        self.notes.append(Note("list-number", Severity.ERROR, line.number, digits, message, hint))
        self.numbers[level] = before + 1

    def _bounded(self, line: Line, text: str) -> str:
        """The line with at most `MAX_LEVELS` markers before its words; the others are text."""
        markers = MARKERS.match(text)
        if not markers or len(markers[0]) <= MAX_LEVELS:
            return text
        ends = [marker.end() for marker in MARKER.finditer(markers[0])]
        if len(ends) <= MAX_LEVELS:
            return text
        self._note_depth(line, text)
        end = ends[MAX_LEVELS - 1]
        return text[:end] + literal(markers[0][end:]) + text[markers.end() :]

    def _note_depth(self, line: Line, text: str) -> None:
        message = f"列表或引文套了 {MAX_LEVELS} 层以上，不会照样显示"
        note = Note("markup-deep", Severity.ERROR, line.number, text[:20], message, DEPTH_HINT)
        if not any(other.rule == note.rule for other in self.notes):
            self.notes.append(note)

    def _continuation(self, text: str, columns: int) -> str:
        """A line of the item above; a paragraph of it after a blank line."""
        while len(self.levels) > 1 and columns <= self.levels[-1]:
            self.levels.pop()
        return " " * (4 * len(self.levels) if self.before is None else 2) + text

    def _begins(self, text: str, index: int) -> bool:
        if self.before is None:
            return False
        if self.page_at == index - 1:
            return True
        if OFFICIAL_NUMBER.match(text) or OTHER_NUMBER.match(text) or DATE.fullmatch(text.strip()):
            return True
        if ENDS_AT_LINE_END.match(self.before) or DATE.fullmatch(self.before.strip()):
            return True
        if self.levels and SENTENCE_END.search(self.before):
            return True
        if FOOTNOTE.match(self.before) or self.before[0] in ">|":
            return self._is_line_below(text)
        return self._is_line_a_paragraph(index)

    def _is_line_below(self, text: str) -> bool:
        """Whether a line of an item or a quote stands below the one before and does not go on."""
        before = FOOTNOTE.sub("", (self.before or "").strip(), count=1)
        before, text = (MARKERS.sub("", each, count=1) for each in (before, text.strip()))
        if not before or not text or OTHER_BLOCK.match(before.lstrip("|")):
            return False
        if OTHER_BLOCK.match(text):
            return False
        # The two may be the first of more.
        block = block_of([before, text])._replace(is_even=False)
        return is_next_line(before, text, [], block)

    def _is_line_a_paragraph(self, index: int) -> bool:
        """Whether this line of several plain ones is no continuation of the one before."""
        start, end = self._range(index)
        if index == start:
            return False
        before, text = self._texts(index - 1, index + 1)
        if self.before and self.before.endswith(HARD_BREAK) and not SENTENCE_END.search(before):
            return False
        following = self._texts(index + 1, index + 2) if index + 1 < end else []
        return is_next_line(before, text, following, self.block)

    def _texts(self, start: int, end: int) -> list[str]:
        return [self.lines[at].text.strip(" 　\t\xa0") for at in range(start, end)]

    def _range(self, index: int) -> tuple[int, int]:
        """The range of the lines of plain text around a line."""
        if index >= self.range[1]:
            start = end = index
            while start > 0 and self._is_plain(start - 1):
                start -= 1
            while end < len(self.lines) and self._is_plain(end):
                end += 1
            self.range = (start, end)
            self.block = block_of(self._texts(start, end))
        return self.range

    def _is_plain(self, index: int) -> bool:
        text = self.lines[index].text.lstrip(" \t　\xa0")
        return bool(text) and not LIST_ITEM.match(text) and not OTHER_BLOCK.match(text)


def _is_at_the_end(text: str) -> bool:
    """Whether a text set far to the right belongs there: a signature, a date, （通讯员 甲）."""
    return text[:1] == "（" or SIGNED.fullmatch(text.strip()) is not None


def _page_number(line: Line, text: str) -> Note:
    is_page = any(sign.isdigit() for sign in text)
    what = "页码" if is_page else "公众号文章的结尾"
    message = f"“{text.strip()}”像是{what}，会显示在网页上"
    how = "，连同页眉、页脚；上下两行是一句话的接起来" if is_page else ""
    hint = f"删去{how}；就要这样显示的，不用管"
    return Note("markup-left-over", Severity.WARNING, line.number, text.strip(), message, hint)


def _kind(text: str) -> str:
    return text[:1] if text[:1] in "#>|<" else ""


def _without_wide_end(text: str) -> str:
    """Two spaces at the end are a line break; full-width ones are nothing."""
    return text.rstrip("　\t\xa0") if text[-1:] in "　\t\xa0" else text

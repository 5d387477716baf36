"""Tables typed with ｜, with Tabs or without blank lines around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.findings import Severity
from plugins.texts.lazy_pattern import lazy_pattern
from plugins.texts.typed.excel import join_cells
from plugins.texts.typed.line import Line, Note
from plugins.texts.typed.literal import literal
from plugins.texts.typed.rows import BAR, cells_of, is_delimiter, is_framed, is_tabbed
from plugins.texts.typed.table_gaps import close_gaps

LONGEST_CELL = 15
# 来源 | 市局 are two cells of no table.
SURE_WIDTH = 3
NUMBER_AND_TAB = lazy_pattern(
    r"^[ 　]*((?:[（(]?[\d０-９一二三四五六七八九十百]{1,4}[）)、．]|[①-⑳⑴-⒇]"
    r"|第[一二三四五六七八九十百零]{1,6}[条章节款步]))\t+(?=\S)"
)
BULLET_AND_TAB = lazy_pattern(r"^[ 　]*[oØüÜ§lnu➢]\t+(?=\S)")
# 一、总体要求<Tab>1 below one another, or below 目录
CONTENTS = lazy_pattern(r"目[ 　]*[录次]")
DIVISION = lazy_pattern(
    r"第[一二三四五六七八九十百]{1,4}[编章节条部]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|附件"
)
PAGE = lazy_pattern(r"\d{1,3}")
WIDE_SIGN = lazy_pattern("[－—：]")


def complete_tables(lines: list[Line], notes: list[Note]) -> list[Line]:
    has_tabs = any("\t" in line.text for line in lines)
    if has_tabs:
        lines = join_cells([_without_tabs_of_numbers(line) for line in lines])
    lines = [*_tables_of_bars(close_gaps(_whole_rows(lines)), notes)]
    return [*_tables_of_tabs(lines, notes)] if has_tabs else lines


def _whole_rows(lines: list[Line]) -> list[Line]:
    """The lines with rows on one that a cell with two lines broke over two."""
    out: list[Line] = []
    for line in lines:
        text = line.text
        if text[-1:] == "|" and text[0] != "|" and len(out) > 1 and _is_broken(out[-1].text):
            whole = f"{out[-1].text.rstrip()}{text.lstrip()}"
            if is_framed(out[-2].text) and len(cells_of(out[-2].text)) == len(cells_of(whole)):
                out[-1] = out[-1].with_text(whole)
                continue
        out.append(line)
    return out


def _is_broken(text: str) -> bool:
    """Whether a row has a bar at its start and none at its end."""
    return text[:1] == "|" and text.rstrip()[-1:] != "|"


def _tables_of_bars(lines: list[Line], notes: list[Note]) -> Iterator[Line]:
    index = 0
    # Of the lines that follow, as far as all have bars.
    sizes: list[int] = []
    while index < len(lines):
        sizes = sizes or _table_sizes(lines, index)
        size = sizes.pop() if sizes else 0
        if not size:
            yield lines[index]
            index += 1
            continue
        sizes = []
        table = [line.with_text(_framed(line.text)) for line in lines[index : index + size]]
        if index and not lines[index - 1].is_blank:
            yield table[0].blank()
        yield from _bars(table, notes)
        index += size
        if index < len(lines) and not lines[index].is_blank:
            yield lines[index].blank()


def _table_sizes(lines: list[Line], start: int) -> list[int]:
    """How many lines are a table from each line with bars on, from `start` on, the last line first:
    with a delimiter row, bars at both ends, or as many bars in each.
    """
    end = start
    while end < len(lines) and BAR.search(lines[end].text):
        end += 1
    sizes: list[int] = []
    are_framed = are_even = True
    width = 0
    for at in range(end - 1, start - 1, -1):
        text, below = lines[at].text, width
        width = len(cells_of(text))
        are_framed = are_framed and is_framed(text)
        are_even = are_even and below in {0, width}
        has_delimiter = at + 1 < end and is_delimiter(lines[at + 1].text)
        is_table = has_delimiter or are_framed or (are_even and width >= SURE_WIDTH)
        sizes.append(end - at if is_table and at + 1 < end else 0)
    return sizes


def _framed(text: str) -> str:
    """The row with half-width bars, also at both ends."""
    text = text.strip(" 　\t").replace("｜", "|")
    start = "" if text.startswith("|") else "| "
    return f"{start}{text}{'' if text.endswith('|') and len(text) > 1 else ' |'}"


def _bars(table: list[Line], notes: list[Note]) -> Iterator[Line]:
    """The table with a delimiter row for as many cells as its head has."""
    head, *rows = table
    width = len(cells_of(head.text))
    if is_delimiter(rows[0].text):
        delimiter, *rows = rows
        marks = [cell.strip().replace("：", ":") for cell in cells_of(delimiter.text)]
        marks = [re.sub("[-－—]+", "---", mark) for mark in marks]
        if len(marks) == width and not WIDE_SIGN.search(delimiter.text):
            yield from (head, delimiter)
        else:
            marks = (marks + ["---"] * width)[:width]
            yield from (head, delimiter.with_text(f"| {' | '.join(marks)} |"))
    else:
        yield from (head, head.with_text(f"|{' --- |' * width}"))
    for row in rows:
        cells = cells_of(row.text)
        if len(cells) > width and any(cell.strip() for cell in cells[width:]):
            notes.append(_too_many(row, cells, width))
        elif len(cells) < width:
            notes.append(_too_few(row, cells, width))
        yield row


def _too_many(row: Line, cells: list[str], width: int) -> Note:
    lost = cells[width].strip() or cells[-1].strip()
    message = f"表格这一行有 {len(cells)} 格，表头只有 {width} 格，多出的“{lost}”不会显示"
    hint = "补上表头，或并入前面的格；格子里要用竖线的写 \\|"
    return Note("table-cells", Severity.ERROR, row.number, lost, message, hint)


def _too_few(row: Line, cells: list[str], width: int) -> Note:
    message = f"表格这一行只有 {len(cells)} 格，表头有 {width} 格，后面的格会是空的"
    return Note(
        "table-cells", Severity.WARNING, row.number, "", message, "空着的格也要写竖线：| 甲 |  |"
    )


def _tables_of_tabs(lines: list[Line], notes: list[Note]) -> Iterator[Line]:
    index = 0
    while index < len(lines):
        size = _tabbed_size(lines, index)
        if not size:
            if "\t" in lines[index].text.strip():
                notes.append(_tab(lines[index]))
            yield lines[index]
            index += 1
            continue
        rows = [line.text.rstrip(" 　").split("\t") for line in lines[index : index + size]]
        if _are_contents(rows, _above(lines, index)):
            notes.append(_contents(lines[index]))
            for line in lines[index : index + size]:
                yield line.blank()
                yield line.with_text(" ".join(line.text.split("\t")))
            index += size
            continue
        width = max(len(cells) for cells in rows)
        if index and not lines[index - 1].is_blank:
            yield lines[index].blank()
        for number, cells in enumerate(rows):
            cells = [cell.strip().replace("|", literal("|")) for cell in cells]
            cells += [""] * (width - len(cells))
            yield lines[index + number].with_text(f"| {' | '.join(cells)} |")
            if not number:
                yield lines[index].with_text(f"|{' --- |' * width}")
        index += size
        if index < len(lines) and not lines[index].is_blank:
            yield lines[index].blank()


def _are_contents(rows: list[list[str]], above: str) -> bool:
    """Whether the rows are headings with their pages."""
    if not all(len(cells) > 1 and PAGE.fullmatch(cells[-1].strip()) for cells in rows):
        return False
    pages = [int(cells[-1]) for cells in rows]
    divided = all(DIVISION.match(cells[0].strip(" 　")) for cells in rows)
    return pages == sorted(pages) and (
        divided or CONTENTS.fullmatch(above.strip(" 　#*")) is not None
    )


def _above(lines: list[Line], index: int) -> str:
    """The line above, or that above a blank one."""
    above = [line.text for line in lines[max(0, index - 2) : index] if not line.is_blank]
    return above[-1] if above else ""


def _contents(line: Line) -> Note:
    words = line.text.strip()
    message = f"“{' '.join(words.split())}”像是目录里的页码，网页上没有页"
    hint = "删去目录，或写成小标题的清单；就要这样显示的，不用管"
    return Note("markup-left-over", Severity.WARNING, line.number, words, message, hint)


def _tab(line: Line) -> Note:
    message = "这里用制表符对齐，网页上会挤在一起"
    hint = "分行写，或改成表格；就要这样显示的，不用管"
    return Note("markup-left-over", Severity.WARNING, line.number, "\t", message, hint)


def _tabbed_size(lines: list[Line], start: int) -> int:
    """How many neighbouring lines from `start` on are rows: most have a Tab inside.

    A row may have fewer cells; one that begins with a Tab has an empty first cell, and a line of
    one cell may stand between two rows.
    """
    if not is_tabbed(lines[start].text):
        return 0
    end, rows = start, 0
    while end < len(lines) and _is_row(lines, end):
        rows += is_tabbed(lines[end].text)
        end += 1
    return end - start if rows > 1 else 0


def _is_row(lines: list[Line], at: int) -> bool:
    text = lines[at].text
    if is_tabbed(text):
        return True
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    is_cell = not lines[at].is_blank and len(text) <= LONGEST_CELL
    return is_cell and (text[:1] == "\t" or is_tabbed(following))


def _without_tabs_of_numbers(line: Line) -> Line:
    """Word copies the number of a paragraph and its bullet with a Tab behind it."""
    if "\t" not in line.text:
        return line
    text = NUMBER_AND_TAB.sub(_number_alone, line.text)
    return line.with_text(BULLET_AND_TAB.sub("- ", text))


def _number_alone(match: re.Match[str]) -> str:
    return f"{match[1]}　" if match[1].startswith("第") else match[1]

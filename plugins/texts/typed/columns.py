"""Columns made by runs of blanks: a table where the first row is a head, else noted.

One blank between two characters of a name (张　三) makes no columns.
"""

from __future__ import annotations

from plugins.findings import Severity
from plugins.texts.lazy_pattern import lazy_pattern
from plugins.texts.typed.line import Line, Note
from plugins.texts.typed.numbers import OFFICIAL_NUMBER

GAP = lazy_pattern(r" {2,}| *　[ 　]*")
HALF_GAP = lazy_pattern(r"(?<=\S) {2,}(?=\S)")
HEAD = lazy_pattern(
    r"[^\d，。；：、]{0,6}(?:序号|编号|姓名|名称|单位|部门|科室|职务|电话|号码|地址|地点|位置|路段|道路|街道|时间|日期"
    r"|类别|类型|项目|事项|内容|标准|数量|金额|备注|[责负联][任责系]人|区域|范围|面积|性别|年龄|星期|上午|下午|起点|终点|长度"
    r"|规格|价格|期限|依据|结果|情况|方式|措施|要求|总数|合计|场次|路线|站点|车牌|品种|点位|窗口)"
    r"(?:（[^（）]{1,8}）)?"
)
NUMBER = lazy_pattern(rf"{OFFICIAL_NUMBER.pattern}|\d{{1,3}}[.．、)）]")
SIGNS = "#>|-*+<"


def complete_columns(lines: list[Line], notes: list[Note]) -> list[Line]:
    out: list[Line] = []
    index = 0
    while index < len(lines):
        rows = _rows(lines, index)
        if len(rows) < 2:
            out.append(lines[index])
            index += 1
            continue
        size, width = len(rows), len(rows[0])
        group = lines[index : index + size]
        if all(HEAD.fullmatch(cell) for cell in rows[0]) and (width > 2 or size > 2):
            # The pass over tables completes it.
            out += [
                line.with_text(f"| {' | '.join(cells)} |")
                for line, cells in zip(group, rows, strict=True)
            ]
        else:
            gap = HALF_GAP.search(group[0].text.strip())
            if gap and width > 2:
                notes.append(_note(group[0], gap[0]))
            out += group
        index += size
    return out


def _rows(lines: list[Line], start: int) -> list[list[str]]:
    """The cells of neighbouring lines from `start` on that have as many, and more than one."""
    rows: list[list[str]] = []
    for index in range(start, len(lines)):
        text = lines[index].text.strip(" 　")
        cells = _cells(text) if _may_be_row(text) else []
        if len(cells) < 2 or (rows and len(cells) != len(rows[0])):
            break
        rows.append(cells)
    return rows


def _may_be_row(text: str) -> bool:
    return text[:1] not in SIGNS and "|" not in text and not NUMBER.match(text)


def _cells(text: str) -> list[str]:
    cells: list[str] = []
    was_single = False
    for cell in GAP.split(text):
        is_single = len(cell) == 1 and not cell.isdigit()
        if cells and is_single and was_single:
            # 张　三
            cells[-1] += cell
        else:
            cells.append(cell)
        was_single = is_single
    return cells


def _note(line: Line, gap: str) -> Note:
    message = "这里用连着的空格对齐，网页上会挤在一起"
    hint = "分行写，或改成表格；就要这样显示的，不用管"
    return Note("markup-left-over", Severity.WARNING, line.number, gap, message, hint)

"""An office's own list of words, `content/words.csv`, as Excel or a text editor saves it."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from datetime import date

from plugins.findings import Finding, Severity, nearest
from plugins.wording.rows import (
    CAUTION,
    COLUMNS,
    CONFUSION,
    KINDS,
    LEADER,
    NAME,
    OFF,
    SEVERITIES,
    SHORTEST_TERM,
    SUPERLATIVE,
    TERM,
    TERM_OF_OFFICE,
    VARIANT,
    WordRow,
    default_severity,
    exceptions_in,
    program_rows,
)

# Of two characters one may be wrong.
NEAR = 0.5
NEEDED = ("类型", "写法")
BadCell = tuple[str, str]


def read_office_list(data: bytes, path: str) -> tuple[list[WordRow], list[Finding]]:
    """The rows that can be used, and what is wrong with the others, each at its line."""
    text, findings = _decoded(data, path)
    reader = csv.reader(text.splitlines())
    head = [cell.strip() for cell in next(reader, [])]
    known = (*COLUMNS, *TERM_OF_OFFICE)
    if missing := [name for name in NEEDED if name not in head]:
        message = f"第一行没有“{'”“'.join(missing)}”这一列"
        return [], [*findings, _finding(path, 1, message, f"第一行写 {','.join(COLUMNS)}")]
    for name in head:
        if name and name not in known:
            meant = nearest(name, known, NEAR)
            hint = f"是不是“{meant}”？" if meant else f"可用的列：{'、'.join(known)}"
            findings.append(_finding(path, 1, f"没有“{name}”这一列，已略过", hint))
    rows: list[WordRow] = []
    lines: dict[tuple[str, str, str], int] = {}
    for cells in reader:
        row = dict(zip(head, (cell.strip() for cell in cells), strict=False))
        if not any(row.values()):
            continue
        line = reader.line_num
        bad = next(_problems(row, len(cells) > len(head)), None)
        if bad is None:
            made = _row(row)
            same = (*made.key, made.right if made.kind == LEADER else "")
            if same in lines:
                bad = f"“{made.written}”和第 {lines[same]} 行重复", "只留一行"
            else:
                lines[same] = line
                rows.append(made)
        if bad:
            findings.append(_finding(path, line, *bad))
    return rows, findings


def _finding(path: str, line: int, message: str, hint: str) -> Finding:
    return Finding("word-list", Severity.ERROR, path, message, hint, line)


def _decoded(data: bytes, path: str) -> tuple[str, list[Finding]]:
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        hint = "另存为“CSV UTF-8（逗号分隔）”"
    try:
        message = "词表是 GBK 编码，已按 GBK 读取"
        return data.decode("gb18030"), [Finding("word-list", Severity.WARNING, path, message, hint)]
    except UnicodeDecodeError:
        message = "词表既不是 UTF-8，也不是 GBK 编码，读不出来"
        return "", [_finding(path, 1, message, hint)]


def _problems(row: dict[str, str], is_longer: bool) -> Iterator[BadCell]:
    kind, written, right = row["类型"], row.get("写法", ""), row.get("应为", "")
    severity = row.get("程度", "")
    if is_longer:
        yield "这一行的格子比第一行多", "格子里有逗号的，给整格加上半角双引号"
    if kind not in KINDS:
        meant = nearest(kind, KINDS, NEAR)
        hint = f"是不是“{meant}”？" if meant else f"可填：{'、'.join(KINDS)}"
        yield f"没有“{kind}”这种类型", hint
    if not written:
        yield "没有填“写法”", "填词；没有内容的行删去"
    if severity and severity not in (*SEVERITIES, OFF):
        yield f"程度不能是“{severity}”", f"可填：{'、'.join((*SEVERITIES, OFF))}，空着也可以"
    if severity == OFF:
        if not any(_is_key(each, kind, written) for each in program_rows()):
            yield f"程序的词表里没有{kind}“{written}”，不用关闭", "核对类型和写法，或删去这一行"
        if not row.get("说明"):
            yield f"关闭“{written}”没有写理由", "在“说明”里写为什么"
        return
    if kind in (NAME, TERM) and len(written) < SHORTEST_TERM:
        yield (
            f"“{written}”太短，同音的词太多",
            f"{kind}至少 {SHORTEST_TERM} 个字；写错的样子可以写成错词",
        )
    if kind in (CONFUSION, VARIANT) and not right:
        yield f"{kind}“{written}”没有填“应为”", "填正确的写法；只是不许用的，类型写“慎用”"
    if kind in (CONFUSION, VARIANT, CAUTION, SUPERLATIVE) and written == right:
        yield f"“{written}”的“写法”和“应为”一样", "“写法”填错的，“应为”填对的"
    if kind == LEADER and not right:
        yield f"领导“{written}”没有填职务", "“写法”填姓名，“应为”填职务"
    for name in TERM_OF_OFFICE:
        if _day(row.get(name, "")) is None and row.get(name):
            yield f"“{name}”的日期“{row[name]}”读不懂", "写成 2026-03-01"
    since, until = (_day(row.get(name, "")) for name in TERM_OF_OFFICE)
    if since and until and until < since:
        yield f"“至”{until} 早于“自”{since}", "核对这两个日期"


def _is_key(row: WordRow, kind: str, written: str) -> bool:
    return row.key == WordRow(kind, written, "", None).key


def _day(cell: str) -> date | None:
    """2026-03-01, or 2026/3/1 as Excel writes it."""
    parts = cell.replace("/", "-").split("-")
    try:
        year, month, day = map(int, parts)
        return date(year, month, day)
    except ValueError:
        return None


def _row(row: dict[str, str]) -> WordRow:
    kind, severity = row["类型"], row.get("程度", "")
    return WordRow(
        kind, row["写法"], row.get("应为", ""),
        None if severity == OFF else SEVERITIES.get(severity, default_severity(kind)),
        exceptions_in(row.get("例外", "")), row.get("说明", ""),
        _day(row.get("自", "")), _day(row.get("至", "")),
    )  # fmt: skip

"""A file split into its front matter and its text, with the repairs that are safe to make.

Front matter is YAML between `---` lines, or Pelican's own header lines up to the first blank line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plugins.findings import Finding, Position, Severity
from plugins.source import TWO_COLONS, Located, YamlBroken, parse_yaml, read_plain

FENCE = re.compile(r"-{3,}\s*$")
KEY = r"[A-Za-z_一-鿿][A-Za-z0-9_ 一-鿿（）()、]*"
PAIR_LINE = re.compile(rf"(?P<key>{KEY}?)\s*(?P<colon>[:：])(?P<gap>\s*)(?P<value>.*?)\s*$")
# A value that starts like this is YAML structure or quoting, not plain words.
STRUCTURED = ("[", "{", "|", ">", "'", '"', "&", "*", "!")


@dataclass
class FrontMatter:
    """`body_line` is the line of the file on which `body` begins, counted from 1."""

    located: Located
    body: str
    body_line: int
    findings: list[Finding] = field(default_factory=list)


class NoFrontMatter(Exception):
    """The head of the file can't be read; carries the findings that say why."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings[-1].message)
        self.findings = findings


def split(text: str, path: str) -> FrontMatter:
    """Split one file into front matter and text. Raises NoFrontMatter."""
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if FENCE.match(lines[start]):
        return _fenced(lines, start, path)
    return _header_lines(lines, start, path)


def _fenced(lines: list[str], start: int, path: str) -> FrontMatter:
    below = range(start + 1, len(lines))
    end = next((i for i in below if lines[i][:3] == "---" and FENCE.match(lines[i])), None)
    if end is None:
        raise NoFrontMatter(
            [_finding(path, "稿头没有结束：缺少第二行“---”", "在最后一项下面加一行 ---", start + 1)]
        )
    body, body_line = "\n".join(lines[end + 1 :]), end + 2
    # Nothing that the plain reader takes would be repaired below, or said to be written twice.
    plain = read_plain(lines[start + 1 : end], start + 2)
    if plain is not None:
        return FrontMatter(plain, body, body_line)
    head, findings, shifted = _repaired(lines[start + 1 : end], start + 2, path)
    try:
        located = parse_yaml("\n".join(head), first_line=start + 2)
    except YamlBroken as error:
        position = error.position
        line = lines[position.line - 1] if position.line <= len(lines) else ""
        words = f"：“{line.strip()}”" if line.strip() else ""
        message, hint = error.message, error.hint
        if line[:1] == " " and message == TWO_COLONS:
            message, hint = "这一行前面多了空格", "与上一项左端对齐"
        findings.append(_finding(path, f"{message}{words}", hint, *position))
        raise NoFrontMatter(findings) from error
    if not isinstance(located.data, dict):
        findings.append(
            _finding(path, "稿头不是“键: 内容”的样子", "每行写一项，如 标题: …", start + 2)
        )
        raise NoFrontMatter(findings)
    located.values = {key: _unshift(value, shifted) for key, value in located.values.items()}
    for repeated in located.repeated:
        message = f"“{repeated.key}”写了两次（第一次在第 {repeated.first.line} 行）"
        findings.append(_finding(path, message, "只保留一处", *repeated.position, "key-repeated"))
    return FrontMatter(located, body, body_line, findings)


def _repaired(
    lines: list[str], first_line: int, path: str
) -> tuple[list[str], list[Finding], dict[int, int]]:
    """Lines that YAML can read, what was repaired, and how far values moved to the right."""
    out, findings, shifted = [], [], {}
    in_block = False
    for number, line in enumerate(lines, first_line):
        if line[:1] not in {" ", "\t", "　", ""}:
            in_block = False
        if in_block:
            out.append(line)
            continue
        if "\t" in line[: len(line) - len(line.lstrip())]:
            line = line.replace("\t", "  ")
            findings.append(
                _repair(path, "行首的制表符（Tab）已换成空格", "缩进只用空格", number, "tab")
            )
        found = PAIR_LINE.match(line)
        if found and line[:1] not in {" ", "-", "#"}:
            fixed, said = _repair_pair(found)
            if said:
                findings.append(_repair(path, *said, number, "front-matter-repair"))
                moved = len(fixed) - len(line)
                shifted[number] = moved if fixed[-1:] != "'" else moved - 1
            line = fixed
            in_block = found["value"][:1] in {"|", ">"}
        out.append(line)
    return out, findings, shifted


def _repair_pair(found: re.Match[str]) -> tuple[str, tuple | None]:
    line, key, value = found.string.rstrip(), found["key"], found["value"]
    if found["colon"] == "：":
        fixed = f"{key}: {_quoted_if_needed(value)}"
        return fixed, (f"“{key}：”用了全角冒号，已按半角读取", f"写成“{key}: ”（半角冒号加空格）")
    if value and not found["gap"]:
        fixed = f"{key}: {_quoted_if_needed(value)}"
        return fixed, (f"“{key}:”后面缺少空格，已按有空格读取", f"写成“{key}: {value}”")
    safe = _quoted_if_needed(value)
    if safe == value:
        return line, None
    hint = "每项另起一行，缩进两格，以“- ”开头" if value.startswith("- ") else f"写成 {key}: {safe}"
    return f"{key}: {safe}", (f"“{key}”的内容里有特殊符号，已整句读取", hint)


def _quoted_if_needed(value: str) -> str:
    """Plain words that YAML would misread, quoted; whatever YAML reads as it stands, unchanged."""
    if not value or value.startswith("# "):
        return value
    quoted = "'" + value.replace("'", "''") + "'"
    try:
        read = parse_yaml(f"key: {value}").data["key"]
    except YamlBroken:
        # `[通知] 关于…` is words; an open bracket, quote or block may go on in the next line.
        return value if _goes_on(value) else quoted
    # ` #` begins a comment in YAML: 第 #1 期 would lose its end without a word.
    if isinstance(read, str) and " #" in f" {value}" and not value.startswith(STRUCTURED):
        return quoted
    return value


def _goes_on(value: str) -> bool:
    closing = {"[": "]", "{": "}", '"': '"', "'": "'"}.get(value[0])
    return value[0] in "|>" or (closing is not None and closing not in value[1:])


def _header_lines(lines: list[str], start: int, path: str) -> FrontMatter:
    """`Title: …` lines up to a blank one; an indented line continues the one above."""
    located = Located()
    located.values[()] = Position(start + 1)
    findings: list[Finding] = []
    last = None
    at = start
    for at in range(start, len(lines)):
        line = lines[at]
        if not line.strip():
            break
        found = PAIR_LINE.match(line)
        if found and line[:1] not in {" ", "\t"}:
            last = found["key"].strip()
            if last in located.data:
                message, hint = f"“{last}”写了两次", "只保留一处"
                findings.append(_finding(path, message, hint, at + 1, 1, "key-repeated"))
                continue
            located.data[last] = found["value"]
            located.keys[(last,)] = Position(at + 1)
            located.values[(last,)] = Position(at + 1, found.start("value") + 1)
            if found["colon"] == "：":
                message = f"“{last}：”用了全角冒号，已按半角读取"
                findings.append(
                    _repair(path, message, f"写成“{last}: ”", at + 1, "front-matter-repair")
                )
        elif last and line[:1] in {" ", "\t"}:
            located.data[last] += " " + line.strip()
        else:
            break
    if not located.data:
        hint = "文件开头写两行 ---，中间每行一项，如 标题: …"
        raise NoFrontMatter([_finding(path, "没有稿头（标题、发布日期等）", hint, start + 1)])
    return FrontMatter(located, "\n".join(lines[at:]), at + 1, findings)


def _unshift(position: Position, shifted: dict[int, int]) -> Position:
    moved = shifted.get(position.line, 0)
    return Position(position.line, max(1, position.column - moved)) if moved else position


def _finding(
    path: str, message: str, hint: str, line: int, column: int = 1, rule: str = "front-matter"
) -> Finding:
    return Finding(rule, Severity.ERROR, path, message, hint, line, column)


def _repair(path: str, message: str, hint: str, line: int, rule: str) -> Finding:
    return Finding(rule, Severity.WARNING, path, message, hint, line, 1)

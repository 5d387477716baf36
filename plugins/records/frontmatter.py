"""A file split into its front matter and its text, with those repairs that are safe.

Front matter is YAML between `---` lines, or Pelican's header lines up to the first blank line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plugins.findings import Finding, Position, Severity
from plugins.source import TWO_COLONS, LocatedData, YamlSyntaxError, parse_simple_yaml, parse_yaml

FENCE = re.compile(r"-{3,}\s*$")
KEY = r"[A-Za-z_一-鿿][A-Za-z0-9_ 一-鿿（）()、]*"
PAIR_LINE = re.compile(rf"(?P<key>{KEY}?)\s*(?P<colon>[:：])(?P<gap>\s*)(?P<value>.*?)\s*$")
# A value that starts like this is a YAML structure or quoted, not a plain scalar.
INDICATORS = ("[", "{", "|", ">", "'", '"', "&", "*", "!")


@dataclass
class FrontMatter:
    """`body_line` is the line of the file on which `body` begins, counted from 1."""

    located: LocatedData
    body: str
    body_line: int
    findings: list[Finding] = field(default_factory=list)


class FrontMatterError(Exception):
    """The front matter can't be read; `findings` say why."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings[-1].message)
        self.findings = findings


def split(text: str, path: str) -> FrontMatter:
    """Split one file into front matter and text. Raises FrontMatterError."""
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if FENCE.match(lines[start]):
        return _fenced(lines, start, path)
    return _header_lines(lines, start, path)


def _fenced(lines: list[str], start: int, path: str) -> FrontMatter:
    below = range(start + 1, len(lines))
    end = next((i for i in below if lines[i][:3] == "---" and FENCE.match(lines[i])), None)
    if end is None:
        raise FrontMatterError(
            [_finding(path, "稿头没有结束：缺少第二行“---”", "在最后一项下面加一行 ---", start + 1)]
        )
    body, body_line = "\n".join(lines[end + 1 :]), end + 2
    # What can be parsed as simple YAML needs none of the repairs below and has no duplicate keys.
    simple = parse_simple_yaml(lines[start + 1 : end], start + 2)
    if simple is not None:
        return FrontMatter(simple, body, body_line)
    head, findings, shifts = _repaired(lines[start + 1 : end], start + 2, path)
    try:
        located = parse_yaml("\n".join(head), first_line=start + 2)
    except YamlSyntaxError as error:
        position = error.position
        line = lines[position.line - 1] if position.line <= len(lines) else ""
        quoted = f"：“{line.strip()}”" if line.strip() else ""
        message, hint = error.message, error.hint
        if line[:1] == " " and message == TWO_COLONS:
            message, hint = "这一行前面多了空格", "与上一项左端对齐"
        findings.append(_finding(path, f"{message}{quoted}", hint, *position))
        raise FrontMatterError(findings) from error
    if not isinstance(located.data, dict):
        findings.append(
            _finding(path, "稿头不是“键: 内容”的样子", "每行写一项，如 标题: …", start + 2)
        )
        raise FrontMatterError(findings)
    for value, position in located.values.items():
        located.values[value] = _unshifted(position, shifts)
    for duplicate in located.duplicate_keys:
        message = f"“{duplicate.key}”写了两次（第一次在第 {duplicate.first.line} 行）"
        findings.append(_finding(path, message, "只保留一处", *duplicate.position, "key-repeated"))
    return FrontMatter(located, body, body_line, findings)


def _repaired(
    lines: list[str], first_line: int, path: str
) -> tuple[list[str], list[Finding], dict[int, int]]:
    """Lines that YAML can read, the findings of repairs, and by line how far its value moved to
    the right.
    """
    out: list[str] = []
    findings: list[Finding] = []
    shifts: dict[int, int] = {}
    in_block_scalar = False
    for number, line in enumerate(lines, first_line):
        if line[:1] not in {" ", "\t", "　", ""}:
            in_block_scalar = False
        if in_block_scalar:
            out.append(line)
            continue
        if "\t" in line[: len(line) - len(line.lstrip())]:
            line = line.replace("\t", "  ")
            findings.append(
                _repair(path, "行首的制表符（Tab）已换成空格", "缩进只用空格", number, "tab")
            )
        pair = PAIR_LINE.match(line)
        if pair and line[:1] not in {" ", "-", "#"}:
            fixed, repair = _repair_pair(pair)
            if repair:
                findings.append(_repair(path, *repair, number, "front-matter-repair"))
                shift = len(fixed) - len(line)
                shifts[number] = shift if fixed[-1:] != "'" else shift - 1
            line = fixed
            in_block_scalar = pair["value"][:1] in {"|", ">"}
        out.append(line)
    return out, findings, shifts


def _repair_pair(pair: re.Match[str]) -> tuple[str, tuple[str, str] | None]:
    """The line as YAML can read it, and the message and hint of what was repaired in it."""
    line, key, value = pair.string.rstrip(), pair["key"], pair["value"]
    if pair["colon"] == "：":
        fixed = f"{key}: {_quoted_if_needed(value)}"
        return fixed, (f"“{key}：”用了全角冒号，已按半角读取", f"写成“{key}: ”（半角冒号加空格）")
    if value and not pair["gap"]:
        fixed = f"{key}: {_quoted_if_needed(value)}"
        return fixed, (f"“{key}:”后面缺少空格，已按有空格读取", f"写成“{key}: {value}”")
    safe = _quoted_if_needed(value)
    if safe == value:
        return line, None
    hint = "每项另起一行，缩进两格，以“- ”开头" if value.startswith("- ") else f"写成 {key}: {safe}"
    return f"{key}: {safe}", (f"“{key}”的内容里有特殊符号，已整句读取", hint)


def _quoted_if_needed(value: str) -> str:
    """A plain scalar that YAML would misread, quoted; a value that YAML reads well, unchanged."""
    if not value or value.startswith("# "):
        return value
    quoted = "'" + value.replace("'", "''") + "'"
    try:
        read = parse_yaml(f"key: {value}").data["key"]
    except YamlSyntaxError:
        # `[通知] 关于…` is text; an open bracket, quote or block may continue on the next line.
        return value if _may_continue(value) else quoted
    # ` #` starts a comment in YAML, so 第 #1 期 would silently lose its end.
    if isinstance(read, str) and " #" in f" {value}" and not value.startswith(INDICATORS):
        return quoted
    return value


def _may_continue(value: str) -> bool:
    closing = {"[": "]", "{": "}", '"': '"', "'": "'"}.get(value[0])
    return value[0] in "|>" or (closing is not None and closing not in value[1:])


def _header_lines(lines: list[str], start: int, path: str) -> FrontMatter:
    """`Title: …` lines up to a blank one; an indented line continues the line above."""
    located = LocatedData()
    located.values[()] = Position(start + 1)
    findings: list[Finding] = []
    last_key = None
    index = start
    for index in range(start, len(lines)):
        line = lines[index]
        if not line.strip():
            break
        pair = PAIR_LINE.match(line)
        if pair and line[:1] not in {" ", "\t"}:
            last_key = pair["key"].strip()
            if last_key in located.data:
                message, hint = f"“{last_key}”写了两次", "只保留一处"
                findings.append(_finding(path, message, hint, index + 1, 1, "key-repeated"))
                continue
            located.data[last_key] = pair["value"]
            located.keys[(last_key,)] = Position(index + 1)
            located.values[(last_key,)] = Position(index + 1, pair.start("value") + 1)
            if pair["colon"] == "：":
                message = f"“{last_key}：”用了全角冒号，已按半角读取"
                findings.append(
                    _repair(path, message, f"写成“{last_key}: ”", index + 1, "front-matter-repair")
                )
        elif last_key and line[:1] in {" ", "\t"}:
            located.data[last_key] += " " + line.strip()
        else:
            break
    if not located.data:
        hint = "文件开头写两行 ---，中间每行一项，如 标题: …"
        raise FrontMatterError([_finding(path, "没有稿头（标题、发布日期等）", hint, start + 1)])
    return FrontMatter(located, "\n".join(lines[index:]), index + 1, findings)


def _unshifted(position: Position, shifts: dict[int, int]) -> Position:
    """The position in the file as it was before the repairs."""
    shift = shifts.get(position.line, 0)
    return Position(position.line, max(1, position.column - shift)) if shift else position


def _finding(
    path: str, message: str, hint: str, line: int, column: int = 1, rule: str = "front-matter"
) -> Finding:
    return Finding(rule, Severity.ERROR, path, message, hint, line, column)


def _repair(path: str, message: str, hint: str, line: int, rule: str) -> Finding:
    return Finding(rule, Severity.WARNING, path, message, hint, line, 1)

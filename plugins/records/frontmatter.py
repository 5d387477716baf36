"""A file split into its front matter and its text, with those repairs that are safe.

Front matter is YAML between `---` lines, or Pelican's header lines up to the first blank line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plugins.findings import Finding, Position, Severity
from plugins.source import LINE_BREAK, LocatedData, UnreadableFileError, pair_in, read_yaml

FENCE = re.compile(r"-{3,}\s*$")
# Signs that an editor or an input method puts in place of `---`.
FENCE_LIKE = re.compile(r"\s*[-—–―‐‑‒−－─━﹣]{2,}\s*$")
# How other generators begin a head.
FOREIGN = {"+++": "TOML", "{": "JSON"}


@dataclass
class FrontMatter:
    """`body_line` is the line of the file on which `body` begins, counted from 1."""

    located: LocatedData
    body: str
    body_line: int
    findings: list[Finding] = field(default_factory=list)


def split(text: str, path: str) -> FrontMatter:
    """Split one file into front matter and text. Raises UnreadableFileError."""
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), 0)
    first = lines[start]
    if FENCE_LIKE.match(first):
        return _fenced(lines, start, path, _fence_findings(first, start + 1, path))
    if form := FOREIGN.get(first.strip()):
        message = f"稿头是别的网站程序的写法（{form}），读不了"
        hint = "上下各写一行 ---，中间每行一项，如 标题: …"
        raise UnreadableFileError(_finding(path, message, hint, start + 1))
    blank = next((i for i in range(start, len(lines)) if not lines[i].strip()), len(lines))
    if any(FENCE_LIKE.match(line) for line in lines[start:blank]):
        message, hint = "稿头上面缺少一行“---”，已按有这一行读取", "在第一项上面加一行 ---"
        missing = _repair(path, message, hint, start + 1, "front-matter-repair")
        return _fenced(lines, start - 1, path, [missing])
    return _header_lines(lines, start, path)


def _fenced(lines: list[str], start: int, path: str, findings: list[Finding]) -> FrontMatter:
    """The head that begins below line `start`, counted from 0."""
    end = next((i for i in range(start + 1, len(lines)) if FENCE_LIKE.match(lines[i])), None)
    if end is None:
        raise UnreadableFileError(
            _finding(path, "稿头没有结束：缺少第二行“---”", "在最后一项下面加一行 ---", start + 1)
        )
    findings = findings + _fence_findings(lines[end], end + 1, path)
    try:
        located, repairs = read_yaml(lines[start + 1 : end], path, start + 2, "front-matter")
    except UnreadableFileError as error:
        raise UnreadableFileError(*findings, *error.findings) from error
    findings += repairs
    if not isinstance(located.data, dict):
        wrong = _finding(path, "稿头不是“键: 内容”的样子", "每行写一项，如 标题: …", start + 2)
        raise UnreadableFileError(*findings, wrong)
    return FrontMatter(located, "\n".join(lines[end + 1 :]), end + 2, findings)


def _fence_findings(line: str, number: int, path: str) -> list[Finding]:
    if FENCE.match(line):
        return []
    message = f"稿头的分隔线写成了“{line.strip()}”，已按“---”读取"
    hint = "写成三个半角减号 ---，前面没有空格"
    return [_repair(path, message, hint, number, "front-matter-repair")]


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
        pair = pair_in(line)
        if pair and not pair.indent and line[:1] != "\t":
            last_key = pair.key
            if last_key in located.data:
                message, hint = f"“{last_key}”写了两次", "只保留一处"
                findings.append(_finding(path, message, hint, index + 1, 1, "key-repeated"))
                continue
            located.data[last_key] = pair.value.replace(LINE_BREAK, " ")
            located.keys[(last_key,)] = Position(index + 1)
            located.values[(last_key,)] = Position(index + 1, len(pair.line) - len(pair.value) + 1)
            if pair.colon == "：":
                message = f"“{last_key}：”用了全角冒号，已按半角读取"
                findings.append(
                    _repair(path, message, f"写成“{last_key}: ”", index + 1, "front-matter-repair")
                )
        elif last_key and line[:1] in {" ", "\t"}:
            located.data[last_key] += " " + line.strip().replace(LINE_BREAK, " ")
        else:
            break
    if not located.data:
        hint = "文件开头写两行 ---，中间每行一项，如 标题: …"
        raise UnreadableFileError(_finding(path, "没有稿头（标题、发布日期等）", hint, start + 1))
    return FrontMatter(located, "\n".join(lines[index:]), index + 1, findings)


def _finding(
    path: str, message: str, hint: str, line: int, column: int = 1, rule: str = "front-matter"
) -> Finding:
    return Finding(rule, Severity.ERROR, path, message, hint, line, column)


def _repair(path: str, message: str, hint: str, line: int, rule: str) -> Finding:
    return Finding(rule, Severity.WARNING, path, message, hint, line, 1)

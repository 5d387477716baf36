"""What Markdown and the programs of other collections put around the lines of a statute.

The lines stay as many as they are, so that findings name the line of the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from plugins.clauses.heads import head_of
from plugins.findings import Finding, Severity
from plugins.statutes.source import MARKER

FRONT_BORDERS = {"---": "---", "+++": "+++"}
# `key: value` of YAML, `key = "value"` of TOML, at the start of a line.
PAIR = re.compile(r"[\"']?(?P<key>[\w-]+)[\"']?[ \t]*[:：=][ \t　]*(?P<value>\S.*)?")
COMMENT_START, COMMENT_END = "<!--", "-->"
BLANK_ENTITY = re.compile(r"&(?:nbsp|ensp|emsp|#160|#12288);")
RULE = re.compile(r"[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*")
LINE_END_BREAK = re.compile(r"<br[ \t]*/?>[ \t]*$", re.I)
# A line in bold as a whole, perhaps a heading: **第一章 总则**.
BOLD_LINE = re.compile(
    r"(?P<marks>[\s　]*(?:#{1,6}[ \t　]*)?)(?P<bold>\*\*|__)(?P<text>[^*_]+)(?P=bold)\s*"
)
BOLD_NAME = re.compile(r"(?P<before>[\s　]*)(?:\*\*|__)(?P<name>【[^【】*_]*】)(?:\*\*|__)")


@dataclass(frozen=True)
class PlainLines:
    """The text without markup. `front` are the pairs of its front matter, as written."""

    text: str
    front: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def plain_lines(text: str, path: str, is_markdown: bool) -> PlainLines:
    """The text of a file with clauses and headings as the rest of the importer reads them."""
    front: dict[str, str] = {}
    findings: list[Finding] = []
    if is_markdown:
        lines, front = _without_front_matter(text.split("\n"))
        text, findings = _without_comments("\n".join(lines), path)
        text = BLANK_ENTITY.sub("　", text)
    lines = [bare_line(line, is_markdown) for line in text.split("\n")]
    return PlainLines("\n".join(lines), front, tuple(findings))


def bare_line(line: str, is_markdown: bool) -> str:
    """A line without bold marks around a clause's number, or around all of it."""
    if is_markdown:
        line = "" if RULE.fullmatch(line) else LINE_END_BREAK.sub("", line)
    head = head_of(line)
    if head is None:
        bold = BOLD_LINE.fullmatch(line)
        return bold["marks"] + bold["text"] if bold else line
    text = head.text
    marks = text[:2]
    if marks in {"**", "__"}:
        number, _, rest = text[2:].partition(marks)
        name = BOLD_NAME.match(rest)
        text = number + (name["before"] + name["name"] + rest[name.end() :] if name else rest)
    # What a heading says beside its number may be the clause's name.
    return f"## {text}" if head.is_heading else text


def _without_front_matter(lines: list[str]) -> tuple[list[str], dict[str, str]]:
    """The lines, those of the front matter blank, and its pairs."""
    start = next((i for i, line in enumerate(lines) if line.strip()), 0)
    border = FRONT_BORDERS.get(lines[start].strip())
    if border is None:
        return lines, {}
    end = next((i for i in range(start + 1, len(lines)) if lines[i].strip() == border), None)
    if end is None:
        return lines, {}
    front: dict[str, str] = {}
    for line in lines[start + 1 : end]:
        pair = PAIR.fullmatch(line.rstrip())
        if pair and pair["value"]:
            front.setdefault(pair["key"], pair["value"].strip().strip("\"'"))
    return ["" if start <= i <= end else line for i, line in enumerate(lines)], front


def _without_comments(text: str, path: str) -> tuple[str, list[Finding]]:
    """The text without HTML comments but for the marker, and a finding that says how many."""
    parts: list[str] = []
    at, first_line, count = 0, 0, 0
    while (start := text.find(COMMENT_START, at)) >= 0:
        end = text.find(COMMENT_END, start)
        if end < 0:
            break
        end += len(COMMENT_END)
        comment = text[start:end]
        if MARKER.fullmatch(comment):
            parts.append(text[at:end])
        else:
            parts += [text[at:start], "\n" * comment.count("\n")]
            first_line = first_line or text.count("\n", 0, start) + 1
            count += 1
        at = end
    parts.append(text[at:])
    if not count:
        return text, []
    message = f"{count} 处注释（<!-- … -->）没有导入"
    hint = "注释不是法规正文；里面有要公开的文字的，补在正文里"
    found = Finding("statute-markup", Severity.INFO, path, message, hint, first_line)
    return "".join(parts), [found]

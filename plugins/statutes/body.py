"""The text of a statute as the site's Markdown: headings from ##, every line a paragraph.

Every character is kept. What Markdown would read as markup is escaped; what belongs to no clause
stays in its place and is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from plugins.clauses.divisions import DIVISION_LINE, FINISHED
from plugins.clauses.heads import is_name
from plugins.clauses.labels import CLAUSE
from plugins.clauses.numerals import number
from plugins.findings import Finding, Severity
from plugins.statutes.contents import contents_findings
from plugins.statutes.lines import Line, read_lines

MARKUP = re.compile(r"[\\`*_{}\[\]|#]")
LEADING = re.compile(r"^(?:(?P<number>\d+)\.(?=\s)|(?P<mark>[>+-]))")
NAMED_CLAUSE = "###"
ENTITY = re.compile(r"&(?=#?\w+;)")


def as_markdown(body: str, first_line: int, path: str) -> tuple[str, list[Finding]]:
    """The text as Markdown, and what an editor should look at."""
    lines = read_lines(body, first_line)
    paragraphs = [_paragraph(line) for line in lines]
    findings = [
        *_numbering(lines, path),
        *_outside_clauses(lines, path),
        *_broken_lines(lines, path),
        *contents_findings(lines, path),
    ]
    return "\n\n".join(paragraphs), findings


def _paragraph(line: Line) -> str:
    if line.level:
        return f"{'#' * line.level} {escaped(line.text)}"
    # As a heading it is known to be a name and no paragraph of the clause.
    return f"{NAMED_CLAUSE} {escaped(line.text)}" if line.is_named_clause else escaped(line.text)


def escaped(text: str) -> str:
    """One line of plain text, escaped so that Markdown changes nothing."""
    text = MARKUP.sub(r"\\\g<0>", ENTITY.sub("&amp;", text)).replace("<", "&lt;")
    match = LEADING.match(text)
    if not match:
        # Definition lists and fences have no escape of their own.
        return re.sub(r"^[:~=]", lambda mark: f"&#{ord(mark[0])};", text)
    if match["mark"]:
        return "\\" + text
    return f"{match['number']}\\.{text[match.end() :]}"


def _numbering(lines: list[Line], path: str) -> Iterator[Finding]:
    """Headings whose number doesn't follow the last one, because the source lost a heading.

    A part (编) may restart the numbers of its chapters or continue them; every chapter restarts
    those of its sections.
    """
    last: dict[str, int] = {}
    for line in lines:
        if not line.level or not line.rank:
            continue
        match = DIVISION_LINE.match(line.text)
        value = number(match["number"]) if match else None
        if value is None:
            continue
        expected = last.get(line.rank, 0) + 1
        if value != expected and not (value == 1 and line.rank == "章" and "编" in last):
            message = f"“{line.text}”之前没有第 {expected} {line.rank}的标题"
            hint = "对照官方原文补上标题，或更正序号"
            yield Finding("statute-heading", Severity.WARNING, path, message, hint, line.number)
        last[line.rank] = value
        if line.rank != "节":
            last.pop("节", None)


def _outside_clauses(lines: list[Line], path: str) -> Iterator[Finding]:
    """Lines that belong to no clause: before the first one, or looking like a heading."""
    begun = False
    for line in lines:
        begun = begun or CLAUSE.match(line.text) is not None
        shown = line.text if len(line.text) <= 20 else line.text[:20] + "……"
        if line.level or line.in_contents:
            continue
        if not begun:
            message = f"第一条之前的文字“{shown}”已照原样保留"
            yield Finding("statute-preamble", Severity.INFO, path, message, "", line.number)
        elif not FINISHED.search(line.text) and not CLAUSE.match(line.text):
            message = f"“{shown}”不属于任何一条，已照原样保留"
            hint = "是标题就补上“## 第几章”，是排印附记就删去"
            yield Finding("statute-stray", Severity.WARNING, path, message, hint, line.number)


def _broken_lines(lines: list[Line], path: str) -> Iterator[Finding]:
    """Clauses whose first line is not a whole sentence: broken by hand at the width of a page."""
    for line, following in pairwise(lines):
        match = CLAUSE.match(line.text)
        # A number alone, or with the clause's name, is joined to its words in the structure.
        begun = match and not (line.is_named_clause or is_name(line.text[match.end() :]))
        if begun and not FINISHED.search(line.text) and not following.level:
            message = f"“{line.text[:20]}……”没有写完就换行，下一行会成为另一款"
            hint = "同一段的文字接成一行"
            yield Finding("statute-broken", Severity.WARNING, path, message, hint, line.number)

"""Checks of the text of a record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from plugins.clauses.numbering import numbering
from plugins.findings import Finding, Position, Severity, position_in
from plugins.records.converted_text import ConvertedText
from plugins.records.kinds import RecordModel

# Where a text first occurs in the source.
Locate = Callable[[str], Position]

CLAUSE_LABEL = re.compile(r"第[^第条]+条(?:之[一二三四五六七八九十]+)?")


def check_body(
    path: str, kind: type[RecordModel], body: ConvertedText, source: str, first_line: int
) -> list[Finding]:
    return list(_findings(path, kind, body, source, first_line))


def _findings(
    path: str, kind: type[RecordModel], body: ConvertedText, source: str, first_line: int
) -> Iterator[Finding]:
    def at(needle: str) -> Position:
        return position_in(source, needle, first_line)

    if kind.needs_body and not body.html.strip():
        yield Finding("body", Severity.ERROR, path, "正文是空的", "在稿头下面写正文", first_line)
    for word in dict.fromkeys(body.forbidden):
        message = f"正文里有网页代码“{word}”，不能使用"
        hint = "只用 Markdown 写正文；样式由模板统一"
        yield Finding("markup-forbidden", Severity.ERROR, path, message, hint, *at(word))
    names = [heading.text for heading in body.headings]
    for wanted in kind.sections:
        if wanted not in names and body.html.strip():
            hint = f"加上小标题 ## {wanted}（{kind.label}要有：{'、'.join(kind.sections)}）"
            yield Finding("section", Severity.ERROR, path, f"缺少“{wanted}”一节", hint, first_line)
    yield from _heading_levels(path, body, at)
    yield from _clause_numbers(path, body, at)
    for link in body.links:
        if link.kind == "image" and not (link.alt or "").strip():
            message = f"图片“{link.target}”没有替代文字"
            yield Finding(
                "image-alt",
                Severity.WARNING,
                path,
                message,
                "写成 ![图里有什么](路径)",
                *at(link.target),
            )
    for rule, message, hint, words in kind.check_text(body):
        place = at(words) if words else ()
        yield Finding(rule, Severity.ERROR, path, message, hint, *place)


def _clause_numbers(path: str, body: ConvertedText, at: Locate) -> Iterator[Finding]:
    """Gaps and repetitions, each at the first occurrence of the clause that it names."""
    for finding in numbering(body.clauses, path):
        label = CLAUSE_LABEL.search(finding.message)
        line, column = at(label[0]) if label else at("")
        yield replace(finding, line=line, column=column)


def _heading_levels(path: str, body: ConvertedText, at: Locate) -> Iterator[Finding]:
    if body.demoted:
        message = "正文用了一级标题，一级标题只留给稿件标题；各级小标题已降一级显示"
        yield Finding("heading", Severity.WARNING, path, message, "小标题从 ## 开始", *at("# "))
    above = 1
    for heading in body.headings:
        if heading.level > above + 1:
            message = f"小标题“{heading.text}”跳过了一级"
            hint = f"写成 {'#' * (above + 1)} {heading.text}"
            yield Finding("heading", Severity.WARNING, path, message, hint, *at(heading.text))
        above = heading.level

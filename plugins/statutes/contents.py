"""A printed contents (目录), compared with the headings of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.clauses.divisions import DIVISION_LINE
from plugins.findings import Finding, Severity
from plugins.statutes.lines import CONTENTS, Line, entry
from plugins.statutes.source import visible


def contents_findings(lines: Sequence[Line], path: str) -> Iterator[Finding]:
    """A finding that there is a contents, and one for each difference to the headings."""
    contents = [line for line in lines if line.in_contents]
    if not contents:
        return
    message = f"目录（{len(contents)} 行）照原样保留为普通文字，没有当作章节标题"
    hint = "网页会自动列出目录，核对后可以删去这几行"
    yield Finding("statute-contents", Severity.INFO, path, message, hint, contents[0].number)
    entries = {_key(line): line for line in contents if not CONTENTS.fullmatch(entry(line.text))}
    in_text = {_key(line) for line in lines if not line.in_contents}
    for key, line in entries.items():
        if key not in in_text:
            message = f"目录里的“{entry(line.text)}”在正文里没有"
            hint = "对照官方原文补上标题，或更正目录"
            yield Finding("statute-contents", Severity.WARNING, path, message, hint, line.number)
    ranks = {match["rank"] for key in entries if (match := DIVISION_LINE.match(key))}
    for line in lines:
        # A contents may leave out all sections, but not one of them.
        if line.level and line.rank in ranks and _key(line) not in entries:
            message = f"正文的标题“{line.text}”不在目录里"
            hint = "对照官方原文更正"
            yield Finding("statute-contents", Severity.WARNING, path, message, hint, line.number)


def _key(line: Line) -> str:
    return visible(entry(line.text))

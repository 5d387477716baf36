"""Comments never leave the build: they are taken out, and one without an end is noted."""

from __future__ import annotations

import re

from plugins.findings import Severity
from plugins.texts.typed.line import Line, Note
from plugins.texts.typed.literal import literal

START = "<!--"
END = re.compile(r"--!?>")


def drop_comments(lines: list[Line], notes: list[Note]) -> list[Line]:
    text = "\n".join([line.text for line in lines])
    if START not in text:
        return lines
    text = _without_comments(text)
    out = [line.with_text(rest) for line, rest in zip(lines, text.split("\n"), strict=True)]
    for line in out:
        if START in line.text:
            message = "注释 <!-- 没有收尾，后面的文字都不会显示"
            hint = "在注释后面写 -->，或删去 <!--"
            notes.append(
                Note("markup-forbidden", Severity.ERROR, line.number, START, message, hint)
            )
            break
    shown = literal("<") + START[1:]
    return [line.with_text(line.text.replace(START, shown)) for line in out]


def _without_comments(text: str) -> str:
    """As browsers read comments: `<!-->` and `<!--->` are whole ones, and `--!>` ends one."""
    out: list[str] = []
    at = 0
    while (start := text.find(START, at)) >= 0:
        # The hyphens of the start may be those of the end.
        end = END.search(text, start + 2)
        if end is None:
            break
        out += [text[at:start], "\n" * text.count("\n", start, end.end())]
        at = end.end()
    return "".join([*out, text[at:]])

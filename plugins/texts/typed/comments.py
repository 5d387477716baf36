"""Comments never leave the build: they are taken out, and one without an end is noted."""

from __future__ import annotations

import re

from plugins.findings import Severity
from plugins.texts.typed.line import Line, Note
from plugins.texts.typed.literal import literal

START = "<!--"
END = re.compile(r"--!?>")
CODE_OR_START = re.compile(r"<!--|(?<!`)(`{1,9})(?!`)[^\n]{1,500}?(?<!`)\1(?!`)")
SHOWN = literal("<") + START[1:]


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
    return [line.with_text(line.text.replace(START, SHOWN)) for line in out]


def _without_comments(text: str) -> str:
    """As browsers read comments: `<!-->` and `<!--->` are whole ones, and `--!>` ends one.

    Code that shows only the beginning of one, as in `<!--`, begins none.
    """
    out: list[str] = []
    at = done = 0
    while (begins := CODE_OR_START.search(text, at)) is not None:
        start = begins.start()
        if begins[0] != START:
            at = begins.end()
            if START in begins[0] and not END.search(begins[0]):
                out += [text[done:start], begins[0].replace(START, SHOWN)]
                done = at
            elif START in begins[0]:
                at = start + 1
            continue
        # The hyphens of the start may be those of the end.
        end = END.search(text, start + 2)
        if end is None:
            break
        out += [text[done:start], "\n" * text.count("\n", start, end.end())]
        at = done = end.end()
    return "".join([*out, text[done:]])

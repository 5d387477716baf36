"""What Word and web editors leave in a text: tags of their own, alignment, drawn numbers.

Empty headings, which say nothing, are noted and left out.
"""

from __future__ import annotations

import re

from plugins.findings import Severity
from plugins.texts.typed.line import Line, Note

# <o:p>, <w:sdt>, <st1:place>, <?xml:namespace …/>
OFFICE_TAG = re.compile(r"</?(?:o|w|v|m|x|st\d|wp):[A-Za-z][^<>]{0,200}>|<\?xml[^<>]{0,200}>")
# The cleaner keeps a class of the site, and no attribute for looks.
ALIGNED = re.compile(
    r"(<(?:p|div|h[2-6]|t[dh])\b(?:\s[^<>]{0,100}?)?)\salign=([\"']?)(left|right|center)\2(?=[\s>])",
    re.I,
)
EMPTY_HEADING = re.compile(r"[ 　]{0,3}[#＃]{1,6}[ 　\t]*")


def drop_office_tags(lines: list[Line]) -> list[Line]:
    return [line.with_text(_html(line.text)) if "<" in line.text else line for line in lines]


def _html(text: str) -> str:
    text = OFFICE_TAG.sub("", text)
    return ALIGNED.sub(_aligned, text)


def _aligned(match: re.Match[str]) -> str:
    if "class" in match[1]:
        return match[0]
    return f'{match[1]} class="align-{match[3].lower()}"'


def drop_empty_headings(lines: list[Line], notes: list[Note]) -> list[Line]:
    out: list[Line] = []
    for line in lines:
        if line.text and EMPTY_HEADING.fullmatch(line.text):
            mark = line.text.strip(" 　\t")
            message = f"“{mark}”后面没有小标题的字"
            hint = "补上小标题，或删去这一行"
            notes.append(
                Note("markup-left-over", Severity.WARNING, line.number, mark, message, hint)
            )
            line = line.blank()
        out.append(line)
    return out

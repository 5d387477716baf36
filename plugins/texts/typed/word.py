"""What Word and web editors leave in a text: tags of their own, alignment, marks without words."""

from __future__ import annotations

import re
from itertools import groupby

from plugins.findings import Severity
from plugins.texts.lazy_pattern import lazy_pattern
from plugins.texts.typed.line import Line, Note

# <o:p>, <w:sdt>, <st1:place>, <?xml:namespace …/>
OFFICE_TAG = lazy_pattern(r"</?(?:o|w|v|m|x|st\d|wp):[A-Za-z][^<>]{0,200}>|<\?xml[^<>]{0,200}>")
# The cleaner keeps a class of the site, and no attribute for looks.
ALIGNED = lazy_pattern(
    r"(<(?:p|div|h[2-6]|t[dh])\b(?:\s[^<>]{0,100}?)?)\salign=([\"']?)(left|right|center)\2(?=[\s>])",
    re.I,
)
# Of an editor of HTML, before the words of a line.
INDENT_OF_ENTITIES = lazy_pattern(
    r"^[ 　]*(?:&(?:nbsp|e[mn]sp|thinsp|#160|#12288|#x3000);[ 　]*){1,40}"
)
EMPTY_HEADING = lazy_pattern(r"[ 　]{0,3}[#＃]{1,6}[ 　\t]*")
EMPTY_QUOTE = lazy_pattern(r"[ 　]{0,3}>[> 　\t]*")
EMPTY_ITEM = lazy_pattern(r"[ 　]*(?:[-+]|\d{1,2}\.)[ 　\t]*")
# A line that is no item, heading or row itself.
WORDS = lazy_pattern(r"[ 　]*(?![-*+#＃>|｜\d])\S")


def drop_office_tags(lines: list[Line]) -> list[Line]:
    return [line.with_text(_html(line.text)) if "<" in line.text else line for line in lines]


def drop_indents(lines: list[Line]) -> list[Line]:
    """The lines with spaces instead of entities of spaces before their words."""
    return [
        line.with_text(INDENT_OF_ENTITIES.sub("　　", line.text)) if "&" in line.text else line
        for line in lines
    ]


def _html(text: str) -> str:
    text = OFFICE_TAG.sub("", text)
    return ALIGNED.sub(_aligned, text)


def _aligned(match: re.Match[str]) -> str:
    if "class" in match[1]:
        return match[0]
    return f'{match[1]} class="align-{match[3].lower()}"'


def mend_empty_marks(lines: list[Line], notes: list[Note]) -> list[Line]:
    """Items with their words in the next line get them; other marks without words are left out."""
    out: list[Line] = []
    for line in _without_empty_quotes(lines, notes):
        before = out[-1] if out else None
        if before and EMPTY_ITEM.fullmatch(before.text) and WORDS.match(line.text):
            out[-1] = before.with_text(f"{before.text.rstrip()} {line.text.strip()}")
            continue
        if before and EMPTY_ITEM.fullmatch(before.text):
            out[-1] = _dropped(before, notes)
        out.append(_dropped(line, notes) if EMPTY_HEADING.fullmatch(line.text) else line)
    if out and EMPTY_ITEM.fullmatch(out[-1].text):
        out[-1] = _dropped(out[-1], notes)
    return out


def _without_empty_quotes(lines: list[Line], notes: list[Note]) -> list[Line]:
    """The lines without those of > alone that begin or end a quote, or are all of it."""
    out: list[Line] = []
    for is_quote, part in groupby(lines, key=lambda line: line.text.lstrip(" 　")[:1] == ">"):
        group = [*part]
        filled = [at for at, line in enumerate(group) if not EMPTY_QUOTE.fullmatch(line.text)]
        if is_quote and not filled:
            out += [_dropped(group[0], notes), *[line.blank() for line in group[1:]]]
        elif is_quote:
            inside = range(filled[0], filled[-1])
            out += [
                line if at in inside or at == filled[-1] else line.blank()
                for at, line in enumerate(group)
            ]
        else:
            out += group
    return out


def _dropped(line: Line, notes: list[Note]) -> Line:
    mark = line.text.strip(" 　\t")
    message = f"“{mark}”后面没有字，网页上不会显示"
    notes.append(
        Note("markup-left-over", Severity.WARNING, line.number, mark, message, "补上，或删去这一行")
    )
    return line.blank()

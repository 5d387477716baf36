"""Angle brackets: tags of HTML, or words between them such as <PM2.5标准>.

Tags of no known element are text, so are inline ones without their other half, and every bracket
that belongs to no tag. Other tags without their other half are noted, and so are too many levels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.findings import Severity
from plugins.texts.html_elements import INLINE_ELEMENTS, KNOWN_ELEMENTS, VOID_ELEMENTS
from plugins.texts.typed.line import Line, Note
from plugins.texts.typed.literal import literal

TAG_OR_CODE = re.compile(
    r"(?P<code>`+[^`]*`+|\](?:\(|:)\s*<[^<>\n]*>|<(?:https?|mailto|tel):[^\s<>]*>|<[\w.+-]+@[\w.-]+>|<!--)"
    r"|<(?P<closing>/?)(?P<name>[A-Za-z][^\s<>/]*)(?P<rest>(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*'|[\"'])*)>"
)
LESS = re.compile("<")
# HTML closes these by itself.
MAY_STAY_OPEN = frozenset(
    {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "rt", "rp"}
)
MAX_LEVELS, MAX_LENGTH, SHOWN_TAGS = 30, 2000, 4
HINT = "删去，只用 Markdown"


def match_tags(lines: list[Line], notes: list[Note]) -> list[Line]:
    text = "\n".join([line.text for line in lines])
    tags, others = _find(text)
    literals, unmatched, depth = _sort(tags)
    long = next((tag for tag in tags if len(tag[0]) > MAX_LENGTH), None)
    if depth > MAX_LEVELS or long:
        first = long or tags[0]
        number = lines[text.count("\n", 0, first.start())].number
        message = f"一段网页代码有 {len(first[0])} 个字符" if long else f"网页代码套了 {depth} 层"
        notes.append(Note("markup-deep", Severity.ERROR, number, first[0][:20], message, HINT))
        literals, unmatched = tags, []
    notes += _unmatched(lines, text, unmatched)
    brackets = {at for tag in literals for at in (tag.start(), tag.end() - 1)} | others
    text = "".join([literal(sign) if at in brackets else sign for at, sign in enumerate(text)])
    return [line.with_text(mended) for line, mended in zip(lines, text.split("\n"), strict=True)]


def _find(text: str) -> tuple[list[re.Match[str]], set[int]]:
    """The tags of known elements, and where other opening brackets are, and those of other tags."""
    tags: list[re.Match[str]] = []
    others = {match.start() for match in LESS.finditer(text)}
    for match in TAG_OR_CODE.finditer(text):
        if match["name"] and match["name"].lower() not in KNOWN_ELEMENTS:
            others.add(match.end() - 1)
            continue
        others -= {at for at in range(match.start(), match.end()) if text[at] == "<"}
        if match["name"]:
            tags.append(match)
    return tags, others


def _sort(tags: list[re.Match[str]]) -> tuple[list[re.Match[str]], list[re.Match[str]], int]:
    """The tags that are text, the unmatched ones, and how many levels there are."""
    literals: list[re.Match[str]] = []
    unmatched: list[re.Match[str]] = []
    opened: dict[str, list[re.Match[str]]] = {}
    level = depth = 0
    for tag in tags:
        name = tag["name"].lower()
        if name in VOID_ELEMENTS:
            continue
        if not tag["closing"]:
            opened.setdefault(name, []).append(tag)
            level += name not in MAY_STAY_OPEN
            depth = max(depth, level)
        elif opened.get(name):
            opened[name].pop()
            level -= name not in MAY_STAY_OPEN
        else:
            (literals if name in INLINE_ELEMENTS else unmatched).append(tag)
    for name, left in opened.items():
        for tag in left:
            if name in INLINE_ELEMENTS and "=" not in tag["rest"]:
                literals.append(tag)
            elif name not in MAY_STAY_OPEN:
                unmatched.append(tag)
    return literals, unmatched, depth if depth > len(literals) else 0


def _unmatched(lines: list[Line], text: str, tags: list[re.Match[str]]) -> Iterator[Note]:
    by_line: dict[int, list[str]] = {}
    for tag in sorted(tags, key=lambda match: match.start()):
        by_line.setdefault(text.count("\n", 0, tag.start()), []).append(tag[0])
    for index, found in by_line.items():
        shown = "”“".join(found[:SHOWN_TAGS]) + ("”等“" if len(found) > SHOWN_TAGS else "")
        message = f"网页代码“{shown}”没有另一半，后面的内容会错位"
        number = lines[index].number
        yield Note("markup-forbidden", Severity.ERROR, number, found[0], message, HINT)

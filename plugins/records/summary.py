"""Summaries that end at the end of a sentence or at a pause."""

from __future__ import annotations

import re

from plugins.texts.soft_line_breaks import WIDE

SENTENCE_END = re.compile(r"[。！？!?]+[”’）》]?")
# Between two paragraphs.
SPACE_IN_CHINESE = re.compile(rf"(?<=[。！？；：…”）]) (?=[{WIDE}])")
PAUSE = re.compile(r"[；;，,、：]")


def summarise(text: str, length: int) -> str:
    """At most `length` characters of `text`, ending at a sentence, else at a pause and “……”."""
    text = SPACE_IN_CHINESE.sub("", " ".join(text.split()))
    if len(text) <= length:
        return text
    head = text[:length]
    ends = [match.end() for match in SENTENCE_END.finditer(head)]
    # A very short first sentence is not enough.
    if ends and ends[-1] >= length // 3:
        return head[: ends[-1]]
    pauses = [match.start() for match in PAUSE.finditer(head)]
    if pauses and pauses[-1] >= length // 3:
        return head[: pauses[-1]] + "……"
    return head[: length - 2].rstrip() + "……"

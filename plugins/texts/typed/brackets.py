"""Square brackets: definitions that are notes (`[1]: 《青禾县志》`), and too many brackets."""

from __future__ import annotations

import re
from collections import Counter

from plugins.texts.typed.line import Line
from plugins.texts.typed.literal import literal
from plugins.texts.typed.suspects import MANY_BRACKETS

REFERENCE = re.compile(
    r"^\s*(?:(?:[-*+]|\d{1,9}\.)\s+|>\s?)*\[(?P<label>[^\]^][^\]]*)\]:\s*(?P<target>\S*)"
)
ADDRESS = re.compile(r"<?(?:https?://|/|#|mailto:|tel:|\.)\S+$|\S+\.[A-Za-z0-9]{2,5}$", re.I)
LABEL = re.compile(r"\[([^\[\]\n]+)\]")
TOKEN = re.compile(r"`+[^`]*`+|\\.|(?P<open>!?\[)|(?P<close>\])")
TARGET = re.compile(r"\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\]")


def keep_brackets(lines: list[Line]) -> list[Line]:
    references = {
        line.number: match
        for line in lines
        if "]:" in line.text and (match := REFERENCE.match(line.text))
    }
    if references:
        text = "\n".join([line.text for line in lines])
        used = Counter(label for line in lines for label in LABEL.findall(line.text))
        lines = [
            as_text(line)
            if (match := references.get(line.number)) and not _is_used(match, used, text)
            else line
            for line in lines
        ]
    # Only those of links are left to Markdown, which tries each with all that follow.
    return [
        line.with_text(_only_links(line.text))
        if line.text.count("[") + line.text.count("]") > MANY_BRACKETS
        else line
        for line in lines
    ]


def as_text(line: Line) -> Line:
    """The line with its first bracket literal: it defines nothing."""
    return line.with_text(line.text.replace("[", literal("["), 1))


def _is_used(reference: re.Match[str], used: Counter[str], text: str) -> bool:
    """Whether this defines the address of a link. [1] alone refers to a note."""
    label = reference["label"]
    if label.isdecimal() and f"][{label}]" not in text:
        return False
    return ADDRESS.match(reference["target"]) is not None and used[label] > 1


def _only_links(text: str) -> str:
    """The line with all brackets literal that belong to no link, image or footnote."""
    live: set[int] = set()
    opened: list[tuple[int, int]] = []
    has_link_from = -1
    for token in TOKEN.finditer(text):
        if token["open"]:
            opened.append((token.end() - 1, token.start()))
        elif token["close"] and opened:
            at, start = opened.pop()
            target = TARGET.match(text, token.end())
            is_image = text[start] == "!"
            if text[at + 1 : at + 2] == "^" or (target and (is_image or has_link_from < at)):
                live |= {at, token.start()}
                if not is_image:
                    has_link_from = at
    return "".join(
        [literal(sign) if sign in "[]" and at not in live else sign for at, sign in enumerate(text)]
    )

"""Links, emphasis and signs of notes for the quick way, where their meaning is beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plugins.records.converted import Link
from plugins.records.scan import SCRIPT

TARGET = r"""[^\s()"'\[\]*]+"""
# What begins another construct, at the beginning of a paragraph, an item or a further line.
BEGINNING = re.compile(r"[-+=:~|# ]|\d+\.(?: |$)|\[\^")
# These begin with a plain character: the search for one is many times faster. The first alternative
# is the sign of a note, which Markdown sees before it sees links.
BRACKETS = re.compile(
    rf"\[(?<!!\[)(?:\^(?P<note>[0-9a-z]+)\]|(?=[^\s^])(?P<text>[^\[\]*\n]+)\]\((?P<to>{TARGET})\))"
)
# Not inside one another, not three signs in a row, and no space within.
EMPHASIS = re.compile(r"\*(?<!\*\*)(\*?)(?=[^\s*])([^*]*[^\s*])\*\1(?!\*)")
TAGS = {"": "em", "*": "strong"}
# The sign of a note is no part of the sentence in which it stands.
NO_WORDS = re.compile(r"<sup.*?</sup>|<[^>]*>")


class Unsure(Exception):
    """Only Python-Markdown can say what this means."""


class Inline:
    """Makes HTML of stretches of text in their order, and notes what stands in them."""

    def __init__(self, notes: Iterable[str]) -> None:
        self.links: list[Link] = []
        self.words: list[str] = []
        self.ids: set[str] = set()
        # The notes to which there is no sign yet, with their numbers.
        self.notes = {name: number for number, name in enumerate(notes, 1)}

    def prose(self, text: str) -> str:
        """The HTML of running text, whose words are noted for the summary."""
        if not text or "|" in text:
            raise Unsure
        html = self.marked(text)
        self.words.append(text if html is text else NO_WORDS.sub("", html))
        return html

    def marked(self, text: str) -> str:
        """The HTML of a text. A sign that is left over is a doubt."""
        if "[" in text or "]" in text:
            text = BRACKETS.sub(self._bracketed, text)
            if "[" in text or "]" in text:
                raise Unsure
        if "*" in text:
            text = EMPHASIS.sub(_emphasise, text)
            if "*" in text:
                raise Unsure
        return text

    def _bracketed(self, found: re.Match) -> str:
        name, text, target = found.groups()
        if name is None:
            if SCRIPT.match(target):
                raise Unsure
            self.links.append(Link("link", target))
            return f'<a href="{target}">{text}</a>'
        number = self.notes.pop(name, None)
        if number is None:
            raise Unsure
        self.links.append(Link("link", f"#fn:{name}"))
        self.ids.add(f"fnref:{name}")
        return (
            f'<sup id="fnref:{name}"><a class="footnote-ref" href="#fn:{name}">{number}</a></sup>'
        )


def _emphasise(found: re.Match) -> str:
    tag = TAGS[found[1]]
    return f"<{tag}>{found[2]}</{tag}>"

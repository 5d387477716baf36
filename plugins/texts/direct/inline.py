"""Links, emphasis and footnote references, where their meaning is certain."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plugins.texts.converted_text import Link
from plugins.texts.html_cleaner import runs

TARGET = r"""[^\s()"'\[\]*]+"""
# Starts another construct at the start of a paragraph, of an item or of a further line.
BLOCK_START = re.compile(r"[-+=:~|# ]|\d+\.(?: |$)|\[\^")
# Both patterns start with a literal character, for which the search is many times faster. The first
# alternative is a footnote reference, which Markdown matches before links.
BRACKETS = re.compile(
    rf"\[(?<!!\[)(?:\^(?P<note>[0-9a-z]+)\]|(?=[^\s^])(?P<text>[^\[\]*\n]+)\]\((?P<to>{TARGET})\))"
)
# Not nested, not three asterisks in a row, no space at the inner side of an asterisk.
EMPHASIS = re.compile(r"\*(?<!\*\*)(\*?)(?=[^\s*])([^*]*[^\s*])\*\1(?!\*)")
EMPHASIS_TAGS = {"": "em", "*": "strong"}
# Only Python-Markdown makes links of addresses without markup.
BARE_ADDRESS = re.compile(r"(?<!\]\()https?://", re.I)
# A footnote's number is not part of the sentence in which it stands.
NOT_TEXT = re.compile(r"<sup.*?</sup>|<[^>]*>")


class UnsupportedSyntaxError(Exception):
    """Only Python-Markdown can tell what this text means."""


class InlineConverter:
    """Converts the stretches of one text in their order, and collects what they contain.

    `footnotes` are the names of the defined footnotes, in their order.
    """

    def __init__(self, footnotes: Iterable[str]) -> None:
        self.links: list[Link] = []
        self.prose: list[str] = []
        self.ids: set[str] = set()
        # The numbers of those footnotes to which nothing has referred yet.
        self.unreferenced = {name: number for number, name in enumerate(footnotes, 1)}

    def convert_prose(self, text: str) -> str:
        """The HTML of running text, whose words are collected for the summary."""
        if not text or "|" in text:
            raise UnsupportedSyntaxError
        html = self.convert(text)
        self.prose.append(text if html is text else NOT_TEXT.sub("", html))
        return html

    def convert(self, text: str) -> str:
        """The HTML of a text. A markup character that is left over is not supported."""
        if "://" in text and BARE_ADDRESS.search(text):
            raise UnsupportedSyntaxError
        if "[" in text or "]" in text:
            text = BRACKETS.sub(self._replace_brackets, text)
            if "[" in text or "]" in text:
                raise UnsupportedSyntaxError
        if "*" in text:
            text = EMPHASIS.sub(_replace_emphasis, text)
            if "*" in text:
                raise UnsupportedSyntaxError
        return text

    def _replace_brackets(self, match: re.Match[str]) -> str:
        """A link or a footnote reference."""
        name, text, target = match.groups()
        if name is None:
            if runs(target):
                raise UnsupportedSyntaxError
            self.links.append(Link("link", target))
            return f'<a href="{target}">{text}</a>'
        number = self.unreferenced.pop(name, None)
        if number is None:
            raise UnsupportedSyntaxError
        self.links.append(Link("link", f"#fn:{name}"))
        self.ids.add(f"fnref:{name}")
        return (
            f'<sup id="fnref:{name}"><a class="footnote-ref" href="#fn:{name}">{number}</a></sup>'
        )


def _replace_emphasis(match: re.Match[str]) -> str:
    tag = EMPHASIS_TAGS[match[1]]
    return f"<{tag}>{match[2]}</{tag}>"

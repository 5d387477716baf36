"""Links and emphasis for the quick way, where there can be no doubt what they mean."""

from __future__ import annotations

import re

from plugins.records.converted import Link
from plugins.records.scan import SCRIPT

TARGET = r"""[^\s()"'\[\]*]+"""
# Both begin with a plain character: the search for one is many times faster.
LINK = re.compile(rf"\[(?<!!\[)(?=[^\s^])([^\[\]*\n]+)\]\(({TARGET})\)")
# Not inside one another, not three signs in a row, and no space within.
EMPHASIS = re.compile(r"\*(?<!\*\*)(\*?)(?=[^\s*])([^*]*[^\s*])\*\1(?!\*)")
TAGS = {"": "em", "*": "strong"}


class Unsure(Exception):
    """Only Python-Markdown can say what this means."""


def marked(text: str, links: list[Link]) -> str:
    """The HTML of running text; its links are noted. A sign that is left over is a doubt."""
    if "[" in text or "]" in text:
        for link in LINK.finditer(text):
            if SCRIPT.match(link[2]):
                raise Unsure
            links.append(Link("link", link[2]))
        text = LINK.sub(r'<a href="\2">\1</a>', text)
        if "[" in text or "]" in text:
            raise Unsure
    if "*" in text:
        text = EMPHASIS.sub(_emphasise, text)
        if "*" in text:
            raise Unsure
    return text


def _emphasise(found: re.Match) -> str:
    tag = TAGS[found[1]]
    return f"<{tag}>{found[2]}</{tag}>"

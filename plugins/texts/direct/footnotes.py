"""Footnotes: `[^1]: 甲` on a line of its own, each with exactly one reference in the text."""

from __future__ import annotations

import re

from plugins.texts.converted_text import Link
from plugins.texts.direct.inline import BLOCK_START, InlineConverter, UnsupportedSyntaxError

DEFINITION = re.compile(r"\[\^([0-9a-z]+)\]: +(?=\S)(.+)")


def extract_footnotes(blocks: list[str]) -> tuple[list[str], dict[str, str]]:
    """The blocks without definitions of footnotes, and the text of each footnote by its name."""
    footnotes: dict[str, str] = {}
    others = []
    for block in blocks:
        if block[:2] != "[^":
            others.append(block)
            continue
        for line in block.split("\n"):
            match = DEFINITION.fullmatch(line)
            if not match:
                raise UnsupportedSyntaxError
            name, text = match.groups()
            # A reference inside a footnote would be numbered and listed in another order.
            if name in footnotes or "[^" in text or BLOCK_START.match(text):
                raise UnsupportedSyntaxError
            footnotes[name] = text.strip()
    return others, footnotes


def footnotes_section(footnotes: dict[str, str], inline: InlineConverter) -> str:
    """The list of footnotes at the end of the text. It does not count as prose."""
    if inline.unreferenced:
        raise UnsupportedSyntaxError
    out = ['<div class="footnote">', "<hr>", "<ol>"]
    for number, (name, text) in enumerate(footnotes.items(), 1):
        if not text or "|" in text or text[0] == "!":
            raise UnsupportedSyntaxError
        html = inline.convert(text)
        inline.links.append(Link("link", f"#fnref:{name}"))
        inline.ids.add(f"fn:{name}")
        back = f'class="footnote-backref" href="#fnref:{name}" title="回到正文的注释 {number}"'
        out += [f'<li id="fn:{name}">', f"<p>{html}&#160;<a {back}>&#8617;</a></p>", "</li>"]
    return "\n".join([*out, "</ol>", "</div>"])

"""Notes for the quick way: `[^1]: 甲` on a line of its own, each with one sign in the text."""

from __future__ import annotations

import re

from plugins.records.converted import Link
from plugins.records.quick_inline import BEGINNING, Inline, Unsure

NOTE = re.compile(r"\[\^([0-9a-z]+)\]: +(?=\S)(.+)")


def set_apart(blocks: list[str]) -> tuple[list[str], dict[str, str]]:
    """The blocks without those that are notes, wherever they stand; and the notes."""
    notes: dict[str, str] = {}
    rest = []
    for block in blocks:
        if block[:2] != "[^":
            rest.append(block)
            continue
        for line in block.split("\n"):
            found = NOTE.fullmatch(line)
            # A sign in a note is rare, and its place among the links another.
            if not found or found[1] in notes or "[^" in found[2] or BEGINNING.match(found[2]):
                raise Unsure
            notes[found[1]] = found[2].strip()
    return rest, notes


def read_notes(notes: dict[str, str], inline: Inline) -> str:
    """The list of the notes at the end, none of which counts as prose."""
    if inline.notes:
        # One without a sign.
        raise Unsure
    out = ['<div class="footnote">', "<hr>", "<ol>"]
    for number, (name, text) in enumerate(notes.items(), 1):
        if not text or "|" in text or text[0] == "!":
            raise Unsure
        html = inline.marked(text)
        inline.links.append(Link("link", f"#fnref:{name}"))
        inline.ids.add(f"fn:{name}")
        back = f'class="footnote-backref" href="#fnref:{name}" title="回到正文的注释 {number}"'
        out += [f'<li id="fn:{name}">', f"<p>{html}&#160;<a {back}>&#8617;</a></p>", "</li>"]
    return "\n".join([*out, "</ol>", "</div>"])

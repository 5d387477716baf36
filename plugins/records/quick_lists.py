"""Lists for the quick way: items of one line, and below an item a list of such items once more."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.records.quick_inline import BEGINNING, Inline, Unsure

BULLET = re.compile(r"- (?=\S)(.+)")
NUMBERED = re.compile(r"([0-9]+)\. (?=\S)(.+)")
INDENT = "    "


@dataclass
class Items:
    """A list that further blocks may go on with: its tag, what opens it, the HTML in its items."""

    tag: str
    opening: str
    items: list[str]

    @property
    def html(self) -> str:
        items = "\n".join([f"<li>{item}</li>" for item in self.items])
        return f"{self.opening}\n{items}\n</{self.tag}>"

    def go_on(self, further: Items) -> None:
        """A blank line between items makes paragraphs of those on either side of it."""
        self.items[-1] = _loose(self.items[-1])
        further.items[0] = _loose(further.items[0])
        self.items += further.items


def read_list(lines: list[str], inline: Inline) -> Items | None:
    """The list that these lines are, or None when they begin like something else."""
    if BULLET.match(lines[0]):
        found = Items("ul", "<ul>", [])
        item = BULLET
    elif numbered := NUMBERED.match(lines[0]):
        opening = "<ol>" if numbered[1] == "1" else f'<ol start="{numbered[1]}">'
        found, item = Items("ol", opening, []), NUMBERED
    else:
        return None
    below: list[str] = []
    for line in lines:
        if line.startswith(INDENT):
            below.append(line[len(INDENT) :])
            continue
        if below:
            found.items[-1] += _below(below, inline)
            below = []
        words = item.fullmatch(line)
        words = words[words.lastindex] if words else ""
        if not words or BEGINNING.match(words):
            raise Unsure
        found.items.append(inline.prose(words))
    if below:
        found.items[-1] += _below(below, inline)
    return found


def _below(lines: list[str], inline: Inline) -> str:
    """The list inside an item; one that goes deeper still has a line that no list begins with."""
    inner = read_list(lines, inline)
    if inner is None:
        raise Unsure
    return f"{inner.html}\n"


def _loose(item: str) -> str:
    if item.startswith("\n"):
        return item
    if item.endswith("\n"):
        raise Unsure
    return f"\n<p>{item}</p>\n"

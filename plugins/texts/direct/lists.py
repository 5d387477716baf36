"""Lists whose items have one line each, with at most one list nested below an item."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.texts.direct.inline import BLOCK_START, InlineConverter, UnsupportedSyntaxError

BULLET = re.compile(r"- (?=\S)(?P<text>.+)")
NUMBERED = re.compile(r"(?P<number>[0-9]+)\. (?=\S)(?P<text>.+)")
INDENT = "    "


@dataclass
class ListBlock:
    """A list that the next block may continue; `items` are the HTML inside each `<li>`."""

    tag: str
    start_tag: str
    items: list[str]

    @property
    def html(self) -> str:
        items = "\n".join([f"<li>{item}</li>" for item in self.items])
        return f"{self.start_tag}\n{items}\n</{self.tag}>"

    def extend(self, following: ListBlock) -> None:
        """Append the items of a block behind a blank line, which makes both neighbours loose."""
        self.items[-1] = _loose(self.items[-1])
        following.items[0] = _loose(following.items[0])
        self.items += following.items


def convert_list(lines: list[str], inline: InlineConverter) -> ListBlock | None:
    """The list in these lines, or None when the first one starts no list."""
    if BULLET.match(lines[0]):
        block, pattern = ListBlock("ul", "<ul>", []), BULLET
    elif numbered := NUMBERED.match(lines[0]):
        number = numbered["number"]
        start_tag = "<ol>" if number == "1" else f'<ol start="{number}">'
        block, pattern = ListBlock("ol", start_tag, []), NUMBERED
    else:
        return None
    nested: list[str] = []
    for line in lines:
        if line.startswith(INDENT):
            nested.append(line[len(INDENT) :])
            continue
        if nested:
            block.items[-1] += _nested_list(nested, inline)
            nested = []
        item = pattern.fullmatch(line)
        if not item or BLOCK_START.match(item["text"]):
            raise UnsupportedSyntaxError
        block.items.append(inline.convert_prose(item["text"]))
    if nested:
        block.items[-1] += _nested_list(nested, inline)
    return block


def _nested_list(lines: list[str], inline: InlineConverter) -> str:
    """The list below an item. A list below that one starts with a space, so it is refused."""
    block = convert_list(lines, inline)
    if block is None:
        raise UnsupportedSyntaxError
    return f"{block.html}\n"


def _loose(item: str) -> str:
    """The item with its text as a paragraph."""
    if item.startswith("\n"):
        return item
    if item.endswith("\n"):
        raise UnsupportedSyntaxError
    return f"\n<p>{item}</p>\n"

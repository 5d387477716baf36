"""Python-Markdown with the work left out that can't change its result.

It tries every block processor on every block, every inline pattern on every stretch of text, and
looks up the tags of blocks in a list. Here a processor or pattern is tried only where the text has
something that every match of it needs. That reaches into what Markdown keeps to itself, so it holds
for one version and the extensions that are named here; any other Markdown is left as it is.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import Any

import markdown
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import STX, AtomicString, Registry

VERSION = "3.11.3"
# What a match needs, one of several; the names are those under which Markdown registers.
BLOCK_NEEDS = {
    "markdown_block": (STX,),
    "empty": ("",),
    "indent": ("    ",),
    "defindent": ("    ",),
    "code": ("    ",),
    "table": ("|",),
    "hashheader": ("#",),
    "setextheader": ("\n",),
    "hr": ("-", "_", "*"),
    "olist": (". ",),
    "ulist": ("- ", "* ", "+ "),
    "deflist": (": ",),
    "quote": (">",),
    "footnote": ("[^",),
    "abbr": ("*[",),
    "reference": ("]:",),
    "paragraph": ("",),
}
INLINE_NEEDS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
# Most stretches of text have nothing at all for any pattern.
ANY_INLINE = re.compile(r"[`\\\[<&*_\n]")


def make_lean(md: Markdown) -> Markdown:
    """Set up `md`, its extensions loaded, to do the same with less work."""
    blocks = _steps(md.parser.blockprocessors, BLOCK_NEEDS)
    inline = _steps(md.inlinePatterns, INLINE_NEEDS)
    if markdown.__version__ == VERSION and blocks and inline:
        # It is only ever asked whether it holds a tag.
        md.block_level_elements = frozenset(md.block_level_elements)
        md.parser.parseBlocks = _LeanBlocks(blocks)
        md.treeprocessors.register(_LeanInline(md, inline), "inline", 20)
    return md


def _steps(registry: Registry, needs: dict[str, tuple]) -> list[tuple[int, Any, tuple]]:
    """What is registered, in its order, with what it needs; nothing where a name isn't known."""
    known = {registry.get_index_for_name(name): name for name in needs if name in registry}
    if len(known) < len(registry):
        return []
    return [(index, registry[index], needs[known[index]]) for index in sorted(known)]


class _LeanBlocks:
    """`parseBlocks` of Markdown's block parser."""

    def __init__(self, steps: list) -> None:
        self._steps = [(processor, needs) for _, processor, needs in steps]

    def __call__(self, parent: etree.Element, blocks: list[str]) -> None:
        while blocks:
            block = blocks[0]
            for processor, needs in self._steps:
                for need in needs:
                    if need in block:
                        break
                else:
                    continue
                if processor.test(parent, block) and processor.run(parent, blocks) is not False:
                    break


class _LeanInline(InlineProcessor):
    def __init__(self, md: Markdown, steps: list) -> None:
        super().__init__(md)
        self._steps = steps

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        if isinstance(data, AtomicString) or not ANY_INLINE.search(data):
            return data
        for index, pattern, needs in self._steps[patternIndex:]:
            matched, start = any(need in data for need in needs), 0
            while matched:
                data, matched, start = self._InlineProcessor__applyPattern(
                    pattern, data, index, start
                )
        return data

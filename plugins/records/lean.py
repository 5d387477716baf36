"""Python-Markdown with the work left out that can't change its result.

It tries every inline pattern on every stretch of text, and looks up the tags of blocks in a list.
A pattern is tried here only where the text has a character that every match of it needs. That
reaches into what Markdown keeps to itself, so it holds for one version; any other is left as it is.
"""

from __future__ import annotations

import markdown
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

VERSION = "3.11.3"
# By the names under which Markdown and its extensions register their patterns.
TRIGGERS = {
    "backtick": "`",
    "escape": "\\",
    "footnote": "[",
    "reference": "[",
    "link": "[",
    "image_link": "[",
    "image_reference": "[",
    "short_reference": "[",
    "short_image_ref": "[",
    "autolink": "<",
    "automail": "<",
    "linebreak": "\n",
    "html": "<",
    "entity": "&",
    "em_strong": "*_",
}


def make_lean(md: Markdown) -> Markdown:
    """Set up `md`, its extensions loaded, to do the same with less work."""
    if markdown.__version__ == VERSION and all(_names(md)):
        # It is only ever asked whether it holds a tag.
        md.block_level_elements = frozenset(md.block_level_elements)
        md.treeprocessors.register(LeanInline(md), "inline", 20)
    return md


def _names(md: Markdown) -> list[str]:
    """The names of the patterns in their order; of one that isn't known, none."""
    patterns = md.inlinePatterns
    known = {patterns.get_index_for_name(name): name for name in TRIGGERS if name in patterns}
    return [known.get(index, "") for index in range(len(patterns))]


class LeanInline(InlineProcessor):
    """The inline patterns in the same order, without those that can't match."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._steps = [
            (index, md.inlinePatterns[index], TRIGGERS[name])
            for index, name in enumerate(_names(md))
        ]

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        if isinstance(data, AtomicString):
            return data
        for index, pattern, triggers in self._steps[patternIndex:]:
            if triggers[0] in data or triggers[-1] in data:
                matched, start = True, 0
                while matched:
                    data, matched, start = self._InlineProcessor__applyPattern(
                        pattern, data, index, start
                    )
        return data

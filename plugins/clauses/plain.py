"""Statutes hardly ever use Markdown: a text of headings and paragraphs needs no parser for it.

`plain_tree` gives the tree that Python-Markdown would give, or None when it can't be sure. Nine
tenths of the time of reading statutes goes into parsing what has no markup.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

# Anything that Markdown or HTML might read as markup, in a line or at its beginning.
MARKUP = re.compile(r"[\\`*_\[\]<>&|{}!\t\x02\x03]|://|\^|^ *[-+>=~:]|^ +\S|^ *\d+\.(?:\s|$)", re.M)
HEADING = re.compile(r"(#{2,6}) ([^#\n]+)")
PARAGRAPHS = re.compile(r"\n{2,}")


def plain_tree(source: str) -> etree.Element | None:
    """The tree of `source`, one element a paragraph, before anything is arranged."""
    if MARKUP.search(source):
        return None
    root = etree.Element("div")
    for block in PARAGRAPHS.split(source.strip("\n")):
        if not block:
            continue
        heading = HEADING.fullmatch(block)
        if heading:
            element = etree.SubElement(root, f"h{len(heading[1])}")
            element.text = heading[2].strip()
        elif "\n" in block or block.startswith("#") or block != block.strip():
            return None
        else:
            element = etree.SubElement(root, "p")
            element.text = block
    return root

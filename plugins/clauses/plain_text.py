"""A statute without Markdown markup as an element tree, without Python-Markdown.

Nearly all statutes consist of headings, paragraphs and a list of their enactments only, and nine
tenths of the time of reading them went into looking for markup that is not there.
`parse_plain_text` returns the tree that Python-Markdown would build, or None when the text may
contain markup.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

# What Markdown or HTML might read as markup, within a line or at its start.
MARKUP = re.compile(
    r"[\\`*_\[\]<>&|{}!\t\x02\x03]|://|\^|^ *[+>=~:]|^ *-(?! \S)|^ +\S|^ *\d+\.(?:\s|$)", re.M
)
HEADING = re.compile(r"(#{2,6}) ([^#\n]+)")
# The history of an imported statute: 1998年7月20日 国务院令第248号发布, an item a line.
ITEM = re.compile(r"- ((?:[^-+#\d\s]|\d{4}年).*(?<!\s))")
BLANK_LINES = re.compile(r"\n{2,}")


def parse_plain_text(source: str) -> etree.Element | None:
    """The tree of `source`, one element for each heading and paragraph; None if there is markup."""
    if MARKUP.search(source):
        return None
    root = etree.Element("div")
    for block in BLANK_LINES.split(source.strip("\n")):
        if not block:
            continue
        if block.startswith("- "):
            items = [ITEM.fullmatch(line) for line in block.split("\n")]
            # A list behind a list makes one whose items are paragraphs.
            if not all(items) or (len(root) and root[-1].tag == "ul"):
                return None
            found = etree.SubElement(root, "ul")
            for item in items:
                etree.SubElement(found, "li").text = item[1] if item else ""
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

"""Statutes as people type them: clauses on consecutive lines, indented, in bold, as headings."""

from __future__ import annotations

import re

from plugins.clauses.heads import head_of
from plugins.clauses.labels import ITEM

ITEM_START = ITEM.pattern.replace("number", "item")
SUB_ITEM_START = r"[\d０-９]{1,2}[．.、）)](?!\d)|[①-⑳]"
PART_START = re.compile(rf"[\s　]*(?P<text>(?:\*\*|__)?(?:{ITEM_START}|{SUB_ITEM_START}).*)")
# A clause as a heading keeps a mark: what stands in it may be only the clause's name.
HEADING = "### "
# What Markdown would take for a list of its own and number anew, dropping the written numbers.
LIST_MARKER = re.compile(r"^(\d{1,2})\.(?=\s)")


def separate_paragraphs(source: str) -> str:
    """The Markdown with every clause, item and sub-item in a paragraph of its own.

    Their indentation is removed, because Markdown may take it for code.
    """
    out: list[str] = []
    for line in source.split("\n"):
        head = head_of(line)
        start = None if head else PART_START.match(line)
        if (head or start) and out and out[-1].strip():
            out.append("")
        if head:
            out += [f"{HEADING}{head.text}", ""] if head.is_heading else [head.text]
        else:
            out.append(LIST_MARKER.sub(r"\1\\.", start["text"]) if start else line)
    return "\n".join(out)

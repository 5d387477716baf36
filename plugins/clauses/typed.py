"""A statute's Markdown as people type it: clauses line under line, indented, in bold."""

from __future__ import annotations

import re

from plugins.clauses.labels import CLAUSE, ITEM

ITEM_START = ITEM.pattern.replace("number", "item")
SUB_ITEM_START = r"[\d０-９]{1,2}[．.、）)](?!\d)|[①-⑳]"
STARTS = re.compile(
    rf"[\s　]*(?P<text>(?:\*\*|__)?(?:{CLAUSE.pattern}|{ITEM_START}|{SUB_ITEM_START}).*)"
)
# What Markdown would take for its own list, and number again without a word of it in the text.
LISTED = re.compile(r"^(\d{1,2})\.(?=\s)")


def separated(source: str) -> str:
    """Markdown in which every clause, item and sub-item begins a paragraph, however it was typed.

    Without the blanks before it, which Markdown may take for code.
    """
    out: list[str] = []
    for line in source.split("\n"):
        start = STARTS.match(line)
        if start and out and out[-1].strip():
            out.append("")
        out.append(LISTED.sub(r"\1\\.", start["text"]) if start else line)
    return "\n".join(out)

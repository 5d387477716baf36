"""Characters that are text although Markdown or HTML would take them for markup.

Each of the 32 marks of ASCII travels through the conversion as one of the 32 non-characters from
U+FDD0 on, which no text contains: `plugins.source` replaces them.
"""

from __future__ import annotations

import re
from html import escape

MARKS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
FIRST, LAST = 0xFDD0, 0xFDEF
TO_LITERAL = {ord(mark): FIRST + index for index, mark in enumerate(MARKS)}
RESTORED = {FIRST + index: escape(mark) for index, mark in enumerate(MARKS)}
IS_LITERAL = re.compile(f"[{chr(FIRST)}-{chr(LAST)}]")


def literal(text: str) -> str:
    """Marks as literal characters; digits and letters stay."""
    return text.translate(TO_LITERAL)


def restore_literals(html: str) -> str:
    """The HTML with all literal characters as themselves, escaped where HTML needs it."""
    return html.translate(RESTORED) if IS_LITERAL.search(html) else html

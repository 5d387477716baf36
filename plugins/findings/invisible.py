"""Characters that nobody sees, made visible in messages: 〔U+200B〕."""

from __future__ import annotations

import unicodedata

# Blank, but part of ordinary text.
ORDINARY = frozenset(" \r\n　")


def shown_code(character: str) -> str:
    return f"〔U+{ord(character):04X}〕"


def with_codes(text: str) -> str:
    """The text with a code in place of every character that a reader can't see."""
    if text.isprintable():
        return text
    return "".join([shown_code(each) if _is_unseen(each) else each for each in text])


def _is_unseen(character: str) -> bool:
    if character in ORDINARY or character.isprintable():
        return False
    # Private use characters are seen where a font has them, and unlike others everywhere else.
    return unicodedata.category(character) != "Co"

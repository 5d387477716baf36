"""A text as the rules search it: what stands between the digits of a number and hides it from a
search, but not from readers, is gone, and full-width digits are plain ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from plugins.findings import Position
from plugins.texts.lazy_pattern import lazy_pattern
from plugins.texts.prose import Prose

WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ－．＠]")
NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if WIDE.match(chr(code))}
UNSEEN = r"[\xad\u180e\u200b-\u200f\u2060-\u2064\ufeff]|&(?:shy|zwj|zwnj|ZeroWidthSpace);"
FOLDED = lazy_pattern(rf"(?P<gone>{UNSEEN})|&(?:#x[0-9a-fA-F]{{1,6}}|#[0-9]{{1,7}}|nbsp|ensp);?")
MAYBE_FOLDED = re.compile(r"[\xad\u180e\u200b-\u200f\u2060-\u2064\ufeff&]")
# Where the alternative text of a picture begins: no bracket or quote ends it before the place.
ALT = lazy_pattern(r"""!\[[^\]\n]*$|\balt\s*=\s*"[^"\n]*$|\balt\s*=\s*'[^'\n]*$""")


class Text:
    """`text` is what is searched; offsets are in it."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self.text, self._places = _folded(prose.text)
        # In a text without markup lines are lines; in Markdown a number may be broken over two.
        self.is_plain = prose.text is prose.source

    @property
    def source(self) -> str:
        return self._prose.source

    def source_offset(self, offset: int) -> int:
        if self._places is not None:
            offset = self._places[offset]
        return self._prose.source_offset(offset)

    def position(self, offset: int) -> Position:
        return self._prose.position(self._places[offset] if self._places is not None else offset)

    def written(self, start: int, end: int) -> str:
        """What stands in the source from one character to before another."""
        return self.source[self.source_offset(start) : self.source_offset(end - 1) + 1]

    def before(self, offset: int, length: int = 20) -> str:
        """What stands before it in the line of the source, the key of a field included."""
        end = self.source_offset(offset)
        return self.source[max(0, end - length) : end].rpartition("\n")[2]

    def is_in_alt(self, offset: int) -> bool:
        end = self.source_offset(offset)
        return bool(ALT.search(self.source[self.source.rfind("\n", 0, end) + 1 : end]))


def _folded(text: str) -> tuple[str, Sequence[int] | None]:
    """The text, and where in `text` each of its characters stands; None where all are in place."""
    if WIDE.search(text):
        text = text.translate(NARROW)
    if not MAYBE_FOLDED.search(text):
        return text, None
    pieces: list[str] = []
    places: list[int] = []
    done = 0
    for match in FOLDED.finditer(text):
        pieces.append(text[done : match.start()])
        places += range(done, match.start())
        if not match["gone"]:
            pieces.append(unescape(match[0])[:1])
            places.append(match.start())
        done = match.end()
    pieces.append(text[done:])
    places += range(done, len(text))
    return "".join(pieces).translate(NARROW), places

"""The words of a title, between which it may break: 夜间施工管理, not 夜/间施工管理.

Words are found by rjieba, whose dictionary takes a fifth of a second to load: the words of a title
are kept with its card, and looked for again only when the title is another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# Signs that end a line with the word before them, and those that begin one with the word behind.
ENDS = re.compile(r"^[\s，。、；：？！）》〉”’】〕—…·,.;:?!&)\]%％-]+$")
OPENS = re.compile(r"[（《〈“‘【〔(\[]$")
NUMBER = re.compile(r"[0-9０-９.]$")
# One character alone goes with the word before it, unless that is long; at the start with the one
# behind it.
SHORTEST = 2


def words_of(title: str) -> tuple[str, ...]:
    """The words of a title, each with the signs that belong to it. Together they are the title."""
    from rjieba import cut

    return tuple(_joined(cut(title)))


def _joined(pieces: Iterable[str]) -> Iterator[str]:
    word = ""
    for piece in pieces:
        if word and not _goes_on(word, piece):
            yield word
            word = ""
        word += piece
    if word:
        yield word


def _goes_on(word: str, piece: str) -> bool:
    """Whether no line may end between them."""
    return bool(
        ENDS.match(piece)
        or OPENS.search(word)
        or len(word) < SHORTEST
        or (NUMBER.search(word) and not OPENS.search(piece))
        or (len(piece) < SHORTEST and not OPENS.search(piece) and len(word) < 2 * SHORTEST)
    )

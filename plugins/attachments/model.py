"""What is known of an attachment or a picture, as plain values that can be stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

# Of one file; the longest statute has 120,000 characters.
MOST_CHARACTERS = 2_000_000


class Piece(NamedTuple):
    """`place` says where it stands, such as 第3页; the text is one line."""

    place: str
    text: str


class FileProblem(NamedTuple):
    """Plain values, as they are kept: `severity` is the value of a `Severity`."""

    rule: str
    severity: str
    message: str
    hint: str


@dataclass
class AttachmentFacts:
    """`people` are words and names of the metadata: ("作者", "张三"). `traces` is what else is left
    of how the file was made: "2 处批注". `has_more` text than was read. `is_scanned` has pages and
    no text. Of a picture: its size in pixels, whether it says where it was taken, what else
    `personal` it says, whether `cleaned` changes it, and how long it is then, in bytes.
    `is_aigc`: labelled as GB 45438-2025 asks of what a machine has made.
    """

    pieces: list[Piece] = field(default_factory=list)
    title: str = ""
    people: list[tuple[str, str]] = field(default_factory=list)
    traces: list[str] = field(default_factory=list)
    has_more: bool = False
    is_scanned: bool = False
    is_aigc: bool = False
    width: int | None = None
    height: int | None = None
    has_location: bool = False
    personal: list[str] = field(default_factory=list)
    needs_cleaning: bool = False
    published_size: int | None = None

    def add(self, pieces: Iterable[Piece]) -> None:
        """Those with a text, up to the limit."""
        length = sum(len(piece.text) for piece in self.pieces)
        for place, text in pieces:
            line = " ".join(text.split("\n")).strip(" \r")
            if not line:
                continue
            if length >= MOST_CHARACTERS:
                self.has_more = True
                return
            self.pieces.append(Piece(place, line[: MOST_CHARACTERS - length]))
            length += len(line)

    def add_person(self, word: str, name: str | None) -> None:
        name = " ".join((name or "").split())[:60]
        if name and (word, name) not in self.people:
            self.people.append((word, name))

    def trace(self, what: str, count: int = 1) -> None:
        if count:
            self.traces.append(what.replace("{}", str(count)))


def numbered(word: str, texts: Iterable[str], most: int | None = None) -> Iterator[Piece]:
    """Pieces at 第1页, 第2页 …; `word` has `{}` for the number."""
    for number, text in enumerate(islice(texts, most), 1):
        yield Piece(word.format(number), text)

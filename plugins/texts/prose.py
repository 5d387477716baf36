"""What people read in a source file, without its markup, and where each character of it stands.

Rules about words and about personal data look here, so that emphasis or a line break inside a word
hides nothing, and no address, key or bullet is taken for words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.findings import Position, position_at
from plugins.texts.lazy_pattern import lazy_pattern
from plugins.texts.soft_line_breaks import WIDE

# Stands between words that are not read as one: lines, cells, the two sides of an address.
GAP = "\n"
# Named groups are dropped as if they had not been there; everything else becomes a gap.
MARKUP = lazy_pattern(
    rf"""(?P<emphasis>(?<!\\)\*{{1,3}}|(?<![0-9A-Za-z])_{{1,2}}(?=\S)|(?<=\S)_{{1,2}}(?![0-9A-Za-z])|~~)
    |(?P<soft>(?<=[{WIDE}])[ \t]*\n[ \t]*(?![ \t\n\#>|:\-*+=`~]|\d+[.)]|图[：:])(?=[{WIDE}]))
    |(?P<escape>\\(?=[!-/:-@\[-`{{-~]))
    |(?P<inline></?(?:em|strong|b|i|u|span|mark|sub|sup|wbr)\b[^<>]*>)
    |<!--.*?-->
    |(?P<tag><[A-Za-z/][^<>]*>)
    |(?P<address>\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\))
    |(?P<footnote>^[ ]{{0,3}}\[\^[^\]\n]+\]:[ \t]*)
    |\]\[[^\[\]\n]*\]
    |(?P<definition>^[ ]{{0,3}}\[[^\]\n]+\]:[ \t]*[!-~]+(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'))?[ \t]*$)
    |(?:https?|ftp)://[!-~]+|(?<![0-9A-Za-z.])/(?:[\w%.-]+/)+[\w%.#-]*
    |!\[
    |[ \t]*\n[ \t>]*(?:[-*+][ \t]+|\d{{1,9}}[.)][ \t]+|\#{{1,6}}[ \t]*)*
    |[\[\]|`]+
    """,
    re.X | re.M | re.S,
)
# Of a line of YAML, what stands before a value, and what ends it.
KEY = lazy_pattern(
    r"""[ \t]*(?:-[ \t]+)*(?:(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}\[\],\#:：][^\n:：{}\[\],"']{0,60}?)"""
    r"""[ \t]*[:：](?=\s|$)[ \t]*)?(?:[|>][-+]?[ \t]*$)?["']?"""
)
IS_NO_VALUE = lazy_pattern(r"\s*(?:\#.*|[-—]{2,}\s*)?$")
VALUE_END = lazy_pattern(r"""["']?[ \t]*(?:(?<=\s)\#.*)?$""")
# Between the values of a list or mapping on one line, and in the middle of a value.
INLINE = lazy_pattern(r"[{,][ \t]*[^\s:,{}\[\]]{1,40}:[ \t]|[{}\[\]]|(?:https?|ftp)://[!-~]+")
# In a list or mapping on one line, the quotes and commas between its values too.
FLOW = lazy_pattern(
    r"""[{,][ \t]*[^\s:,{}\[\]]{1,40}:[ \t]|["']?[ \t]*,[ \t]*["']?|[{}\[\]]["']?"""
)
# A list of words as it may be written without brackets.
WORDS = r"[^,，。；;：:！!？?0-9\n]{1,12}"
WORD_LIST = lazy_pattern(rf"{WORDS}(?:,{WORDS})+$")
SHOWN_ATTRIBUTE = lazy_pattern(r"""\b(?:alt|title)\s*=\s*(["'])(?P<words>.*?)\1""", re.S)
# Behind the address of a link or a picture, what is shown below it.
SHOWN_TITLE = lazy_pattern(r"""\s(["'])(?P<words>[^\n]*?)\1\)?[ \t]*$""")
SHOWN = {"tag": SHOWN_ATTRIBUTE, "address": SHOWN_TITLE, "definition": SHOWN_TITLE}
DROPPED = frozenset({"emphasis", "soft", "escape", "inline"})


@dataclass(frozen=True, slots=True)
class Prose:
    """`text` is what is read. Piece `i` of it begins at `starts[i]` and stands in `source` from
    `sources[i]`; all offsets in characters.
    """

    source: str
    text: str
    starts: list[int]
    sources: list[int]

    def source_offset(self, offset: int) -> int:
        """Where the character at `offset` of `text` stands in `source`."""
        piece = bisect_right(self.starts, offset) - 1
        return self.sources[piece] + offset - self.starts[piece]

    def position(self, offset: int) -> Position:
        return position_at(self.source, self.source_offset(offset))


def prose_of_record(source: str, body_line: int) -> Prose:
    """Of a record whose text begins on line `body_line`, counted from 1; above it is its head."""
    # The line break above the text goes with it: a heading may stand in its first line.
    body = max(0, _start_of_line(source, body_line) - 1)
    text = _pieces(source, body, len(source), MARKUP)
    return _joined(source, [*_values(source, body), *text])


def prose_of_data(source: str) -> Prose:
    """Of a file of YAML."""
    return _joined(source, _values(source, len(source)))


def prose_of_plain(source: str) -> Prose:
    """Of a text without markup, such as that of an attachment."""
    return Prose(source, source, [0], [0])


def _values(source: str, end: int) -> Iterator[tuple[int, int, bool]]:
    """The pieces of the values in YAML that ends at `end`."""
    start = 0
    for line in source[:end].split("\n"):
        after = start + len(line)
        if not IS_NO_VALUE.match(line):
            key, over = KEY.match(line), VALUE_END.search(line)
            value, stop = start + (key.end() if key else 0), start + (over.start() if over else 0)
            if value < stop:
                is_flow = source[value] in "[{" or WORD_LIST.match(source, value, stop)
                yield from _pieces(source, value, stop, FLOW if is_flow else INLINE)
        start = after + 1


def _pieces(
    source: str, start: int, end: int, markup: re.Pattern[str]
) -> Iterator[tuple[int, int, bool]]:
    """Where pieces that are read begin and end, and whether a gap goes before each."""
    gap = True
    for match in markup.finditer(source, start, end):
        if match.start() > start:
            yield start, match.start(), gap
            gap = False
        elif match.end() == match.start():
            continue
        gap = gap or match.lastgroup not in DROPPED or _ends_heading(match)
        shown_in = SHOWN.get(match.lastgroup or "")
        if shown_in:
            for shown in shown_in.finditer(source, match.start(), match.end()):
                yield *shown.span("words"), True
        start = match.end()
    if end > start:
        yield start, end, gap


def _ends_heading(match: re.Match[str]) -> bool:
    text, start = match.string, match.start()
    return match.lastgroup == "soft" and text.startswith("#", text.rfind("\n", 0, start) + 1)


def _joined(source: str, pieces: Iterable[tuple[int, int, bool]]) -> Prose:
    texts: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    length = 0
    for start, end, gap in pieces:
        if gap and length:
            # A gap stands where its piece does, less one: nobody asks for its place.
            texts.append(GAP)
            starts.append(length)
            sources.append(start)
            length += 1
        texts.append(source[start:end])
        starts.append(length)
        sources.append(start)
        length += end - start
    return Prose(source, "".join(texts), starts or [0], sources or [0])


def _start_of_line(source: str, line: int) -> int:
    offset = 0
    for _ in range(line - 1):
        offset = source.find("\n", offset) + 1
        if not offset:
            return len(source)
    return offset

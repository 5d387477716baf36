"""Numbers as they are written: in one piece, in groups, broken over two lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from plugins.privacy.text import Text

# No digit, letter or decimal point touches it.
RUN = re.compile(
    r"[0-9](?<![0-9A-Za-z].)(?<![0-9]\..)(?:[ \n\u3000\xa0\-–—]{0,2}[0-9]){6,}(?:[ \-]?[Xx])?"
    r"(?![0-9A-Za-z])(?!\.[0-9])"
)
GROUP = re.compile(r"[0-9]+[Xx]?|[Xx]")
LONGEST = 19
# By length and beginning: mobile numbers, identity numbers, cards. In a table of figures there are
# many groups and few of these.
PLAUSIBLE = re.compile(
    r"(?:(?:00)?861|1)[3-9][0-9]{9}$|[1-9][0-9]{14}$|[1-9][0-9]{16}[0-9X]$|[34569][0-9]{15,18}$"
)
# Of a table, a list or two fields: what doesn't belong together.
ROWS = re.compile(r"[|:：\[一-鿿]|\n[ \t]*(?:[-+>#*][ \t]|[0-9]+[.)][ \t])|\n[ \t]*\n")
MASK = re.compile(r"(?:\\?[*＊]){4}")


class Number(NamedTuple):
    """`digits` may end in X. `groups` are their lengths; `is_broken` over lines."""

    start: int
    end: int
    digits: str
    groups: tuple[int, ...]
    is_broken: bool


def numbers(text: Text) -> Iterator[list[Number]]:
    """For each place where one begins, what may be one number, the longest first."""
    for run in RUN.finditer(text.text):
        groups = [match.span() for match in GROUP.finditer(text.text, *run.span())]
        for first, (start, _) in enumerate(groups):
            found = _from(text, groups[first : first + LONGEST], start)
            if found:
                yield found


def _from(text: Text, groups: list[tuple[int, int]], start: int) -> list[Number]:
    found: list[Number] = []
    digits, lengths = "", []
    for begin, end in groups:
        digits += text.text[begin:end].upper()
        lengths.append(end - begin)
        if len(digits) > LONGEST:
            break
        if len(digits) >= 11 and PLAUSIBLE.match(digits):
            written = text.written(start, end) if len(lengths) > 1 or not text.is_plain else ""
            if ROWS.search(written) or MASK.search(written):
                break
            is_broken = "\n" in text.text[start:end]
            found.append(Number(start, end, digits, tuple(lengths), is_broken))
    return found[::-1]

"""What is said of an old address, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import NamedTuple

# In the content folder: where old addresses lead that no record names.
REDIRECTS_FILE = "redirects.yml"
# When a page was withdrawn, as an ordinal; why; and what it was called, if that is known.
NoticeTuple = tuple[int, str, str]


class Redirect(NamedTuple):
    """An entry of redirects.yml. `old` is a path; `new` is as written, empty where nothing is."""

    old: str
    written: str
    new: str
    notice: NoticeTuple | None
    line: int
    column: int


class Claim(NamedTuple):
    """An old address and what stands in its place, as plain values.

    `old` and `new` are paths in the site; `new` is empty where nothing replaces what was withdrawn.
    `source` is the file that says so, `written` the words there. `notice` is that of a withdrawal.
    """

    old: str
    new: str
    source: str
    written: str
    notice: NoticeTuple | None = None


class FlawKind(Enum):
    LIVING = "living"  # there is a page at the old address
    TAKEN = "taken"  # another one claims it
    LOOP = "loop"
    CHAIN = "chain"  # it leads to an address that has moved itself
    DEAD = "dead"  # it leads to no page


class Flaw(NamedTuple):
    """`others` are the claim that was first, or the addresses on the way."""

    kind: FlawKind
    claim: Claim
    others: Sequence[str] = ()


class Moves(NamedTuple):
    """By the path of the page at the old address what it has to say; its `new` is the last one."""

    pages: Mapping[str, Claim]
    flaws: Sequence[Flaw]


def page_of(old: str) -> str:
    """The page that stands at an old address, whatever file was there.

    A server sends HTML as such only under a name that says so. At any other address it is the page
    of a folder of that name, to which every server leads on.
    """
    return old if old.endswith(".html") else f"{old}/index.html"

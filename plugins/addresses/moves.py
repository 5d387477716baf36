"""Where old addresses lead in the end: claims are put in order, loops and dead ends left out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from plugins.addresses.model import Claim, Flaw, FlawKind, Moves, page_of


def resolve(claims: Iterable[Claim], living: Collection[str]) -> Moves:
    """Of several claims on one address the first holds. `living` are the paths of all files of the
    site but for pages at old addresses.
    """
    flaws: list[Flaw] = []
    pages = _placed(claims, living, flaws)
    found = {
        page: followed
        for page, claim in pages.items()
        if (followed := _followed(claim, pages, living, flaws))
    }
    return Moves(found, flaws)


def _placed(
    claims: Iterable[Claim], living: Collection[str], flaws: list[Flaw]
) -> dict[str, Claim]:
    """The claims by their pages, but for those whose place is not free."""
    pages: dict[str, Claim] = {}
    for claim in claims:
        page = page_of(claim.old)
        if any(place in living for place in (page, *_above(page))):
            flaws.append(Flaw(FlawKind.LIVING, claim))
        elif page in pages:
            flaws.append(Flaw(FlawKind.TAKEN, claim, (pages[page].source,)))
        else:
            pages[page] = claim
    for page in [page for page in pages if any(folder in pages for folder in _above(page))]:
        # `a.html/b.html`: a file is no folder.
        claim = pages.pop(page)
        first = next(folder for folder in _above(page) if folder in pages)
        flaws.append(Flaw(FlawKind.TAKEN, claim, (pages[first].source,)))
    return pages


def _above(path: str) -> Iterator[str]:
    """The folders around a path, the outermost first."""
    at = path.find("/")
    while at > 0:
        yield path[:at]
        at = path.find("/", at + 1)


def _followed(
    claim: Claim, pages: Mapping[str, Claim], living: Collection[str], flaws: list[Flaw]
) -> Claim | None:
    """The claim with the last address in a row of moves; None where there is none."""
    way, new = [claim.old], claim.new
    while new and new not in living:
        way.append(new)
        following = pages.get(page_of(new))
        if following is None:
            flaws.append(Flaw(FlawKind.DEAD, claim, way[1:]))
            return None
        if page_of(new) in map(page_of, way[:-1]):
            flaws.append(Flaw(FlawKind.LOOP, claim, way))
            return None
        if following.notice:
            # The notice is where it ends, whether or not something replaces what was withdrawn.
            new = page_of(new)
            break
        new = following.new
    if len(way) > 1:
        flaws.append(Flaw(FlawKind.CHAIN, claim, [*way[1:], new]))
    return claim._replace(new=new)

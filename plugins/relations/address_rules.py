"""Rules about old addresses: where they lead, and that none that was published is lost."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from plugins.addresses import (
    LEDGER_FILE,
    REDIRECTS_FILE,
    AddressError,
    Claim,
    Flaw,
    FlawKind,
    page_of,
    read_address,
    read_ledger,
    resolve,
)
from plugins.findings import Finding, Position, Severity, nearest
from plugins.records import Library
from plugins.records.extract import column_of
from plugins.relations.lost import Lost
from plugins.relations.moves import claims_of


class Said(NamedTuple):
    """What is said of a flaw."""

    rule: str
    severity: Severity
    message: str
    hint: str


def check_addresses(
    library: Library, living: Collection[str], ledger: str, now: int
) -> Iterator[Finding]:
    """`living` are the paths of all files of the site but for pages at old addresses, `ledger` is
    the text of the ledger.
    """
    claims = claims_of(library, now)
    yield from _of_other_sites(library)
    told: set[tuple[str, str, FlawKind]] = set()
    for flaw in resolve(claims, living).flaws:
        key = (flaw.claim.source, flaw.claim.written, flaw.kind)
        if key not in told:
            # Of the files beside a page the same is true.
            told.add(key)
            yield _flaw(library, flaw)
    yield from _lost(library, claims, living, read_ledger(ledger), now)


def _of_other_sites(library: Library) -> Iterator[Finding]:
    """Records are read without knowing which host is that of this site."""
    host = library.valid_bureau.host
    for identifier, entry in sorted(library.entries.items()):
        for written in entry.moved_from:
            try:
                read_address(written, host)
            except AddressError as error:
                at = _in_record(library, identifier, written)
                said = (entry.path, error.message, error.hint)
                yield Finding("redirect-address", Severity.ERROR, *said, *at)


def _flaw(library: Library, flaw: Flaw) -> Finding:
    rule, severity, message, hint = _said(library, flaw)
    return Finding(rule, severity, flaw.claim.source, message, hint, *_place(library, flaw.claim))


def _said(library: Library, flaw: Flaw) -> Said:
    old, others = flaw.claim.old, flaw.others
    way = " → ".join((old, *others))
    if flaw.kind is FlawKind.LIVING:
        hint = "删去这一行；要让旧网址转走，先把现在在那里的页面改名或移走"
        return Said("redirect-living", Severity.ERROR, f"旧网址“{old}”上现在有网页或文件", hint)
    if flaw.kind is FlawKind.TAKEN:
        message = f"旧网址“{old}”在 {others[0]} 里已经写了"
        return Said(
            "redirect-taken", Severity.ERROR, message, "一个旧网址只能转到一处，留下对的一处"
        )
    if flaw.kind is FlawKind.LOOP:
        message = f"旧网址转了一圈：{' → '.join(others)}"
        return Said("redirect-loop", Severity.ERROR, message, "改成现在打得开的网址")
    if flaw.kind is FlawKind.CHAIN:
        message = f"旧网址转了几次：{way}"
        return Said("redirect-chain", Severity.WARNING, message, f"直接写最后的网址“{others[-1]}”")
    new = others[-1]
    close = _meant(library, new)
    hint = f"是不是“{close}”？" if close else "写 栏目/网址名、栏目文件夹名，或打得开的网址"
    message = f"旧网址“{old}”要转到“{new}”，那里打不开"
    return Said("redirect-dead", Severity.ERROR, message, hint)


def _meant(library: Library, new: str) -> str | None:
    """The record or the column that was probably meant by what leads nowhere."""
    code = column_of(new.lstrip("/"))
    own = [identifier for identifier in library.entries if column_of(identifier) == code]
    return nearest(new.strip("/"), sorted([*own, *(column.code for column in library.columns)]))


def _place(library: Library, claim: Claim) -> Position:
    if claim.source != REDIRECTS_FILE:
        return _in_record(library, library.ids_by_path[claim.source], claim.written)
    places = {
        each.written: Position(each.line, each.column) for each in reversed(library.redirects)
    }
    return places[claim.written]


def _in_record(library: Library, identifier: str, written: str) -> Position:
    return library.records[identifier].position_of("moved_from", written)


def _lost(
    library: Library,
    claims: Iterable[Claim],
    living: Collection[str],
    ledger: Mapping[str, int],
    now: int,
) -> Iterator[Finding]:
    claimed = {page_of(claim.old) for claim in claims}
    gone = [
        address for address in ledger if address not in living and page_of(address) not in claimed
    ]
    lost = Lost(library, [*living], ledger, now)
    pages = claimed.union(gone)
    for address in gone:
        if lost.page_beside(address) in pages:
            # It comes and goes with its page.
            continue
        message, hint, cause = lost.explained(address)
        where = (LEDGER_FILE, message, hint, ledger[address], 1, cause)
        yield Finding("address-lost", Severity.ERROR, *where)

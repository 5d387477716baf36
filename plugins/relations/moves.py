"""What records and redirects.yml say of old addresses, with what they name looked up."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.addresses import (
    REDIRECTS_FILE,
    AddressError,
    Claim,
    Redirect,
    page_elsewhere,
    read_address,
)
from plugins.records import Library
from plugins.records.extract import IndexEntry, column_of
from plugins.relations.list_pages import FILE_TYPES, has_file


def claims_of(library: Library, now: int) -> list[Claim]:
    """All claims, those of records first. A record that has no page at `now` makes none."""
    claims: list[Claim] = []
    for identifier, entry in library.entries.items():
        if entry.moved_from and entry.is_shown(now):
            claims += _of_record(library, identifier, entry)
    claims.sort(key=lambda claim: (claim.source, claim.old))
    return claims + [_of_redirect(library, redirect, now) for redirect in library.redirects]


def _of_record(library: Library, identifier: str, entry: IndexEntry) -> Iterator[Claim]:
    """Of its page and of the files beside it."""
    column = library.column(column_of(identifier))
    host = library.valid_bureau.host
    new = entry.address.removesuffix(".html")
    for written in entry.moved_from:
        try:
            old = page_elsewhere(read_address(written, host), entry.address)
        except AddressError:
            # Told by `check_addresses`.
            continue
        yield Claim(old, entry.address, entry.path, written)
        for type_ in FILE_TYPES if old.endswith(".html") else ():
            if has_file(column, entry, new, type_):
                beside = old.removesuffix(".html")
                yield Claim(f"{beside}.{type_}", f"{new}.{type_}", entry.path, written)


def _of_redirect(library: Library, redirect: Redirect, now: int) -> Claim:
    new = target_of(library, redirect.new, now) if redirect.new else ""
    return Claim(redirect.old, new, REDIRECTS_FILE, redirect.written, redirect.notice)


def target_of(library: Library, written: str, now: int) -> str:
    """The path that a record, a column or an address of this site stands for. What leads nowhere is
    given back as it is, which is no path of the site.
    """
    name = written.strip("/").removesuffix(".md")
    identifier = library.ids_by_path.get(f"{name}.md", name)
    entry = library.entries.get(identifier)
    if entry is not None:
        return entry.address if entry.is_shown(now) else written
    column = next((column for column in library.columns if column.code == name), None)
    if column is not None:
        return column.address
    try:
        return read_address(written, library.valid_bureau.host)
    except AddressError:
        return "index.html" if written.strip() in ("/", "index.html", "首页") else written

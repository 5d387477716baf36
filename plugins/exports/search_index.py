"""The index of the search page: small enough to be loaded as a whole."""

from __future__ import annotations

import json
from collections.abc import Iterator

from plugins.bureau.addresses import SEARCH_INDEX
from plugins.dependencies import ITEMS, SEARCH
from plugins.incremental.tracking import depends_on, track
from plugins.records import Record
from plugins.records.formatting import moment
from plugins.records.library import item_address
from plugins.records.slugs import suggest
from plugins.site import File, Links, Site
from plugins.site.cards import card
from plugins.texts.figures import figure_words

# `json.dumps` would set up an encoder for every entry.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def search_index(site: Site, _links: Links) -> File:
    """A list of {t: title, c: column, d: date, u: address, s: summary, k: other words}, and x: what
    a record is called that has left the lists. Items of data files have no date.
    """
    depends_on(SEARCH)
    # Stored entries are used: opening ten thousand records would take too long.
    stored = site.stored_search_entries()
    with track():
        entries = [
            _marked(
                stored.get(site.library.entries[id].path) or make_entry(site, site.by_id[id]), label
            )
            for id, label in site.searched()
        ]
    entries += [_encode(entry) for entry in _item_entries(site)]
    return File(SEARCH_INDEX, f"[{','.join(entries)}]".encode())


def _item_entries(site: Site) -> Iterator[dict[str, str]]:
    """Of the pages of matters, and of the topics of which each is a place on a page."""
    for column in site.columns:
        if column.traits.has_records:
            continue
        depends_on(ITEMS, column.code)
        for item in site.library.data_items.get(column.code, ()):
            words, more = item.searched()
            address = item_address(column.code, item)
            anchor = f"{column.address}#{suggest(item.title)}"
            yield {
                "t": item.heading,
                "c": column.name,
                "d": "",
                "u": address or anchor,
                "s": words,
                "k": " ".join(more),
            }


def _marked(entry: str, label: str) -> str:
    return f'{entry[:-1]},"x":{_encode(label)}}}' if label else entry


def make_entry(site: Site, record: Record) -> str:
    column = site.column(record).name
    if record.data.is_english:
        column = site.bureau.english.words.get(column, column)
    entry = {
        "t": record.title,
        "c": column,
        "d": moment(record.published)[:10],
        "u": record.address,
        "s": card(site, record).summary,
        "k": " ".join([*record.data.search_words(), *figure_words(record.body.html)]),
    }
    return _encode(entry)

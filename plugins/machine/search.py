"""The index of the search page: small enough to be loaded whole."""

from __future__ import annotations

import json

from plugins.dependencies import SEARCH
from plugins.incremental.tracking import depends_on, track
from plugins.records import Record
from plugins.site import File, Links, Site
from plugins.site.cards import card
from plugins.site.show import chinese_day, moment

# Set up once: `json.dumps` does it for every entry.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
SEARCH_INDEX = "data/search.json"


def search_index(site: Site, _links: Links) -> File:
    """A list of {t: title, c: column, d: date, u: address, s: summary, k: other words}."""
    depends_on(SEARCH)
    listed = {identifier for ids in site.lists.values() for identifier in ids}
    # As they were stored: to open ten thousand records for their entries would take too long.
    stored = site.stored_search_entries()
    with track():
        entries = [
            stored.get(site.library.entries[id].path) or make_entry(site, site.by_id[id])
            for id in site.order
            if id in listed
        ]
    return File(SEARCH_INDEX, f"[{','.join(entries)}]".encode())


def make_entry(site: Site, record: Record) -> str:
    entry = {
        "t": record.title,
        "c": site.column(record).name,
        "d": moment(record.published)[:10],
        "u": record.address,
        "s": card(site, record).summary,
        "k": " ".join(_words(record)),
    }
    return _encode(entry)


def _words(record: Record) -> list[str]:
    """What people search for beside title and summary: numbers, names, how they ask."""
    data = record.data
    words = [*data.keywords]
    for name in ("document_number", "index_number", "short_title", "question", "place", "party"):
        value = getattr(data, name, None)
        if isinstance(value, str):
            words.append(value)
    for name in ("questions", "fields"):
        words += getattr(data, name, None) or ()
    made = getattr(data, "made", None)
    return [*words, *([chinese_day(made)] if made else [])]

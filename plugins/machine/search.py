"""The index of the search page: small enough to be loaded whole."""

from __future__ import annotations

import json

from plugins.site import File, Site
from plugins.site.cards import summary_of
from plugins.site.show import chinese_day, moment

PATH = "data/search.json"


def search_index(site: Site) -> File:
    """A list of {t: title, c: column, d: date, u: address, s: summary, k: other words}."""
    entries = [
        {
            "t": record.title,
            "c": site.column(record).name,
            "d": moment(record.published)[:10],
            "u": record.address,
            "s": summary_of(site, record),
            "k": " ".join(_words(record)),
        }
        for record in site.records
        if site.on_lists(record)
    ]
    text = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
    return File(PATH, text.encode())


def _words(record) -> list[str]:
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

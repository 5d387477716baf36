"""The ids that pages use themselves: no heading or tag in a text may have one of them."""

from __future__ import annotations

import re

# As in theme/templates; a test compares. What ends with a hyphen is followed by a number or a code.
PAGE_IDS = frozenset(
    {
        "abstract", "answer", "attachments", "chart", "cited", "citing", "clause-preview",
        "columns", "contents-title", "elements", "findings-title", "helpers", "history",
        "leaving-words", "main", "map-tools", "matrix", "matters", "needed", "now", "opening",
        "others", "outcome", "periods", "periods-day", "periods-note", "question", "references",
        "sections", "site-search", "steps", "upcoming", "versions", "whom",
    }
)  # fmt: skip
PREFIXES = (
    "cited-", "dataset-", "field-", "filter-", "footer-", "gathered-", "group-", "home-", "letter-",
    "map-", "menu-", "pages-", "relation-",
)  # fmt: skip
# Of a clause or a part of one, of a division, of a footnote.
ANCHOR = re.compile(r"(?:[cbfzj]\d+(?:[a-z]\d+)*|fn(?:ref\d*)?:.*)", re.S)


def is_used_by_page(value: str) -> bool:
    """Whether the page around a text may have this id."""
    return value in PAGE_IDS or value.startswith(PREFIXES)


def is_page_id(value: str) -> bool:
    """Whether the page or the conversion may give this id."""
    return is_used_by_page(value) or ANCHOR.fullmatch(value) is not None


def own_id(slug: str) -> str:
    """The slug of a heading, changed if the page uses it."""
    if not is_page_id(slug):
        return slug
    return f"text-{slug}" if is_used_by_page(f"{slug}-1") else f"{slug}-1"

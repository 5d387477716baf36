"""The addresses of what is made of a statute beside its page."""

from __future__ import annotations

from plugins.records import Record


def text_address(page: str) -> str:
    """`page` is the address of the statute's page."""
    return f"{page.removesuffix('.html')}.txt"


def data_address(page: str) -> str:
    return f"{page.removesuffix('.html')}.json"


def compare_address(older: Record, newer: Record) -> str:
    return f"{older.column}/compare/{older.slug}..{newer.slug}.html"


def history_address(newest: Record) -> str:
    """Of the page of the clauses' history, by the newest version that has a text."""
    return f"{newest.column}/history/{newest.slug}.html"


def stage_id(version: Record, anchor: str) -> str:
    """The id, on that page, of a clause as it is in one version."""
    return f"{version.slug}-{anchor}"

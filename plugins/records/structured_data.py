"""JSON-LD of records, in the terms of schema.org: plain values in the order of their keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plugins.records.presentation import PageSummary


def article(page: PageSummary, author: str, publisher: Mapping[str, Any]) -> dict[str, Any]:
    data = {
        "@type": "Article",
        "headline": page.title,
        "datePublished": page.published,
        "dateModified": page.changed,
        "description": page.summary,
        "mainEntityOfPage": page.address,
        "author": organisation(author),
        "publisher": publisher,
        "inLanguage": "zh-CN",
    }
    return {**data, "image": page.image} if page.image else data


def organisation(name: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name}

"""JSON-LD for search engines, as text that is safe inside a script element."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from plugins.records import Record
from plugins.records.presentation import PageSummary
from plugins.site.legislation import legislation
from plugins.site.model import Site
from plugins.site.urls import Links

# `json.dumps` would set up an encoder for every document.
_encode = json.JSONEncoder(ensure_ascii=False).encode


def record_data(site: Site, record: Record, page: PageSummary, links: Links) -> str:
    publisher = _organisation(site, links)
    if record.data.is_law:
        return _document({**legislation(site, record, page, links), "publisher": publisher})
    return _document(record.data.structured_data(page, publisher))


def organisation_data(site: Site, links: Links) -> str:
    contact = site.bureau.contact
    data = {
        **_organisation(site, links),
        "alternateName": site.bureau.short_name,
        "telephone": contact.phone,
        "address": {
            "@type": "PostalAddress",
            "addressCountry": "CN",
            "addressLocality": site.bureau.city,
            "streetAddress": contact.address,
            "postalCode": contact.postcode,
        },
    }
    return _document(data)


def _organisation(site: Site, links: Links) -> dict[str, str]:
    return {
        "@type": "GovernmentOrganization",
        "name": site.bureau.name,
        "url": links.absolute("index.html"),
        "logo": links.absolute(site.bureau.emblem_address),
    }


def breadcrumb_data(steps: Iterable[tuple[str, str]]) -> str:
    """`steps` are names and whole addresses, from the home page on."""
    items = [
        {"@type": "ListItem", "position": at, "name": name, "item": address}
        for at, (name, address) in enumerate(steps, 1)
    ]
    return _document({"@type": "BreadcrumbList", "itemListElement": items})


def questions_data(questions: Iterable[tuple[str, str]]) -> str:
    """Of a page that answers questions, each with its answer."""
    entities = [
        {
            "@type": "Question",
            "name": question,
            "acceptedAnswer": {"@type": "Answer", "text": answer},
        }
        for question, answer in questions
    ]
    return _document({"@type": "FAQPage", "mainEntity": entities})


def _document(data: Mapping[str, Any]) -> str:
    text = _encode({"@context": "https://schema.org", **data})
    # An escaped `<` cannot close the script element.
    return text.replace("<", "\\u003c")

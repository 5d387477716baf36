"""JSON-LD: what search engines read of a page, as text that can stand inside a script element.

It is put together from JSON, value by value: `json.dumps` looks at all of it again for every page.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from json import JSONEncoder
from typing import NamedTuple

from plugins.records import Record
from plugins.site.model import Site
from plugins.site.urls import Links

# A text as JSON.
words = JSONEncoder(ensure_ascii=False).encode


class Told(NamedTuple):
    """What the head of a record's page says of the record in several places."""

    title: str
    address: str
    summary: str
    image: str
    published: str
    changed: str


def article_data(site: Site, record: Record, told: Told, links: Links) -> str:
    data = {
        "headline": words(told.title),
        "datePublished": words(told.published),
        "dateModified": words(told.changed),
        "description": words(told.summary),
        "mainEntityOfPage": words(told.address),
        "author": _object("Organization", {"name": words(_author(record))}),
        "publisher": _publisher(site.bureau.name, site.bureau.emblem, links),
        "inLanguage": '"zh-CN"',
    }
    if told.image:
        data["image"] = words(told.image)
    return _document("Article", data)


def _author(record: Record) -> str:
    data = record.data
    return data.author or data.source


def event_data(record: Record, told: Told) -> str:
    event = record.data
    status = "EventCancelled" if event.cancelled else "EventScheduled"
    place = words(event.place)
    data = {
        "name": words(told.title),
        "startDate": words(event.start.isoformat()),
        "endDate": words(event.end.isoformat()),
        "eventStatus": f'"https://schema.org/{status}"',
        "eventAttendanceMode": '"https://schema.org/OfflineEventAttendanceMode"',
        "location": _object("Place", {"name": place, "address": place}),
        "organizer": _object("Organization", {"name": words(event.organiser)}),
        "description": words(told.summary),
        "url": words(told.address),
    }
    if event.capacity:
        data["maximumAttendeeCapacity"] = str(event.capacity)
    return _document("Event", data)


def organisation_data(site: Site, links: Links) -> str:
    contact = site.bureau.contact
    address = {
        "addressCountry": '"CN"',
        "addressLocality": words(site.bureau.city),
        "streetAddress": words(contact.address),
        "postalCode": words(contact.postcode),
    }
    data = {
        **_organisation(site.bureau.name, site.bureau.emblem, links),
        "alternateName": words(site.bureau.short_name),
        "telephone": words(contact.phone),
        "address": _object("PostalAddress", address),
    }
    return _document("GovernmentOrganization", data)


@lru_cache(maxsize=1)
def _publisher(name: str, emblem: str, links: Links) -> str:
    """The same for every article."""
    return _object("GovernmentOrganization", _organisation(name, emblem, links))


def _organisation(name: str, emblem: str, links: Links) -> dict[str, str]:
    return {
        "name": words(name),
        "url": words(links.absolute("index.html")),
        "logo": words(links.absolute(emblem)),
    }


def breadcrumb_data(steps: Iterable[tuple[str, str]]) -> str:
    """`steps` are names and whole addresses, from the home page on."""
    items = [
        _object("ListItem", {"position": str(at), "name": words(name), "item": words(address)})
        for at, (name, address) in enumerate(steps, 1)
    ]
    return _document("BreadcrumbList", {"itemListElement": f"[{', '.join(items)}]"})


def _document(type_: str, members: dict[str, str]) -> str:
    text = f'{{"@context": "https://schema.org", {_object(type_, members)[1:]}'
    # No `<` can close the script.
    return text.replace("<", "\\u003c")


def _object(type_: str, members: dict[str, str]) -> str:
    """`members` are JSON already."""
    rest = "".join([f', "{name}": {value}' for name, value in members.items()])
    return f'{{"@type": "{type_}"{rest}}}'

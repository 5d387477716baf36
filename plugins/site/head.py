"""The head of a page: title, meta tags by 国办发〔2017〕47号, OpenGraph, breadcrumbs, JSON-LD."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import NamedTuple

from plugins.bureau import Bureau, Column
from plugins.records import Record
from plugins.site.cards import card, image_view
from plugins.site.model import Site
from plugins.site.show import moment
from plugins.site.urls import Links


class Crumb(NamedTuple):
    name: str
    address: str | None


class Feed(NamedTuple):
    title: str
    address: str
    type: str


@dataclass(frozen=True)
class PageHead:
    path: str
    kind: str
    title: str
    heading: str
    description: str
    canonical: str
    metas: list[tuple[str, str]]
    properties: list[tuple[str, str]]
    breadcrumbs: list[Crumb]
    jsonld: list[str]
    feeds: list[Feed] = field(default_factory=list)
    index: bool = True


def site_metas(bureau: Bureau) -> list[tuple[str, str]]:
    return [
        ("SiteName", bureau.site_name),
        ("SiteDomain", bureau.host),
        ("SiteIDCode", bureau.site_id_code),
    ]


def column_metas(column: Column, type_: str = "") -> list[tuple[str, str]]:
    return [
        ("ColumnName", column.name),
        ("ColumnDescription", column.facts.description),
        ("ColumnKeywords", ",".join(column.facts.keywords)),
        ("ColumnType", type_ or column.facts.type),
    ]


def article_metas(site: Site, record: Record, links: Links) -> list[tuple[str, str]]:
    """Three that must be there and five that may be; an optional one is left out when empty."""
    data = record.data
    image = image_view(site, record)
    metas = [
        ("ArticleTitle", record.title),
        ("PubDate", moment(record.published)),
        ("ContentSource", data.source),
        ("Keywords", ",".join(data.keywords or site.column(record).facts.keywords)),
        ("Author", data.author or data.editor or ""),
        ("Description", card(site, record).summary),
        ("Image", links.absolute(image.address) if image else ""),
        ("Url", links.absolute(record.address)),
    ]
    return [(name, content) for name, content in metas if content]


def column_feeds(column: Column | None, bureau: Bureau) -> list[Feed]:
    """The feeds a page offers: its column's, else the site's."""
    code = column.code if column else "site"
    name = column.name if column else bureau.site_name
    return [
        Feed(f"{name}（Atom）", f"feeds/{code}.atom.xml", "application/atom+xml"),
        Feed(f"{name}（JSON）", f"feeds/{code}.json", "application/feed+json"),
    ]


def make_head(
    site: Site,
    links: Links,
    path: str,
    kind: str,
    heading: str,
    *,
    description: str = "",
    column: Column | None = None,
    column_type: str = "",
    record: Record | None = None,
    crumbs: tuple[Crumb, ...] = (),
    suffix: str = "",
    jsonld: tuple[dict, ...] = (),
    feeds: bool = True,
    index: bool = True,
) -> PageHead:
    """The head of any page. `suffix` tells page 2 of a list from page 1 in its title."""
    bureau = site.bureau
    canonical = links.absolute(path)
    description = description or (column.facts.description if column else bureau.description)
    metas = site_metas(bureau)
    if kind == "home":
        metas.append(("ColumnType", "首页"))
    if column:
        metas += column_metas(column, column_type)
    if record:
        metas += article_metas(site, record, links)
    else:
        keywords = column.facts.keywords if column else bureau.keywords
        metas += [("Keywords", ",".join(keywords)), ("Description", description)]
    breadcrumbs = [Crumb("首页", "index.html"), *crumbs] if kind != "home" else []
    if breadcrumbs and (not crumbs or crumbs[-1].address is not None):
        breadcrumbs.append(Crumb(heading + suffix, None))
    parts = [heading + suffix]
    if column and column.name != heading:
        parts.append(column.name)
    title = bureau.site_name if kind == "home" else "-".join([*parts, bureau.site_name])
    data = [*jsonld]
    if breadcrumbs:
        data.append(_breadcrumb_list(breadcrumbs, links, path))
    image = image_view(site, record) if record else None
    return PageHead(
        path=path,
        kind=kind,
        title=title,
        heading=heading,
        description=description,
        canonical=canonical,
        metas=metas,
        properties=_open_graph(site, record, title, description, canonical, image, links),
        breadcrumbs=breadcrumbs,
        jsonld=[_json(item) for item in data],
        feeds=column_feeds(column, bureau) if feeds else [],
        index=index,
    )


def _open_graph(site, record, title, description, canonical, image, links) -> list:
    properties = [
        ("og:type", "article" if record else "website"),
        ("og:title", record.title if record else title),
        ("og:description", description),
        ("og:url", canonical),
        ("og:site_name", site.bureau.site_name),
        ("og:locale", "zh_CN"),
    ]
    if image:
        properties += [
            ("og:image", links.absolute(image.address)),
            ("og:image:alt", image.alt),
        ]
    if record:
        properties.append(("article:published_time", record.published.isoformat()))
        if record.changed != record.published:
            properties.append(("article:modified_time", record.changed.isoformat()))
    return properties


def _breadcrumb_list(crumbs: list[Crumb], links: Links, path: str) -> dict:
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": crumb.name,
                "item": links.absolute(crumb.address or path),
            }
            for position, crumb in enumerate(crumbs, 1)
        ],
    }


def article_data(site: Site, record: Record, links: Links) -> dict:
    data = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": record.title,
        "datePublished": record.published.isoformat(),
        "dateModified": record.changed.isoformat(),
        "description": card(site, record).summary,
        "mainEntityOfPage": links.absolute(record.address),
        "author": {"@type": "Organization", "name": record.data.author or record.data.source},
        "publisher": organisation_data(site, links, nested=True),
        "inLanguage": "zh-CN",
    }
    image = image_view(site, record)
    if image:
        data["image"] = links.absolute(image.address)
    return data


def event_data(site: Site, record: Record, links: Links) -> dict:
    event = record.data
    status = "EventCancelled" if event.cancelled else "EventScheduled"
    data = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": record.title,
        "startDate": event.start.isoformat(),
        "endDate": event.end.isoformat(),
        "eventStatus": f"https://schema.org/{status}",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": event.place, "address": event.place},
        "organizer": {"@type": "Organization", "name": event.organiser},
        "description": card(site, record).summary,
        "url": links.absolute(record.address),
    }
    if event.capacity:
        data["maximumAttendeeCapacity"] = event.capacity
    return data


def organisation_data(site: Site, links: Links, nested: bool = False) -> dict:
    bureau = site.bureau
    data = {
        "@type": "GovernmentOrganization",
        "name": bureau.name,
        "url": links.absolute("index.html"),
        "logo": links.absolute(bureau.emblem),
    }
    if nested:
        return data
    return {
        "@context": "https://schema.org",
        **data,
        "alternateName": bureau.short_name,
        "telephone": bureau.contact.phone,
        "address": {
            "@type": "PostalAddress",
            "addressCountry": "CN",
            "addressLocality": bureau.city,
            "streetAddress": bureau.contact.address,
            "postalCode": bureau.contact.postcode,
        },
    }


def _json(data: dict) -> str:
    """JSON that can stand inside a script element: no `<` can close it."""
    return json.dumps(data, ensure_ascii=False, indent=None).replace("<", "\\u003c")

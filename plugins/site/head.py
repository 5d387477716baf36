"""The head of a page: title, meta tags by 国办发〔2017〕47号, OpenGraph, breadcrumbs, JSON-LD."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from plugins.bureau import Bureau, Column
from plugins.bureau.addresses import HOME, WHOLE_SITE, atom_address, json_feed_address
from plugins.bureau.languages import ENGLISH_HOME, is_english
from plugins.records import Record
from plugins.records.formatting import moment
from plugins.records.presentation import PageSummary
from plugins.site.cards import ImageView, card, image_view
from plugins.site.languages import Version, alternates, other_version, versions
from plugins.site.model import Site
from plugins.site.structured_data import breadcrumb_data, record_data
from plugins.site.urls import Links


class Crumb(NamedTuple):
    name: str
    address: str | None


class Feed(NamedTuple):
    title: str
    address: str
    type: str


class PageHead(NamedTuple):
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
    feeds: list[Feed]
    indexed: bool = True
    language: str = "zh-CN"
    versions: Sequence[Version] = ()
    # Language and whole address of each version that search engines may index.
    alternates: Sequence[tuple[str, str]] = ()


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


def article_metas(site: Site, record: Record, about: PageSummary) -> list[tuple[str, str]]:
    """Three that must be there and five that may be; an optional one is left out when empty."""
    data = record.data
    metas = [
        ("ArticleTitle", about.title),
        ("PubDate", moment(record.published)),
        ("ContentSource", data.source),
        ("Keywords", ",".join(data.keywords or site.column(record).facts.keywords)),
        ("Author", data.author or data.editor or ""),
        ("Description", about.summary),
        ("Image", about.image),
        ("Url", about.address),
    ]
    return [meta for meta in metas if meta[1]]


def column_feeds(column: Column | None, bureau: Bureau) -> list[Feed]:
    """The feeds a page offers: its column's, else the site's."""
    code = column.code if column else WHOLE_SITE
    name = column.name if column else bureau.site_name
    return [
        Feed(f"{name}（Atom）", atom_address(code), "application/atom+xml"),
        Feed(f"{name}（JSON）", json_feed_address(code), "application/feed+json"),
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
    jsonld: tuple[str, ...] = (),
    feeds: bool = True,
    indexed: bool = True,
    other: str = "",
) -> PageHead:
    """The head of any page. `suffix` tells page 2 of a list from page 1 in its title, `other` is
    the address of its translation or original.

    A page of a `record` takes its description and its structured data from it.
    """
    bureau = site.bureau
    canonical = links.absolute(path)
    metas = site_metas(bureau)
    if kind == "home":
        metas.append(("ColumnType", "首页"))
    if column:
        metas += column_metas(column, column_type)
    image: ImageView | None = None
    about: PageSummary | None = None
    if record:
        image = image_view(site, record)
        about = _summary_of_page(site, record, canonical, image, links)
        description = about.summary
        jsonld = (record_data(site, record, about, links), *jsonld)
    description = description or (column.facts.description if column else bureau.description)
    if record and about:
        metas += article_metas(site, record, about)
    else:
        keywords = column.facts.keywords if column else bureau.keywords
        metas += [("Keywords", ",".join(keywords)), ("Description", description)]
    home = Crumb("英文首页", ENGLISH_HOME) if is_english(path) else Crumb("首页", "index.html")
    breadcrumbs = [home, *crumbs] if path not in (HOME, ENGLISH_HOME) else []
    if breadcrumbs and (not crumbs or crumbs[-1].address is not None):
        breadcrumbs.append(Crumb(heading + suffix, None))
    parts = [heading + suffix]
    if column and column.name != heading:
        parts.append(column.name)
    title = bureau.site_name if kind == "home" else "-".join([*parts, bureau.site_name])
    data = [*jsonld]
    if breadcrumbs:
        steps = [
            (name, links.absolute(address) if address else canonical)
            for name, address in breadcrumbs
        ]
        data.append(breadcrumb_data(steps))
    found = versions(site, path, other_version(site, record) if record else other)
    return PageHead(
        path=path,
        kind=kind,
        title=title,
        heading=heading,
        description=description,
        canonical=canonical,
        metas=metas,
        properties=_open_graph(site, about, title, description, canonical, image, is_english(path)),
        breadcrumbs=breadcrumbs,
        jsonld=data,
        feeds=column_feeds(column, bureau) if feeds else [],
        indexed=indexed,
        language="en" if is_english(path) else "zh-CN",
        versions=found,
        alternates=[(code, links.absolute(to)) for code, to in alternates(found)]
        if indexed
        else [],
    )


def _summary_of_page(
    site: Site, record: Record, address: str, image: ImageView | None, links: Links
) -> PageSummary:
    return PageSummary(
        title=record.title,
        address=address,
        summary=card(site, record).summary,
        image=links.absolute(image.address) if image else "",
        published=record.published.isoformat(),
        changed=record.changed.isoformat(),
    )


def _open_graph(
    site: Site,
    about: PageSummary | None,
    title: str,
    description: str,
    canonical: str,
    image: ImageView | None,
    english: bool,
) -> list[tuple[str, str]]:
    properties = [
        ("og:type", "article" if about else "website"),
        ("og:title", about.title if about else title),
        ("og:description", description),
        ("og:url", canonical),
        ("og:site_name", site.bureau.site_name),
        ("og:locale", "en_GB" if english else "zh_CN"),
    ]
    if about and image:
        properties += [("og:image", about.image), ("og:image:alt", image.alt)]
    if about:
        properties.append(("article:published_time", about.published))
        if about.changed != about.published:
            properties.append(("article:modified_time", about.changed))
    return properties

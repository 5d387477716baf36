"""An Atom and a JSON feed for the site and for each column."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import datetime

from feedgenerator import Atom1Feed

from plugins.bureau.clock import CHINA
from plugins.records import Record
from plugins.records.kinds import MATTER
from plugins.site import File, Links, Site
from plugins.site.body import body_html
from plugins.site.cards import summary_of

SIZE = 30
NEVER = datetime(2000, 1, 1, tzinfo=CHINA)


class _Feed(Atom1Feed):
    def latest_post_date(self) -> datetime:
        """An empty feed would take the moment of the build, and no two builds would be equal."""
        return super().latest_post_date() if self.items else NEVER


def feed_files(site: Site, links: Links) -> Iterator[File]:
    newest = sorted(
        (record for records in site.listed.values() for record in records),
        key=lambda record: (record.changed, record.id),
        reverse=True,
    )
    yield from _pair(site, links, "site", site.bureau.site_name, "index.html", newest[:SIZE])
    for column in site.columns:
        if column.kind == MATTER:
            records = []
        else:
            records = sorted(
                site.listed[column.code],
                key=lambda record: (record.changed, record.id),
                reverse=True,
            )[:SIZE]
        title = f"{column.name} - {site.bureau.site_name}"
        yield from _pair(site, links, column.code, title, column.address, records)


def _pair(
    site: Site, links: Links, code: str, title: str, address: str, records: list[Record]
) -> Iterator[File]:
    yield File(f"feeds/{code}.atom.xml", _atom(site, links, code, title, address, records))
    yield File(f"feeds/{code}.json", _json(site, links, code, title, address, records))


def _atom(
    site: Site, links: Links, code: str, title: str, address: str, records: list[Record]
) -> bytes:
    feed = _Feed(
        title=title,
        link=links.absolute(address),
        feed_url=links.absolute(f"feeds/{code}.atom.xml"),
        description=site.bureau.description,
        subtitle=site.bureau.description,
        language="zh-CN",
        author_name=site.bureau.name,
    )
    for record in records:
        feed.add_item(
            title=record.title,
            link=links.absolute(record.address),
            unique_id=tag(site, record),
            description=summary_of(site, record),
            content=str(body_html(site, record, links.absolute)) or None,
            author_name=record.data.author or record.data.source,
            pubdate=record.published,
            updateddate=record.changed,
            categories=[site.column(record).name],
        )
    buffer = io.BytesIO()
    feed.write(buffer, "utf-8")
    return buffer.getvalue()


def _json(
    site: Site, links: Links, code: str, title: str, address: str, records: list[Record]
) -> bytes:
    """JSON Feed 1.1."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": links.absolute(address),
        "feed_url": links.absolute(f"feeds/{code}.json"),
        "description": site.bureau.description,
        "language": "zh-CN",
        "authors": [{"name": site.bureau.name, "url": links.absolute("index.html")}],
        "items": [
            {
                "id": tag(site, record),
                "url": links.absolute(record.address),
                "title": record.title,
                "content_html": str(body_html(site, record, links.absolute)),
                "summary": summary_of(site, record),
                "date_published": record.published.isoformat(),
                "date_modified": record.changed.isoformat(),
                "authors": [{"name": record.data.author or record.data.source}],
                "tags": [site.column(record).name, *record.data.keywords],
            }
            for record in records
        ],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def tag(site: Site, record: Record) -> str:
    """A tag URI (RFC 4151): it stays the same when a page moves."""
    return f"tag:{site.bureau.host},{record.published:%Y-%m-%d}:{record.id}"

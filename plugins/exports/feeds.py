"""An Atom and a JSON feed for the site and for each column."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import datetime
from heapq import nlargest
from html import escape

from plugins.bureau import Column
from plugins.bureau.addresses import HOME, WHOLE_SITE, atom_address, json_feed_address
from plugins.clock import CHINA
from plugins.records import Record
from plugins.site import File, Links, Output, Site
from plugins.site.body import body_html
from plugins.site.cards import card
from plugins.site.catalogue import catalogued_columns

SIZE = 30
EMPTY_FEED_DATE = datetime(2000, 1, 1, tzinfo=CHINA)


def site_feeds(site: Site) -> Iterator[Output]:
    everything = [pair for column in site.columns for pair in _changed(site, column.code)]
    yield from _both_formats(WHOLE_SITE, site.bureau.site_name, HOME, everything)


def column_feeds(site: Site, column: Column) -> Iterator[Output]:
    title = f"{column.name} - {site.bureau.site_name}"
    yield from _both_formats(column.code, title, column.address, _of_column(site, column))


def _of_column(site: Site, column: Column) -> list[tuple[int, str]]:
    """The catalogue has no records of its own, but those that it lists."""
    columns = catalogued_columns(site) if column.traits.pages == "catalogue" else [column]
    return [pair for each in columns for pair in _changed(site, each.code)]


def _changed(site: Site, code: str) -> list[tuple[int, str]]:
    """When each record on the lists of a column last changed, and its id."""
    return [(entry.changed, id) for id, entry in site.listed_entries(code).items()]


def _both_formats(
    code: str, title: str, address: str, changed: list[tuple[int, str]]
) -> Iterator[Output]:
    newest = nlargest(SIZE, changed)
    given = (code, title, address, tuple(identifier for _, identifier in newest))
    yield Output(atom_address(code), atom_feed, given)
    yield Output(json_feed_address(code), json_feed, given)


def atom_feed(
    site: Site, links: Links, code: str, title: str, address: str, ids: tuple[str, ...]
) -> File:
    # Imported here: most rebuilds touch no feed, and nothing else needs it.
    from feedgenerator import Atom1Feed

    class Feed(Atom1Feed):  # type: ignore[misc]  # feedgenerator publishes no types
        def latest_post_date(self) -> datetime:
            """A fixed date for an empty feed, which would take the time of the build."""
            latest: datetime = super().latest_post_date() if self.items else EMPTY_FEED_DATE
            return latest

    feed = Feed(
        title=title,
        link=links.absolute(address),
        feed_url=links.absolute(atom_address(code)),
        description=site.bureau.description,
        subtitle=site.bureau.description,
        language="zh-CN",
        author_name=site.bureau.name,
    )
    for record in (site.by_id[identifier] for identifier in ids):
        feed.add_item(
            title=_title(record),
            link=links.absolute(record.address),
            unique_id=tag_uri(site, record),
            # It is written as `type="html"`: a reader would take what looks like a tag for one.
            description=escape(card(site, record).summary, quote=False),
            content=str(body_html(site, record, links.absolute)) or None,
            author_name=record.data.author or record.data.source,
            pubdate=record.published,
            updateddate=record.changed,
            categories=[site.column(record).name],
        )
    buffer = io.BytesIO()
    feed.write(buffer, "utf-8")
    return File(atom_address(code), buffer.getvalue())


def json_feed(
    site: Site, links: Links, code: str, title: str, address: str, ids: tuple[str, ...]
) -> File:
    """JSON Feed 1.1."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": links.absolute(address),
        "feed_url": links.absolute(json_feed_address(code)),
        "description": site.bureau.description,
        "language": "zh-CN",
        "authors": [{"name": site.bureau.name, "url": links.absolute(HOME)}],
        "items": [
            {
                "id": tag_uri(site, record),
                "url": links.absolute(record.address),
                "title": _title(record),
                "content_html": str(body_html(site, record, links.absolute)),
                "summary": card(site, record).summary,
                "date_published": record.published.isoformat(),
                "date_modified": record.changed.isoformat(),
                "authors": [{"name": record.data.author or record.data.source}],
                "tags": [site.column(record).name, *record.data.keywords],
            }
            for record in (site.by_id[identifier] for identifier in ids)
        ],
    }
    text = json.dumps(feed, ensure_ascii=False, indent=1) + "\n"
    return File(json_feed_address(code), text.encode())


def _title(record: Record) -> str:
    """The title; that of a warning begins with its level, for many readers show nothing else."""
    alert = record.extract.alert
    return f"【{alert[0]}】{record.title}" if alert else record.title


def tag_uri(site: Site, record: Record) -> str:
    """A tag URI (RFC 4151): it stays the same when a page moves."""
    return f"tag:{site.bureau.host},{record.published:%Y-%m-%d}:{record.id}"

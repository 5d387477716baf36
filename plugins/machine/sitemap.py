"""sitemap.xml with the last change of every page, and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from xml.sax.saxutils import escape

from plugins.site import File, Links, Page, Site

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def site_map(site: Site, links: Links, pages: Iterable[Page]) -> File:
    """Every page that may be indexed; a list changes when its newest record does."""
    changed = {record.address: record.changed for record in site.records}
    newest = {
        column.code: max(record.changed for record in site.listed[column.code])
        for column in site.columns
        if site.listed[column.code]
    }
    latest = max(newest.values(), default=None)
    rows = []
    for page in sorted(pages, key=lambda page: page.path):
        if page.head.index:
            code = page.path.partition("/")[0]
            last = changed.get(page.path) or newest.get(code) or latest
            rows.append(_row(links.absolute(page.path), last))
    body = "\n".join(rows)
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{NAMESPACE}">\n{body}\n</urlset>\n'
    )
    return File("sitemap.xml", text.encode())


def robots(links: Links) -> File:
    lines = [
        "User-agent: *",
        "Disallow: /leaving/",
        "",
        f"Sitemap: {links.absolute('sitemap.xml')}",
    ]
    return File("robots.txt", ("\n".join(lines) + "\n").encode())


def _row(address: str, last: datetime | None) -> str:
    when = f"<lastmod>{last.isoformat()}</lastmod>" if last else ""
    return f"<url><loc>{escape(address)}</loc>{when}</url>"

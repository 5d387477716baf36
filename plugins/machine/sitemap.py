"""sitemap.xml with the last change of every page, and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from plugins.clock import moment_of
from plugins.site import File, Links, Output, Site

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


SITE_MAP = "sitemap.xml"
ROBOTS = "robots.txt"


def site_map(site: Site, outputs: Iterable[Output]) -> Output:
    """The map of every page that may be indexed; a list changes when its newest record does."""
    newest = {
        column.code: max(record.extract.changed for record in site.listed(column.code))
        for column in site.columns
        if site.listed(column.code)
    }
    latest = max(newest.values(), default=0)
    pages = [
        (output.path, output.changed or newest.get(output.path.partition("/")[0]) or latest)
        for output in outputs
        if output.changed is not None
    ]
    return Output(SITE_MAP, site_map_file, (tuple(sorted(pages)),))


def site_map_file(_site: Site, links: Links, pages: tuple[tuple[str, int], ...]) -> File:
    rows = [_row(links.absolute(path), changed) for path, changed in pages]
    body = "\n".join(rows)
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{NAMESPACE}">\n{body}\n</urlset>\n'
    )
    return File(SITE_MAP, text.encode())


def robots(_site: Site, links: Links) -> File:
    lines = [
        "User-agent: *",
        "Disallow: /leaving/",
        "",
        f"Sitemap: {links.absolute(SITE_MAP)}",
    ]
    return File(ROBOTS, ("\n".join(lines) + "\n").encode())


def _row(address: str, changed: int) -> str:
    when = f"<lastmod>{moment_of(changed).isoformat()}</lastmod>" if changed else ""
    return f"<url><loc>{escape(address)}</loc>{when}</url>"

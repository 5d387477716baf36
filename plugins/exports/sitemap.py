"""sitemap.xml with the last change of every page, and robots.txt."""

from __future__ import annotations

from xml.sax.saxutils import escape

from plugins.bureau.languages import traditional_path
from plugins.clock import moment_of
from plugins.dependencies import PLAN
from plugins.incremental.tracking import depends_on
from plugins.site import File, Links, Site

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"


def sitemap(site: Site, links: Links) -> File:
    """Every page that search engines may index. A list is as new as its newest record."""
    newest = {}
    for column in site.columns:
        listed = site.listed_entries(column.code).values()
        if listed:
            newest[column.code] = max(entry.changed for entry in listed)
    latest = max(newest.values(), default=0)
    pages = []
    for name in site.plan_names:
        depends_on(PLAN, name)
        pages += [
            (path, changed or newest.get(path.partition("/")[0]) or latest)
            for path, changed in site.planned_pages(name)
        ]
    if site.bureau.traditional.is_offered:
        pages += [(twin, changed) for path, changed in pages if (twin := traditional_path(path))]
    rows = [_row(links.absolute(path), changed) for path, changed in sorted(pages)]
    body = "\n".join(rows)
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{NAMESPACE}">\n{body}\n</urlset>\n'
    )
    return File(SITEMAP, text.encode())


def robots(site: Site, links: Links) -> File:
    lines = [
        "User-agent: *",
        "Disallow: /leaving/",
        *(["Disallow: /zh-hant/leaving/"] if site.bureau.traditional.is_offered else []),
        "",
        f"Sitemap: {links.absolute(SITEMAP)}",
    ]
    return File(ROBOTS, ("\n".join(lines) + "\n").encode())


def _row(address: str, changed: int) -> str:
    when = f"<lastmod>{moment_of(changed).isoformat()}</lastmod>" if changed else ""
    return f"<url><loc>{escape(address)}</loc>{when}</url>"

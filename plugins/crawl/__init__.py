"""The built site as an inspector's crawler sees it: the files on disk and nothing else.

It knows no template, no model of a record and no store, so it also finds what a change of the
theme or another plugin spoils.
"""

from plugins.crawl.context import Context, Options
from plugins.crawl.crawl import crawl, files_in
from plugins.crawl.external import Answer, external, external_links, fetch_as
from plugins.crawl.sources import sources_of

__all__ = [
    "Answer",
    "Context",
    "Options",
    "crawl",
    "external",
    "external_links",
    "fetch_as",
    "files_in",
    "sources_of",
]

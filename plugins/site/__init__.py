"""The site at one moment, and what its pages say of it: addresses, cards, heads, notices."""

from plugins.site.model import Site, build_site
from plugins.site.page import File, Output, Page
from plugins.site.urls import Links

__all__ = ["File", "Links", "Output", "Page", "Site", "build_site"]

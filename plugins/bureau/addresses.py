"""Addresses within the site, and the pages that every site has.

A *path* names a file of the output. An *address* leads to one: an IRI (RFC 3987), which is the path
with those signs percent-encoded that mean something else in an address, and perhaps a query and a
fragment. Only the names of uploaded files have such signs. `plugins.site.urls` makes links of
addresses: relative or absolute, with everything else encoded that a link may not have.
"""

from __future__ import annotations

from urllib.parse import unquote

HOME = "index.html"
SEARCH = "search.html"
SITE_MAP = "sitemap.html"
DATA_PAGE = "data/index.html"
SEARCH_INDEX = "data/search.json"
# Which traditional characters stand for which simplified ones in the search index.
VARIANTS = "data/variants.json"
# What a statute's JSON file is described by.
STATUTE_SCHEMA = "data/statute-text.schema.json"
# The feed of the whole site is named like that of a column.
WHOLE_SITE = "site"

_ENCODED = str.maketrans({"%": "%25", "#": "%23", "?": "%3F"})


def address_of(path: str) -> str:
    return path.translate(_ENCODED)


def path_of(address: str) -> str:
    """The path to which an address without query leads."""
    return unquote(address.partition("#")[0])


def atom_address(code: str) -> str:
    """Of the feed of a column, or of WHOLE_SITE."""
    return f"feeds/{code}.atom.xml"


def json_feed_address(code: str) -> str:
    return f"feeds/{code}.json"

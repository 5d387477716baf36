"""HTML of editors by an allow-list.

nh3 (the Rust library ammonia) parses HTML as browsers do and writes it anew: tags are balanced,
values quoted, comments gone. So what leaves here has one meaning, for every later reader, also for
those that work with patterns. What it takes away is found by `forbidden_markup`, with html5lib,
which follows the same standard and can say what it has read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from plugins.records.page_ids import is_page_id
from plugins.records.web_address import cleaned, scheme_of

if TYPE_CHECKING:
    import nh3
    from bs4 import Tag

# With what tags, comments and declarations begin. A text without it is HTML of Markdown alone.
RAW_HTML = re.compile("<[A-Za-z/!?]")
# What a text needs; the theme owns looks, and whatever runs, frames or submits is left out.
BLOCKS = frozenset(
    {
        "p", "div", "section", "blockquote", "pre", "hr", "br", "h2", "h3", "h4", "h5", "h6",
        "ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "details", "summary",
        "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td",
    }
)  # fmt: skip
INLINE = frozenset(
    {
        "a", "abbr", "b", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark",
        "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u",
        "var", "wbr",
    }
)  # fmt: skip
TAGS = BLOCKS | INLINE
EVERYWHERE = frozenset({"id", "title", "lang", "dir"})
ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start", "type", "reversed"},
    "li": {"value"},
    "col": {"span"},
    "colgroup": {"span"},
    "th": {"colspan", "rowspan", "scope", "headers"},
    "td": {"colspan", "rowspan", "headers"},
    "time": {"datetime"},
    "q": {"cite"},
    "blockquote": {"cite"},
    "details": {"open"},
    # The frame in which a wide table scrolls, see `Tables`.
    "div": {"role", "tabindex", "aria-label"},
}
# The classes that the conversion itself gives.
CLASSES = frozenset(
    {
        "align-left", "align-right", "align-center", "footnote", "footnote-ref", "footnote-backref",
        "table-scroll", "clause", "clause__number", "clause__item", "clause__sub-item",
    }
)  # fmt: skip
# Attributes that may be there and mean nothing here: pastes from Word and from web editors are full
# of them, and taking them away loses no word.
IGNORED_ATTRIBUTES = re.compile(
    r"class|align|valign|width|height|bgcolor|border|cell\w+|data-.*|name|rel|target"
)
# Schemes of addresses that run or hold something, in links of Markdown too.
RUNNING_SCHEMES = frozenset({"javascript", "vbscript", "data", "blob", "file"})
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
URL_ATTRIBUTES = frozenset({"href", "src", "cite"})


@cache
def _cleaner() -> nh3.Cleaner:
    import nh3

    return nh3.Cleaner(
        tags=set(TAGS),
        attributes={"*": set(EVERYWHERE), **{tag: set(found) for tag, found in ATTRIBUTES.items()}},
        allowed_classes={tag: set(CLASSES) for tag in TAGS},
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=True,
    )


def clean_html(html: str) -> str:
    """What may be shown of some HTML, balanced and with all values quoted."""
    # The cleaner leaves the attribute when it takes all classes away.
    return _cleaner().clean(html).replace(' class=""', "")


def runs(address: str) -> bool:
    """Whether an address runs or holds something, such as `javascript:…`."""
    return ":" in address and scheme_of(cleaned(address)) in RUNNING_SCHEMES


def forbidden_markup(html: str) -> Iterator[str]:
    """The tags, attributes and addresses that `clean_html` takes away, as `<script`, `onclick=`."""
    from bs4 import BeautifulSoup
    from bs4.element import Tag

    for element in BeautifulSoup(html, "html5lib").find_all(True):
        if isinstance(element, Tag) and element.name not in {"html", "head", "body"}:
            yield from _forbidden(element)


def _forbidden(element: Tag) -> Iterator[str]:
    if element.name not in TAGS:
        yield f"<{element.name}"
        return
    allowed = EVERYWHERE | ATTRIBUTES.get(element.name, set())
    for name, value in element.attrs.items():
        if name == "id" and is_page_id(str(value)) and not str(value).startswith("fn"):
            yield f'id="{value}"'
        elif name not in allowed:
            if not IGNORED_ATTRIBUTES.fullmatch(name):
                yield f"{name}="
        elif name in URL_ATTRIBUTES:
            address = cleaned(str(value))
            scheme = scheme_of(address)
            if scheme and scheme not in SCHEMES:
                yield address

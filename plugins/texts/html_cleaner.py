"""HTML of editors by an allow-list.

nh3 (the Rust library ammonia) parses HTML as browsers do and writes it anew: tags are balanced,
values quoted, comments gone. So what leaves here has one meaning, for every later reader, also for
those that work with patterns. What it takes away is found by `forbidden_markup`, with html5lib,
which follows the same standard and can say what it has read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING

from plugins.source import LINE_BREAK, repair_characters
from plugins.texts.page_ids import is_used_by_page
from plugins.texts.web_address import cleaned, scheme_of

if TYPE_CHECKING:
    import nh3
    from bs4 import Tag

# With what tags, comments, declarations, references to characters and attributes of fenced code
# begin. A text without it is HTML of Markdown alone.
RAW_HTML = re.compile(r"<[A-Za-z/!?]|&[#A-Za-z]|^(?:`{3,}|~{3,}) *\{", re.M)
REFERENCE = re.compile(
    r"&(?:#0*(?P<decimal>[0-9]{1,7})|#[xX]0*(?P<hex>[0-9A-Fa-f]{1,6})|[A-Za-z][A-Za-z0-9]*);?"
)
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
    "div": {"aria-label"},
}
# The frame in which a wide table scrolls, see `Tables`.
VALUES = {"div": {"role": {"group"}, "tabindex": {"0"}}}
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
SCHEME_OF_LINK = re.compile(r"""\bhref\s{0,9}=\s{0,9}["']?([A-Za-z][A-Za-z0-9+.-]{0,40}):""", re.I)
URL_ATTRIBUTES = frozenset({"href", "src", "cite"})


class _OwnIds:
    """Takes away the ids of the page, and those that an element before has, in one text."""

    def __init__(self) -> None:
        self.seen: set[str] = set()

    def __call__(self, tag: str, name: str, value: str) -> str | None:
        if name != "id":
            return value
        if value in self.seen or is_used_by_page(value):
            return None
        self.seen.add(value)
        return value


@lru_cache(maxsize=16)
def _cleaner(schemes: frozenset[str]) -> tuple[nh3.Cleaner, _OwnIds]:
    import nh3

    ids = _OwnIds()
    cleaner = nh3.Cleaner(
        tags=set(TAGS),
        attributes={"*": set(EVERYWHERE), **{tag: set(found) for tag, found in ATTRIBUTES.items()}},
        tag_attribute_values=VALUES,
        attribute_filter=ids,
        allowed_classes={tag: set(CLASSES) for tag in TAGS},
        url_schemes=set(schemes),
        link_rel=None,
        strip_comments=True,
    )
    return cleaner, ids


def clean_html(html: str) -> str:
    """What may be shown of some HTML, balanced and with all values quoted."""
    cleaner, ids = _cleaner(SCHEMES | _unknown_schemes(html))
    ids.seen.clear()
    # The cleaner leaves the attribute when it takes all classes away.
    return cleaner.clean(_repaired(html)).replace(' class=""', "")


def _unknown_schemes(html: str) -> frozenset[str]:
    """Those of links that run nothing: where they lead, and what was meant, is said of the link.

    Only as they are written: what is hidden behind a reference or a blank goes.
    """
    written = (found[1].lower() for found in SCHEME_OF_LINK.finditer(html))
    return frozenset(written) - RUNNING_SCHEMES


def _repaired(html: str) -> str:
    """References to characters that no text may have, as what those characters are read as.

    Otherwise they could name those that stand for signs and marks during the conversion.
    """
    return REFERENCE.sub(_read_as, html) if "&" in html else html


def _read_as(match: re.Match[str]) -> str:
    repaired, findings = repair_characters(_character(match), "")
    return repaired.replace(LINE_BREAK, " ") if findings else match[0]


def _character(match: re.Match[str]) -> str:
    """As browsers read it; `unescape` leaves some numbers out."""
    code = int(match["decimal"] or match["hex"] or "0", 10 if match["decimal"] else 16)
    known = (0x9F < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF) or 0 < code < 0x80
    return chr(code) if known else unescape(match[0])


def runs(address: str) -> bool:
    """Whether an address runs or holds something, such as `javascript:…`."""
    return ":" in address and scheme_of(cleaned(address)) in RUNNING_SCHEMES


def forbidden_markup(html: str) -> Iterator[str]:
    """The tags, attributes and addresses that `clean_html` takes away, as `<script`, `onclick=`."""
    from bs4 import BeautifulSoup
    from bs4.element import Tag

    if "&" in html:
        yield from (found[0] for found in REFERENCE.finditer(html) if _read_as(found) != found[0])
    ids: set[str] = set()
    schemes = SCHEMES | _unknown_schemes(html)
    for element in BeautifulSoup(html, "html5lib").find_all(True):
        if isinstance(element, Tag):
            yield from _forbidden(element, ids, schemes)


def _forbidden(element: Tag, ids: set[str], schemes: frozenset[str]) -> Iterator[str]:
    """`ids` are those of the elements before, `schemes` what addresses may begin with."""
    # Every document has these, but not their attributes.
    is_root = element.name in {"html", "head", "body"}
    if not is_root and element.name not in TAGS:
        yield f"<{element.name}"
        return
    allowed = set() if is_root else EVERYWHERE | ATTRIBUTES.get(element.name, set())
    values = VALUES.get(element.name, {})
    for name, value in element.attrs.items():
        if name in values and value in values[name]:
            continue
        if name not in allowed:
            if not IGNORED_ATTRIBUTES.fullmatch(name):
                yield f"{name}="
        elif name == "id":
            if str(value) in ids or is_used_by_page(str(value)):
                yield f'id="{value}"'
            ids.add(str(value))
        elif name in URL_ATTRIBUTES:
            address = cleaned(str(value))
            scheme = scheme_of(address)
            if scheme and scheme not in schemes:
                yield address

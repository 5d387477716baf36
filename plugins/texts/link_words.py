"""The words of links: what a reader, and who hears only the links of a page, learns from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from plugins.findings import Position, position_at, position_in

# Converted HTML is balanced, and links don't lie in links. Attribute by attribute: a value may hold
# what looks like another.
ATTRIBUTES = r'(?:\s[\w-]+="[^"]*")*'
ANCHOR = re.compile(rf'<a{ATTRIBUTES}?\shref="([^"]*)"{ATTRIBUTES}>(.*?)</a>', re.S)
BEFORE_TARGET = re.compile(r"""\]\(\s*<?|\]:\s*<?|(?:href|src)=["']?|<""")
AFTER_TARGET = ">)\"'"
TAG = re.compile(r"<[^>]*>")
INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")
AROUND = "“”\"'《》（）()【】[]。，,.！!：:>»→…"
# They say nothing of where a link leads.
EMPTY_PHRASES = frozenset(
    {
        "点击", "点击这里", "点击此处", "点这里", "点此", "点我", "请点击", "请点击这里",
        "请点击此处", "点击进入", "点击链接", "戳这里", "戳我", "这里", "此处", "链接", "此链接",
        "更多", "了解更多", "查看更多", "详情", "查看详情", "点击查看", "点击查看详情", "查看",
        "here", "click", "click here", "link", "more", "read more",
    }
)  # fmt: skip


class LinkWords(NamedTuple):
    """`target` as the editor wrote it. A link of a picture has `words` of None."""

    target: str
    words: str | None

    @property
    def is_empty(self) -> bool:
        return self.words == ""

    @property
    def says_nothing(self) -> bool:
        return (self.words or "").strip(AROUND).lower() in EMPTY_PHRASES


def link_position(source: str, target: str, first_line: int) -> Position:
    """Where a link with this target stands in a text of Markdown or HTML, else where the words of
    the target first do: those of 12345 may be anywhere.
    """
    for before in BEFORE_TARGET.finditer(source):
        at = before.end()
        after = source[at + len(target) : at + len(target) + 1]
        if source.startswith(target, at) and (
            not after or after.isspace() or after in AFTER_TARGET
        ):
            return position_at(source, at, first_line)
    return position_in(source, target, first_line)


def link_words(html: str) -> Iterator[LinkWords]:
    for href, inside in ANCHOR.findall(html):
        words = INVISIBLE.sub(" ", unescape(TAG.sub("", inside))).strip()
        yield LinkWords(unescape(href), None if not words and "<img" in inside else words)

"""Suggests slugs for Chinese titles, as editors would write them; never an empty one."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterable

LONGEST = 60
# 〇 is a numeral of official dates (二〇二六年); the rest are the blocks of Han characters.
HAN = r"〇㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff"
RUN = re.compile(rf"[{HAN}]+|[0-9a-z]+")


# Suggestions by title. Loading the dictionary of pinyin takes longer than most rebuilds.
known: dict[str, str] = {}


def suggest(title: str) -> str:
    """ASCII, lower-case and hyphenated: toneless pinyin by syllable, digits and Latin kept.

    Whole runs of Han go to pypinyin, so that 重庆 is chong-qing and 重要 zhong-yao. The same title
    always gives the same slug; a title without a letter gets one from its checksum.
    """
    if title not in known:
        known[title] = _make_slug(title)
    return known[title]


def suggest_all(titles: Iterable[str]) -> dict[str, str]:
    """The suggestions for some titles, by title."""
    return {title: suggest(title) for title in titles}


def _make_slug(title: str) -> str:
    slug = ""
    for syllable in _syllables(title):
        longer = f"{slug}-{syllable}" if slug else syllable[:LONGEST]
        if len(longer) > LONGEST:
            break
        slug = longer
    return slug or f"gaojian-{zlib.crc32(title.encode()):08x}"


def _syllables(title: str) -> list[str]:
    # Its dictionaries take a quarter of a second to load, and most builds suggest no slug.
    from pypinyin import lazy_pinyin

    syllables: list[str] = []
    for run in RUN.findall(_fold(title)):
        syllables += [run] if run.isascii() else lazy_pinyin(run, errors="ignore")
    return syllables


def _fold(title: str) -> str:
    """The title in lower case, without accents and full-width letters and digits."""
    decomposed = unicodedata.normalize("NFKD", title)
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark)).lower()

"""A slug suggested for a Chinese title: what editors would type, and never empty."""

from __future__ import annotations

import re
import unicodedata
import zlib

LONGEST = 60
# 〇 is a numeral of official dates (二〇二六年); the rest are the blocks of Han characters.
HAN = r"〇㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff"
RUN = re.compile(rf"[{HAN}]+|[0-9a-z]+")


# What was suggested before. Loading the dictionary of pinyin takes longer than most rebuilds.
known: dict[str, str] = {}


def suggest(title: str) -> str:
    """ASCII, lower-case and hyphenated: toneless pinyin by syllable, digits and Latin kept.

    Whole runs of Han go to pypinyin, so that 重庆 is chong-qing and 重要 zhong-yao. The same title
    always gives the same slug; a title without a letter gets one from its checksum.
    """
    if title not in known:
        known[title] = _made(title)
    return known[title]


def warm_up() -> None:
    """Load the dictionary, when nothing was suggested before and somebody has to wait anyway."""
    if not known:
        import pypinyin  # noqa: F401


def _made(title: str) -> str:
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

    syllables = []
    for run in RUN.findall(_plain(title)):
        syllables += [run] if run.isascii() else lazy_pinyin(run, errors="ignore")
    return syllables


def _plain(title: str) -> str:
    """Full-width letters and digits made ordinary, accents taken off, all in lower case."""
    spread = unicodedata.normalize("NFKD", title)
    return "".join(mark for mark in spread if not unicodedata.combining(mark)).lower()

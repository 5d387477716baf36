"""Traditional characters in a text that should have simplified ones (语言文字法第九条).

OpenCC decides by the words in which characters stand (乾隆 stays). What the General Standard of
2013 has as a simplified character of its own is right, though OpenCC would exchange it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from plugins.findings import Severity
from plugins.wording.hits import Hit

# 覆盖, 瞭望, 狼藉, 著作, 菜薹, 存摺, 单糖的醣: in the table of 2013 with meanings of their own.
RIGHT = frozenset("覆瞭藉著薹拚捱摺吒榘袷醣麴")
HAN = r"㐀-䶿一-鿿"
WORD = re.compile(rf"[{HAN}]+")


@cache
def _converter() -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


def find_traditional(text: str) -> Iterator[Hit]:
    """One hit for each run of traditional characters."""
    simple = _converter()(text)
    if simple == text or len(simple) != len(text):
        return
    wrong = [
        place
        for place, (one, other) in enumerate(zip(text, simple, strict=True))
        if one != other and one not in RIGHT
    ]
    for start, end in _runs(wrong):
        written, right = text[start:end], simple[start:end]
        message = f"“{written}”是繁体字"
        yield Hit("word-traditional", Severity.WARNING, start, end, message, f"写“{right}”")


def _runs(places: list[int]) -> Iterator[tuple[int, int]]:
    start = before = None
    for place in places:
        if before is None or place != before + 1:
            if start is not None and before is not None:
                yield start, before + 1
            start = place
        before = place
    if start is not None and before is not None:
        yield start, before + 1

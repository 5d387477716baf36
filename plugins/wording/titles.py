"""Titles of statutes inside 《》: written with a character that sounds alike, or a wrong last word.

Titles are looked for only with their signs: without them “××法” sounds like the beginning of 发展
(286 false hits in 18.6 million characters of regulations; with them none).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.clauses.citations.names import FULL_TITLES
from plugins.findings import Severity
from plugins.wording.hits import Hit
from plugins.wording.homophones import Term
from plugins.wording.sounds import sounds_alike

# Last words of titles that are none, by what they should be.
LAST_WORDS = {
    "条列": "条例", "条力": "条例", "办发": "办法", "办罚": "办法", "规订": "规定", "规顶": "规定",
    "决订": "决定", "细责": "细则", "意件": "意见", "方岸": "方案",
}  # fmt: skip
ENDS_WRONG = re.compile(
    rf"《([^《》\n]{{2,60}}?(?P<last>{'|'.join(LAST_WORDS)}))(?:（[^（）《》\n]{{1,20}}）)?》"
)
STATE_NAME = "中华人民共和国"


def title_terms() -> Iterator[Term]:
    for title in FULL_TITLES:
        yield Term(f"《{title}》", Severity.ERROR, rule="word-title")


def is_slip(title: str) -> bool:
    """Whether a title without its signs is one that these rules find fault with.

    Rules about citations ask, so as not to say the same again in other words.
    """
    if title in FULL_TITLES:
        return False
    if title.endswith(tuple(LAST_WORDS)):
        return True
    return any(
        sum(one != other for one, other in zip(title, known, strict=True))
        <= max(1, len(known) // 3)
        for known in FULL_TITLES
        if sounds_alike(title, known)
    )


def find_wrong_endings(text: str) -> Iterator[Hit]:
    for match in ENDS_WRONG.finditer(text) if "《" in text else ():
        last = match["last"]
        meant = match[1].removesuffix(last) + LAST_WORDS[last]
        message = f"“{match[0]}”应为“《{meant}》”"
        hint = f"“{last}”改成“{LAST_WORDS[last]}”"
        yield Hit("word-title", Severity.ERROR, match.start(), match.end(), message, hint)

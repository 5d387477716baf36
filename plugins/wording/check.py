"""All rules about the words of one text."""

from __future__ import annotations

import re
from datetime import date
from itertools import chain

from plugins.bureau import BUREAU_FILE
from plugins.findings import Finding
from plugins.texts.prose import Prose
from plugins.wording.document_numbers import find_document_numbers
from plugins.wording.hits import first_of_each_rule, without_overlaps
from plugins.wording.punctuation import find_signs
from plugins.wording.scripts import find_traditional
from plugins.wording.titles import find_wrong_endings
from plugins.wording.word_lists import WordLists

HAN = re.compile(r"[㐀-䶿一-鿿]")
LETTER = re.compile(r"[A-Za-z]")
# A text in English names offices in Chinese; these rules are for texts in Chinese.
LEAST_SHARE = 0.3


def check_wording(
    path: str, prose: Prose, lists: WordLists, written_on: date | None
) -> list[Finding]:
    """`written_on` is the day by which posts of leaders are judged; None: today's."""
    text = prose.text
    if not is_chinese(text):
        return []
    hits = chain(
        lists.homophones.find(text),
        lists.exact.find(text),
        lists.leaders.find(text, written_on),
        find_wrong_endings(text),
        # Its table of words is in traditional characters on purpose.
        find_traditional(text) if path != BUREAU_FILE else (),
        find_signs(text),
        find_document_numbers(prose),
    )
    return [
        Finding(hit.rule, hit.severity, path, hit.message, hit.hint, *prose.position(hit.start))
        for hit in first_of_each_rule(without_overlaps(hits))
    ]


def is_chinese(text: str) -> bool:
    han, letters = len(HAN.findall(text)), len(LETTER.findall(text))
    return han > 0 and han >= LEAST_SHARE * (han + letters)

"""The labels of a page in English, put in place of the Chinese ones of its template.

A page in English is rendered like any other, by the template of its kind. Its record is English;
what the template and the fields say is replaced here, by one table and that of the office
(bureau.yml). What neither has stays Chinese and is marked `lang="zh-CN"`, so that it is read aloud
as what it is.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from plugins.clauses.numerals import NUMERAL, number
from plugins.languages.markup import WORDS, Rewriter

HAN = re.compile(r"[〇㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff]")
# A Chinese part of an English text, with the signs and figures that belong to it.
CHINESE = re.compile(
    r"[《“（]?[〇㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff]"
    r"(?:[A-Z0-9〔〕《》“”（）、，。；：？！·—〇㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff]*"
    r"[》”）。？！〇㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff])?"
)
TITLE = re.compile(r"(<title>)(.*?)(</title>)", re.S)
DOCUMENT = re.compile(r'(<script type="application/ld\+json">)(.*?)(</script>)', re.S)
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
CITATION = re.compile(rf"《([^《》]+)》第({NUMERAL}+)条(?:至第({NUMERAL}+)条)?")
SIGNS = str.maketrans(
    {"，": ", ", "、": ", ", "：": ": ", "；": "; ", "。": ".", "？": "?", "！": "!",
     "（": " (", "）": ")", "“": "‘", "”": "’"}
)  # fmt: skip
_encode = json.JSONEncoder(ensure_ascii=False).encode


@cache
def labels() -> dict[str, str]:
    """The labels of templates and fields, by the Chinese ones."""
    file = Path(__file__).with_name("english.csv")
    with file.open(encoding="utf-8", newline="") as opened:
        return {row["中文"]: row["English"] for row in csv.DictReader(opened)}


class English:
    """`words` are the names of the office; they come before the labels."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = {**labels(), **words}
        longest_first = sorted(self._words, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first)))

        self._rewriter = Rewriter(lambda texts: [*map(self.marked, texts)], self._attributes)

    def page(self, html: str) -> str:
        html = DOCUMENT.sub(lambda found: f"{found[1]}{self._document(found[2])}{found[3]}", html)
        html = self._rewriter.page(html)
        # Text without markup; a title has one language.
        return TITLE.sub(lambda found: found[1] + re.sub("<[^>]*>", "", found[2]) + found[3], html)

    def translate(self, text: str) -> str:
        """The text with all words replaced that are known, or as it is if some are not."""
        if not HAN.search(text):
            return text
        exact = self._words.get(text.strip())
        if exact is not None:
            return text.replace(text.strip(), exact)
        changed = CITATION.sub(self._citation, text)
        changed = DAY.sub(lambda day: f"{day[3]} {MONTHS[int(day[2]) - 1]} {day[1]}", changed)
        changed = self._pattern.sub(lambda found: self._words[found[0]], changed)
        return text if HAN.search(changed) else changed.translate(SIGNS)

    def _citation(self, found: re.Match[str]) -> str:
        """The title of a statute that the office has in English, and its article."""
        title = self._words.get(found[1])
        if title is None:
            return found[0]
        first, last = number(found[2]), number(found[3]) if found[3] else None
        return f"{title}, Article{f's {first} to {last}' if last else f' {first}'}"

    def marked(self, text: str) -> str:
        """The text of a page: what stays Chinese in it is marked."""
        translated = self.translate(text)
        return CHINESE.sub(lambda found: f'<span lang="zh-CN">{found[0]}</span>', translated)

    def _attributes(self, _name: str, written: Mapping[str, str]) -> dict[str, str | None]:
        return {key: self.translate(written[key]) for key in WORDS & written.keys()}

    def _document(self, text: str) -> str:
        def changed(value: Any) -> Any:
            if isinstance(value, dict):
                return {key: changed(item) for key, item in value.items()}
            if isinstance(value, list):
                return [changed(item) for item in value]
            if value == "zh-CN":
                return "en"
            return self.translate(value) if isinstance(value, str) else value

        return _encode(changed(json.loads(text))).replace("<", "\\u003c")

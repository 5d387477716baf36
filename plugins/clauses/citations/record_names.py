"""Names of statutes without 《》: those of the table, and those that one record makes clear."""

from __future__ import annotations

import re
from collections import OrderedDict
from functools import lru_cache
from typing import NamedTuple

from plugins.clauses.citations import names
from plugins.clauses.citations.contexts import TITLE_ENDINGS, may_begin_name
from plugins.clauses.citations.interpretations import interpretation_before
from plugins.clauses.citations.parts import without_brackets

# 法 last: it is the ending of 办法.
ENDINGS = ("解释", "决定", "意见", *TITLE_ENDINGS)
# Words that many titles have: a short name needs more than these (管理办法 may be anything).
COMMON_WORDS = re.compile(
    r"管理|实施|暂行|试行|监督|行政|处罚|保护|若干|有关|补充|地方|国家|城市|工作|服务|技术|安全"
)
# 办法第三条 means the one 办法 that a record names; 规定 and 法 are also ordinary words.
ALONE = {"条例", "办法", "细则"}
ALONE_IN_SIGNS = {*ALONE, "规定", "解释", "决定", "意见"}
BEFORE_ALONE = re.compile(r"(?:^|[\W_]|[照据按依反合用是引见])$")
SHORTEST, LONGEST_SHORT = 3, 14
# As many titles are compared with a short name; more are in no real text.
MOST_TITLES = 60
PLACE_BEFORE = re.compile(r"[省市县区州盟旗国港澳台《该本同]$")
PLACES = {"市", "省", "区", "县"}
SIGN = re.compile(r"[\W_]")


class Name(NamedTuple):
    """A name that begins at `start` and stands for the statute `title`."""

    start: int
    title: str


class RecordNames:
    """The names that one record defines (以下简称…) or has cited in 《》."""

    def __init__(self) -> None:
        self.defined: dict[str, str] = {}
        self._cited: OrderedDict[str, str] = OrderedDict()
        self._unofficial_titles: dict[str, str | None] = {}
        # Of all names, by their last two characters.
        self._lengths = dict(names.LENGTHS)

    def define(self, name: str, title: str) -> None:
        self.defined[name] = title
        self._add_length(name)

    def cite(self, title: str) -> None:
        """Remember a title that stands in 《》."""
        if title in self._cited or not ending_of(title):
            return
        self._unofficial_titles.clear()
        for name in {title, title.removeprefix(names.STATE_NAME)}:
            if len(name) >= SHORTEST:
                self._cited[name] = title
                self._add_length(name)
        while len(self._cited) > MOST_TITLES:
            self._cited.popitem(last=False)

    def only_with_ending(self, name: str) -> str | None:
        """The one cited title that 《条例》 or 《解释》 alone can mean."""
        return self._title_of(name, name) if name in ALONE_IN_SIGNS else None

    def _add_length(self, name: str) -> None:
        lengths = self._lengths.get(name[-2:], ())
        if len(name) not in lengths:
            self._lengths[name[-2:]] = tuple(sorted({*lengths, len(name)}, reverse=True))

    def ending_at(self, text: str, end: int) -> Name | None:
        """The name that ends at `end`; None where it is unknown, or part of a longer one."""
        for length in self._lengths.get(text[max(0, end - 2) : end], ()):
            start = end - length
            name = text[start:end] if start >= 0 else ""
            title = self.defined.get(name)
            if title is not None:
                return Name(start, title) if _may_begin_defined(text, start, name) else None
            title = self._cited.get(name) or names.FULL_TITLES.get(names.normal(name))
            if title is not None:
                is_name = _may_begin(text, start, name, title)
                return Name(start, title) if is_name else None
        begins = interpretation_before(text, end)
        if begins is not None:
            return Name(begins, names.written_out(text[begins:end]))
        return self._unofficial(text, end)

    def _unofficial(self, text: str, end: int) -> Name | None:
        """市容条例 for the one title that has its characters in this order."""
        ending = next((each for each in ENDINGS if text.endswith(each, 0, end)), None)
        if ending is None or not self._cited:
            return None
        for length in range(min(LONGEST_SHORT, end), len(ending) - 1, -1):
            start = end - length
            name = text[start:end]
            if SIGN.search(name) or not may_begin_name(text, start):
                continue
            if name == ending and name not in ALONE:
                continue
            if name in ALONE and not BEFORE_ALONE.search(text[max(0, start - 1) : start]):
                continue
            if name not in self._unofficial_titles:
                self._unofficial_titles[name] = self._title_of(name, ending)
            title = self._unofficial_titles[name]
            if title:
                return Name(start, title)
        return None

    def _title_of(self, name: str, ending: str) -> str | None:
        word, titles = name.removesuffix(ending), self._cited.values()
        if word in PLACES:
            # 市条例 is that of the city.
            local = re.compile(rf"(?!城)\w{{2,6}}{word}")
            fitting = {each for each in titles if local.match(each) and each.endswith(ending)}
        elif word == "实施":
            fitting = {each for each in titles if each.endswith(name)}
        elif word and len(COMMON_WORDS.sub("", word)) < 2:
            return None
        else:
            fitting = {each for each in titles if _abbreviates(name, each, ending)}
        return fitting.pop() if len(fitting) == 1 else None


@lru_cache(maxsize=1024)
def ending_of(title: str) -> str:
    """The word at the end of a statute's title, before brackets; "" if it is none of one."""
    title = without_brackets(title)
    return next((ending for ending in ENDINGS if title.endswith(ending)), "")


def _may_begin(text: str, start: int, name: str, title: str) -> bool:
    # 原合同法 and 中华人民共和国刑法 are no parts of longer titles.
    start -= title in names.REPEALED and text.endswith("原", 0, start)
    is_whole = name.startswith(names.STATE_NAME) and not text.endswith(("实施", "〈"), 0, start)
    is_national = len(name) > SHORTEST and name.endswith(("法", "法典"))
    return is_whole or may_begin_name(text, start, is_national)


def _may_begin_defined(text: str, start: int, name: str) -> bool:
    """A distinct name that a record defines may follow more words than a common one."""
    if may_begin_name(text, start):
        return True
    is_distinct = name not in ALONE and len(name) >= SHORTEST
    return is_distinct and not PLACE_BEFORE.search(text[max(0, start - 1) : start])


def _abbreviates(name: str, title: str, ending: str) -> bool:
    """Whether `title` ends alike and has the characters of `name` in their order."""
    if not title.endswith(ending):
        return False
    characters = iter(title)
    return all(character in characters for character in name)

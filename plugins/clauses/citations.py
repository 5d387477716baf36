"""Citations in running text: 《…》第X条, and everything that stands for it.

This is grammar only. It says which title and which clause are meant, not whether there is such a
statute: that is for the library to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from plugins.clauses.labels import WIDE_DIGITS, ClauseNumber
from plugins.clauses.numerals import NUMERAL, chinese, number

DIGITS = rf"(?:{NUMERAL}+|[\d０-９]+)"
CLAUSE = rf"第\s*(?P<clause>{DIGITS})\s*条(?:之(?P<inserted>{NUMERAL}+))?"
PARAGRAPH = rf"第\s*(?P<paragraph>{DIGITS})\s*款"
ITEM = rf"第\s*[（(]?(?P<item>{DIGITS})[）)]?\s*项"
SUB_ITEM = rf"第\s*(?P<sub_item>{DIGITS})\s*目"
# 第一条意见, 第二条河: counted things, not clauses.
COUNTED = r"(?!意见|建议|道路|马路|街|路|河|线|船|鱼|狗|犬|信息|消息|留言|评论|微博|短信|新闻|理由)"
REFERENCE = re.compile(
    rf"{CLAUSE}(?:{PARAGRAPH})?(?:{ITEM})?(?:{SUB_ITEM})?{COUNTED}"
    rf"|{PARAGRAPH.replace('paragraph', 'paragraph_')}"
    rf"(?:{ITEM.replace('item', 'item_')})?(?:{SUB_ITEM.replace('sub_item', 'sub_item_')})?"
    rf"|{ITEM.replace('item', 'item__')}(?:{SUB_ITEM.replace('sub_item', 'sub_item__')})?"
)
CONNECTOR = re.compile(r"\s*(?:、|和|以及|及|与|或者|或|至|到|－|—|-|～|~)\s*")
THROUGH = {"至", "到", "－", "—", "-", "～", "~"}

# 办法 before 法: it ends in it.
SORTS = ("法典", "条例", "办法", "规定", "细则", "规则", "法")
SORT = "|".join(SORTS)
TITLE = r"《(?P<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》"
OWN = rf"本(?P<own>{SORT})(?=\s*第)"
THAT = rf"(?:该|同|前述|上述)(?P<that>{SORT})(?=\s*第)"
BARE = rf"(?P<bare>第\s*{DIGITS}\s*条)"
HEAD = re.compile(rf"{TITLE}|{OWN}|{THAT}|{BARE}")
CLAUSE_NAMED = re.compile(BARE.replace("?P<bare>", ""))
UNMARKED = re.compile(r"(?:法典|法|条例|办法|细则|规则)\s*$")
OF = re.compile(r"的(?=第)")
ASIDE = re.compile(r"\s*[（(](?P<inside>[^（）()]*)[）)]")
DEFINITION = re.compile(
    r"(?:以下简称为?|以下称为?|下称|简称为?)\s*[：:]?\s*[《“\"「]?(?P<name>[^《》“”\"「」，,；;]+)"
)


class Reference(NamedTuple):
    """Where in a statute: a clause, and as far as they are said its paragraph, item, sub-item."""

    clause: ClauseNumber | None = None
    paragraph: int | None = None
    item: int | None = None
    sub_item: int | None = None

    @property
    def label(self) -> str:
        """第三十四条第二款第（一）项, however it was written."""
        if self.clause is None:
            return ""
        parts = [self.clause.label]
        if self.paragraph:
            parts.append(f"第{chinese(self.paragraph)}款")
        if self.item:
            parts.append(f"第（{chinese(self.item)}）项")
        if self.sub_item:
            parts.append(f"第{self.sub_item}目")
        return "".join(parts)


NOWHERE = Reference()


class Citation(NamedTuple):
    """`text[start:end]` cites `title` (as written, or as the text defined it).

    `own` stands for the statute in whose text it is. `through` is the last clause of a range that
    begins with this one.
    """

    start: int
    end: int
    title: str
    reference: Reference = NOWHERE
    own: bool = False
    through: ClauseNumber | None = None

    @property
    def plain(self) -> tuple:
        """The same as values without a class, to be kept; but for where it stands, which changes
        with every word before it.
        """
        through = tuple(self.through) if self.through else None
        reference = self.reference
        clause = tuple(reference.clause) if reference.clause else None
        return self.title, (clause, *reference[1:]), self.own, through

    @classmethod
    def of(cls, plain: tuple) -> Citation:
        title, (clause, *finer), own, through = plain
        reference = Reference(ClauseNumber(*clause) if clause else None, *finer)
        return cls(0, 0, title, reference, own, ClauseNumber(*through) if through else None)


def may_cite(text: str) -> bool:
    """Many texts cite nothing, and this test is far cheaper than the grammar."""
    return "《" in text or ("条" in text and "第" in text)


class Scanner:
    """Reads the texts of one record in their order, and remembers what was defined and cited."""

    def __init__(self, inside_statute: bool = False) -> None:
        self._inside = inside_statute
        self._names: dict[str, str] = {}
        self._last: dict[str, str] = {}
        self._short: re.Pattern | None = None

    def scan(self, text: str) -> list[Citation]:
        # Whatever stands for a title counts only before a clause.
        if "《" in text or CLAUSE_NAMED.search(text):
            return list(self._scan(text))
        return []

    def _scan(self, text: str) -> Iterator[Citation]:
        at = 0
        while found := self._next(text, at):
            at = found.end()
            kind = found.lastgroup
            if kind == "title":
                title, own = self._titled(found["title"]), False
                aside = ASIDE.match(text, at)
                named = self._define(aside, title) if aside else False
                self._remember(title)
                reference = REFERENCE.match(text, at)
                if reference and reference["clause"]:
                    at = yield from self._list(text, found.start(), reference, title, own)
                    continue
                yield Citation(found.start(), at, title)
                if aside:
                    reference = REFERENCE.match(text, aside.end())
                    # The clause may follow the brackets: 《…》（以下简称《…》）第九条.
                    if reference and reference["clause"] and (named or _is_year(aside["inside"])):
                        at = yield from self._list(text, reference.start(), reference, title, own)
                        continue
                    at = aside.end() if named else at
                of = OF.match(text, at)
                reference = REFERENCE.match(text, of.end()) if of else None
                if reference and reference["clause"]:
                    at = yield from self._list(text, reference.start(), reference, title, own)
                continue
            title, own, start = self._antecedent(found, text)
            if title is None:
                continue
            if kind == "bare" and UNMARKED.search(text[: found.start()]):
                # 刑法第十七条、第十八条 is another law's, named without 《》: no link is better.
                at = _end_of_list(text, found.start())
                continue
            reference = REFERENCE.match(text, found.start() if kind == "bare" else _skip(text, at))
            if reference and reference["clause"]:
                at = yield from self._list(text, start, reference, title, own)

    def _next(self, text: str, at: int) -> re.Match | None:
        head = HEAD.search(text, at)
        if self._short is None:
            return head
        short = self._short.search(text, at)
        if short and (head is None or short.start() < head.start()):
            return short
        return head

    def _antecedent(self, found: re.Match, text: str) -> tuple[str | None, bool, int]:
        """The title that 该法, 本条例, a short name or a bare 第X条 stands for."""
        kind = found.lastgroup
        if kind == "short":
            title = self._names[found["short"]]
            self._remember(title)
            return title, False, found.start()
        if kind == "that":
            return self._last.get(_sort(found["that"])), False, found.start()
        if not self._inside:
            return None, False, found.start()
        if kind == "bare" and not text[: found.start()].strip():
            # The number of the clause itself, at the beginning of its line.
            return None, False, found.start()
        return "", True, found.start()

    def _list(
        self, text: str, start: int, first: re.Match, title: str, own: bool
    ) -> Iterator[Citation]:
        """A reference and those joined to it; returns where the last one ends."""
        reference = _reference(first, NOWHERE)
        end = first.end()
        while True:
            joint = CONNECTOR.match(text, end)
            following = REFERENCE.match(text, joint.end()) if joint else None
            through = None
            if following and joint[0].strip() in THROUGH and following["clause"]:
                through = _reference(following, reference).clause
            yield Citation(start, end, title, reference, own, through)
            if not following:
                return end
            start, end = following.start(), following.end()
            reference = _reference(following, reference)

    def _titled(self, written: str) -> str:
        return self._names.get(written, written)

    def _define(self, aside: re.Match, title: str) -> bool:
        """Note the short name that the brackets behind a title give it, if they do."""
        defined = DEFINITION.search(aside["inside"])
        if not defined:
            return False
        name = defined["name"].strip()
        self._names[name] = title
        names = "|".join(sorted(map(re.escape, self._names), key=len, reverse=True))
        self._short = re.compile(rf"(?<![《该本同])(?P<short>{names})(?=\s*第\s*{DIGITS}\s*条)")
        return True

    def _remember(self, title: str) -> None:
        for sort in SORTS:
            if title.endswith(sort):
                self._last[_sort(sort)] = title
                return


def _sort(word: str) -> str:
    """该法 may mean a 法典 too."""
    return "法" if word == "法典" else word


def _end_of_list(text: str, start: int) -> int:
    """Where a reference and those joined to it end."""
    end, reference = start + 1, REFERENCE.match(text, start)
    while reference:
        end = reference.end()
        joint = CONNECTOR.match(text, end)
        reference = REFERENCE.match(text, joint.end()) if joint else None
    return end


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _is_year(inside: str) -> bool:
    """（2021年修订）, （试行） and the like belong to the title."""
    return bool(re.search(r"修订|修正|试行|\d{4}", inside))


@lru_cache(maxsize=1024)
def _value(text: str | None) -> int | None:
    """Remembered, because the same few numbers are cited again and again."""
    return number(text.translate(WIDE_DIGITS)) if text else None


def _reference(found: re.Match, before: Reference) -> Reference:
    """A match of REFERENCE; what it leaves out it takes from the reference before it."""
    clause, inserted, *finer = found.group("clause", "inserted", "paragraph", "item", "sub_item")
    if clause:
        return Reference(ClauseNumber(_value(clause), _value(inserted) or 0), *map(_value, finer))
    if found["paragraph_"]:
        finer = found.group("paragraph_", "item_", "sub_item_")
        return Reference(before.clause, *map(_value, finer))
    item, sub_item = _value(found["item__"]), _value(found["sub_item__"])
    return Reference(before.clause, before.paragraph, item, sub_item)

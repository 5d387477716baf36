"""Citations in running text: 《…》第X条, and everything that may stand for it.

This is grammar only: which title and which clause are meant. Whether there is such a statute is
for `plugins/relations` to find out.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from functools import lru_cache
from typing import NamedTuple

from plugins.clauses.labels import WIDE_DIGITS, ClauseNumber
from plugins.clauses.numerals import NUMERAL, chinese, matched_number

DIGITS = rf"(?:{NUMERAL}+|[\d０-９]+)"
CLAUSE = rf"第\s*(?P<clause>{DIGITS})\s*条(?:之(?P<inserted>{NUMERAL}+))?"
PARAGRAPH = rf"第\s*(?P<paragraph>{DIGITS})\s*款"
ITEM = rf"第\s*[（(]?(?P<item>{DIGITS})[）)]?\s*项"
SUB_ITEM = rf"第\s*(?P<sub_item>{DIGITS})\s*目"
# Behind 第一条, 第二条: what is counted there is no clause (第一条意见, 第二条河).
COUNTED = r"(?!意见|建议|道路|马路|街|路|河|线|船|鱼|狗|犬|信息|消息|留言|评论|微博|短信|新闻|理由)"
REFERENCE = re.compile(
    rf"{CLAUSE}(?:{PARAGRAPH})?(?:{ITEM})?(?:{SUB_ITEM})?{COUNTED}"
    rf"|{PARAGRAPH.replace('paragraph', 'paragraph_')}"
    rf"(?:{ITEM.replace('item', 'item_')})?(?:{SUB_ITEM.replace('sub_item', 'sub_item_')})?"
    rf"|{ITEM.replace('item', 'item__')}(?:{SUB_ITEM.replace('sub_item', 'sub_item__')})?"
)
CONJUNCTION = re.compile(r"\s*(?:、|和|以及|及|与|或者|或|至|到|－|—|-|～|~)\s*")
RANGE_SIGNS = {"至", "到", "－", "—", "-", "～", "~"}

# 办法 before 法, which is its ending.
TITLE_ENDINGS = ("法典", "条例", "办法", "规定", "细则", "规则", "法")
ENDING = "|".join(TITLE_ENDINGS)
TITLE = r"《(?P<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》"
OWN = rf"本(?P<own>{ENDING})(?=\s*第)"
THAT = rf"(?:该|同|前述|上述)(?P<that>{ENDING})(?=\s*第)"
BARE = rf"(?P<bare>第\s*{DIGITS}\s*条)"
HEAD = re.compile(rf"{TITLE}|{OWN}|{THAT}|{BARE}")
CLAUSE_ONLY = re.compile(BARE.replace("?P<bare>", ""))
UNQUOTED_TITLE = re.compile(r"(?:法典|法|条例|办法|细则|规则)\s*$")
OF = re.compile(r"的(?=第)")
BRACKETS = re.compile(r"\s*[（(](?P<inside>[^（）()]*)[）)]")
DEFINITION = re.compile(
    r"(?:以下简称为?|以下称为?|下称|简称为?)\s*[：:]?\s*[《“\"「]?(?P<name>[^《》“”\"「」，,；;]+)"
)


class Reference(NamedTuple):
    """A clause of a statute and, where named, its paragraph (款), item (项) and sub-item (目)."""

    clause: ClauseNumber | None = None
    paragraph: int | None = None
    item: int | None = None
    sub_item: int | None = None

    @property
    def label(self) -> str:
        """In the usual form, such as 第三十四条第二款第（一）项, however it was written."""
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


WHOLE_STATUTE = Reference()

# A citation as plain values: title, reference (its clause as a pair of numbers), own, through.
ReferenceTuple = tuple[tuple[int, int] | None, int | None, int | None, int | None]
CitationTuple = tuple[str, ReferenceTuple, bool, tuple[int, int] | None]


class Citation(NamedTuple):
    """`text[start:end]` cites the statute `title`: as written, or the full title of a short name.

    `own` means the statute in whose text the citation is. `through` is the last clause of a range
    that starts with this one.
    """

    start: int
    end: int
    title: str
    reference: Reference = WHOLE_STATUTE
    own: bool = False
    through: ClauseNumber | None = None

    @property
    def as_tuple(self) -> CitationTuple:
        """A tuple of plain values to store. It lacks the position in the text, which changes with
        every character before it.
        """
        clause, paragraph, item, sub_item = self.reference
        reference = (_as_pair(clause), paragraph, item, sub_item)
        return self.title, reference, self.own, _as_pair(self.through)

    @classmethod
    def from_tuple(cls, plain: CitationTuple) -> Citation:
        title, (clause, *finer), own, through = plain
        reference = Reference(ClauseNumber(*clause) if clause else None, *finer)
        return cls(0, 0, title, reference, own, ClauseNumber(*through) if through else None)


def may_cite(text: str) -> bool:
    """Whether a text may contain a citation. Most contain none, and the grammar is far slower."""
    return "《" in text or ("条" in text and "第" in text)


class CitationScanner:
    """Finds the citations in the texts of one record, in their order.

    It keeps the short names that the texts define and which statute was cited last.
    """

    def __init__(self, inside_statute: bool = False) -> None:
        self._inside_statute = inside_statute
        self._full_titles: dict[str, str] = {}
        self._last_cited: dict[str, str] = {}
        self._short_names: re.Pattern[str] | None = None

    def scan(self, text: str) -> list[Citation]:
        # A short name or 该法 is a citation only before a clause.
        if "《" in text or CLAUSE_ONLY.search(text):
            return list(self._citations(text))
        return []

    def _citations(self, text: str) -> Iterator[Citation]:
        position = 0
        while head := self._next_head(text, position):
            if head.lastgroup == "title":
                position = yield from self._after_title(text, head)
            else:
                position = yield from self._after_pronoun(text, head)

    def _next_head(self, text: str, position: int) -> re.Match[str] | None:
        """The next title, or what may stand for one."""
        head = HEAD.search(text, position)
        if self._short_names is None:
            return head
        short = self._short_names.search(text, position)
        if short and (head is None or short.start() < head.start()):
            return short
        return head

    def _after_title(self, text: str, head: re.Match[str]) -> Generator[Citation, None, int]:
        """The citations of a title in 《》; returns where to continue."""
        start, end = head.span()
        title = self._full_titles.get(head["title"], head["title"])
        brackets = BRACKETS.match(text, end)
        defines = self._define_short_name(brackets, title) if brackets else False
        self._set_last_cited(title)
        reference = _clause_reference(text, end)
        if reference:
            return (yield from self._references(text, start, reference, title))
        yield Citation(start, end, title)
        if brackets:
            # The clause may follow the brackets: 《…》（以下简称《…》）第九条.
            reference = _clause_reference(text, brackets.end())
            if reference and (defines or _is_version(brackets["inside"])):
                return (yield from self._references(text, reference.start(), reference, title))
            end = brackets.end() if defines else end
        of = OF.match(text, end)
        reference = _clause_reference(text, of.end()) if of else None
        if reference:
            return (yield from self._references(text, reference.start(), reference, title))
        return end

    def _after_pronoun(self, text: str, head: re.Match[str]) -> Generator[Citation, None, int]:
        """The citations of 该法, 本条例, a short name or 第X条 alone; returns where to continue."""
        start, end = head.span()
        is_bare = head.lastgroup == "bare"
        title = self._antecedent(head)
        if title is None:
            return end
        if is_bare and UNQUOTED_TITLE.search(text[:start]):
            # 刑法第十七条、第十八条 cites another statute without 《》: no link is better than a
            # wrong one.
            return _end_of_references(text, start)
        reference = _clause_reference(text, start if is_bare else _skip_space(text, end))
        if not reference:
            return end
        own = head.lastgroup in {"own", "bare"}
        return (yield from self._references(text, start, reference, title, own))

    def _antecedent(self, head: re.Match[str]) -> str | None:
        """The title that `head` stands for; "" for the statute in whose text it is."""
        kind = head.lastgroup
        if kind == "short":
            title = self._full_titles[head["short"]]
            self._set_last_cited(title)
            return title
        if kind == "that":
            return self._last_cited.get(_ending_key(head["that"]))
        if not self._inside_statute:
            return None
        # At the start of a line, 第X条 is the number of the clause itself.
        is_label = kind == "bare" and not head.string[: head.start()].strip()
        return None if is_label else ""

    def _references(
        self, text: str, start: int, first: re.Match[str], title: str, own: bool = False
    ) -> Generator[Citation, None, int]:
        """A reference and those joined to it by 、 or 和; returns where the last one ends."""
        reference = _reference(first, WHOLE_STATUTE)
        end = first.end()
        while True:
            conjunction = CONJUNCTION.match(text, end)
            following = REFERENCE.match(text, conjunction.end()) if conjunction else None
            through = None
            if conjunction and following and following["clause"]:
                is_range = conjunction[0].strip() in RANGE_SIGNS
                through = _reference(following, reference).clause if is_range else None
            yield Citation(start, end, title, reference, own, through)
            if not following:
                return end
            start, end = following.span()
            reference = _reference(following, reference)

    def _define_short_name(self, brackets: re.Match[str], title: str) -> bool:
        """Whether the brackets behind a title define a short name for it, which is kept."""
        definition = DEFINITION.search(brackets["inside"])
        if not definition:
            return False
        name = definition["name"].strip()
        self._full_titles[name] = title
        names = "|".join(sorted(map(re.escape, self._full_titles), key=len, reverse=True))
        self._short_names = re.compile(
            rf"(?<![《该本同])(?P<short>{names})(?=\s*第\s*{DIGITS}\s*条)"
        )
        return True

    def _set_last_cited(self, title: str) -> None:
        for ending in TITLE_ENDINGS:
            if title.endswith(ending):
                self._last_cited[_ending_key(ending)] = title
                return


def _as_pair(number: ClauseNumber | None) -> tuple[int, int] | None:
    return (number.value, number.inserted) if number else None


def _ending_key(ending: str) -> str:
    """该法 may mean a 法典 too."""
    return "法" if ending == "法典" else ending


def _clause_reference(text: str, position: int) -> re.Match[str] | None:
    """A reference at `position` that names a clause, not only a paragraph or an item."""
    reference = REFERENCE.match(text, position)
    return reference if reference and reference["clause"] else None


def _end_of_references(text: str, start: int) -> int:
    """Where the reference at `start` and those joined to it end."""
    end, reference = start + 1, REFERENCE.match(text, start)
    while reference:
        end = reference.end()
        conjunction = CONJUNCTION.match(text, end)
        reference = REFERENCE.match(text, conjunction.end()) if conjunction else None
    return end


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _is_version(inside: str) -> bool:
    """（2021年修订）, （试行） and the like belong to the title."""
    return bool(re.search(r"修订|修正|试行|\d{4}", inside))


@lru_cache(maxsize=1024)
def _number(text: str) -> int:
    """Cached, because the same few numbers are cited again and again."""
    return matched_number(text.translate(WIDE_DIGITS))


def _numbers(match: re.Match[str], *groups: str) -> list[int | None]:
    return [_number(match[group]) if match[group] else None for group in groups]


def _reference(match: re.Match[str], previous: Reference) -> Reference:
    """A match of REFERENCE; what it leaves out is taken from the reference before it."""
    if match["clause"]:
        inserted = _number(match["inserted"]) if match["inserted"] else 0
        clause = ClauseNumber(_number(match["clause"]), inserted)
        return Reference(clause, *_numbers(match, "paragraph", "item", "sub_item"))
    if match["paragraph_"]:
        return Reference(previous.clause, *_numbers(match, "paragraph_", "item_", "sub_item_"))
    return Reference(previous.clause, previous.paragraph, *_numbers(match, "item__", "sub_item__"))

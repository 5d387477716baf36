"""The terms that a statute defines: 本办法所称X，是指…; （以下简称X）; a clause of 用语的含义."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plugins.clauses.labels import ITEM, SUB_ITEM
from plugins.clauses.model import Clause, Part

TERM = r"[一-鿿]{2,16}"
KIND = r"(?:法典|法|条例|办法|规定|细则|规则|决定)"
CALLED = re.compile(
    rf"(?:本{KIND}(?:中)?|；)所称(?:的)?[“\"]?(?P<term>(?:(?!包括|是指)[一-鿿]){{2,16}}?)[”\"]?，?(?:是指|系指|包括)"
)
SHORT = re.compile(
    rf"（(?:以下|下)(?:统称|简称|称)(?:为)?[：:]?[“\"]?(?P<term>{TERM}?)[”\"]?(?=[）、，；])"
)
# The clause of a list of definitions says so in its first paragraph.
GLOSSARY = re.compile(r"(?:用语|术语|名词)[^。]{0,10}(?:含义|解释|定义)")
ENTRY = re.compile(rf"[“\"]?(?P<term>{TERM}?)[”\"]?(?:，|：|:|，?是|，?系)?(?:是指|系指|指)")


# Short names of other statutes are for `plugins.clauses.citations`.
TITLE_ENDINGS = ("法", "条例", "办法", "规定", "细则", "规则", "规划", "决定")


class Definition(NamedTuple):
    """`anchor` is that of the paragraph or item which defines the term, `clause` of its clause."""

    term: str
    anchor: str
    clause: str


def definitions(clauses: Iterable[Clause]) -> list[Definition]:
    """In the order of the text; a term that is defined twice means what it was given first."""
    found: dict[str, Definition] = {}
    for clause in clauses:
        for term, anchor in _defined_in(clause):
            found.setdefault(term, Definition(term, anchor, clause.anchor))
    return list(found.values())


def _defined_in(clause: Clause) -> Iterator[tuple[str, str]]:
    is_glossary = bool(clause.paragraphs and GLOSSARY.search(clause.paragraphs[0].text))
    for part in _parts(clause.paragraphs):
        for pattern in (CALLED, SHORT):
            for match in pattern.finditer(part.text):
                if not match["term"].endswith(TITLE_ENDINGS):
                    yield match["term"], part.anchor
        entry = ENTRY.match(_without_number(part.text)) if is_glossary else None
        if entry:
            yield entry["term"], part.anchor


def _parts(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        yield part
        yield from _parts(part.parts)


def _without_number(text: str) -> str:
    number = ITEM.match(text) or SUB_ITEM.match(text)
    return text[number.end() :].lstrip(" 　") if number else text

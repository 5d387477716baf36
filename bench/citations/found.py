"""What the program finds in a text: a record is read as in a build, and its citations are placed in
the text as it was written.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from bench.citations.gold import Mark, Target, clause
from plugins.bureau import Column
from plugins.bureau.model import ColumnFacts
from plugins.clauses.citations import Citation
from plugins.records.kinds import KINDS
from plugins.records.reader import read_record
from plugins.relations.statutes import bare_title
from plugins.texts.converter import Converter

HEAD = {
    "发布日期": "2026-03-01 09:30",
    "来源": "法制科",
    "初审": "甲",
    "复审": "乙",
    "终审": "丙",
}
STATUTE_HEAD = {
    "效力级别": "地方性法规",
    "制定机关": "云汀市人民代表大会常务委员会",
    "公布日期": "2025-01-01",
    "施行日期": "2025-03-01",
    "时效性": "现行有效",
    "领域": "市容",
}
# What Markdown writes in other places or not at all: it is left out where two texts are compared.
NOT_COMPARED = re.compile(r"[\s\u200b\ufeff#*|:：\\-]")
TAG = re.compile(r"<[^>]*>")
ENTITY = re.compile(r"&(?:[a-zA-Z]+|#\d+|#x[0-9a-fA-F]+);")


class UnreadableTextError(ValueError):
    """The record has other words than the text, or was not read: nothing can be placed in it."""


def found_in(text: str, inside: str = "", names: dict[str, str] | None = None) -> list[Mark]:
    """The citations that the program finds in `text`, the text of the statute `inside` or of a
    record that is no statute. `names` are all the names of statutes in the library.
    """
    body, citations = _read(text, inside)
    known = {bare_title(name): bare_title(title) for name, title in (names or {}).items()}
    places = _Places(text, body.html)
    marks: list[Mark] = []
    unknown: set[str] = set()
    for location, citing, plain in citations:
        if not isinstance(location, int):
            continue
        meant = target_of(plain, inside)
        title = known.get(meant.title)
        if title is None and (citing.startswith("《") or meant.title in unknown):
            # The title of a book or a notice: without a statute of that name there is no link.
            unknown.add(meant.title)
            continue
        ranges = body.citation_ranges[location]
        start, end = places.of(ranges[0][0]), places.of(ranges[-1][1] - 1) + 1
        marks.append(Mark(start, end, meant._replace(title=title or meant.title)))
    return marks


def bare(target: Target) -> Target:
    """A target as two are compared: the library knows a title without the name of the state."""
    return target._replace(title=bare_title(target.title))


def target_of(plain: tuple[Any, ...], inside: str) -> Target:
    """What a citation means, as records store it. Nothing else here knows that form."""
    citation = Citation.from_tuple(plain)
    reference = citation.reference
    # A checkout that is measured against this one may not have divisions yet.
    division = getattr(reference, "division", None)
    part = reference.clause.anchor if reference.clause else division or ""
    if reference.paragraph or reference.item:
        part += f"p{reference.paragraph or 1}"
    if reference.item:
        part += f"i{reference.item}"
    if reference.sub_item:
        part += f"s{reference.sub_item}"
    through = citation.through.anchor if citation.through else ""
    title = inside if citation.own else citation.title
    return Target(bare_title(title), part, through if through != clause(part) else "")


def _read(text: str, inside: str) -> tuple[Any, tuple[Any, ...]]:
    """The converted text of a record, and its citations."""
    # No field of a piece of news cites, so that the text alone says what is meant.
    kind, fields = ("statute", STATUTE_HEAD) if inside else ("news", {})
    head = {"标题": inside or "执法工作", **HEAD, **fields}
    source = "\n".join(["---", *(f"{key}: {value}" for key, value in head.items()), "---", text])
    result = read_record("lanmu/wenben.md", source.encode(), _column(kind), Converter())
    if result.record is None or not result.is_valid:
        raise UnreadableTextError("; ".join(f"{each.message}" for each in result.findings))
    return result.record.body, result.record.extract.citations


def _column(kind: str) -> Column:
    facts = ColumnFacts(
        name="栏目",
        description="说明",
        keywords=["词"],
        ColumnType="工作动态",
        kind=kind,
        group="open",
        clock=14,
        owner="法制科",
        order=1,
    )
    return Column("lanmu", facts, KINDS[kind].traits())


class _Places:
    """Where in a text the characters of its HTML come from."""

    def __init__(self, text: str, html: str) -> None:
        self._in_text = [at for at, sign in enumerate(text) if not NOT_COMPARED.match(sign)]
        shown, self._in_html = _visible(html)
        written = [text[at] for at in self._in_text]
        if shown != written:
            pairs = enumerate(zip(shown, written, strict=False))
            last = min(len(shown), len(written))
            at = next((n for n, (here, there) in pairs if here != there), last)
            here, there = ("".join(signs[at : at + 20]) for signs in (written, shown))
            raise UnreadableTextError(f"not the same words: {here}, on the page {there}")

    def of(self, position: int) -> int:
        """The place in the text of the character at `position` of the HTML."""
        return self._in_text[self._in_html[position]]


def _visible(html: str) -> tuple[list[str], dict[int, int]]:
    """The characters that are compared, and their indices by their positions in the HTML."""
    shown: list[str] = []
    index: dict[int, int] = {}
    position = 0
    while position < len(html):
        tag = TAG.match(html, position) if html[position] == "<" else None
        if tag:
            position = tag.end()
            continue
        entity = ENTITY.match(html, position) if html[position] == "&" else None
        sign = unescape(entity[0]) if entity else html[position]
        length = len(entity[0]) if entity else 1
        if not NOT_COMPARED.match(sign):
            index |= dict.fromkeys(range(position, position + length), len(shown))
            shown.append(sign)
        position += length
    return shown, index

"""Changes of a record, each with the line on which it is: its text, its fields."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from bench.gate.model import Place, Plant, Planted, Source

HEAD = "---"
# What begins a line that is no plain paragraph.
NO_PARAGRAPH = re.compile(r"[#|>!<\-*+:：`~\[　 \t]|\d+[.)．]|图[：:]|（[一二三四五六七八九十]+）")
TODAY = "2026-11-23 09:00"
SHORTEST = 20
FACTS = "违法事实"
KEY = re.compile(r"([^\s:#\-][^:]*):(?:\s|$)")


def body_index(source: Source) -> int:
    """The index of the first line below the head."""
    return source.lines.index(HEAD, 1) + 1


def sentences(source: Source) -> list[int]:
    """The indices of lines of sentences: paragraphs, and the facts in the head of a penalty, which
    has no text.
    """
    facts = field_at(source, FACTS)
    return [facts[0]] if facts and facts[1] == 1 else paragraphs(source)


def paragraphs(source: Source) -> list[int]:
    """The indices of lines that are each a paragraph of plain sentences."""
    lines = [*source.lines, ""]
    return [
        at
        for at in range(body_index(source), len(source.lines))
        if len(lines[at]) >= SHORTEST
        and lines[at].endswith("。")
        and not NO_PARAGRAPH.match(lines[at])
        and not lines[at - 1].strip(HEAD)
        and not lines[at + 1]
    ]


def with_lines(source: Source, at: int, *lines: str, over: int = 0) -> Planted:
    """`lines` at index `at`, in place of so many; the fault is in the first."""
    new = [*source.lines[:at], *lines, *source.lines[at + over :]]
    return Planted("\n".join(new).encode(), at + 1)


Words = Callable[[Random], str]
Places = Callable[[Source], list[int]]


def sentence(words: Words, places_in: Places = sentences) -> Plant:
    """A sentence more behind some others."""

    def plant(chance: Random, source: Source) -> Planted | None:
        places = places_in(source)
        if not places:
            return None
        at = chance.choice(places)
        return with_lines(source, at, source.lines[at] + words(chance), over=1)

    return plant


def marked(words: Words) -> Plant:
    """A sentence with markup more at the end of some paragraph."""
    return sentence(words, paragraphs)


def block(words: Words, line: int = 0) -> Plant:
    """A block more behind some paragraph; the fault is in its line `line`, counted from 0."""

    def plant(chance: Random, source: Source) -> Planted | None:
        places = paragraphs(source)
        if not places:
            return None
        at = chance.choice(places) + 1
        made = with_lines(source, at, "", *words(chance).split("\n"))
        return made._replace(line=at + 2 + line)

    return plant


def replaced(pattern: str, change: Callable[[Random, re.Match[str]], str | None]) -> Plant:
    """A match in some paragraph is changed; None where none of a few can be."""
    compiled = re.compile(pattern)

    def plant(chance: Random, source: Source) -> Planted | None:
        found = [
            (at, match)
            for at in paragraphs(source)
            for match in compiled.finditer(source.lines[at])
        ]
        chance.shuffle(found)
        for at, match in found[:5]:
            new = change(chance, match)
            if new is not None:
                line = match.string
                changed = line[: match.start()] + new + line[match.end() :]
                return with_lines(source, at, changed, over=1)
        return None

    return plant


def either(*plants: Plant) -> Plant:
    """One of them by chance, the others where it finds no room."""

    def plant(chance: Random, source: Source) -> Planted | None:
        for one in chance.sample(plants, len(plants)):
            planted = one(chance, source)
            if planted:
                return planted
        return None

    return plant


def field_at(source: Source, key: str) -> tuple[int, int] | None:
    """The index of the first line of a field of the head, and how many lines it has."""
    end = body_index(source) - 1
    for at in range(1, end):
        if source.lines[at].startswith(f"{key}:"):
            over = at + 1
            while over < end and not KEY.match(source.lines[over]):
                over += 1
            return at, over - at
    return None


def value_of(source: Source, key: str) -> str:
    found = field_at(source, key)
    return source.lines[found[0]].partition(":")[2].strip() if found else ""


def with_field(source: Source, key: str, value: str, also: tuple[str, ...] = ()) -> Planted:
    """`key` with this value, in its place or at the end of the head; without the fields `also`."""
    for gone in also:
        found = field_at(source, gone)
        if found:
            data = with_lines(source, found[0], over=found[1]).data
            source = Source(source.path, data or b"", source.kind, source.others)
    found = field_at(source, key)
    at, over = found or (body_index(source) - 1, 0)
    return with_lines(source, at, f"{key}: {value}", over=over)


def is_shown(source: Source) -> bool:
    """Whether citizens see the record on the day for which the sample is written."""
    until = value_of(source, "下线日期") or TODAY
    published = value_of(source, "发布日期")
    return value_of(source, "状态") != "草稿" and published <= TODAY and until >= TODAY[:10]


def if_shown(plant: Plant) -> Plant:
    """Of faults that only a record that is shown can have: others are told of when they are."""
    return lambda chance, source: plant(chance, source) if is_shown(source) else None


def mentions(source: Source) -> frozenset[Place]:
    """Where other files name this record, as a field or a link does."""
    identifier = re.escape(source.path.removesuffix(".md"))
    name = re.compile(rf"(?<![\w\-/]){identifier}(?![\w\-.])|(?<=/){identifier}(?=\.md)")
    return frozenset(
        Place(other.path, number)
        for other in source.others.values()
        if other.path != source.path and other.path.endswith((".md", ".yml"))
        for number, line in enumerate(other.lines, 1)
        if name.search(line)
    )

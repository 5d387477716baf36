"""Names, posts and order of the leaders, as bureau.yml has them, and an office's list for old news.

bureau.yml has no dates, so a post that differs is a warning and not an error: the news may be older
than the post. Rows of an office's list with 自 and 至 say who had which post when.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from plugins.bureau import Bureau
from plugins.findings import Severity
from plugins.wording.hits import Hit
from plugins.wording.rows import LEADER, WordRow
from plugins.wording.sounds import sounds_alike

POST = r"(?:党[委组])(?:副?书记|委员|成员)|副?局长|总工程师"
# Somebody who had, or will have, the post.
NOT_NOW = re.compile(r"[原前]$|时任$|曾任$|兼任?$|代$|拟任$|新任$")
MAY_BE = re.compile("局长|党[委组]|总工程师")
POSTS = re.compile(rf"(?P<posts>(?:{POST})(?:[、，](?:{POST}))*)")
HAN = re.compile(r"[㐀-䶿一-鿿]+")


def posts_in(words: str) -> list[str]:
    return re.findall(POST, words)


class Leaders:
    def __init__(self, bureau: Bureau | None, rows: Iterable[WordRow]) -> None:
        now = bureau.leaders if bureau else []
        self._order = [leader.name for leader in now]
        self._posts = {leader.name: leader.post for leader in now}
        self._rows = [row for row in rows if row.kind == LEADER and row.severity]
        names = dict.fromkeys([*self._order, *(row.written for row in self._rows)])
        self._names = list(names)
        name = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
        self._with_post = re.compile(
            rf"(?P<before>(?:{POST})(?:、(?:{POST}))*)(?=(?P<named>{name}))"
            rf"|(?P<name>{name})(?P<after>(?:{POST}))"
        ) if names else None  # fmt: skip
        self._list = re.compile(
            rf"(?:{name})(?:(?:{POST})?、(?:(?:{POST})、)*(?:{POST})?(?:{name}))+"
        ) if names else None  # fmt: skip
        self._name = re.compile(name)

    def find(self, text: str, written_on: date | None) -> Iterator[Hit]:
        if not self._with_post or not self._list:
            return
        if MAY_BE.search(text):
            for match in self._with_post.finditer(text):
                yield from self._wrong_post(match, written_on)
            yield from self._near_names(text)
        if "、" in text:
            for match in self._list.finditer(text):
                yield from self._wrong_order(match)

    def _posts_of(self, name: str, day: date | None) -> set[str]:
        """All posts that the leader may have had on that day."""
        found = posts_in(self._posts.get(name, ""))
        for row in self._rows:
            began = not day or not row.since or row.since <= day
            lasts = not day or not row.until or day <= row.until
            if row.written == name and began and lasts:
                found += posts_in(row.right)
        return set(found)

    def _wrong_post(self, match: re.Match[str], day: date | None) -> Iterator[Hit]:
        name = match["named"] or match["name"]
        right = self._posts_of(name, day)
        if NOT_NOW.search(match.string[max(0, match.start() - 2) : match.start()]):
            return
        wrong = [post for post in posts_in(match["before"] or match["after"]) if post not in right]
        if wrong and right:
            end = match.end("named") if match["named"] else match.end()
            known = "、".join(row.right for row in self._rows if row.written == name)
            post = self._posts.get(name) or known
            message = f"{name}的职务写成了“{wrong[0]}”"
            hint = f"现任职务是{post}；是当时的职务，在 words.csv 加一行领导，写明自何日至何日"
            yield Hit("word-leader", Severity.WARNING, match.start(), end, message, hint)
        elif wrong:
            message = f"{name}在这一天没有“{wrong[0]}”的职务"
            hint = "核对日期；改 words.csv 里这位领导的自、至"
            end = match.end("named") if match["named"] else match.end()
            yield Hit("word-leader", Severity.WARNING, match.start(), end, message, hint)

    def _near_names(self, text: str) -> Iterator[Hit]:
        """A name beside a post that is nearly, and not quite, that of a leader."""
        for match in POSTS.finditer(text):
            for name in self._names:
                size = len(name)
                before, after = match.start() - size, match.end()
                for start in (before, after):
                    written = text[start : start + size] if start >= 0 else ""
                    if self._is_near(written, name):
                        message = f"“{written}”应为“{name}”"
                        hint = f"改成“{name}”；确是另一个人，在 words.csv 加一行领导"
                        end = start + size
                        yield Hit("word-leader", Severity.ERROR, start, end, message, hint)

    def _is_near(self, written: str, name: str) -> bool:
        if written == name or written in self._names or not HAN.fullmatch(written):
            return False
        same = sum(one == other for one, other in zip(written, name, strict=False))
        if len(written) != len(name) or (written[0] != name[0] and not sounds_alike(written, name)):
            return False
        return same == len(name) - 1 and (len(name) > 2 or sounds_alike(written, name))

    def _wrong_order(self, match: re.Match[str]) -> Iterator[Hit]:
        names = [name for name in self._name.findall(match[0]) if name in self._order]
        if any(self._order.index(a) > self._order.index(b) for a, b in pairwise(names)):
            message = f"领导的先后写成了“{'、'.join(names)}”"
            right = "、".join(sorted(names, key=self._order.index))
            hint = f"bureau.yml 里的先后是{right}"
            yield Hit("word-leader", Severity.WARNING, *match.span(), message, hint)

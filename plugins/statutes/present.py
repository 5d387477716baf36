"""A record that is in the column already: what it says of its statute, whether it has a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

from plugins.records.frontmatter import split
from plugins.records.kinds import KINDS
from plugins.records.validate import validate
from plugins.source import UnreadableFileError
from plugins.statutes.facts import NATION
from plugins.statutes.source import visible

if TYPE_CHECKING:
    from plugins.records.kinds.statute import Statute

# Behind a title: （2019年修正）, (2021修订).
VERSION_MARK = re.compile(r"\(\d{4}年?[^()]{0,8}(?:修正|修订|修改)[^()]{0,4}\)$")
SAME_BRACKETS = str.maketrans("（）〔〕〈〉", "()[]《》")
COMMENT = ("<!--", "-->")


@dataclass(frozen=True)
class Present:
    """`name` is its slug, `path` that of its file in the column's folder.

    `title` is the key of its title, "" if the file can't be read. `words` is what a reader sees of
    its text, without white space; "" if it holds facts only.
    """

    name: str
    path: str
    title: str = ""
    model: Statute | None = None
    words: str = ""

    @property
    def version(self) -> date | None:
        """The last day of enactment, else that of effect."""
        if self.model is None:
            return None
        days = [self.model.adopted, self.model.promulgated, *self.model.amended]
        return max((day for day in days if day), default=self.model.effective)

    @property
    def effective(self) -> date | None:
        return self.model.effective if self.model else None

    @property
    def holds_facts_only(self) -> bool:
        return self.model is not None and bool(self.title) and not self.words


def title_key(title: str) -> str:
    """By this two titles of one statute are equal: 中华人民共和国照明法（2019年修正）is 照明法."""
    key = visible(title).removeprefix(NATION).translate(SAME_BRACKETS)
    return VERSION_MARK.sub("", key)


def read_present(text: str, path: str) -> Present:
    """The record in a file of the column; `path` is relative to the column's folder."""
    stem = path.rpartition("/")[2].removesuffix(".md")
    try:
        head = split(text, path)
    except UnreadableFileError:
        return Present(stem, path)
    model, _ = validate(KINDS["statute"], head.located, path)
    statute = cast("Statute", model)
    title = getattr(model, "title", None) or ""
    words = visible(_without_comments(head.body))
    return Present(getattr(model, "slug", None) or stem, path, title_key(title), statute, words)


def _without_comments(text: str) -> str:
    parts: list[str] = []
    at = 0
    while (start := text.find(COMMENT[0], at)) >= 0:
        end = text.find(COMMENT[1], start)
        if end < 0:
            break
        parts.append(text[at:start])
        at = end + len(COMMENT[1])
    return "".join([*parts, text[at:]])

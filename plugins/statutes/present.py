"""A record that is in the column already: what it says of its statute, whether it has a text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

from plugins.clauses.heads import head_of
from plugins.records.frontmatter import split
from plugins.records.kinds import KINDS
from plugins.records.validate import validate
from plugins.source import UnreadableFileError
from plugins.statutes.source import visible
from plugins.statutes.titles import later, marked_version, title_key

if TYPE_CHECKING:
    from plugins.records.kinds.statute import Statute

COMMENT = ("<!--", "-->")
# A decision without clauses is longer.
LONGEST_NOTE = 400


@dataclass(frozen=True)
class Present:
    """`name` is its slug, `path` that of its file in the column's folder.

    `title` is the key of its title, "" if the file can't be read. `words` is what a reader sees of
    its text, without white space.
    """

    name: str
    path: str
    title: str = ""
    model: Statute | None = None
    words: str = ""
    has_clauses: bool = False

    @property
    def version(self) -> date | None:
        """The last day of enactment, else that of effect."""
        if self.model is None:
            return None
        days = [self.model.adopted, self.model.promulgated, *self.model.amended]
        last = max((day for day in days if day), default=self.model.effective)
        return later(last, marked_version(self.model.title or ""))

    @property
    def effective(self) -> date | None:
        return self.model.effective if self.model else None

    @property
    def holds_facts_only(self) -> bool:
        return self.model is not None and bool(self.title) and not self.has_text

    @property
    def has_text(self) -> bool:
        """Whether its words are those of the statute: an editor's note about it is no text."""
        return self.has_clauses or len(self.words) > LONGEST_NOTE


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
    has_clauses = any(map(head_of, head.body.split("\n")))
    name = getattr(model, "slug", None) or stem
    return Present(name, path, title_key(title), statute, words, has_clauses)


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

"""A line of a text on its way through the passes, and a note about one."""

from __future__ import annotations

from typing import NamedTuple

from plugins.findings import Severity


class Line(NamedTuple):
    """`number` counts the lines of the source from 0; inserted lines have that of a neighbour."""

    number: int
    text: str

    @property
    def is_blank(self) -> bool:
        return not self.text or self.text.isspace()

    def with_text(self, text: str) -> Line:
        return Line(self.number, text)

    def blank(self) -> Line:
        """An empty line to separate this one from the one before."""
        return Line(self.number, "")


class Note(NamedTuple):
    """What is wrong in line `number`, counted from 0, at `words`."""

    rule: str
    severity: Severity
    number: int
    words: str
    message: str
    hint: str

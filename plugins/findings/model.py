"""The Finding, and helpers for making one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """Only an error leaves a record out of the site and stops a publish."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def label(self) -> str:
        return {"error": "错误", "warning": "提醒", "info": "提示"}[self]

    @property
    def rank(self) -> int:
        return ("error", "warning", "info").index(self)


class Position(NamedTuple):
    """A place in a text file, both counted from 1, columns in characters."""

    line: int = 1
    column: int = 1


# A finding as plain values: rule, severity, path, message, hint, line, column, cause.
FindingTuple = tuple[str, str, str, str, str, int, int, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem found by one rule.

    `path` is relative to the content folder and uses `/`. `message` says what is wrong and
    `hint` what would be right, both in Chinese, for someone who is not a programmer. `cause` is the
    path of another file whose error brings this about; with that error it goes.
    """

    rule: str
    severity: Severity
    path: str
    message: str
    hint: str = ""
    line: int = 1
    column: int = 1
    cause: str = ""

    @property
    def as_tuple(self) -> FindingTuple:
        """A tuple of plain values to store."""
        severity = self.severity.value
        return (
            self.rule, severity, self.path, self.message, self.hint, self.line, self.column,
            self.cause,
        )  # fmt: skip

    @classmethod
    def from_tuple(cls, plain: FindingTuple) -> Finding:
        rule, severity, path, message, hint, line, column, cause = plain
        return cls(rule, Severity(severity), path, message, hint, line, column, cause)

    @property
    def sort_key(self) -> tuple[str, int, int, int, str, str]:
        return (self.path, self.line, self.column, self.severity.rank, self.rule, self.message)


def nearest(word: str, candidates: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The candidate that `word` was probably meant to be, or None when nothing is near.

    Chinese words are short, so one wrong character of three must still count as near.
    """
    matches = difflib.get_close_matches(word, list(candidates), n=1, cutoff=cutoff)
    return matches[0] if matches else None


def position_in(text: str, needle: str, first_line: int = 1) -> Position:
    """Where `needle` first occurs in `text`, which starts on `first_line`; else the start."""
    offset = text.find(needle)
    return Position(first_line) if offset < 0 else position_at(text, offset, first_line)


def position_at(text: str, offset: int, first_line: int = 1) -> Position:
    return Position(first_line + text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset))


def has_errors(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)

"""The rows of a list of words: the format that the program's lists and an office's list share."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from plugins.findings import Severity

LISTS = Path(__file__).with_name("lists")
COLUMNS = ("类型", "写法", "应为", "程度", "例外", "说明", "谁加的", "日期")
# From when until when a leader has the post; a list may leave both columns out.
TERM_OF_OFFICE = ("自", "至")
NAME, TERM, CONFUSION, CAUTION, SUPERLATIVE, VARIANT, LEADER = KINDS = (
    "名称", "术语", "错词", "慎用", "绝对化", "异体字", "领导",
)  # fmt: skip
OFF = "关闭"
SEVERITIES = {severity.label: severity for severity in Severity}
# What is shorter sounds like too many other words.
SHORTEST_TERM = 3


@dataclass(frozen=True, slots=True)
class WordRow:
    """One row. `severity` is None where an office switches a row of the program off.

    `written` is the word (names and terms), the wrong word (the other kinds) or a leader's name;
    `right` what it should be, or the leader's post. `exceptions` are words and phrases: what
    overlaps one of them in a text is no fault.
    """

    kind: str
    written: str
    right: str
    severity: Severity | None
    exceptions: tuple[str, ...] = ()
    note: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What an office's row replaces: a leader may have several."""
        kind = TERM if self.kind == NAME else self.kind
        return (kind, self.written)


def default_severity(kind: str) -> Severity:
    return Severity.ERROR if kind in (NAME, LEADER) else Severity.WARNING


def exceptions_in(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (each.strip() for each in cell.split("、"))))


@cache
def program_rows() -> tuple[WordRow, ...]:
    """All lists of the program. They are tested, so nothing is checked here."""
    return tuple(row for file in sorted(LISTS.glob("*.csv")) for row in _rows_of(file))


def _rows_of(file: Path) -> Iterator[WordRow]:
    with file.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines)
        next(reader)
        for kind, written, right, severity, exceptions, note, *_ in reader:
            found = exceptions_in(exceptions) if exceptions else ()
            yield WordRow(kind, written, right, SEVERITIES[severity], found, note)

"""One record mended: each repair is kept only where the record stays the very same."""

from __future__ import annotations

from typing import NamedTuple

from plugins.bureau import Column
from plugins.findings import Severity
from plugins.mending.steps import STEPS
from plugins.records.kinds import KINDS
from plugins.records.reader import read_record
from plugins.records.record import ParseResult
from plugins.texts.converter import Converter


class Mended(NamedTuple):
    """`done` are the words of the repairs in `data`, `left` of those that would have changed the
    record.
    """

    data: bytes
    done: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def mend(path: str, data: bytes, column: Column, converter: Converter, now: int) -> Mended:
    """The file with all repairs that are safe; a file that can't be read stays as it is."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return Mended(data)
    ending = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n")
    if "\r" in plain or plain.replace("\n", ending) != text:
        # Line ends of several kinds: a difference would show lines that nobody mended.
        return Mended(data)
    before = read_record(path, data, column, converter, now)
    if before.record is None:
        return Mended(data)
    done, left = [], []
    for step in STEPS:
        mended = step.apply(plain, KINDS[column.kind])
        if mended == plain:
            continue
        after = read_record(path, mended.encode(), column, converter, now)
        if _is_same(before, after):
            plain = mended
            done.append(step.words)
        else:
            left.append(step.words)
    return Mended(plain.replace("\n", ending).encode(), tuple(done), tuple(left))


def _is_same(before: ParseResult, after: ParseResult) -> bool:
    """Whether the record has the same fields and the same page, and no new error."""
    if before.record is None or after.record is None or before.is_valid != after.is_valid:
        return False
    old, new = before.record, after.record
    return (
        old.extract == new.extract
        and old.content.data == new.content.data
        and old.content.body.html == new.content.body.html
        and _errors(after) <= _errors(before)
    )


def _errors(read: ParseResult) -> set[tuple[str, str]]:
    return {(f.rule, f.message) for f in read.findings if f.severity is Severity.ERROR}

"""What policies and statutes have in common: they take effect, are amended, lapse, are repealed.

An editor writes a word and days. The days decide: where they have overtaken the word, pages show
what is true now, and a finding asks for another word.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Self

from plugins.clock import DAY, midnight
from plugins.incremental.tracking import has_passed
from plugins.records.fields import Problem
from plugins.records.formatting import chinese_day
from plugins.records.kinds.base import FindSuccessor, RecordModel
from plugins.records.presentation import Notice

if TYPE_CHECKING:
    from plugins.records.kinds.policy import Policy
    from plugins.records.kinds.statute import Statute

# Of what is not in force yet it is plain.
TONES = {
    "有效": "good",
    "现行有效": "good",
    "已修改": "warn",
    "失效": "stop",
    "废止": "stop",
    "已废止": "stop",
}


class ValidityWords(NamedTuple):
    """What the kind calls each state; those of a document without end never lapse."""

    in_force: str
    pending: str
    repealed: str
    lapsed: str = ""


class Days(NamedTuple):
    """The days of a document that are known: it is in force from `begins`, and no more from
    `repealed` or after `last`.
    """

    begins: date | None = None
    repealed: date | None = None
    last: date | None = None


def validity_at(now: int, written: str, words: ValidityWords, days: Days) -> tuple[str, str]:
    """The validity at `now`, in seconds since 1970, and which day makes it so, in words; without
    a day that decides, the validity as written.
    """
    if days.repealed and _has_come(days.repealed, now):
        return words.repealed, f"废止日期 {days.repealed} 已到"
    if days.last and has_passed(midnight(days.last) + DAY, now):
        return words.lapsed, f"有效期至 {days.last}，已过"
    if days.begins and not _has_come(days.begins, now):
        return words.pending, f"施行日期 {days.begins} 还没有到"
    if written == words.pending and days.begins:
        return words.in_force, f"施行日期 {days.begins} 已到"
    if written == words.repealed and days.repealed:
        return words.in_force, f"废止日期 {days.repealed} 还没有到"
    return written, ""


class DocumentModel(RecordModel):
    """A kind with a field `validity` that its days may overtake."""

    if TYPE_CHECKING:
        validity: str

    def validity_at(self, now: int) -> tuple[str, str]:
        """As the function of this name."""
        raise NotImplementedError

    def last_day(self) -> date | None:
        """The last day of its validity, where it ends by itself."""
        return None

    def as_of(self, now: int) -> Self:
        validity, _ = self.validity_at(now)
        return self if validity == self.validity else self.model_copy(update={"validity": validity})

    def outdated(self, now: int) -> Iterator[Problem]:
        validity, reason = self.validity_at(now)
        if validity != self.validity:
            message = f"写的是“{self.validity}”，但{reason}，网页上显示“{validity}”"
            yield Problem("validity", message, f"改成“{validity}”，或核对日期", "warning")


def _has_come(day: date, now: int) -> bool:
    return has_passed(midnight(day), now)


def is_repealed(validity: str) -> bool:
    return validity in {"废止", "已废止"}


def validity_notices(
    data: Policy | Statute, reason: str | None, find_successor: FindSuccessor
) -> Iterator[Notice]:
    """`reason` is why it was repealed, or why nothing took its place."""
    if is_repealed(data.validity):
        when = f"已于{chinese_day(data.repealed)}废止" if data.repealed else "已经废止"
        yield Notice("stop", f"本{data.noun}{when}。{reason or ''}", find_successor())
    elif data.validity == "失效":
        last = data.last_day()
        until = f"有效期至{chinese_day(last)}，" if last else ""
        yield Notice("stop", f"本{data.noun}{until}已失效，不再作为办事和执法的依据。")
    elif data.validity == "已修改":
        words = f"本{data.noun}已经修改，请以修改后的文本为准。"
        yield Notice("warn", words, find_successor())
    elif data.validity in {"尚未施行", "尚未生效"} and data.effective:
        since = chinese_day(data.effective)
        yield Notice("warn", f"本{data.noun}自{since}起施行，目前尚未施行。")
    elif data.repealed:
        words = f"本{data.noun}将于{chinese_day(data.repealed)}废止，现在仍然有效。"
        yield Notice("warn", words, find_successor())

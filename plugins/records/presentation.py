"""The small values in which a kind says what is shown of a record; templates read them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple, Protocol

from plugins.records.formatting import shown

# What a page may add of bureau.yml.
LEADERS, CONTACT = "负责人名单", "联系方式"
# A longer value takes a row of its own.
LONG = 40


class Calendar(Protocol):
    """The time for which a site is built.

    A caller that needs only a comparison asks `is_past` or `has_begun`: these record when the
    answer changes, while a page that reads `today` is built again every day.
    """

    @property
    def today(self) -> date: ...

    def is_past(self, moment: date | datetime) -> bool: ...

    def has_begun(self, moment: date | datetime) -> bool: ...


class Badge(NamedTuple):
    """A short word beside a title. `tone` is good, warn, stop or plain."""

    text: str
    tone: str = "plain"


class NoticeLink(NamedTuple):
    text: str
    address: str


class Notice(NamedTuple):
    """A sentence above a record's text.

    `tone` is stop (no longer so), warn (with care) or plain.
    """

    tone: str
    text: str
    link: NoticeLink | None = None


class Alert(NamedTuple):
    """A warning that stands on every page from `start` until `end`, in seconds since 1970.

    `words` say what to do, `source` who gave it.
    """

    level: str
    title: str
    words: str
    source: str
    start: int
    end: int


class Fact(NamedTuple):
    """One field as it is shown: its name in code, its label, and its value as a list of words.

    `sort` is what a table column is sorted by.
    """

    name: str
    label: str
    values: list[str]
    long: bool = False
    date: bool = False
    sort: str = ""

    @property
    def value(self) -> str:
        return "、".join(self.values)

    @property
    def of_words(self) -> bool:
        """Whether the values are so short that they stand in one line."""
        return max(map(len, self.values)) <= 11


class CalendarEntry(NamedTuple):
    """What a calendar file needs of a record that takes place at a time."""

    start: datetime
    end: datetime
    place: str
    phone: str
    cancelled: bool


class StatuteFacts(NamedTuple):
    """What pages that cite a statute need of it. `since` is when this text took effect; unless
    `since_stated`, that is a guess: the day of its last amendment. `amendments` are all the days on
    which the statute was amended, as far as its editor knew.
    """

    since: date
    since_stated: bool
    promulgated: date | None
    amendments: tuple[date, ...]
    short_title: str | None
    validity: str
    repealed: date | None
    official: str | None


class PageSummary(NamedTuple):
    """What meta tags and JSON-LD say of a record's page, addresses in full."""

    title: str
    address: str
    summary: str
    image: str
    published: str
    changed: str


class TextProblem(NamedTuple):
    """What is wrong with the text of a record; `at` is the words where it stands, if anywhere."""

    rule: str
    message: str
    hint: str
    at: str | None = None


def make_fact(name: str, label: str, value: Any, unit: str = "") -> Fact:
    words = shown(value)
    return Fact(
        name=name,
        label=label,
        values=[word + unit for word in words] if unit else words,
        long=isinstance(value, str) and len(value) > LONG,
        date=isinstance(value, date),
        sort=_sort_key(value),
    )


def is_empty(value: Any) -> bool:
    return value is None or value == [] or value == ()


def _sort_key(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None or isinstance(value, list | tuple) else str(value)

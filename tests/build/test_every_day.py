"""The sample site, built on each of 400 days without an edit: what changes is what days change.

Every record page that is written on a day must belong to a record to which the day means something,
or lead to one. Every record whose time is over must have a new page on its day. Every twentieth day
the site is compared with one that is built from nothing.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

import pytest

from tests.build.built import NOW, ROOT, build, pages
from tests.rebuild.front_matter import parts, value

DAYS = 400
COMPARED = 20
A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LINK = re.compile(r'href="([^"#?]+\.html)')
# A page of a record; lists and calendars of a column have other names.
RECORD_PAGE = re.compile(r"([\w-]+)/(?:\d{4}/)?([\w-]+)\.html")
# By the label of a day: how many days later its page must be new, at nine in the morning.
OVER = {"下线日期": 1, "归档日期": 0, "公示截止期": 1}
REPORT_ASKED_AFTER = timedelta(days=14)


class Dated:
    """A record by the days of its head."""

    def __init__(self, file: Path) -> None:
        self.text = file.read_text(encoding="utf-8")
        self.id = f"{file.parent.name}/{value(self.text, '网址名') or file.stem}"
        head = "\n".join(parts(self.text)[0])
        self.days = {date.fromisoformat(day) for day in A_DAY.findall(head)}

    @cached_property
    def counted(self) -> tuple[date, date] | None:
        """From when until when its page or what is found about it names a number of days."""
        if self.id.startswith("tasks/") and value(self.text, "期限") is not None:
            # The last days of its periods, if the paper came today.
            return date.min, date.max
        opens, closes = (value(self.text, label) for label in ("开始日期", "截止日期"))
        if not self.id.startswith("consultations/") or opens is None or closes is None:
            return None
        end = date.max if value(self.text, "征集结果") is None else date.fromisoformat(closes)
        return date.fromisoformat(opens), end

    def has(self, today: date) -> bool:
        """Whether something about it may be other than a day before."""
        yesterday = today - timedelta(days=1)
        meant = {today, yesterday, today - REPORT_ASKED_AFTER, yesterday - REPORT_ASKED_AFTER}
        if self.counted and self.counted[0] <= today <= self.counted[1]:
            return True
        return bool(self.days & meant)

    def is_over(self, today: date) -> bool:
        """Whether its page must be new today, for its time is over."""
        published = date.fromisoformat((value(self.text, "发布日期") or "")[:10])
        ends = [(value(self.text, label), later) for label, later in OVER.items()]
        if published >= today or value(self.text, "撤回") is not None:
            return False
        return any(
            end and date.fromisoformat(end) + timedelta(days=later) == today for end, later in ends
        )


def record_id(path: str) -> str:
    found = RECORD_PAGE.fullmatch(path)
    return f"{found[1]}/{found[2]}" if found else ""


def linked(path: str, html: str) -> Iterator[str]:
    """The ids of the records to whose pages a page leads."""
    for target in LINK.findall(html):
        yield record_id(
            posixpath.normpath(posixpath.join(posixpath.dirname(path), target)).lstrip("/")
        )


@pytest.mark.xdist_group("every day")
def test_every_day(tmp_path):
    content, site = ROOT / "content", tmp_path / "site"
    records = {record.id: record for record in map(Dated, content.glob("*/*.md"))}
    before: dict[str, str] = {}
    listing: dict[date, list[str]] = {}
    unexplained, late = [], []
    for number in range(DAYS):
        now = NOW + timedelta(days=number)
        today = now.date()
        written = build(content, site, now=now, preview=False).files
        # A page in traditional characters is written whenever its page is.
        listing[today] = [path for path in written if not path.startswith("zh-hant/")]
        meant = {id for id, record in records.items() if record.has(today)}
        for path in written:
            if record_id(path) not in records:
                continue
            html = (site / "output" / path).read_text(encoding="utf-8")
            near = {record_id(path), *linked(path, html), *linked(path, before.get(path, ""))}
            before[path] = html
            if number and not near & meant:
                unexplained.append((today.isoformat(), path))
        new = {record_id(path) for path in written}
        if number:
            over = {id for id, record in records.items() if record.is_over(today)}
            late += [(today.isoformat(), id) for id in over - new]
        if number % COMPARED == COMPARED - 1:
            build(content, tmp_path / "clean", now=now, workers=2, preview=False)
            assert pages(site) == pages(tmp_path / "clean"), today
            # Each of them from nothing.
            (tmp_path / "clean").rename(tmp_path / f"clean-{number}")
    assert unexplained == []
    assert late == []
    # The days are worth something: what ends, ends, and most days touch few pages.
    assert sum(len(paths) > 3 for paths in listing.values()) > DAYS / 10
    quiet = sorted(len(paths) for paths in listing.values())[DAYS // 2]
    assert quiet < 10, quiet

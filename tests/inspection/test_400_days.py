"""The sample, looked at on each of 400 days without an edit: what must be done by a day is
announced before it, found from the day after on, and at no other time.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from plugins.clock import CHINA
from plugins.inspection import check_clocks, falls_due
from plugins.records.duties import Duty
from plugins.records.loading import load_library
from plugins.relations import build_graph
from plugins.relations.cross_record_rules import check_record

CONTENT = Path(__file__).resolve().parents[2] / "content"
FIRST, DAYS, BEFORE = datetime(2026, 11, 23, 9, 0, tzinfo=CHINA), 400, 14
# Said of what nobody must do: the document lapses.
LAPSES = "outdated"


class Walk:
    """By what is to be done (rule, path, last day): on which days it is announced; by rule and
    path: on which days it is found.
    """

    def __init__(self) -> None:
        self.announced: dict[tuple[str, str, date], list[date]] = defaultdict(list)
        self.found: dict[tuple[str, str], list[date]] = defaultdict(list)
        library = load_library(CONTENT, FIRST)
        graph = build_graph(library, FIRST)
        for number in range(DAYS):
            now = FIRST + timedelta(days=number)
            today = now.date()
            for due in falls_due(library, now, BEFORE):
                self.announced[due.rule, due.path, due.day].append(today)
            late = list(check_clocks(library, now))
            for record in library.published(now):
                if record.extract.duties:
                    late += check_record(library, graph, record, now)
            for path, rule in {(each.path, each.rule) for each in late}:
                self.found[rule, path].append(today)
        self.library = library


@pytest.fixture(scope="module")
def walk() -> Walk:
    return Walk()


def days_between(first: date, last: date) -> list[date]:
    end = (FIRST + timedelta(days=DAYS - 1)).date()
    first, last = max(first, FIRST.date()), min(last, end)
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def duties(walk: Walk):
    """The last days of what must be done about records, by rule and path; several are the first."""
    library = walk.library
    thresholds = library.valid_bureau.thresholds
    for record in library.records.values():
        for duty in map(Duty.of, record.extract.duties):
            if duty.rule != LAPSES and not library.entries[record.id].draft:
                yield duty.rule, record.path, duty.last_day(thresholds), record.published.date()


def test_there_is_something_to_walk_past(walk):
    rules = {rule for rule, *_ in walk.announced}
    assert {"review-due", "outcome-due", "report-due", "column-stale", "yearly-late"} <= rules
    assert len(walk.announced) > 40


def test_each_duty_is_announced_on_the_days_before_and_on_its_last_one(walk):
    for rule, path, day, published in duties(walk):
        since = max(day - timedelta(days=BEFORE), published)
        assert walk.announced.get((rule, path, day), []) == days_between(since, day), (rule, path)


def test_each_duty_is_found_from_the_day_after_on_and_never_before(walk):
    last_days: dict[tuple[str, str], list[tuple[date, date]]] = defaultdict(list)
    for rule, path, day, published in duties(walk):
        last_days[rule, path].append((day, published))
    for about, days in last_days.items():
        day, published = min(days)
        since = max(day + timedelta(days=1), published)
        assert walk.found.get(about, []) == days_between(since, date.max), about


def test_a_column_is_announced_until_its_last_day_and_stale_from_the_next(walk):
    stale = {path: days for (rule, path), days in walk.found.items() if rule == "column-stale"}
    assert len(stale) > 10
    for path, days in stale.items():
        last = days[0] - timedelta(days=1)
        assert days == days_between(days[0], date.max), path
        if days[0] > FIRST.date():
            assert walk.announced["column-stale", path, last][-1] == last
            assert len(walk.announced["column-stale", path, last]) <= BEFORE + 1


def test_annual_reports_are_due_by_the_end_of_january(walk):
    path, last = "disclosure-reports/_column.yml", date(2027, 1, 31)
    announced = walk.announced["yearly-late", path, last]
    assert announced == days_between(date(2027, 1, 17), last)
    assert walk.found["yearly-late", path] == days_between(date(2027, 2, 1), date.max)

"""Counting the last days of periods: theme/static/js/site/periods.js counts as Python does."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from plugins.views.periods import UNIT_CODES
from plugins.working_days import UNITS, exceptions, is_announced, period_end

FIRST, LAST = date(2024, 1, 1), date(2026, 12, 31)
PERIODS = [(1, "工作日"), (15, "日"), (60, "日"), (6, "个月"), (1, "个月"), (20, "工作日")]
DAYS = " ".join(
    f"{'+' if is_working else '-'}{day:%Y%m%d}" for day, is_working in exceptions(FIRST, LAST)
)
ROWS = "".join(
    f'<tr data-count="{count}" data-unit="{UNIT_CODES[unit]}"><td><time></time>'
    '<span data-periods="left"></span><span data-periods="doubt"></span></td></tr>'
    for count, unit in PERIODS
)
BODY = f"""<section class="periods" data-days="{DAYS}" data-announced="2026"
 data-since="打疫苗">
<form hidden><label for="d">哪一天打疫苗的</label><input type="date" id="d"></form>
<table><thead><tr><th data-periods="head"></th></tr></thead>
<tbody>{ROWS}</tbody></table></section>"""
FROZEN = """
const now = new Date("MOMENT").getTime();
window.Date = class extends Date {
  constructor(...given) { super(...(given.length ? given : [now])); }
};
"""
SCRIPT = "site/periods.js"


def in_chinese(day):
    weekday = "一二三四五六日"[day.weekday()]
    return f"{day.year}年{day.month}月{day.day}日（周{weekday}）"


@pytest.fixture
def calculator(bare):
    """The page as it is at a moment; its form is filled in by `set_day`."""

    def open_(now: str):
        return bare(BODY, SCRIPT, before=FROZEN.replace("MOMENT", now))

    return open_


def shown(page, selector):
    return page.locator(f"tbody {selector}").all_text_contents()


def test_the_same_days_as_in_python(calculator):
    page = calculator("2026-11-29T09:00:00")
    assert {unit for _, unit in PERIODS} == {*UNITS} and is_announced(2026)
    picked = random.Random(12)
    for _ in range(40):
        since = FIRST + timedelta(days=picked.randrange((LAST - FIRST).days - 200))
        page.get_by_label("哪一天打疫苗的").fill(since.isoformat())
        expected = [in_chinese(period_end(since, *period).day) for period in PERIODS]
        assert shown(page, "time") == expected, since
    (head,) = page.locator("th").all_text_contents()
    assert head == f"{since.year}年{since.month}月{since.day}日打疫苗的，最后一天"


def test_it_begins_with_today_and_allows_no_later_day(calculator):
    page = calculator("2026-03-04T23:59:00")
    day = page.get_by_label("哪一天打疫苗的")
    assert day.is_visible()
    assert (day.input_value(), day.get_attribute("max")) == ("2026-03-04", "2026-03-04")
    assert shown(page, "time")[0] == "2026年3月5日（周四）"
    assert shown(page, "[data-periods=left]")[0] == "还有1天"


def test_how_many_days_are_left_or_that_it_is_over(calculator):
    page = calculator("2026-03-20T09:00:00")
    day = page.get_by_label("哪一天打疫苗的")
    day.fill("2026-03-05")
    assert shown(page, "[data-periods=left]")[:3] == ["已经过了", "今天是最后一天", "还有47天"]


def test_a_year_that_is_not_announced_is_told(calculator):
    page = calculator("2026-11-29T09:00:00")
    doubts = shown(page, "[data-periods=doubt]")
    assert doubts[0] == "" and doubts[2] == "2027年的放假安排还没有公布，按周一至周五计算"


def test_an_empty_day_changes_nothing(calculator):
    page = calculator("2026-03-04T09:00:00")
    before = shown(page, "time")
    page.get_by_label("哪一天打疫苗的").fill("")
    assert shown(page, "time") == before

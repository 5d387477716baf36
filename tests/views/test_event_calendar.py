"""The calendar of events."""

from datetime import datetime

import pytest

from plugins.clock import CHINA
from tests.content_folder import record
from tests.site.site_at import outputs

EVENT = {"地点": "禾苗路", "主办单位": "某局", "联系电话": "12345"}


def event(title, start, end, **fields):
    return record(title, 开始时间=start, 结束时间=end, **EVENT, **fields)


def test_a_page_for_every_month_and_this_one(tmp_path):
    files = {"huodong/san.md": event("三月活动", "2026-03-05 09:00", "2026-03-05 11:00")}
    pages = outputs(tmp_path, files)
    assert [path for path in pages if path.startswith("huodong/2026-")] == [
        "huodong/2026-03.html",
        "huodong/2026-11.html",
    ]
    march = pages["huodong/2026-03.html"].view
    assert [card.title for card in march["cards"]] == ["三月活动"]
    assert march["previous"] is None
    assert march["next"] == {"label": "2026年11月", "address": "huodong/2026-11.html"}
    assert [card.title for card in pages["huodong/past.html"].view["cards"]] == ["三月活动"]


def test_the_grid_begins_on_a_monday_and_marks_today(tmp_path):
    weeks = outputs(tmp_path)["huodong/index.html"].view["weeks"]
    assert weeks[0][0].day.isoformat() == "2026-10-26"
    assert [day.day.day for week in weeks for day in week if day.today] == [23]
    on = {day.day.day: [card.title for card in day.cards] for week in weeks for day in week
          if day.cards}  # fmt: skip
    assert on == {28: ["一起扫大街"]}


def test_an_event_over_several_days_stands_on_each(tmp_path):
    files = {"huodong/liang.md": event("两天", "2026-11-10 09:00", "2026-11-11 11:00")}
    weeks = outputs(tmp_path, files)["huodong/index.html"].view["weeks"]
    days = [day.day.day for week in weeks for day in week if "两天" in [c.title for c in day.cards]]
    assert days == [10, 11]


def test_what_is_near_on_the_home_page(tmp_path):
    def near(name, **options):
        rows = outputs(tmp_path / name, **options)["index.html"].view["now"]
        return [(row.label, [item.title for item in row.items]) for row in rows]

    assert near("a") == [("活动", ["一起扫大街"])]
    before = datetime(2026, 11, 12, 9, 0, tzinfo=CHINA)
    assert near("b", now=before) == []


def test_a_cancelled_event_says_so(tmp_path):
    files = {
        "huodong/qu.md": event("取消的", "2026-11-27 09:00", "2026-11-27 11:00", 取消原因="暴雨")
    }
    pages = outputs(tmp_path, files)
    (notice,) = pages["huodong/2026/qu.html"].view["record"]["notices"]
    assert notice.text == "本次活动已取消。原因：暴雨。"
    assert b"STATUS:CANCELLED" in pages["huodong/2026/qu.ics"].content


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2026-11-30 22:00", "2026-12-01 01:00", ["2026-11", "2026-12"]),
        ("2025-12-31 22:00", "2026-01-01 01:00", ["2025-12", "2026-01", "2026-11"]),
        # One that lasts for years has twelve.
        (
            "2025-01-05 09:00",
            "2026-03-05 09:00",
            [*(f"2025-{month:02}" for month in range(1, 13)), "2026-11"],
        ),
    ],
)
def test_every_month_that_an_event_touches(tmp_path, start, end, months):
    files = {"huodong/chang.md": event("长", start, end, published="2024-12-01 09:00")}
    pages = outputs(tmp_path, files)
    found = [path for path in pages if path.startswith("huodong/20") and path.endswith(".html")]
    assert sorted(path for path in found if path.count("/") == 1) == [
        f"huodong/{month}.html" for month in months
    ]
    for month in months:
        view = pages[f"huodong/{month}.html"].view
        listed = "长" in [card.title for card in view["cards"]]
        assert listed is (start[:7] <= month <= end[:7]), month


def test_the_grid_has_the_events_of_its_whole_weeks(tmp_path):
    """That of November 2026 begins on October 26 and ends on December 6."""
    times = {
        "before": ("2026-10-25 22:00", "2026-10-25 23:59"),
        "first": ("2026-10-25 22:00", "2026-10-26 00:00"),
        "last": ("2026-12-06 23:59", "2026-12-07 09:00"),
        "after": ("2026-12-07 00:00", "2026-12-07 09:00"),
    }
    files = {f"huodong/{name}.md": event(name, *span) for name, span in times.items()}
    weeks = outputs(tmp_path, files)["huodong/index.html"].view["weeks"]
    days = [day for week in weeks for day in week]
    shown = {
        title: f"{day.day:%m-%d}" for day in days for title in (card.title for card in day.cards)
    }
    assert shown == {"first": "10-26", "last": "12-06", "一起扫大街": "11-28"}
    assert [day.inside for day in days] == [False] * 6 + [True] * 30 + [False] * 6


def test_the_words_of_a_month_and_of_the_past(tmp_path):
    files = {"huodong/san.md": event("三月活动", "2026-03-05 09:00", "2026-03-05 11:00")}
    pages = outputs(tmp_path, files)
    march = pages["huodong/2026-03.html"]
    assert march.head.heading == "邻里活动 · 2026年3月"
    assert march.view["month"] == {"year": 2026, "number": 3, "label": "2026年3月"}
    assert [tuple(crumb) for crumb in march.head.breadcrumbs] == [
        ("首页", "index.html"),
        ("邻里活动", "huodong/index.html"),
        ("2026年3月", None),
    ]
    assert pages["huodong/index.html"].head.heading == "邻里活动"
    past = pages["huodong/past.html"]
    assert past.head.heading == "邻里活动 · 往期活动"
    assert [tuple(crumb) for crumb in past.head.breadcrumbs] == [
        ("首页", "index.html"),
        ("邻里活动", "huodong/index.html"),
        ("往期活动", None),
    ]
    assert past.view["empty"] == "还没有结束的活动。"
    assert (past.view["total"], past.view["filters"], past.view["pagination"]) == (1, [], None)
    assert past.view["labels"] == {"organiser": "主办单位"}

"""The calendar of events."""

from datetime import datetime

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


def test_this_week_on_the_home_page(tmp_path):
    home = outputs(tmp_path)["index.html"].view
    assert [card.title for card in home["this_week"]] == ["一起扫大街"]
    assert home["week_label"] == "2026年11月23日至2026年11月29日"
    before = datetime(2026, 11, 20, 9, 0, tzinfo=CHINA)
    assert outputs(tmp_path / "b", now=before)["index.html"].view["this_week"] == []


def test_a_cancelled_event_says_so(tmp_path):
    files = {
        "huodong/qu.md": event("取消的", "2026-11-27 09:00", "2026-11-27 11:00", 取消原因="暴雨")
    }
    pages = outputs(tmp_path, files)
    (notice,) = pages["huodong/2026/qu.html"].view["record"]["notices"]
    assert notice.text == "本次活动已取消。原因：暴雨。"
    assert b"STATUS:CANCELLED" in pages["huodong/2026/qu.ics"].content

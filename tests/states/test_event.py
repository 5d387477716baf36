"""An event: announced, open for sign-up, under way, over, cancelled, expired."""

import pytest

from tests.states.moment_site import One, sample, seen

SIGN_UP = {
    "联系人": "张老师",
    "人数上限": "30",
    "报名方式": "拨打联系电话报名",
    "报名截止": "2026-03-04 17:00",
}
CANCELLED = {**SIGN_UP, "取消原因": "暴雨。"}
DAY = ["2026年3月", "5", "日", "周四"]
FACTS = ["09:00", "—", "11:00", "听潮广场"]
BLOCK = [
    ("开始时间", "2026-03-05 09:00"),
    ("结束时间", "2026-03-05 11:00"),
    ("地点", "听潮广场"),
    ("主办单位", "云汀市综合行政执法局"),
    ("联系电话", "0599-0001000"),
]
FULL_BLOCK = [
    *BLOCK[:4],
    ("联系人", "张老师"),
    ("联系电话", "0599-0001000"),
    ("人数上限", "30人"),
    ("报名方式", "拨打联系电话报名"),
    ("报名截止", "2026-03-04 17:00"),
]
DATA = {
    "@context": "https://schema.org",
    "@type": "Event",
    "name": "本稿",
    "startDate": "2026-03-05T09:00:00+08:00",
    "endDate": "2026-03-05T11:00:00+08:00",
    "eventStatus": "https://schema.org/EventScheduled",
    "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
    "location": {"@type": "Place", "name": "听潮广场", "address": "听潮广场"},
    "organizer": {"@type": "Organization", "name": "云汀市综合行政执法局"},
    "description": "正文。",
    "url": "https://zhzf.yunting.gov.cn/event/2026/ben.html",
}
FULL_DATA = {**DATA, "maximumAttendeeCapacity": 30}
CALENDAR = {
    "SUMMARY": "本稿",
    "STATUS": "CONFIRMED",
    "UID": "event/ben@zhzf.yunting.gov.cn",
    "DTSTAMP": "20260301T010000Z",
    "DTSTART": "20260305T010000Z",
    "DTEND": "20260305T030000Z",
    "LOCATION": "听潮广场",
    "DESCRIPTION": "正文。\\n联系电话：0599-0001000",
    "URL": "https://zhzf.yunting.gov.cn/event/2026/ben.html",
}
NO_HOME = {"places": "page list feed search data map", "home": []}
# Before it begins, in the week in which it takes place.
TO_COME = {
    "places": "page list home feed search data map",
    "badges": [],
    "banner": [],
    "home": ["本稿", "3月5日周四09:00"],
    "coming": ["3月", *DAY[1:], "本稿", *FACTS],
    "past": [],
    "grid": ["本稿", "09:00"],
    "summary": "正文。",
    "block": FULL_BLOCK,
    "relations": [],
    "jsonld": FULL_DATA,
    "calendar": CALENDAR,
    "words": ["加入日历", "往期活动"],
}
PLAIN = {**TO_COME, "block": BLOCK, "jsonld": DATA}
OVER = {
    **TO_COME,
    "badges": [("已结束", "plain")],
    "banner": [("plain", "本次活动已经结束。")],
    **NO_HOME,
    "coming": [],
    "past": [*DAY, "本稿", "已结束", *FACTS],
    "words": ["已经结束", "加入日历", "往期活动"],
}
SIGN_UP_OVER = {
    **TO_COME,
    "banner": [("warn", "本次活动报名已经截止。")],
    "words": ["报名已经截止", "加入日历", "往期活动"],
}
CALLED_OFF = {
    **TO_COME,
    "badges": [("已取消", "stop")],
    "banner": [("stop", "本次活动已取消。原因：暴雨。")],
    **NO_HOME,
    "coming": ["3月", *DAY[1:], "本稿", "已取消", *FACTS],
    "grid": ["本稿", "09:00", "已取消"],
    "jsonld": {**FULL_DATA, "eventStatus": "https://schema.org/EventCancelled"},
    "calendar": {**CALENDAR, "SUMMARY": "【已取消】本稿", "STATUS": "CANCELLED"},
    "words": ["已取消", "往期活动"],
}
STATES = {
    "a second before it is published": (
        "2026-03-01 08:59:59",
        SIGN_UP,
        {"places": "", "words": ["往期活动", "没有安排"]},
    ),
    "as soon as it is published": ("2026-03-01 09:00:00", SIGN_UP, TO_COME),
    "a minute before sign-up ends": ("2026-03-04 16:59", SIGN_UP, TO_COME),
    "the last second of sign-up": ("2026-03-04 17:00:00", SIGN_UP, TO_COME),
    "a second after sign-up ended": ("2026-03-04 17:00:01", SIGN_UP, SIGN_UP_OVER),
    "a minute after sign-up ended": ("2026-03-04 17:01", SIGN_UP, SIGN_UP_OVER),
    "under way after sign-up": ("2026-03-05 10:00", SIGN_UP, SIGN_UP_OVER),
    "without sign-up, to come": ("2026-03-05 08:59", {}, PLAIN),
    "without sign-up, under way": ("2026-03-05 09:00", {}, PLAIN),
    "its last second": ("2026-03-05 11:00:00", {}, PLAIN),
    "a second after its end": (
        "2026-03-05 11:00:01",
        {},
        {**OVER, "block": BLOCK, "jsonld": DATA},
    ),
    "over, which is said instead of sign-up": ("2026-03-05 11:01", SIGN_UP, OVER),
    "days later": ("2026-03-09 00:00:00", SIGN_UP, OVER),
    "cancelled": ("2026-03-03 09:00", CANCELLED, CALLED_OFF),
    "cancelled, which is said instead of sign-up": ("2026-03-05 08:00", CANCELLED, CALLED_OFF),
    "cancelled, which is said instead of over": (
        "2026-03-06 09:00",
        CANCELLED,
        {**CALLED_OFF, "coming": [], "past": [*DAY, "本稿", "已取消", *FACTS]},
    ),
    "its last day on lists": ("2026-03-06 23:59:59", {**SIGN_UP, "下线日期": "2026-03-06"}, OVER),
    "expired": (
        "2026-03-07 00:00:00",
        {**SIGN_UP, "下线日期": "2026-03-06"},
        {
            **OVER,
            "places": "page search map",
            "banner": [
                ("stop", "本稿件已于2026年3月6日过期，仅供查阅。"),
                ("plain", "本次活动已经结束。"),
            ],
            "home": [],
            "past": [],
            "grid": [],
            "words": ["过期", "已经结束", "加入日历", "往期活动", "没有安排"],
        },
    ),
}


def seen_event(one):
    found = seen(one)
    if found["places"]:
        del found["item"]
        found["coming"] = one.item(one.id, within=".happenings")
        found["past"] = one.item(one.id, "event/past.html")
        found["grid"] = one.item(one.id, within=".calendar")
        found["calendar"] = properties(one.text("event/2026/ben.ics"))
        # The calendar of all events has what stands on lists.
        of_all = properties(one.text("event/all.ics"))
        assert of_all == (found["calendar"] if "list" in found["places"] else {})
    return found


def properties(calendar):
    """The lines of the first event of a calendar file."""
    _, _, event = calendar.replace("\r\n ", "").partition("BEGIN:VEVENT\r\n")
    lines = event.partition("END:VEVENT")[0].split("\r\n")
    return dict(line.split(":", 1) for line in lines if line)


@pytest.mark.parametrize(("at", "fields", "expected"), STATES.values(), ids=STATES)
def test_state(at, fields, expected):
    assert seen_event(One("event", at, fields)) == expected


def test_the_days_that_the_calendar_shows():
    fields = {"开始时间": "2026-03-05 20:00", "结束时间": "2026-03-07 10:00"}
    one = One("event", "2026-03-06 09:00", fields)
    days = [list(tag.stripped_strings) for tag in one.select("event/index.html", "td:has(ul)")]
    assert days == [
        ["3月", "5", "日 周四", "本稿", "20:00"],
        ["3月", "6", "日 周五", "今天", "本稿", "20:00"],
        ["3月", "7", "日 周六", "本稿", "20:00"],
    ]
    assert one.words("event/index.html", ".calendar__today") == ["今天"]
    assert one.item(one.id, within=".happenings") == [
        "3月", "5", "日", "周四", "本稿",
        "2026-03-05 20:00", "至", "2026-03-07 10:00", "听潮广场",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("at", "today"),
    [("2026-03-05 00:00:00", "5"), ("2026-03-05 23:59:59", "5"), ("2026-03-06 00:00:00", "6")],
)
def test_today_lasts_from_midnight_to_midnight(at, today):
    (day,) = One("event", at).select("event/index.html", ".calendar__day--today")
    assert list(day.stripped_strings)[1] == today


def test_the_words_of_an_empty_calendar():
    one = One("event", "2026-03-20 09:00", {"状态": "草稿"})
    assert one.words("event/index.html", "caption") == ["2026年3月本月没有安排活动。"]
    assert one.words("event/index.html", "[data-element=empty]") == [
        "这里将发布社区活动。现在还没有内容，可拨打12345咨询。"
    ]
    assert one.words("event/past.html", "[data-element=empty]") == ["还没有结束的活动。"]
    assert one.select("index.html", "#now") == []


@pytest.mark.parametrize(
    ("start", "end", "on_home"),
    [
        ("2026-03-01 22:00", "2026-03-04 08:59", False),
        ("2026-03-01 22:00", "2026-03-04 09:00", True),
        ("2026-03-11 09:00", "2026-03-11 10:00", True),
        ("2026-03-11 09:01", "2026-03-11 10:00", False),
    ],
)
def test_an_event_is_on_the_home_page_for_seven_days_before(start, end, on_home):
    fields = {"发布日期": "2026-02-20 09:00", "开始时间": start, "结束时间": end}
    one = One("event", "2026-03-04 09:00", fields)
    assert bool(one.item(one.id, "index.html")) is on_home


def test_months_lead_to_each_other():
    others = {
        "event/er": sample("event", 标题="二月的", 开始时间="2026-02-03 09:00",
                           结束时间="2026-02-03 10:00", 发布日期="2026-02-01 09:00"),
        "event/si": sample("event", 标题="四月的", 开始时间="2026-04-03 09:00",
                           结束时间="2026-04-03 10:00"),
    }  # fmt: skip
    one = One("event", "2026-03-05 10:00", {}, others)
    assert one.words("event/index.html", ".months > *") == ["2026年2月", "2026年3月", "2026年4月"]
    assert one.words("event/2026-02.html", ".months > *") == ["2026年2月", "2026年3月"]
    assert one.words("event/2026-04.html", ".months > *") == ["2026年3月", "2026年4月"]
    titles = one.words("event/index.html", ".happenings .entry__title")
    assert titles == ["本稿", "四月的"]
    assert one.words("event/past.html", ".entry__title") == ["二月的"]
    data = [row["title"] for row in one.json("data/event.json")]
    assert sorted(data) == ["二月的", "四月的", "本稿"]


def test_past_events_stand_newest_first_and_coming_ones_soonest_first():
    days = {"er": "2026-02-03", "san": "2026-03-01", "si": "2026-04-03", "wu": "2026-05-03"}
    others = {
        f"event/{slug}": sample("event", 标题=day, 开始时间=f"{day} 09:00",
                                结束时间=f"{day} 10:00", 发布日期="2026-02-01 09:00")
        for slug, day in days.items()
    }  # fmt: skip
    one = One("event", "2026-03-04 09:00", {}, others)
    coming = one.words("event/index.html", ".happenings .entry__title")
    assert coming == ["本稿", "2026-04-03", "2026-05-03"]
    assert one.words("event/past.html", ".entry__title") == ["2026-03-01", "2026-02-03"]

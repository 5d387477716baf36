"""Calendar files, line by line."""

from tests.states.moment_site import HOST, One, sample

AT = "2026-03-04 09:00"
OTHERS = {
    "event/er": sample(
        "event",
        标题="二",
        开始时间="2026-03-04 09:00",
        结束时间="2026-03-04 10:00",
        更新日期="2026-03-03 10:00",
        取消原因="暴雨",
    ),
    "event/gao": sample("event", 标题="草稿", 状态="草稿"),
}


def lines(one, path):
    """Long lines are folded: the rest begins with a blank."""
    return one.text(path).replace("\r\n ", "").split("\r\n")


def event(slug, title, start, end, changed, status):
    return [
        "BEGIN:VEVENT",
        f"SUMMARY:{title}",
        f"DTSTART:{start}",
        f"DTEND:{end}",
        f"DTSTAMP:{changed}",
        f"UID:event/{slug}@zhzf.yunting.gov.cn",
        "DESCRIPTION:正文。\\n联系电话：0599-0001000",
        "LOCATION:听潮广场",
        f"STATUS:{status}",
        f"URL:{HOST}/event/2026/{slug}.html",
        "END:VEVENT",
    ]


def calendar(name, *events):
    return [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//云汀市综合行政执法局//zhzf.yunting.gov.cn//ZH",
        f"X-WR-CALNAME:{name}",
        *(line for each in events for line in each),
        "END:VCALENDAR",
        "",
    ]


BEN = event("ben", "本稿", "20260305T010000Z", "20260305T030000Z", "20260301T010000Z", "CONFIRMED")
ER = event(
    "er", "【已取消】二", "20260304T010000Z", "20260304T020000Z", "20260303T020000Z", "CANCELLED"
)


def test_one_event():
    one = One("event", AT, {}, OTHERS)
    assert lines(one, "event/2026/ben.ics") == calendar("本稿", BEN)


def test_all_events_soonest_first():
    one = One("event", AT, {}, OTHERS)
    assert lines(one, "event/all.ics") == calendar("云汀市综合行政执法局网站·社区活动", ER, BEN)
    assert "event/2026/gao.ics" not in one.planned


def test_events_of_one_moment_in_the_order_of_their_names():
    others = {"event/a": sample("event", 标题="甲"), "event/z": sample("event", 标题="乙")}
    found = [line for line in lines(One("event", AT, {}, others), "event/all.ics") if "UID" in line]
    names = [line.removeprefix("UID:event/").partition("@")[0] for line in found]
    assert names == ["a", "ben", "z"]


def test_other_columns_have_no_calendar():
    assert not [
        path for path in One("news", AT).planned if path.startswith("news") and ".ics" in path
    ]

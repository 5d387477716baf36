"""A campaign: running, ended, archived. A slogan: not yet used, in use, out of use."""

import pytest

from tests.states.moment_site import One, article, sample, seen

CAMPAIGN = {
    "places": "page list home feed search map",
    "badges": [],
    "banner": [],
    "item": ["本稿", "正文。", "开始日期", "2026年1月1日", "2026-03-01"],
    "home": ["本稿"],
    "summary": "正文。",
    "block": [("开始日期", "2026年1月1日")],
    "relations": [],
    "jsonld": article("campaign/ben.html", "正文。"),
    "words": [],
}
ENDED = {
    **CAMPAIGN,
    "item": [*CAMPAIGN["item"][:4], "结束日期", "2026年3月5日", "2026-03-01"],
    "block": [("开始日期", "2026年1月1日"), ("结束日期", "2026年3月5日")],
}
ARCHIVED = {
    **ENDED,
    "places": "page search map",
    "badges": [("已归档", "plain")],
    "banner": [("plain", "本专题已于2026年3月9日归档，内容不再更新。")],
    "item": [],
    "home": [],
    "words": ["已归档", "归档"],
}
CAMPAIGN_STATES = {
    "running": ("2026-03-02 09:00", {}, CAMPAIGN),
    "on its last day": ("2026-03-05 23:59:59", {"结束日期": "2026-03-05"}, ENDED),
    "ended": ("2026-03-06 00:00:00", {"结束日期": "2026-03-05"}, ENDED),
    "archived": (
        "2026-03-10 09:00",
        {"结束日期": "2026-03-05", "归档日期": "2026-03-09"},
        ARCHIVED,
    ),
    "archived and expired": (
        "2026-03-11 00:00:00",
        {"结束日期": "2026-03-05", "归档日期": "2026-03-09", "下线日期": "2026-03-10"},
        {
            **ARCHIVED,
            "places": "page search map",
            "banner": [
                ("stop", "本稿件已于2026年3月10日过期，仅供查阅。"),
                ("plain", "本专题已于2026年3月9日归档，内容不再更新。"),
            ],
            "item": [],
            "words": ["过期", "已归档", "归档"],
        },
    ),
}


@pytest.mark.parametrize(
    ("at", "fields", "expected"), CAMPAIGN_STATES.values(), ids=CAMPAIGN_STATES
)
def test_state_of_a_campaign(at, fields, expected):
    assert seen(One("campaign", at, fields)) == expected


def test_a_campaign_gathers_what_stands_on_lists():
    others = {
        "news/a": sample("news", 标题="一月的", 专题="campaign/ben", 发布日期="2026-01-05 09:00"),
        "news/b": sample("news", 标题="二月的", 专题="campaign/ben", 发布日期="2026-02-05 09:00"),
        "news/c": sample("news", 标题="过期的", 专题="campaign/ben", 下线日期="2026-03-02"),
        "news/d": sample("news", 标题="以后的", 专题="campaign/ben", 发布日期="2026-04-05 09:00"),
        "news/e": sample("news", 标题="别处的"),
        "event/f": sample("event", 标题="活动", 专题="[campaign/ben]"),
    }
    one = One("campaign", "2026-03-03 09:00", {}, others)
    sections = one.select("campaign/ben.html", "[aria-labelledby^=gathered]")
    assert [[*section.h2.stripped_strings] for section in sections] == [["工作动态"], ["社区活动"]]
    titles = [[link.get_text() for link in s.select(".entry__title")] for s in sections]
    assert titles == [["二月的", "一月的"], ["活动"]]
    assert one.relations("campaign/ben") == []
    assert one.relations("news/a") == [("所属专题", ["本稿"])]


SLOGAN = {
    "places": "page list home feed search map",
    "badges": [],
    "banner": [],
    "item": [
        "本稿", "爱护街道",
        "启用日期", "2026年3月5日", "停用日期", "2026年3月20日", "2026-03-01",
    ],
    "home": ["本稿", "2026-03-01"],
    "summary": "爱护街道",
    "block": [("启用日期", "2026年3月5日"), ("停用日期", "2026年3月20日")],
    "relations": [],
    "jsonld": article("slogan/ben.html", "爱护街道"),
    "epigraph": ["爱护街道"],
    "wordings": ["爱护街道", "Keep it clean"],
    "words": ["停用"],
}  # fmt: skip
NOT_LISTED = {**SLOGAN, "places": "page search map", "item": [], "home": [], "epigraph": []}
STOPPED = [("stop", "本标语已于2026年3月20日停用。")]
UNTIL = {"停用日期": "2026-03-20"}
SLOGAN_STATES = {
    "published but not yet used": (
        "2026-03-04 23:59:59",
        UNTIL,
        {**NOT_LISTED, "places": "page map"},
    ),
    "its first second": ("2026-03-05 00:00:00", UNTIL, SLOGAN),
    "its last second": ("2026-03-20 23:59:59", UNTIL, SLOGAN),
    "out of use": ("2026-03-21 00:00:00", UNTIL, {**NOT_LISTED, "banner": STOPPED}),
    "without an end": (
        "2027-03-21 00:00:00",
        {},
        {
            **SLOGAN,
            "item": [*SLOGAN["item"][:4], "2026-03-01"],
            "block": SLOGAN["block"][:1],
            "words": [],
        },
    ),
    "expired before it is out of use": (
        "2026-03-16 00:00:00",
        {**UNTIL, "下线日期": "2026-03-15"},
        {
            **NOT_LISTED,
            "banner": [("stop", "本稿件已于2026年3月15日过期，仅供查阅。")],
            "words": ["过期", "停用"],
        },
    ),
    "expired and out of use": (
        "2026-03-22 00:00:00",
        {**UNTIL, "下线日期": "2026-03-21"},
        {
            **NOT_LISTED,
            "banner": [("stop", "本稿件已于2026年3月21日过期，仅供查阅。"), *STOPPED],
            "words": ["过期", "停用"],
        },
    ),
    "its last day before it expires": (
        "2026-03-15 23:59:59",
        {**UNTIL, "下线日期": "2026-03-15"},
        SLOGAN,
    ),
    "out of use before it expires": (
        "2026-03-21 00:00:00",
        {**UNTIL, "下线日期": "2026-03-25"},
        {**NOT_LISTED, "banner": STOPPED},
    ),
}


@pytest.mark.parametrize(("at", "fields", "expected"), SLOGAN_STATES.values(), ids=SLOGAN_STATES)
def test_state_of_a_slogan(at, fields, expected):
    one = One("slogan", at, fields)
    found = seen(one)
    found["epigraph"] = one.words("index.html", ".epigraph__words")
    found["wordings"] = one.words("slogan/ben.html", ".wordings__text")
    assert found == expected


def test_the_home_page_closes_with_the_newest_slogan():
    wording = "\n  - 语种: 中文\n    语言代码: zh-CN\n    文字: 新的"
    others = {"slogan/xin": sample("slogan", 标语=wording, 发布日期="2026-03-02 09:00")}
    one = One("slogan", "2026-03-05 09:00", {}, others)
    assert one.words("index.html", ".epigraph__words") == ["新的"]

"""A consultation: not begun, open, closed, with its outcome, expired."""

import pytest

from tests.states.moment_site import (
    One,
    article,
    check_record,
    moment,
    replaced,
    seen,
    track,
)

BLOCK = [("开始日期", "2026年3月4日"), ("截止日期", "2026年4月3日"), ("反馈方式", "来信")]
FACTS = ["开始日期", "2026年3月4日", "截止日期", "2026年4月3日", "2026-03-01"]
OUTCOME = {
    "征集结果": "\n  日期: 2026-04-05\n  收到意见: 9\n  采纳意见: 4\n"
    "  说明: |\n    采纳四条。\n    其余不采纳。"
}


def state(badge, tone, banner, words, **more):
    return {
        "places": "page list home feed search map",
        "badges": [(badge, tone)],
        "banner": banner,
        "item": ["本稿", badge, "正文。", *FACTS],
        "home": ["本稿", badge, "2026-03-01"],
        "summary": "正文。",
        "block": BLOCK,
        "relations": [],
        "jsonld": article("consultation/2026/ben.html", "正文。"),
        "words": words,
        **more,
    }


def still_open(left):
    text = f"正在征集意见，截止2026年4月3日（{left}）。"
    on_home = ["本稿", left]
    return state("征集中", "warn", [("warn", text)], ["正在征集意见", "征集中"], home=on_home)


NOT_BEGUN = state("尚未开始", "plain", [], ["尚未开始"])
CLOSED = state(
    "已结束",
    "plain",
    [("plain", "征集已于2026年4月3日结束，意见正在整理。")],
    ["已结束", "意见正在整理"],
)
WITH_OUTCOME = state(
    "已公布结果",
    "good",
    [("plain", "征集已经结束，结果见下文。 查看征集结果", "#outcome")],
    ["已经结束", "已公布结果", "征集结果"],
)
STATES = {
    "as soon as it is published": ("2026-03-01 09:00", {}, NOT_BEGUN),
    "the last second before it begins": ("2026-03-03 23:59:59", {}, NOT_BEGUN),
    "the first second": ("2026-03-04 00:00:00", {}, still_open("还有30天")),
    "in between": ("2026-03-10 09:00", {}, still_open("还有24天")),
    "the last second of the last day but one": (
        "2026-04-02 23:59:59",
        {},
        still_open("还有1天"),
    ),
    "the first second of the last day": ("2026-04-03 00:00:00", {}, still_open("今天是最后一天")),
    "the last second": ("2026-04-03 23:59:59", {}, still_open("今天是最后一天")),
    "the first second after": ("2026-04-04 00:00:00", {}, CLOSED),
    "with its outcome": ("2026-04-06 09:00", OUTCOME, WITH_OUTCOME),
    "with its outcome and dates in the future": ("2026-03-02 09:00", OUTCOME, WITH_OUTCOME),
    "short, with its reason": (
        "2026-03-11 12:00",
        {"截止日期": "2026-03-12", "期限说明": "汛期将至", "反馈方式": "[来信, 来电]"},
        state(
            "征集中",
            "warn",
            [("warn", "正在征集意见，截止2026年3月12日（还有1天）。")],
            ["正在征集意见", "征集中"],
            home=["本稿", "还有1天"],
            item=["本稿", "征集中", "正文。", *FACTS[:3], "2026年3月12日", "2026-03-01"],
            block=[
                ("开始日期", "2026年3月4日"),
                ("截止日期", "2026年3月12日"),
                ("期限说明", "汛期将至"),
                ("反馈方式", "来信、来电"),
            ],
        ),
    ),
    "expired": (
        "2026-05-01 00:00:00",
        {"下线日期": "2026-04-30"},
        {
            **CLOSED,
            "places": "page search map",
            "banner": [
                ("stop", "本稿件已于2026年4月30日过期，仅供查阅。"),
                ("plain", "征集已于2026年4月3日结束，意见正在整理。"),
            ],
            "item": [],
            "home": [],
            "words": ["过期", "意见正在整理"],
        },
    ),
}


@pytest.mark.parametrize(("at", "fields", "expected"), STATES.values(), ids=STATES)
def test_state(at, fields, expected):
    assert seen(One("consultation", at, fields)) == expected


def test_the_outcome_on_its_page():
    one = One("consultation", "2026-04-06 09:00", OUTCOME)
    page = one.address(one.id)
    assert one.words(page, "#outcome") == ["征集结果"]
    assert one.words(page, ".outcome dt") == ["收到意见", "采纳意见", "公布日期"]
    assert one.words(page, ".outcome dd") == ["9条", "4条", "2026年4月5日"]
    assert one.words(page, ".outcome .prose p") == ["采纳四条。", "其余不采纳。"]


def test_the_block_has_no_more_than_its_fields():
    assert replaced(BLOCK, 反馈方式="来电")[2] == ("反馈方式", "来电")
    one = One("consultation", "2026-04-06 09:00", {**OUTCOME, "反馈方式": "来电"})
    assert one.block(one.id) == replaced(BLOCK, 反馈方式="来电")


def test_draft_and_explanation_are_attachments():
    files = {"征求意见稿": "files/xuncha.csv"}
    one = One("consultation", "2026-03-10 09:00", files)
    assert one.words(one.address(one.id), ".files li") == ["征求意见稿 CSV 表格，26 字节"]
    one = One("consultation", "2026-03-10 09:00", {"起草说明": "files/xuncha.csv"})
    assert one.words(one.address(one.id), ".files li") == ["起草说明 CSV 表格，26 字节"]


# How many days after its end a consultation without an outcome is late; None is not late.
DUE = [
    ("2026-05-03 23:59:59", None),
    ("2026-05-04 00:00:00", 31),
    ("2026-05-04 23:59:59", 31),
    ("2026-05-05 00:00:00", 32),
]


@pytest.mark.parametrize(("at", "late"), DUE)
def test_how_late_an_outcome_is_holds_for_the_day(at, late):
    """Before it is due, until then."""
    one = One("consultation", at)
    with track() as tracker:
        check_record(one.library, one.site.graph, one.library.records[one.id], moment(at))
    day = int(moment(at[:10] + " 00:00").timestamp())
    if late:
        assert (tracker.since, tracker.until) == (day, day + 86400)
    else:
        assert tracker.until == day + 86400


@pytest.mark.parametrize(("at", "late"), DUE)
def test_an_outcome_is_due_thirty_days_after_the_end(at, late):
    message = f"征集已结束 {late} 天，还没有公布结果"
    path = "consultation/ben.md"
    due = [("warning", "outcome-due", path, message, "填写“征集结果”")]
    assert One("consultation", at).findings == (due if late else [])
    assert One("consultation", at, OUTCOME).findings == []

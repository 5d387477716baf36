"""Days and moments as people write them, and what the other parsers refuse, with their hints."""

from datetime import date
from decimal import Decimal

import pytest
from pydantic import create_model
from pydantic_core import PydanticCustomError, ValidationError

from plugins.records import parsing, values


def day(written):
    """The day that a text is read as, and the notes of its repair."""
    model = create_model("Model", day=(values.Day, ...))
    notes = []
    return model.model_validate({"day": written}, context=notes).day, notes


def moment(written):
    model = create_model("Model", at=(values.Moment, ...))
    return model.model_validate({"at": written}, context=[]).at


def refusal(parser, raw):
    with pytest.raises(PydanticCustomError) as caught:
        parser(raw)
    return caught.value.type, caught.value.message(), caught.value.context["hint"]


def error_of(read, written):
    with pytest.raises(ValidationError) as caught:
        read(written)
    (error,) = caught.value.errors()
    return error["msg"], error["ctx"]["hint"]


class TestDays:
    def test_as_it_should_be(self):
        assert day("2026-03-01") == (date(2026, 3, 1), [])
        assert day("  2026-03-01 ") == (date(2026, 3, 1), [])

    @pytest.mark.parametrize(
        "written", ["2026年3月1日", "2026年3月1", "2026/3/1", "2026.3.1", "2026 - 03 - 01"]
    )
    def test_as_people_write_it(self, written):
        note = ("day", f"日期“{written}”已读作 2026-03-01", "写成 2026-03-01")
        assert day(written) == (date(2026, 3, 1), [note])

    @pytest.mark.parametrize(
        ("written", "rest"),
        [("2026-03-01 09:30", "09:30"), ("2026年3月1日9时5分", "9时5分")],
    )
    def test_a_clock_is_dropped_and_said(self, written, rest):
        note = ("day", f"这里只需要日期，“{rest}”没有采用", "写成 2026-03-01")
        assert day(written) == (date(2026, 3, 1), [note])

    @pytest.mark.parametrize(
        ("written", "message", "hint"),
        [
            ("三月一日", "“三月一日”不是日期", "写成 2026-03-01 的样子"),
            ("2026-03-01 上午", "日期后面的“上午”读不懂", "只写日期，如 2026-03-01"),
            ("2026-02-30", "2026 年 2 月没有 30 日", "核对原文，改成正确的日期"),
            ("2026-13-01", "没有 13 月", "月份写 01 到 12"),
            ("2026-00-01", "没有 0 月", "月份写 01 到 12"),
        ],
    )
    def test_what_is_no_day(self, written, message, hint):
        assert error_of(day, written) == (message, hint)


class TestMoments:
    @pytest.mark.parametrize(
        ("written", "message", "hint"),
        [
            ("明天", "“明天”不是时间", "写成 2026-03-01 09:30 的样子"),
            (
                "2026-03-01 上午九点",
                "日期后面的“上午九点”读不懂",
                "写成 2026-03-01 09:30 的样子（24 小时制）",
            ),
            ("2026-03-01 24:00", "一天没有 24 时", "小时写 00 到 23"),
        ],
    )
    def test_what_is_no_moment(self, written, message, hint):
        assert error_of(moment, written) == (message, hint)

    def test_the_last_minute_of_a_day(self):
        assert moment("2026-03-01 23:59").isoformat() == "2026-03-01T23:59:00+08:00"
        assert moment("2026-03-01 23时59分").isoformat() == "2026-03-01T23:59:00+08:00"


EMPTY = ("empty", "没有填写内容", "填写内容，或删去这一行")


def test_a_line_of_text():
    assert parsing.parse_text("  甲 \n 乙　丙 ") == "甲 乙 丙"
    assert parsing.parse_text(12) == "12"
    assert refusal(parsing.parse_text, " 　") == EMPTY
    for structure in (["甲"], {"甲": "乙"}):
        assert refusal(parsing.parse_text, structure) == (
            "text",
            "应是一行文字，现在是列表",
            "写成一行，不用“- ”分行",
        )


def test_text_of_several_lines():
    assert parsing.parse_prose("  一行 \n\n 二行\n") == "一行\n\n二行"
    assert refusal(parsing.parse_prose, "\n ") == EMPTY
    for structure in (["甲"], {"甲": "乙"}):
        assert refusal(parsing.parse_prose, structure)[1] == "应是文字，现在是列表"


def test_yes_and_no():
    assert [parsing.parse_flag(raw) for raw in ("是", "True", True, "1", 1)] == [True] * 5
    assert [parsing.parse_flag(raw) for raw in ("否", " NO ", False, "0", 0)] == [False] * 5
    assert refusal(parsing.parse_flag, "也许") == (
        "flag",
        "“也许”应是“是”或“否”",
        "写“是”或“否”",
    )


def test_an_address_on_the_web_is_written_out():
    assert parsing.parse_web_address("https://a.example/b?c=1") == "https://a.example/b?c=1"
    for written in ("www.a.example", "ftp://a.example/", "https:// a.example"):
        assert refusal(parsing.parse_web_address, written) == (
            "address",
            f"“{written}”不是完整的网址",
            "以 https:// 开头写全",
        )
    assert refusal(parsing.parse_web_address, "https://a") == (
        "address",
        "“https://a”是内部地址，外面的人打不开",
        "换成公开的网址，或删去链接",
    )


def test_braces_in_what_was_written_are_no_template():
    assert refusal(parsing.parse_count, "{三}")[1] == "“｛三｝”不是整数"


class TestOtherClocks:
    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ("2026-11-20T01:30:00Z", "2026-11-20 09:30"),
            ("2026-11-20T01:30:00.000Z", "2026-11-20 09:30"),
            ("2026-11-20 01:30 UTC", "2026-11-20 09:30"),
            ("2026-11-19T20:30:00-05:00", "2026-11-20 09:30"),
            ("2026-11-20 10:30+0900", "2026-11-20 09:30"),
            ("2026-11-20 20:00Z", "2026-11-21 04:00"),
        ],
    )
    def test_a_time_elsewhere_is_converted_and_said(self, written, meant):
        model = create_model("Model", at=(values.Moment, ...))
        notes = []
        at = model.model_validate({"at": written}, context=notes).at
        assert f"{at:%Y-%m-%d %H:%M %z}" == f"{meant} +0800"
        assert notes == [("at", f"时间“{written}”不是北京时间，已换算为 {meant}", f"写成 {meant}")]

    @pytest.mark.parametrize("zone", ["+08:00", "+0800"])
    def test_the_time_of_beijing_is_only_written_otherwise(self, zone):
        model = create_model("Model", at=(values.Moment, ...))
        notes = []
        written = f"2026-11-20T09:30:00{zone}"
        assert f"{model.model_validate({'at': written}, context=notes).at:%H:%M}" == "09:30"
        assert notes == [("at", f"时间“{written}”已读作 2026-11-20 09:30", "写成 2026-11-20 09:30")]

    def test_a_zone_that_does_not_exist(self):
        assert error_of(moment, "2026-11-20 09:30+99:00") == (
            "没有“+99:00”这个时区",
            "写北京时间，不写时区",
        )


class TestYears:
    """The clock of the tests stands in 2026, or shows a year soon after."""

    @pytest.fixture(autouse=True)
    def frozen(self, monkeypatch):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795395600")

    @pytest.mark.parametrize("written", ["1949-01-01", "2036-12-31", "2099-12-31", "1949年1月1日"])
    def test_in_range(self, written):
        assert day(written)[0].year in {1949, 2036, 2099}

    @pytest.mark.parametrize(
        "written",
        ["0001-01-01", "1948-12-31", "2037-01-01", "2099-12-30", "9999-12-31", "0206年3月1日"],
    )
    def test_out_of_range(self, written):
        said = (f"{int(written[:4])} 年不在 1949 到 2036 年之间", "核对年份")
        assert error_of(day, written) == said
        assert error_of(moment, f"{written} 00:00") == said


class TestNumbers:
    HINT = "以元为单位写，如 500；也可以写 0.05万元、伍佰元整"

    @pytest.mark.parametrize(
        ("written", "amount"),
        [
            ("0.05", "0.05"),
            ("1,000", "1000"),
            ("12，345.6万元", "123456000"),
            ("１．５", "1.5"),
            ("0", "0"),
        ],
    )
    def test_amounts(self, written, amount):
        assert parsing.parse_amount(written) == Decimal(amount)

    @pytest.mark.parametrize(
        "written", ["1,00", "1e3", "-1", "NaN", "Infinity", "1,0000", ",1", "1.", "1_000", "五百"]
    )
    def test_what_is_no_amount(self, written):
        assert refusal(parsing.parse_amount, written)[1:] == (f"“{written}”不是金额", self.HINT)

    @pytest.mark.parametrize(("written", "count"), [("30", 30), ("1,200", 1200), ("３０", 30)])
    def test_counts(self, written, count):
        assert parsing.parse_count(written) == count

    @pytest.mark.parametrize("written", ["1,00", "1.0", "1e3", "-1", "1234567890"])
    def test_what_is_no_count(self, written):
        assert refusal(parsing.parse_count, written)[1] == f"“{written}”不是整数"

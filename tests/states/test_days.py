"""What days ask of an office: reports of events, years that may be slips, publication in time."""

import pytest

from tests.states.moment_site import One

AT = "2026-03-19 11:01"


def said(one, rule):
    return [found[:1] + found[3:] for found in one.findings if found[1] == rule]


class TestReportOfAnEvent:
    """The event ends on March 5 at eleven."""

    ASKED = (
        "info",
        "活动结束已过 14 天，还没有“活动回顾”",
        "写一篇动态，把它的 栏目/网址名 填进“活动回顾”",
    )

    @pytest.mark.parametrize(
        ("at", "fields", "asked"),
        [
            ("2026-03-20 00:00", {}, [ASKED]),
            ("2026-03-19 23:59", {}, []),
            ("2026-03-20 00:00", {"取消原因": "下雨"}, []),
        ],
    )
    def test_it_is_asked_for(self, at, fields, asked):
        assert said(One("event", at, fields), "report-due") == asked

    def test_it_is_there(self):
        one = One("event", "2026-03-20 00:00", {"活动回顾": "news/a"})
        assert said(one, "report-due") == []


class TestFarAhead:
    def asked(self, label, day):
        hint = "核对年份；确实要等到那时的，不用改"
        return [("warning", f"“{label}”是 {day}，在两年以后", hint)]

    @pytest.mark.parametrize(
        ("fields", "label", "day"),
        [
            ({"发布日期": "2032-03-01 09:00"}, "发布日期", "2032-03-01"),
            ({"发布日期": "2028-03-18 11:01"}, "发布日期", "2028-03-18"),
            ({"发布日期": "2028-03-18 11:00"}, "", ""),
        ],
    )
    def test_a_scheduled_record(self, fields, label, day):
        one = One("news", "2026-03-19 11:00", fields)
        assert said(one, "far-ahead") == (self.asked(label, day) if label else [])

    def test_an_event(self):
        fields = {"开始时间": "2029-03-05 09:00", "结束时间": "2029-03-05 11:00"}
        assert said(One("event", AT, fields), "far-ahead") == self.asked("开始时间", "2029-03-05")


class TestPublishedLate:
    @pytest.mark.parametrize(
        ("kind", "fields", "message"),
        [
            # February 15 to 23 were holidays, February 28 was worked.
            ("penalty", {"处罚决定日期": "2026-02-13", "发布日期": "2026-03-02 09:00"}, ""),
            (
                "penalty",
                {"处罚决定日期": "2026-02-13", "发布日期": "2026-03-03 09:00"},
                "最迟应在 2026-03-02 发布（7 个工作日，国办发〔2018〕118号），晚了",
            ),
            ("policy", {"成文日期": "2026-02-02"}, ""),
            (
                "policy",
                {"成文日期": "2026-01-02"},
                "最迟应在 2026-01-29 发布（20 个工作日，政府信息公开条例第二十六条），晚了",
            ),
            (
                "policy",
                {"成文日期": "2031-01-02", "发布日期": "2031-03-01 09:00"},
                "最迟应在 2031-01-30 发布（20 个工作日，政府信息公开条例第二十六条），晚了"
                "（2031 年的放假安排还没有公布，按周一至周五计算）",
            ),
        ],
    )
    def test_by_working_days(self, kind, fields, message):
        one = One(kind, AT, fields)
        told = [("info", f"发布日期：{message}", "核对日期；确实晚了的，查明原因")]
        assert said(one, "published-late") == (told if message else [])


class TestDraftOfAConsultation:
    def test_words_that_open_no_file(self):
        one = One("consultation", AT, {"征求意见稿": "办法草案.docx", "起草说明": "附后"})
        hint = "把文件放进 files/，写成 files/文件名；就在正文里的写“见正文”"
        assert said(one, "consultation-draft") == [
            ("error", f"“{label}”写的是“{written}”，网页上没有可以打开的文件", hint)
            for label, written in (("征求意见稿", "办法草案.docx"), ("起草说明", "附后"))
        ]

    @pytest.mark.parametrize("written", ["见正文", "files/cao-an.pdf", "/files/cao-an.pdf"])
    def test_a_file_or_the_text(self, written):
        one = One("consultation", AT, {"征求意见稿": written})
        assert said(one, "consultation-draft") == []

    def test_a_file_that_is_not_there(self):
        one = One("consultation", AT, {"征求意见稿": "files/meiyou.pdf"})
        assert [severity for severity, *_ in said(one, "dead-file")] == ["error"]


@pytest.mark.parametrize(
    ("at", "banner"),
    [
        ("2026-03-04 23:58", []),
        ("2026-03-05 00:00", [("warn", "本次活动报名已经截止。")]),
    ],
)
def test_a_deadline_that_is_a_day_lasts_until_its_end(at, banner):
    one = One("event", at, {"报名截止": "2026-03-04"})
    assert one.banner(one.id) == banner
    assert ("报名截止", "2026-03-04 23:59") in one.block(one.id)

"""民意征集: drafts on which the public is heard."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Annotated, Any

from plugins.clock import DAY, midnight, moment_of
from plugins.records.fields import Problem, Rule, field, in_order, many
from plugins.records.formatting import chinese_day
from plugins.records.kinds.base import FindSuccessor, RecordModel
from plugins.records.kinds.parts import Part
from plugins.records.presentation import Badge, Calendar, Notice, NoticeLink
from plugins.records.values import Count, Day, Listed, Prose, Reference, RefersTo, Text

# 重大行政决策程序暂行条例 art. 15: a draft is open to the public for no less than this.
CONSULTATION_DAYS = 30
IN_TEXT = "见正文"


class Outcome(Part):
    day: Day = field("日期", required=True)
    received: Count = field("收到意见", required=True, help="条数")
    adopted: Count = field("采纳意见", required=True, help="条数")
    note: Prose = field("说明", required=True, help="采纳了什么，没有采纳的理由")


def _period(values: Mapping[str, Any]) -> Iterable[Problem]:
    # The first day is not counted (民法典第二百零一条).
    days = (values["closes"] - values["opens"]).days
    if 0 <= days < CONSULTATION_DAYS and not values.get("short_reason"):
        yield Problem(
            "closes",
            f"征求意见期只有 {days} 日（开始那天不算），少于 {CONSULTATION_DAYS} 日",
            "延长截止日期，或填写“期限说明”",
        )


def _draft(values: Mapping[str, Any]) -> Iterable[Problem]:
    for name, label in (("draft", "征求意见稿"), ("explanation", "起草说明")):
        written = values.get(name)
        if written and written != IN_TEXT and not written.lstrip("/").startswith("files/"):
            message = f"“{label}”写的是“{written}”，网页上没有可以打开的文件"
            yield Problem(
                name, message, f"把文件放进 files/，写成 files/文件名；就在正文里的写“{IN_TEXT}”"
            )


def _outcome(values: Mapping[str, Any]) -> Iterable[Problem]:
    outcome = values["outcome"]
    if outcome.day < values["closes"]:
        yield Problem("outcome", "征集结果的日期早于截止日期", "核对这两个日期")
    if outcome.adopted > outcome.received:
        yield Problem("outcome", "采纳的意见多于收到的意见", "核对两个数字")


def _days_left(day: date, calendar: Calendar) -> str:
    days = (day - calendar.today).days
    return f"还有{days}天" if days else "今天是最后一天"


class Consultation(RecordModel):
    kind = "consultation"
    label = "民意征集"
    now = "征集意见"

    opens: Day = field("开始日期", required=True)
    closes: Day = field("截止日期", required=True)
    short_reason: Text | None = field("期限说明", help="不足 30 日时说明理由")
    how: Listed[Text] = many("反馈方式", required=True)
    draft: Text = field("征求意见稿", required=True, help="附件路径，或“见正文”")
    explanation: Text | None = field("起草说明", help="附件路径，或“见正文”")
    outcome: Outcome | None = field("征集结果")
    became: (
        Annotated[
            Reference, RefersTo(("policy", "statute"), heading="形成文件", back_heading="意见征集")
        ]
        | None
    ) = field("形成文件")

    block = ("opens", "closes", "short_reason", "how")
    listed_fields = ("opens", "closes")
    file_fields = ("draft", "explanation")
    rules = (
        in_order("opens", "closes", "截止日期早于开始日期"),
        Rule(
            "consultation-period",
            ("opens", "closes"),
            _period,
            "“开始日期”的第二天到“截止日期”不少于 30 日，少于的要写“期限说明”",
        ),
        Rule(
            "consultation-draft",
            ("draft",),
            _draft,
            "“征求意见稿”“起草说明”是 files/ 里的文件，或“见正文”",
        ),
        Rule(
            "consultation-outcome",
            ("outcome", "closes"),
            _outcome,
            "“征集结果”的日期不早于“截止日期”，采纳的意见不多于收到的意见",
        ),
    )

    def span(self) -> tuple[datetime, datetime] | None:
        if self.outcome:
            return None
        return moment_of(midnight(self.opens)), moment_of(midnight(self.closes) + DAY - 1)

    def now_words(self, calendar: Calendar) -> str:
        return _days_left(self.closes, calendar)

    def awaits_outcome_since(self) -> date | None:
        return self.closes if self.outcome is None else None

    def notices(self, calendar: Calendar, find_successor: FindSuccessor) -> Iterator[Notice]:
        yield from super().notices(calendar, find_successor)
        if self.outcome:
            link = NoticeLink("查看征集结果", "#outcome")
            yield Notice("plain", "征集已经结束，结果见下文。", link)
        elif calendar.is_past(self.closes):
            yield Notice("plain", f"征集已于{chinese_day(self.closes)}结束，意见正在整理。")
        elif calendar.has_begun(self.opens):
            left, until = _days_left(self.closes, calendar), chinese_day(self.closes)
            yield Notice("warn", f"正在征集意见，截止{until}（{left}）。")

    def badges(self, calendar: Calendar) -> Iterator[Badge]:
        if self.outcome:
            yield Badge("已公布结果", "good")
        elif not calendar.has_begun(self.opens):
            yield Badge("尚未开始")
        else:
            yield Badge("已结束") if calendar.is_past(self.closes) else Badge("征集中", "warn")

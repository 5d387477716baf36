"""通知公告: what the bureau announces, and warnings that stand on every page while they hold."""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated

from plugins.clock import seconds
from plugins.records.fields import field, in_order, required_if
from plugins.records.formatting import short_day
from plugins.records.kinds.base import FindSuccessor, RecordModel
from plugins.records.presentation import Alert, Badge, Calendar
from plugins.records.presentation import Notice as Banner
from plugins.records.values import Choice, Day, LastMoment, Moment, Text


class Notice(RecordModel):
    kind = "notice"
    label = "通知公告"
    home_part = "beside"
    now = "通告"
    # The title of an announcement says enough.
    list_summaries = False

    document_number: Text | None = field("文号", "发文字号", help="有文号的公告填写")
    deadline: Day | None = field("截止日期", help="报名、申报等事项的最后一天")
    start: Moment | None = field("开始时间", help="封路、停水等事项从什么时候起")
    end: LastMoment | None = field("结束时间", help="到什么时候止；过后首页不再提示")
    hours: Text | None = field("每天时段", help="如 22:30至次日5:30")
    place: Text | None = field("地点", help="在哪里，如 听潮路望江路口至桂坊路口")
    level: Annotated[str, Choice("红色预警", "橙色预警", "黄色预警", "蓝色预警", "紧急")] | None = (
        field("预警级别", help="填写后，到“结束时间”为止出现在每一页的最上面")
    )

    block = ("document_number", "deadline", "start", "end", "hours", "place")
    badge_fields = ("level",)
    tones = dict.fromkeys(("红色预警", "橙色预警", "紧急"), "stop") | dict.fromkeys(
        ("黄色预警", "蓝色预警"), "warn"
    )
    search_fields = ("document_number", "place")
    unique_fields = (("title", "column"), ("document_number", "kind"))
    rules = (
        in_order("published", "deadline", "截止日期早于发布日期"),
        in_order("start", "end", "结束时间早于开始时间", "核对这两个时间"),
        required_if(
            "end",
            "start",
            bool,
            "写了“开始时间”的，要写“结束时间”，到时首页不再提示",
            "如 结束时间: 2026-03-02 05:30；只写日期的，到那天结束",
        ),
        required_if(
            "end",
            "level",
            bool,
            "有“预警级别”的，要写“结束时间”，到时从每一页撤下",
            "如 结束时间: 2026-03-02 08:00；延长时改这个时间",
        ),
        required_if(
            "summary",
            "level",
            bool,
            "有“预警级别”的，要写“摘要”，它出现在每一页的最上面",
            "用一两句话写明市民要做什么，如 今晚20时前收好阳台上的花盆，不要在广告牌下停留。",
        ),
    )

    def begins(self) -> Iterator[tuple[str, datetime]]:
        yield from super().begins()
        if self.start:
            yield "start", self.start

    def span(self) -> tuple[datetime, datetime] | None:
        return (self.start or self.published, self.end) if self.end else None

    def now_words(self, calendar: Calendar) -> str:
        until = f"到{short_day(self.end)}" if self.end else ""
        return "，".join(filter(None, (until, f"每天{self.hours}" if self.hours else "")))

    def alert(self) -> Alert | None:
        if not (self.level and self.end and self.summary):
            return None
        start, end = (seconds(moment) for moment in (self.start or self.published, self.end))
        return Alert(self.level, self.title, self.summary, self.source, start, end)

    def notices(self, calendar: Calendar, find_successor: FindSuccessor) -> Iterator[Banner]:
        yield from super().notices(calendar, find_successor)
        if self.end and calendar.is_past(self.end):
            word = "预警" if self.level else "本通告所说的事项"
            yield Banner("plain", f"{word}已于{short_day(self.end, year=True)}结束。")

    def badges(self, calendar: Calendar) -> Iterator[Badge]:
        if self.end and calendar.is_past(self.end):
            yield Badge("已结束")
        else:
            yield from super().badges(calendar)

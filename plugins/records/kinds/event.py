"""社区活动: what takes place at a time and a place."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time, timedelta
from typing import Annotated, Any

from plugins.clock import seconds
from plugins.findings import Severity
from plugins.privacy import TextTraits
from plugins.records.duties import Duty
from plugins.records.fields import Problem, Rule, field, in_order, required_if
from plugins.records.formatting import short_day, weekday
from plugins.records.kinds.base import FindSuccessor, RecordModel
from plugins.records.presentation import Badge, Calendar, CalendarEntry, Notice, PageSummary
from plugins.records.structured_data import organisation
from plugins.records.values import Count, LastMoment, Moment, Reference, RefersTo, Text

# How many days after an event its report is asked for.
RECAP_DAYS = 14
LAST_MINUTE = time(23, 59)


def _sign_up(values: Mapping[str, Any]) -> Iterable[Problem]:
    until, end = values["sign_up_until"], values["end"]
    # A deadline that is a day ends with the day, maybe after the event.
    whole_day = until.time() == LAST_MINUTE and until.date() == end.date()
    if until > end and not whole_day:
        yield Problem("sign_up_until", "报名截止晚于活动结束", "核对这两个时间")


def _duration(values: Mapping[str, Any]) -> Iterable[Problem]:
    if values["start"] == values["end"]:
        yield Problem("end", "结束时间与开始时间相同", "写明活动何时结束")


class Event(RecordModel):
    kind = "event"
    label = "社区活动"
    text_traits = TextTraits(tells_of_people=True)
    pages = "calendar"
    has_calendar = True
    home_part = "now"
    now = "活动"
    now_days = 7

    start: Moment = field("开始时间", required=True)
    end: Moment = field("结束时间", required=True)
    place: Text = field("地点", required=True)
    organiser: Text = field("主办单位", required=True)
    contact: Text | None = field("联系人", help="写作“张老师”")
    phone: Text = field("联系电话", required=True)
    capacity: Count | None = field("人数上限", unit="人")
    sign_up: Text | None = field("报名方式", help="不需要报名写“无需报名”")
    sign_up_until: LastMoment | None = field("报名截止")
    cancelled: Text | None = field("取消原因")
    recap: (
        Annotated[Reference, RefersTo(("news",), heading="活动回顾", back_heading="活动信息")]
        | None
    ) = field("活动回顾")

    block = (
        "start",
        "end",
        "place",
        "organiser",
        "contact",
        "phone",
        "capacity",
        "sign_up",
        "sign_up_until",
    )
    listed_fields = ("organiser",)
    search_fields = ("place",)
    unique_fields = ()
    open_data = ("title", *block, "cancelled")
    rules = (
        in_order("start", "end", "结束时间早于开始时间", "核对这两个时间"),
        Rule("date-order", ("sign_up_until", "end"), _sign_up, "“报名截止”不晚于“结束时间”"),
        Rule(
            "event-duration",
            ("start", "end"),
            _duration,
            "“结束时间”不能与“开始时间”相同",
        ),
        required_if(
            "sign_up",
            "capacity",
            bool,
            "限制人数的活动要写报名方式",
            "如 报名方式: 拨打联系电话报名",
        ),
    )

    def duties(self) -> Iterator[Duty]:
        yield from super().duties()
        if not (self.recap or self.cancelled):
            day = self.end.date() + timedelta(days=RECAP_DAYS)
            late = f"活动结束已过 {RECAP_DAYS} 天，还没有“活动回顾”"
            hint = "写一篇动态，把它的 栏目/网址名 填进“活动回顾”"
            yield Duty("report-due", "end", day, "发布活动回顾", late, hint, Severity.INFO)

    def begins(self) -> Iterator[tuple[str, datetime]]:
        yield from super().begins()
        yield "start", self.start

    def span(self) -> tuple[datetime, datetime]:
        return self.start, self.end

    def now_words(self, calendar: Calendar) -> str:
        start = self.start
        return f"{short_day(start)}{weekday(start)}{start:%H:%M}"

    def on_home_until(self) -> int:
        # A moment is past one second later.
        return seconds(self.end) + 1

    def calendar_entry(self) -> CalendarEntry:
        return CalendarEntry(self.start, self.end, self.place, self.phone, bool(self.cancelled))

    def notices(self, calendar: Calendar, find_successor: FindSuccessor) -> Iterator[Notice]:
        yield from super().notices(calendar, find_successor)
        if self.cancelled:
            yield Notice("stop", f"本次活动已取消。原因：{self.cancelled.rstrip('。')}。")
        elif calendar.is_past(self.end):
            yield Notice("plain", "本次活动已经结束。")
        elif self.sign_up_until and calendar.is_past(self.sign_up_until):
            yield Notice("warn", "本次活动报名已经截止。")

    def badges(self, calendar: Calendar) -> Iterator[Badge]:
        if self.cancelled:
            yield Badge("已取消", "stop")
        elif calendar.is_past(self.end):
            yield Badge("已结束")

    def structured_data(self, page: PageSummary, publisher: Mapping[str, Any]) -> dict[str, Any]:
        status = "EventCancelled" if self.cancelled else "EventScheduled"
        data = {
            "@type": "Event",
            "name": page.title,
            "startDate": self.start.isoformat(),
            "endDate": self.end.isoformat(),
            "eventStatus": f"https://schema.org/{status}",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "location": {"@type": "Place", "name": self.place, "address": self.place},
            "organizer": organisation(self.organiser),
            "description": page.summary,
            "url": page.address,
        }
        return {**data, "maximumAttendeeCapacity": self.capacity} if self.capacity else data

    def own_phones(self) -> Iterator[str]:
        if self.phone:
            yield self.phone

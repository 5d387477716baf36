"""夜间施工证明: which site may work at night, where, from when until when."""

from collections.abc import Iterator
from datetime import datetime

from plugins.clock import DAY, midnight, moment_of
from plugins.records.fields import field, in_order
from plugins.records.kinds.base import RecordModel, day_after
from plugins.records.values import Day, Text


class NightWork(RecordModel):
    """A certificate by 噪声污染防治法 art. 43, which asks that neighbours be told."""

    kind = "night_work"
    label = "夜间施工证明"
    needs_body = False
    now = "夜间施工"
    now_by = "street"
    wide_list = True
    archive_label = "已到期"

    number: Text = field("证明编号", required=True)
    site: Text = field("工地", "工程名称", required=True)
    street: Text = field("街道", required=True, help="街道、乡镇或者开发区，如 鹭洲街道")
    place: Text = field("地点", required=True)
    builder: Text = field("施工单位", required=True)
    phone: Text = field("现场电话", required=True, help="夜里有人接的电话")
    starts: Day = field("开始日期", required=True)
    ends: Day = field("截止日期", required=True)
    hours: Text = field("施工时段", required=True, help="如 22:00至次日6:00")
    reason: Text = field("必须夜间施工的原因", "原因", required=True)
    issuer: Text = field("出具机关", required=True)

    block = (
        "number",
        "site",
        "street",
        "place",
        "builder",
        "phone",
        "starts",
        "ends",
        "hours",
        "reason",
        "issuer",
    )
    listed_fields = ("street", "place", "hours", "ends", "phone")
    search_fields = ("number", "site", "street", "place", "builder")
    unique_fields = (("number", "kind"),)
    open_data = ("title", *block)
    rules = (in_order("starts", "ends", "截止日期早于开始日期"),)

    def span(self) -> tuple[datetime, datetime]:
        return moment_of(midnight(self.starts)), moment_of(day_after(self.ends) - 1)

    def listed_between(self) -> tuple[int, int]:
        since, until = super().listed_between()
        return since, min(until, day_after(self.ends))

    def list_order(self, published: int, changed: int) -> tuple[int, int]:
        return midnight(self.ends) // DAY, -published

    def own_phones(self) -> Iterator[str]:
        if self.phone:
            yield self.phone

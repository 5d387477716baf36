"""办事服务 and 政民互动: guides, consultations, replies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from plugins.records.fields import Problem, Rule, field, in_order, many
from plugins.records.kinds.base import Part, RecordModel
from plugins.records.values import (
    Cited,
    Count,
    Day,
    Prose,
    Text,
    WebAddress,
    Words,
    listed,
    reference,
)

# 重大行政决策程序暂行条例 art. 15: a draft is open to the public for no less than this.
CONSULTATION_DAYS = 30


class Material(Part):
    name: Text = field("名称", required=True)
    copies: Text | None = field("份数", "要求", help="如 原件 1 份")
    note: Text | None = field("说明")


class Guide(RecordModel):
    """A guide with the eight elements that inspections look for."""

    kind = "guide"
    label = "办事指南"
    dated = False
    needs_body = False

    matter: Text = field("事项名称", required=True)
    basis: listed(Cited) = many("设定依据", required=True)
    conditions: listed(Text) = many("申请条件", required=True)
    materials: listed(Material) = many("办理材料", "申请材料", required=True)
    place: Text = field("办理地点", required=True)
    hours: Text = field("办理时间", required=True)
    phone: Text = field("联系电话", "咨询电话", required=True)
    steps: listed(Text) = many("办理流程", required=True)
    time_limit: Text | None = field("承诺时限", "办理时限")
    fee: Text | None = field("收费标准", help="不收费写“不收费”")
    online: WebAddress | None = field("网上办理")
    fields: Words = many("领域")
    questions: Words = many("常见问法", help="市民会怎样问，如 装修垃圾怎么处理")

    facets = ("fields",)


class Outcome(Part):
    day: Day = field("日期", required=True)
    received: Count = field("收到意见", required=True, help="条数")
    adopted: Count = field("采纳意见", required=True, help="条数")
    note: Prose = field("说明", required=True, help="采纳了什么，没有采纳的理由")


class Consultation(RecordModel):
    kind = "consultation"
    label = "民意征集"

    opens: Day = field("开始日期", required=True)
    closes: Day = field("截止日期", required=True)
    short_reason: Text | None = field("期限说明", help="不足 30 日时说明理由")
    how: listed(Text) = many("反馈方式", required=True)
    draft: Text = field("征求意见稿", required=True, help="附件路径，或“见正文”")
    explanation: Text | None = field("起草说明", help="附件路径，或“见正文”")
    outcome: Outcome | None = field("征集结果")
    became: reference("policy", "statute") | None = field("形成文件")

    block = ("opens", "closes", "short_reason", "how")
    rules = (
        in_order("opens", "closes", "截止日期早于开始日期"),
        Rule("consultation-period", ("opens", "closes"), lambda values: _period(values)),
        Rule("consultation-outcome", ("outcome", "closes"), lambda values: _outcome(values)),
    )


def _period(values: Mapping[str, Any]) -> Iterable[Problem]:
    days = (values["closes"] - values["opens"]).days + 1
    if 0 < days < CONSULTATION_DAYS and not values.get("short_reason"):
        yield Problem(
            "closes",
            f"征求意见期只有 {days} 日，少于 {CONSULTATION_DAYS} 日",
            "延长截止日期，或填写“期限说明”",
        )


def _outcome(values: Mapping[str, Any]) -> Iterable[Problem]:
    outcome = values["outcome"]
    if outcome.day < values["closes"]:
        yield Problem("outcome", "征集结果的日期早于截止日期", "核对这两个日期")
    if outcome.adopted > outcome.received:
        yield Problem("outcome", "采纳的意见多于收到的意见", "核对两个数字")


class Reply(RecordModel):
    kind = "reply"
    label = "回应关切"

    question: Prose = field("来信内容", "提问", required=True)
    asker: Text | None = field("来信人", help="写作“李女士”")
    asked: Day = field("来信日期", "提问日期", required=True)
    answered: Day = field("答复日期", required=True)
    section: Text = field("答复单位", "答复科室", required=True)
    fields: Words = many("领域")

    block = ("asked", "answered", "section")
    facets = ("fields",)
    rules = (
        in_order("asked", "answered", "答复日期早于来信日期"),
        in_order("answered", "published", "发布日期早于答复日期"),
    )

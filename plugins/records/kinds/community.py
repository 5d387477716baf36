"""社区共治 and 公益宣传: events, volunteers, role models, slogans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator

from plugins.records.fields import Problem, Rule, field, in_order, many, required_if
from plugins.records.kinds.base import Part, RecordModel
from plugins.records.parsing import problem
from plugins.records.values import (
    Count,
    Day,
    Described,
    Moment,
    Prose,
    Text,
    choice,
    listed,
    reference,
)


class Event(RecordModel):
    kind = "event"
    label = "社区活动"

    start: Moment = field("开始时间", required=True)
    end: Moment = field("结束时间", required=True)
    place: Text = field("地点", required=True)
    organiser: Text = field("主办单位", required=True)
    contact: Text | None = field("联系人", help="写作“张老师”")
    phone: Text = field("联系电话", required=True)
    capacity: Count | None = field("人数上限")
    sign_up: Text | None = field("报名方式", help="不需要报名写“无需报名”")
    sign_up_until: Moment | None = field("报名截止")
    cancelled: Text | None = field("取消原因")
    recap: reference("news") | None = field("活动回顾")

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
    open_data = ("title", *block, "cancelled")
    rules = (
        in_order("start", "end", "结束时间早于开始时间", "核对这两个时间"),
        in_order("sign_up_until", "end", "报名截止晚于活动结束", "核对这两个时间"),
        Rule("event-duration", ("start", "end"), lambda values: _duration(values)),
        required_if(
            "sign_up",
            "capacity",
            bool,
            "限制人数的活动要写报名方式",
            "如 报名方式: 拨打联系电话报名",
        ),
    )


def _duration(values: Mapping[str, Any]) -> Iterable[Problem]:
    if values["start"] == values["end"]:
        yield Problem("end", "结束时间与开始时间相同", "写明活动何时结束")


def parse_hours(raw: Any) -> Decimal:
    try:
        hours = Decimal(str(raw).strip().removesuffix("小时"))
    except ArithmeticError:
        hours = Decimal(-1)
    if not hours.is_finite() or hours < 0:
        raise problem("hours", f"“{raw}”不是小时数", "只写数字，如 3 或 2.5")
    return hours


Hours = Annotated[Decimal, BeforeValidator(parse_hours), Described("小时数", "2.5", "number")]


class Volunteer(RecordModel):
    """A role that is open, or what volunteers did: `form` says which."""

    kind = "volunteer"
    label = "城管义工"
    dated = False

    form: choice("岗位招募", "服务故事") = field("类别", required=True)
    role: Text | None = field("岗位")
    hours: Hours | None = field("服务时长", help="岗位：每次；故事：累计")
    people: Count | None = field("人数", help="岗位：招募；故事：参加")
    place: Text | None = field("服务地点")
    contact: Text | None = field("报名方式")

    block = ("form", "role", "hours", "people", "place", "contact")
    facets = ("form",)
    rules = tuple(
        required_if(name, "form", lambda form: form == "岗位招募", f"岗位招募要写{label}")
        for name, label in (("role", "岗位"), ("hours", "服务时长"), ("contact", "报名方式"))
    )


class RoleModel(RecordModel):
    kind = "role_model"
    label = "先进典型"

    subject: choice("个人", "集体") = field("对象", required=True)
    name: Text = field("姓名或集体名称", "姓名", "集体名称", required=True)
    unit: Text = field("单位", required=True)
    honours: listed(Text) = many("荣誉")

    block = ("subject", "name", "unit", "honours")
    facets = ("subject",)


class Wording(Part):
    language: Text = field("语种", required=True, help="如 中文、English")
    code: Text = field("语言代码", required=True, help="如 zh-CN、en")
    text: Prose = field("文字", required=True)


class Slogan(RecordModel):
    kind = "slogan"
    label = "公益宣传"
    dated = False
    needs_body = False

    wordings: listed(Wording) = many("标语", required=True)
    valid_from: Day = field("启用日期", required=True)
    valid_to: Day | None = field("停用日期")

    block = ("valid_from", "valid_to")
    rules = (in_order("valid_from", "valid_to", "停用日期早于启用日期"),)

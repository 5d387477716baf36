"""城管义工: roles for volunteers, and what they did."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator

from plugins.privacy import TextTraits
from plugins.records.fields import field, required_if
from plugins.records.kinds.base import Facet, RecordModel
from plugins.records.parsing import problem
from plugins.records.values import Choice, Count, Described, Text


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
    text_traits = TextTraits(tells_of_people=True)
    dated = False
    wide_list = True
    list_template = "campaign"

    form: Annotated[str, Choice("岗位招募", "服务故事")] = field("类别", required=True)
    role: Text | None = field("岗位")
    hours: Hours | None = field("服务时长", help="岗位：每次；故事：累计", unit="小时")
    people: Count | None = field("人数", help="岗位：招募；故事：参加", unit="人")
    place: Text | None = field("服务地点")
    contact: Text | None = field("报名方式")

    block = ("form", "role", "hours", "people", "place", "contact")
    listed_fields = ("form", "role", "hours", "people")
    badge_fields = ("form",)
    facets = (Facet("form", "form"),)
    search_fields = ("place",)
    rules = tuple(
        required_if(name, "form", lambda form: form == "岗位招募", f"岗位招募要写{label}")
        for name, label in (("role", "岗位"), ("hours", "服务时长"), ("contact", "报名方式"))
    )

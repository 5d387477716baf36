"""办事指南: how to get something done at the bureau."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from plugins.records.fields import Problem, Rule, field, many
from plugins.records.kinds.base import FIELDS_FACET, RecordModel
from plugins.records.kinds.parts import Part
from plugins.records.values import Cited, Listed, Text, WebAddress, Words
from plugins.texts.web_address import is_home_page


def _online(values: Mapping[str, Any]) -> Iterable[Problem]:
    if is_home_page(values["online"].rstrip("?#")) and not values.get("online_way"):
        message = "“网上办理”是一个网站的首页，办事的人要自己再找这个事项"
        hint = "换成这个事项自己的网址；没有的，用“网上办理路径”写明进去以后怎样找到"
        yield Problem("online", message, hint, "warning")


class Material(Part):
    name: Text = field("名称", required=True)
    copies: Text | None = field("份数", "要求", help="如 原件 1 份")
    note: Text | None = field("说明")


class Guide(RecordModel):
    """A guide with the eight elements that inspections look for."""

    kind = "guide"
    label = "办事指南"
    dated = False
    in_catalogue = True
    needs_body = False
    home_part = "tasks"
    named_on_map = True
    wide_list = True

    matter: Text = field("事项名称", required=True)
    basis: Listed[Cited] = many("设定依据", required=True)
    conditions: Listed[Text] = many("申请条件", required=True)
    materials: Listed[Material] = many("办理材料", "申请材料", required=True)
    place: Text = field("办理地点", required=True)
    hours: Text = field("办理时间", required=True)
    phone: Text = field("联系电话", "咨询电话", required=True)
    steps: Listed[Text] = many("办理流程", required=True)
    time_limit: Text | None = field("承诺时限", "办理时限")
    fee: Text | None = field("收费标准", help="不收费写“不收费”")
    online: WebAddress | None = field("网上办理", help="这个事项自己的网址，不写平台的首页")
    online_way: Text | None = field(
        "网上办理路径", "怎样找到", help="平台没有事项自己的网址时，写明进去以后怎样找到"
    )
    fields: Words = many("领域")
    questions: Words = many("常见问法", help="市民会怎样问，如 装修垃圾怎么处理")

    facets = (FIELDS_FACET,)
    search_fields = ("place", "questions", "fields")
    rules = (
        Rule(
            "online-page",
            ("online",),
            _online,
            "“网上办理”写事项自己的网址；只能写平台首页的，用“网上办理路径”写明怎样找到",
        ),
    )

    def summary_of_fields(self) -> str:
        return f"{self.matter}：办理地点 {self.place}，电话 {self.phone}。"

    def own_phones(self) -> Iterator[str]:
        if self.phone:
            yield self.phone

"""办事指南: how to get something done at the bureau."""

from plugins.records.fields import field, many
from plugins.records.kinds.base import FIELDS_FACET, RecordModel
from plugins.records.kinds.parts import Part
from plugins.records.values import Cited, Listed, Text, WebAddress, Words


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
    online: WebAddress | None = field("网上办理")
    fields: Words = many("领域")
    questions: Words = many("常见问法", help="市民会怎样问，如 装修垃圾怎么处理")

    facets = (FIELDS_FACET,)
    search_fields = ("place", "questions", "fields")

    def summary_of_fields(self) -> str:
        return f"{self.matter}：办理地点 {self.place}，电话 {self.phone}。"

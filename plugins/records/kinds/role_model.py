"""先进典型: people and groups that are an example to others."""

from typing import Annotated

from plugins.privacy import TextTraits
from plugins.records.fields import field, many
from plugins.records.kinds.base import Facet, RecordModel
from plugins.records.values import Choice, Listed, Text


class RoleModel(RecordModel):
    kind = "role_model"
    label = "先进典型"
    text_traits = TextTraits(tells_of_people=True)

    subject: Annotated[str, Choice("个人", "集体")] = field("对象", required=True)
    name: Text = field("姓名或集体名称", "姓名", "集体名称", required=True)
    unit: Text = field("单位", required=True)
    honours: Listed[Text] = many("荣誉")

    block = ("subject", "name", "unit", "honours")
    listed_fields = ("subject", "unit")
    facets = (Facet("subject", "subject"),)

"""典型案例: model cases, which explain how the law is applied."""

from datetime import date
from typing import Annotated

from plugins.privacy import TextTraits
from plugins.records.fields import field, in_order, many
from plugins.records.kinds.base import FIELDS_FACET, RecordModel
from plugins.records.values import Cited, Day, Listed, Reference, RefersTo, Text, Words


class Case(RecordModel):
    kind = "case"
    label = "典型案例"
    text_traits = TextTraits(is_case=True, tells_of_people=True)
    applies_law = True
    home_part = "panels"

    fields: Words = many("领域", required=True)
    decided: Day = field("处罚决定日期", "处理日期", required=True)
    statutes: Listed[Cited] = many("引用法规", "法律依据", required=True)
    document_number: Text | None = field("决定书文号")
    law_day: Day | None = field(
        "适用法规日期", help="从旧从轻时填写违法行为发生的日期；不写时用决定日期"
    )
    outcome: Text = field("处理结果", required=True, help="一句话，如 罚款 2000 元，责令限期改正")
    penalty: (
        Annotated[Reference, RefersTo(("penalty",), heading="处罚公示", back_heading="典型案例")]
        | None
    ) = field("处罚公示")

    block = ("fields", "decided", "document_number", "outcome")
    listed_fields = ("fields", "outcome")
    facets = (FIELDS_FACET,)
    search_fields = ("document_number", "fields")
    sections = ("基本案情", "法律规定", "处理结果", "案例启示")
    open_data = ("title", "fields", "decided", "document_number", "statutes", "outcome")
    rules = (in_order("decided", "published", "发布日期早于处罚决定日期"),)

    def law_applied_on(self) -> date:
        return self.law_day or self.decided

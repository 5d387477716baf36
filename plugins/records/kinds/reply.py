"""回应关切: letters and what the bureau answered."""

from datetime import date
from typing import Annotated

from plugins.privacy import TextTraits
from plugins.records.fields import field, in_order, many
from plugins.records.kinds.base import FIELDS_FACET, Answer, RecordModel
from plugins.records.values import Choice, Day, Prose, Text, Words


class Reply(RecordModel):
    kind = "reply"
    label = "回应关切"
    text_traits = TextTraits(tells_of_people=True)
    applies_law = True

    question: Prose = field("来信内容", "提问", required=True)
    asker: Text | None = field("来信人", help="写作“李女士”")
    asked: Day = field("来信日期", "提问日期", required=True)
    answered: Day = field("答复日期", required=True)
    section: Text = field("答复单位", "答复科室", required=True)
    simple: Annotated[str, Choice("是", "否")] | None = field(
        "简单常见问题", help="写“是”的，五个工作日内答复"
    )
    fields: Words = many("领域")

    block = ("asked", "answered", "section")
    listed_fields = ("question", "answered", "section")
    facets = (FIELDS_FACET,)
    search_fields = ("question", "fields")
    rules = (
        in_order("asked", "answered", "答复日期早于来信日期"),
        in_order("answered", "published", "发布日期早于答复日期"),
    )

    def answer(self) -> Answer:
        return Answer(self.asked, self.answered, self.simple == "是")

    def law_applied_on(self) -> date:
        return self.answered

"""媒体聚焦: what the press reported."""

from plugins.privacy import TextTraits
from plugins.records.fields import field, in_order
from plugins.records.kinds.base import RecordModel
from plugins.records.values import Day, Text, WebAddress


class Coverage(RecordModel):
    kind = "coverage"
    label = "媒体聚焦"
    text_traits = TextTraits(tells_of_people=True)

    medium: Text = field("媒体", required=True)
    reported: Day = field("报道日期", required=True)
    link: WebAddress = field("报道链接", required=True)

    block = ("medium", "reported")
    listed_fields = ("medium", "reported")
    rules = (in_order("reported", "published", "发布日期早于报道日期"),)

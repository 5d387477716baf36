"""工作动态: what the bureau did."""

from plugins.privacy import TextTraits
from plugins.records.kinds.base import RecordModel


class News(RecordModel):
    kind = "news"
    label = "工作动态"
    text_traits = TextTraits(tells_of_people=True)
    home_part = "front"

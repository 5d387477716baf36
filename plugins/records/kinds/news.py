"""工作动态: what the bureau did."""

from plugins.records.kinds.base import RecordModel


class News(RecordModel):
    kind = "news"
    label = "工作动态"
    home_part = "front"

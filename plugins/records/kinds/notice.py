"""通知公告: what the bureau announces."""

from plugins.records.fields import field, in_order
from plugins.records.kinds.base import RecordModel
from plugins.records.values import Day, Text


class Notice(RecordModel):
    kind = "notice"
    label = "通知公告"
    home_part = "beside"
    # The title of an announcement says enough.
    list_summaries = False

    document_number: Text | None = field("文号", "发文字号", help="有文号的公告填写")
    deadline: Day | None = field("截止日期", help="报名、申报等事项的最后一天")

    block = ("document_number", "deadline")
    search_fields = ("document_number",)
    unique_fields = (("title", "column"), ("document_number", "kind"))
    rules = (in_order("published", "deadline", "截止日期早于发布日期"),)

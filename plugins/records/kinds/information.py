"""信息发布: news, notices, stories followed over time, and what the press reported."""

from __future__ import annotations

from plugins.records.fields import field, in_order
from plugins.records.kinds.base import RecordModel
from plugins.records.values import Day, Text, WebAddress, choice


class News(RecordModel):
    kind = "news"
    label = "工作动态"


class Notice(RecordModel):
    kind = "notice"
    label = "通知公告"

    document_number: Text | None = field("文号", "发文字号", help="有文号的公告填写")
    deadline: Day | None = field("截止日期", help="报名、申报等事项的最后一天")

    block = ("document_number", "deadline")
    rules = (in_order("published", "deadline", "截止日期早于发布日期"),)


class Story(RecordModel):
    """One story; each `## 2026-03-01 09:30 标题` of its text is an entry on the timeline."""

    kind = "story"
    label = "热点追踪"

    progress: choice("持续关注", "已办结") = field("进展", required=True)


class Coverage(RecordModel):
    kind = "coverage"
    label = "媒体聚焦"

    medium: Text = field("媒体", required=True)
    reported: Day = field("报道日期", required=True)
    link: WebAddress = field("报道链接", required=True)

    block = ("medium", "reported")
    rules = (in_order("reported", "published", "发布日期早于报道日期"),)

"""Values with named parts of their own, such as an attachment."""

from pydantic import BaseModel, ConfigDict

from plugins.records.fields import field
from plugins.records.values import Count, Day, File, Text


class Part(BaseModel):
    """A value with named parts of its own, such as an attachment."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Attachment(Part):
    file: File = field("文件", required=True, help="content/ 下的路径")
    name: Text | None = field("名称", help="不写时用文件名")
    pages: Count | None = field("页数", help="PDF 自动读取，不必写")


class Picture(Part):
    file: File = field("文件", required=True, help="content/ 下的路径")
    alt: Text = field("说明", "替代文字", required=True, help="给看不到图的人：图里有什么")


class Accepted(Part):
    """A finding about the record that the office has looked at and lets stand."""

    rule: Text = field("规则", required=True, help="检查结果里的规则名，如 word-caution")
    reason: Text = field("理由", required=True, help="为什么不用改")
    until: Day = field("至", required=True, help="到这一天为止，最长一年")
    words: Text | None = field("字句", help="只接受说到这几个字的那一处；不写，这条规则的都接受")


class Revision(Part):
    day: Day = field("日期", required=True)
    note: Text = field("说明", required=True, help="改了什么，为什么改")

"""公开信息: what must be published and is no document that others must follow: plans, budgets,
personnel, annual reports, lists of officers, inspections (政府信息公开条例第二十条).
"""

from datetime import date

from plugins.records.fields import field, in_order, published_within
from plugins.records.kinds.base import RecordModel
from plugins.records.values import Day, IndexNumber, Text


class Disclosure(RecordModel):
    kind = "disclosure"
    label = "公开信息"
    in_catalogue = True
    may_open_column = True
    # The title of such a document says enough.
    list_summaries = False

    index_number: IndexNumber = field("索引号", advised=True, help="按本机关的编号填写，不自动生成")
    made: Day = field("生成日期", "成文日期", required=True, help="信息形成的日期")
    issuer: Text | None = field("发布机构", "发文机关")
    document_number: Text | None = field("文号", "发文字号")

    block = ("index_number", "made", "issuer", "document_number")
    listed_fields = ("document_number",)
    search_fields = ("index_number", "document_number")
    unique_fields = (("title", "column"), ("index_number", "site"))
    rules = (
        in_order("made", "published", "发布日期早于生成日期"),
        published_within("made", "生成日期", 20, "政府信息公开条例第二十六条"),
    )

    def made_on(self) -> date:
        return self.made

"""执法事项: the matrix of enforcement items, in one data file of their column."""

from plugins.records.fields import field
from plugins.records.kinds.column_kind import ColumnKind
from plugins.records.kinds.parts import Part
from plugins.records.values import Text


class EnforcementItems(ColumnKind):
    """A column of this kind holds a data file of enforcement items instead of records."""

    kind = "matter"
    label = "执法事项"
    has_records = False
    has_data = True
    pages = "enforcement_items"


class Element(Part):
    """One of the seven elements of an enforcement item: words, a link, or both."""

    text: Text | None = field("文字")
    link: Text | None = field("链接", help="本站稿件、文件，或 https:// 开头的网址")


class EnforcementItem(Part):
    """An enforcement item with its seven elements (城市综合执法领域基层政务公开标准目录)."""

    title: Text = field("事项名称", required=True)
    group: Text = field("领域", required=True)
    duties: Element = field("机构职能与权责", required=True)
    procedure: Element = field("执法程序", required=True)
    basis: Element = field("执法依据", required=True)
    discretion: Element = field("裁量基准", required=True)
    complaints: Element = field("咨询投诉", required=True)
    decisions: Element = field("处罚决定", required=True)
    remedies: Element = field("救济渠道", required=True)

"""研究, 专题专栏 and 关于: research, campaigns, pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from plugins.records.fields import Problem, Rule, field, in_order, many
from plugins.records.kinds.base import RecordModel
from plugins.records.values import Count, Day, Text, choice, listed


class Research(RecordModel):
    kind = "research"
    label = "理论研讨"

    unit: Text = field("作者单位", required=True)
    references: listed(Text) = many("参考文献")

    block = ("author", "unit")
    rules = (Rule("field-required", (), lambda values: _signed(values)),)


def _signed(values: Mapping[str, Any]) -> Iterable[Problem]:
    for name, message in (("author", "研究文章要署作者"), ("summary", "研究文章要有摘要")):
        if not values.get(name):
            yield Problem(name, message, "填写这一项")


class Campaign(RecordModel):
    """A page that gathers the records of any column that name it under 专题."""

    kind = "campaign"
    label = "专题专栏"
    dated = False

    opens: Day = field("开始日期", required=True)
    closes: Day | None = field("结束日期")
    archived: Day | None = field("归档日期", help="填写后页面注明专题已归档")

    block = ("opens", "closes")
    rules = (
        in_order("opens", "closes", "结束日期早于开始日期"),
        in_order("closes", "archived", "归档日期早于结束日期"),
    )


class Page(RecordModel):
    """A lasting page of 关于. `component` adds what is kept in bureau.yml."""

    kind = "page"
    label = "固定页面"
    dated = False

    order: Count | None = field("顺序", help="数字小的排在前面")
    column_type: Text | None = field("栏目类型", "ColumnType", help="47号文的栏目类型，如 机构职能")
    component: choice("负责人名单", "联系方式") | None = field("附带内容")

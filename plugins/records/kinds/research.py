"""理论研讨: articles on urban management."""

from collections.abc import Iterable, Mapping
from typing import Any

from plugins.records.fields import Problem, Rule, field, many
from plugins.records.kinds.base import RecordModel
from plugins.records.values import Listed, Text


def _signed(values: Mapping[str, Any]) -> Iterable[Problem]:
    for name, message in (("author", "研究文章要署作者"), ("summary", "研究文章要有摘要")):
        if not values.get(name):
            yield Problem(name, message, "填写这一项")


class Research(RecordModel):
    kind = "research"
    label = "理论研讨"
    historical = True

    unit: Text = field("作者单位", required=True)
    references: Listed[Text] = many("参考文献")

    block = ("author", "unit")
    listed_fields = ("author", "unit")
    rules = (Rule("field-required", (), _signed),)

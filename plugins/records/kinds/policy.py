"""政策文件: documents that others must follow (sources: 国办发〔2017〕47号, 711号令)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Any

from plugins.records.fields import Problem, Rule, field, in_order, required_if
from plugins.records.kinds.base import Facet, FindSuccessor, RecordModel
from plugins.records.kinds.validity import TONES, is_repealed, validity_notices
from plugins.records.presentation import Calendar, Notice
from plugins.records.values import (
    Choice,
    Day,
    DocumentNumber,
    Flag,
    IndexNumber,
    Reference,
    RefersTo,
    Text,
)


def _successor(values: Mapping[str, Any]) -> Iterable[Problem]:
    if not is_repealed(values["validity"]):
        return
    if not values.get("successor") and not values.get("no_successor"):
        yield Problem(
            "successor",
            "已废止的文件要写明由哪份文件替代",
            "填写“替代文件: policies/…”；确无替代的，填写“无替代说明”",
        )


class Policy(RecordModel):
    kind = "policy"
    label = "政策文件"
    applies_law = True
    # The title of a document says enough.
    list_summaries = False

    index_number: IndexNumber = field("索引号", required=True)
    topic: Text = field("主题分类", required=True, help="两级之间用 \\ 隔开")
    issuer: Text = field("发文机关", "发布机构", required=True)
    made: Day = field("成文日期", required=True)
    document_number: DocumentNumber = field("文号", "发文字号", required=True)
    validity: Annotated[str, Choice("有效", "失效", "废止", "已修改", "尚未施行")] = field(
        "有效性", required=True
    )
    effective: Day | None = field("施行日期", "实施日期")
    repealed: Day | None = field("废止日期")
    successor: (
        Annotated[
            Reference,
            RefersTo(("policy", "statute"), heading="替代文件", back_heading="被本文件替代的文件"),
        ]
        | None
    ) = field("替代文件", help="废止后由哪份文件替代")
    no_successor: Text | None = field("无替代说明", help="废止而没有替代文件时，说明原因")
    genre: Text | None = field("体裁分类", help="如 通知、办法、意见")
    disclosure: Annotated[str, Choice("主动公开", "依申请公开")] | None = field("公开方式")
    normative: Flag | None = field("规范性文件", help="填“是”时必须有政策解读")

    block = (
        "index_number",
        "topic",
        "issuer",
        "made",
        "title",
        "document_number",
        "published",
        "validity",
        "keywords",
        "genre",
        "effective",
        "repealed",
        "disclosure",
    )
    listed_fields = ("document_number", "made")
    badge_fields = ("validity",)
    tones = TONES
    facets = (Facet("validity", "status"),)
    search_fields = ("document_number", "index_number", "made")
    unique_fields = (
        ("title", "column"),
        ("document_number", "kind"),
        ("index_number", "site"),
    )
    rules = (
        in_order("made", "published", "发布日期早于成文日期"),
        in_order("made", "effective", "施行日期早于成文日期"),
        in_order("made", "repealed", "废止日期早于成文日期"),
        required_if("repealed", "validity", is_repealed, "已废止的文件要写废止日期"),
        Rule("successor", ("validity",), _successor),
    )

    def law_applied_on(self) -> date:
        return self.made

    def wants_interpretation(self) -> bool:
        return bool(self.normative) and self.validity == "有效"

    def notices(self, calendar: Calendar, find_successor: FindSuccessor) -> Iterator[Notice]:
        yield from super().notices(calendar, find_successor)
        yield from validity_notices(self, self.no_successor, find_successor)

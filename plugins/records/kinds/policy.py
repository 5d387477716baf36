"""政策文件: documents that others must follow (sources: 国办发〔2017〕47号, 711号令)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Any

from plugins.clock import DAY, midnight
from plugins.incremental.tracking import has_passed
from plugins.records.fields import (
    Problem,
    Rule,
    field,
    in_order,
    published_within,
    required_if,
)
from plugins.records.kinds.base import Facet, FindSuccessor
from plugins.records.kinds.validity import (
    TONES,
    Days,
    DocumentModel,
    ValidityWords,
    is_repealed,
    validity_at,
    validity_notices,
)
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

# Days before the end of its validity; to assess and replace a document takes that long.
ENDS_SOON = 60
VALIDITY = ValidityWords("有效", "尚未施行", "废止", "失效")


def _successor(values: Mapping[str, Any]) -> Iterable[Problem]:
    if not is_repealed(values["validity"]):
        return
    if not values.get("successor") and not values.get("no_successor"):
        yield Problem(
            "successor",
            "已废止的文件要写明由哪份文件替代",
            "填写“替代文件: policies/…”；确无替代的，填写“无替代说明”",
        )


class Policy(DocumentModel):
    kind = "policy"
    label = "政策文件"
    applies_law = True
    in_catalogue = True
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
    valid_until: Day | None = field(
        "有效期至", "失效日期", "有效期截止", help="有效期的最后一天；过后网页自动注明已失效"
    )
    repealed: Day | None = field("废止日期")
    # It lapses and stays in its list; it leaves the list only on this day.
    expires: Day | None = field("下线日期", help="到期后离开列表，页面注明已过期")
    assess_by: Day | None = field("评估日期", help="最迟在这一天评估要不要继续实行")
    registration: Text | None = field("统一登记编号", help="规范性文件登记的编号")
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

    block_line = ("document_number", "validity")
    block = (
        "index_number",
        "topic",
        "issuer",
        "made",
        "title",
        "document_number",
        "registration",
        "published",
        "validity",
        "keywords",
        "genre",
        "effective",
        "valid_until",
        "repealed",
        "disclosure",
    )
    listed_fields = ("document_number", "made")
    badge_fields = ("validity",)
    tones = TONES
    facets = (Facet("validity", "status"),)
    search_fields = ("document_number", "registration", "index_number", "made")
    unique_fields = (
        ("title", "column"),
        ("document_number", "kind"),
        ("index_number", "site"),
        ("registration", "kind"),
    )
    rules = (
        in_order("made", "published", "发布日期早于成文日期"),
        published_within("made", "成文日期", 20, "政府信息公开条例第二十六条"),
        in_order("made", "effective", "施行日期早于成文日期"),
        in_order("made", "repealed", "废止日期早于成文日期"),
        in_order("made", "valid_until", "有效期早于成文日期"),
        in_order("effective", "valid_until", "有效期早于施行日期"),
        in_order("published", "assess_by", "评估日期早于发布日期"),
        required_if("repealed", "validity", is_repealed, "已废止的文件要写废止日期"),
        Rule("successor", ("validity",), _successor),
    )

    def outdated(self, now: int) -> Iterator[Problem]:
        yield from super().outdated(now)
        if self.assess_by and has_passed(midnight(self.assess_by) + DAY, now):
            message = f"评估日期 {self.assess_by} 已过"
            yield Problem("assess_by", message, "评估要不要继续实行，写下一次的日期", "warning")
        validity, _ = self.validity_at(now)
        last = self.valid_until
        if validity == VALIDITY.lapsed and last and not has_passed(midnight(last) + DAY, now):
            # It may have been declared to lapse early: what the editor wrote is shown.
            message = f"写的是“失效”，但有效期至 {last}，还没有到"
            hint = "提前失效的，把“有效期至”改成失效那天；仍然有效的，改成“有效”"
            yield Problem("validity", message, hint, "warning")
        if validity == VALIDITY.in_force and not self.repealed and self._ends_soon(now):
            message = f"有效期至 {self.valid_until}，快要到了"
            hint = "评估后发布新的文件或延长有效期的通知；不再延长的，不用改"
            yield Problem("valid_until", message, hint, "info")

    def _ends_soon(self, now: int) -> bool:
        last = self.valid_until
        return last is not None and has_passed(midnight(last) - ENDS_SOON * DAY, now)

    def validity_at(self, now: int) -> tuple[str, str]:
        days = Days(self.effective, self.repealed, self.valid_until)
        return validity_at(now, self.validity, VALIDITY, days)

    def last_day(self) -> date | None:
        return self.valid_until

    def made_on(self) -> date:
        return self.made

    def law_applied_on(self) -> date:
        return self.made

    def wants_interpretation(self) -> bool:
        return bool(self.normative) and self.validity == "有效"

    def notices(self, calendar: Calendar, find_successor: FindSuccessor) -> Iterator[Notice]:
        yield from super().notices(calendar, find_successor)
        yield from validity_notices(self, self.no_successor, find_successor)

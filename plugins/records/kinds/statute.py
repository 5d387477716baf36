"""法律法规: the library of statutes (sources: 国办发〔2017〕47号, 711号令)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Any

from plugins.records.fields import Problem, Rule, field, in_order, many
from plugins.records.formatting import chinese_day
from plugins.records.kinds.base import FIELDS_FACET, Facet, FindSuccessor
from plugins.records.kinds.validity import (
    TONES,
    Days,
    DocumentModel,
    ValidityWords,
    is_repealed,
    validity_at,
    validity_notices,
)
from plugins.records.presentation import Calendar, Notice, StatuteFacts
from plugins.records.values import Choice, Day, Listed, Reference, RefersTo, Text, WebAddress, Words
from plugins.texts.web_address import is_home_page

LEVELS = (
    "法律",
    "行政法规",
    "监察法规",
    "地方性法规",
    "部门规章",
    "地方政府规章",
    "司法解释",
    "行政规范性文件",
)


VALIDITY = ValidityWords("现行有效", "尚未生效", "已废止")


def _dates(values: Mapping[str, Any]) -> Iterable[Problem]:
    """A date that nobody can verify is left out and owned up to, never invented."""
    if values.get("unverified"):
        return
    wanted = {"promulgated": "公布日期", "effective": "施行日期"}
    if is_repealed(values["validity"]):
        wanted["repealed"] = "废止日期"
    for name, label in wanted.items():
        if values.get(name) is None:
            yield Problem(name, f"缺少“{label}”", "填写日期；查不到时在“待核说明”写明")


def _repeal(values: Mapping[str, Any]) -> Iterable[Problem]:
    if not is_repealed(values["validity"]):
        return
    if not values.get("successor") and not values.get("repeal_note"):
        yield Problem(
            "successor",
            "已废止的法规要写明替代法规或废止说明",
            "填写“替代法规: statutes/…”或“废止说明”",
        )


def _official(values: Mapping[str, Any]) -> Iterable[Problem]:
    official = values["official"]
    if isinstance(official, str) and is_home_page(official):
        message = "“官方原文”是一个网站的首页，读的人要自己再找这部法规"
        yield Problem("official", message, "打开这部法规的网页，复制它的网址", "info")


def _language(values: Mapping[str, Any]) -> Iterable[Problem]:
    if values["language"] == "en":
        yield Problem(
            "language", "法规没有英文稿件：条文以中文为准", "译文作为附件，或另写一篇说明"
        )


class Statute(DocumentModel):
    """A statute as a record: facts and the official source; its clauses are its text."""

    kind = "statute"
    label = "法律法规"
    is_law = True
    historical = True
    dated = False
    needs_body = False
    noun = "法规"

    short_title: Text | None = field("简称")
    level: Annotated[str, Choice(*LEVELS)] = field("效力级别", "效力层级", required=True)
    issuer: Text = field("制定机关", "发布机关", required=True)
    document_number: Text | None = field("公布文号", "文号", help="如 中华人民共和国主席令第七十号")
    adopted: Day | None = field("通过日期")
    promulgated: Day | None = field("公布日期", help="必填；确实查不到的，写“待核说明”")
    effective: Day | None = field("施行日期", help="必填；确实查不到的，写“待核说明”")
    amended: Listed[Day] = many("修改日期", "修正日期", help="历次修改、修订的日期")
    version_since: Day | None = field(
        "本版施行日期", help="这个文本从哪天起施行；不写时取最近一次修改"
    )
    validity: Annotated[str, Choice("现行有效", "尚未生效", "已修改", "已废止")] = field(
        "时效性", "有效性", required=True
    )
    repealed: Day | None = field("废止日期")
    repeal_note: Text | None = field("废止说明", help="由哪部法规、哪次会议废止")
    unverified: Text | None = field("待核说明", help="哪些日期还没有核实；页面会照样注明")
    successor: (
        Annotated[
            Reference, RefersTo(("statute",), heading="替代文件", back_heading="被本文件替代的文件")
        ]
        | None
    ) = field("替代法规")
    fields: Words = many("领域", required=True)
    official: WebAddress | None = field(
        "官方原文", help="国家法律法规数据库等官方网站上这部法规的网页"
    )

    block_line = ("level", "issuer")
    block = (
        "level",
        "issuer",
        "document_number",
        "adopted",
        "promulgated",
        "effective",
        "amended",
        "validity",
        "repealed",
        "repeal_note",
    )
    listed_fields = ("level", "issuer", "effective", "validity")
    badge_fields = ("validity",)
    tones = TONES
    facets = (FIELDS_FACET, Facet("level", "level"), Facet("validity", "status"))
    search_fields = ("document_number", "short_title", "fields")
    unique_fields = ()
    open_data = ("title", "short_title", *block, "fields", "official")
    rules = (
        in_order("adopted", "promulgated", "公布日期早于通过日期"),
        in_order("promulgated", "effective", "施行日期早于公布日期"),
        in_order("effective", "repealed", "废止日期早于施行日期"),
        Rule(
            "field-required",
            ("validity",),
            _dates,
            "要有“公布日期”和“施行日期”，已废止的还要有“废止日期”；确实查不到的写“待核说明”",
        ),
        Rule("successor", ("validity",), _repeal),
        Rule("translation", ("language",), _language),
        Rule("official-page", ("official",), _official, "“官方原文”不写网站首页"),
    )

    def in_force_from(self) -> date:
        """When this text took effect: as stated, else its last amendment, else its beginning.

        The first of all days if nobody knows.
        """
        if self.version_since:
            return self.version_since
        known = [day for day in (self.effective, *self.amended) if day]
        return max(known, default=date.min)

    def states_in_force_from(self) -> bool:
        """Whether the day of `in_force_from` is stated, or only that of an amendment, which may
        have taken effect later.
        """
        last_change = max(self.amended, default=date.min)
        return bool(self.version_since or (self.effective and self.effective >= last_change))

    def validity_at(self, now: int) -> tuple[str, str]:
        if self.validity == "已修改":
            # Its days are those of the text that took its place.
            return self.validity, ""
        since = self.in_force_from()
        begins = None if since == date.min else since
        return validity_at(now, self.validity, VALIDITY, Days(begins, self.repealed))

    def statute_facts(self) -> StatuteFacts:
        since = self.in_force_from()
        return StatuteFacts(
            since,
            self.states_in_force_from(),
            self.promulgated,
            tuple(self.amended),
            self.short_title,
            self.validity,
            self.repealed,
            self.official,
        )

    def law_applied_on(self) -> date:
        """A statute's text speaks from its own first day."""
        since = self.in_force_from()
        return since if since != date.min else super().law_applied_on()

    def notices(self, calendar: Calendar, find_successor: FindSuccessor) -> Iterator[Notice]:
        yield from super().notices(calendar, find_successor)
        yield from validity_notices(self, self.repeal_note, find_successor)
        if self.unverified:
            yield Notice("warn", f"待核：{self.unverified.rstrip('。')}。")

    def summary_of_fields(self) -> str:
        since = f"{chinese_day(self.effective)}起施行，" if self.effective else ""
        return f"{self.issuer}公布，{since}{self.validity}。"

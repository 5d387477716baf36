"""行政处罚公示: penalties, by the 双公示 data standard."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Self

from plugins.clock import midnight, moment_of
from plugins.incremental.tracking import BEGINNING, has_passed
from plugins.privacy import TextTraits
from plugins.privacy.names import is_full_name
from plugins.records.fields import Problem, Rule, field, in_order, many, published_within
from plugins.records.formatting import chinese_day, shown, yuan
from plugins.records.kinds.base import (
    FIELDS_FACET,
    FindSuccessor,
    Publicity,
    RecordModel,
    day_after,
)
from plugins.records.kinds.parts import Part
from plugins.records.money import amounts_after, contradictions
from plugins.records.presentation import Calendar, Fact, Notice
from plugins.records.values import (
    Amount,
    Choice,
    Cited,
    CreditCode,
    Day,
    InlineList,
    Listed,
    Prose,
    Text,
    Words,
)

PENALTY_TYPES = (
    "警告",
    "通报批评",
    "罚款",
    "没收违法所得",
    "没收非法财物",
    "暂扣许可证件",
    "降低资质等级",
    "吊销许可证件",
    "限制开展生产经营活动",
    "责令停产停业",
    "责令关闭",
    "限制从业",
    "其他",
)
# Of a decision, 云综执罚决字〔2026〕118号.
NUMBER = re.compile(r"(?P<year>(?:19|20)\d{2})\D{1,3}(?P<serial>\d+)\s*号", re.ASCII)
MASKED_NAME = re.compile(r"[一-鿿]{1,2}(?:某{1,2}|[*＊]{1,2})")
AMOUNTS = ("fine", "confiscated")


class Withdrawal(Part):
    day: Day = field("日期", required=True)
    reason: Text = field("理由", "原因", required=True, help="行政处罚法第四十八条：公开说明理由")


def _masked(values: Mapping[str, Any]) -> Iterable[Problem]:
    names = [("legal_person", "法定代表人")]
    if values["party_type"] == "自然人":
        names.append(("party", "行政相对人名称"))
    elif values["party_type"] == "个体工商户" and is_full_name(values.get("party") or ""):
        # One without a name for its shop is called as its owner.
        names.append(("party", "行政相对人名称"))
    for name, label in names:
        written = values.get(name)
        if written and not MASKED_NAME.fullmatch(written):
            yield Problem(name, f"{label}“{written}”没有隐去名字", f"写成“{written[0]}某”")


def _fine(values: Mapping[str, Any]) -> Iterable[Problem]:
    fined = "罚款" in values["penalties"]
    if fined and not values.get("fine"):
        yield Problem("fine", "处罚类别有罚款，没有写罚款金额", "如 罚款金额: 500")
    if not fined and values.get("fine"):
        yield Problem("penalties", "写了罚款金额，处罚类别里没有罚款", "在处罚类别中加上“罚款”")
    content = values.get("content") or ""
    for written in contradictions(content):
        yield Problem("content", f"“{written}”前后两个金额不一样", "对照决定书，改正写错的一个")
    yield from _agrees("fine", "罚款金额", values.get("fine"), amounts_after("罚款", content))
    # What was seized has a value of its own.
    if "没收非法财物" not in values["penalties"]:
        said = amounts_after("没收(?:违法所得|非法所得)?", content)
        yield from _agrees("confiscated", "没收金额", values.get("confiscated"), said)


def _agrees(
    name: str, label: str, amount: Decimal | None, in_content: Iterable[tuple[str, Decimal]]
) -> Iterable[Problem]:
    """Whether an amount is one that the text of the decision names, or all of them together."""
    if amount is None:
        return
    if 0 < amount < 1:
        hint = f"以元为单位写；{shown(amount)[0]} 万元写 {shown(amount * 10_000)[0]}"
        yield Problem(name, f"{label} {yuan(amount)}不到一元", hint)
        return
    said = [*in_content]
    amounts = [each for _, each in said]
    if said and amount not in amounts and amount != sum(amounts):
        message = f"{label}写的是 {yuan(amount)}，“处罚内容”里写的是“{said[0][0]}”"
        yield Problem(name, message, f"对照决定书核对；以元为单位写，如 {shown(amounts[0])[0]}")


def _withdrawal(values: Mapping[str, Any]) -> Iterable[Problem]:
    if values["withdrawn"].day < values["decided"]:
        yield Problem("withdrawn", "撤回日期早于处罚决定日期", "核对这两个日期")


class Penalty(RecordModel):
    """行政处罚信息公示. Identity numbers, home addresses and bank accounts have no field here."""

    kind = "penalty"
    label = "行政处罚公示"
    text_traits = TextTraits(is_case=True, is_penalty=True, tells_of_people=True)
    applies_law = True
    in_catalogue = True
    needs_body = False
    hidden_when_over = True
    wide_list = True
    charted = "fields"

    party: Text = field("行政相对人名称", "当事人", required=True, help="自然人写作“李某”")
    party_type: Annotated[str, Choice("自然人", "个体工商户", "法人及非法人组织")] = field(
        "行政相对人类别", required=True
    )
    credit_code: CreditCode | None = field("行政相对人统一社会信用代码")
    legal_person: Text | None = field("法定代表人", help="写作“王某”")
    document_number: Text = field("行政处罚决定书文号", "决定书文号", "文号", required=True)
    violation: Text = field("违法行为类型", required=True)
    facts: Prose = field("违法事实", required=True)
    statutes: Listed[Cited] = many("处罚依据", required=True)
    penalties: InlineList[Annotated[str, Choice(*PENALTY_TYPES)]] = many("处罚类别", required=True)
    content: Prose = field("处罚内容", required=True)
    fine: Amount | None = field("罚款金额", "罚款金额（元）")
    confiscated: Amount | None = field(
        "没收金额", "没收金额（元）", "没收违法所得、没收非法财物的金额"
    )
    licence: Text | None = field("暂扣或吊销证照名称及编号")
    decided: Day = field("处罚决定日期", required=True)
    valid_until: Day = field("处罚有效期", required=True)
    public_until: Day = field("公示截止期", required=True)
    discredit: Annotated[str, Choice("轻微", "一般", "严重")] | None = field(
        "失信程度", help="公示不能长于 bureau.yml 里这一等的月数"
    )
    repaired: Day | None = field("信用修复日期", help="从这一天起不再展示处罚信息")
    authority: Text = field("处罚机关", required=True)
    authority_code: CreditCode = field("处罚机关统一社会信用代码", required=True)
    data_source: Text = field("数据来源单位", required=True)
    data_source_code: CreditCode = field("数据来源单位统一社会信用代码", required=True)
    fields: Words = many("领域", required=True)
    law_day: Day | None = field(
        "适用法规日期", help="从旧从轻时填写违法行为发生的日期；不写时用决定日期"
    )
    remark: Text | None = field("备注")
    withdrawn: Withdrawal | None = field("撤回")

    block = (
        "party",
        "party_type",
        "credit_code",
        "legal_person",
        "document_number",
        "violation",
        "facts",
        "statutes",
        "penalties",
        "content",
        "fine",
        "confiscated",
        "licence",
        "decided",
        "valid_until",
        "public_until",
        "authority",
        "authority_code",
        "data_source",
        "data_source_code",
        "remark",
    )
    listed_fields = ("party", "violation", "penalties", "fine", "decided", "public_until")
    facets = (FIELDS_FACET,)
    search_fields = ("document_number", "party", "fields")
    unique_fields = (("document_number", "kind"),)
    open_data = ("title", *block, "fields")
    rules = (
        in_order("decided", "published", "发布日期早于处罚决定日期"),
        # 国办发〔2018〕118号, 三(七).
        published_within("decided", "处罚决定日期", 7, "国办发〔2018〕118号"),
        in_order("decided", "valid_until", "处罚有效期早于处罚决定日期"),
        in_order("decided", "public_until", "公示截止期早于处罚决定日期"),
        in_order("decided", "repaired", "信用修复日期早于处罚决定日期"),
        Rule(
            "masked-name",
            ("party_type",),
            _masked,
            "“法定代表人”要隐去名字，写作“王某”；自然人的“行政相对人名称”也是",
        ),
        Rule(
            "fine",
            ("penalties",),
            _fine,
            "“处罚类别”有罚款时要写“罚款金额”，写了罚款金额时类别里要有“罚款”；金额与“处罚内容”里的一致",
        ),
        Rule(
            "withdrawal",
            ("withdrawn", "decided"),
            _withdrawal,
            "“撤回”的日期不早于“处罚决定日期”",
        ),
    )

    def slug_of(self, slug: str) -> str:
        """Made of the number of the decision: what else it says of a party would never go away."""
        number = NUMBER.search(self.document_number or "")
        if number is None:
            return slug
        wanted = f"{number['year']}-{int(number['serial'])}"
        return slug if re.fullmatch(rf"(?:[a-z]{{1,12}}-)?{wanted}", slug) else f"chufa-{wanted}"

    def made_on(self) -> date:
        return self.decided

    def law_applied_on(self) -> date:
        return self.law_day or self.decided

    def as_of(self, now: int) -> Self:
        """When its time is over, not even its title, which may name the party, is shown."""
        if not has_passed(self._shown_until(), now):
            return self
        title = f"行政处罚信息（{self.document_number}）"
        return self.model_copy(update={"title": title, "summary": None, "keywords": []})

    def _shown_until(self) -> int:
        """In seconds since 1970."""
        if self.withdrawn:
            return BEGINNING
        over = day_after(self.public_until)
        return min(over, midnight(self.repaired)) if self.repaired else over

    def listed_between(self) -> tuple[int, int]:
        """Only while it may be shown."""
        since, until = super().listed_between()
        return since, min(until, self._shown_until())

    def details_hidden(self, calendar: Calendar) -> bool:
        return self.withdrawn is not None or calendar.has_begun(moment_of(self._shown_until()))

    def publicity(self) -> Publicity | None:
        if self.discredit is None:
            return None
        return Publicity(self.discredit, self.decided, self.public_until)

    def notices(self, calendar: Calendar, find_successor: FindSuccessor) -> Iterator[Notice]:
        yield from super().notices(calendar, find_successor)
        if self.withdrawn:
            when, why = chinese_day(self.withdrawn.day), self.withdrawn.reason.rstrip("。")
            yield Notice("stop", f"本条公示已于{when}撤回。理由：{why}。")
        elif self.repaired and calendar.has_begun(self.repaired):
            when = chinese_day(self.repaired)
            yield Notice("stop", f"当事人已于{when}完成信用修复，处罚信息不再展示。")
        elif calendar.is_past(self.public_until):
            until = chinese_day(self.public_until)
            yield Notice("stop", f"本条公示的期限已于{until}届满，处罚信息不再展示。")

    def shown_summary(self, text: str, length: int, calendar: Calendar) -> str:
        if self.details_hidden(calendar):
            return "本条公示已经撤回、期满或完成信用修复，不再展示内容。"
        return super().shown_summary(text, length, calendar)

    def summary_of_fields(self) -> str:
        return f"{self.party}：{self.violation}；{self.content}"

    def fact(self, name: str) -> Fact:
        fact = super().fact(name)
        if name not in AMOUNTS or getattr(self, name) is None:
            return fact
        return Fact(name, fact.label, [yuan(getattr(self, name))], sort=fact.sort)

"""执法公开: model cases, penalties (双公示 data standard) and the matrix of enforcement matters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from plugins.records.fields import Problem, Rule, field, in_order, many
from plugins.records.kinds.base import Part, RecordModel
from plugins.records.values import (
    Amount,
    Cited,
    CreditCode,
    Day,
    Prose,
    Text,
    Words,
    choice,
    listed,
    reference,
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
MASKED_NAME = re.compile(r"[一-鿿]{1,2}(?:某{1,2}|[*＊]{1,2})")


class Case(RecordModel):
    kind = "case"
    label = "典型案例"

    fields: Words = many("领域", required=True)
    decided: Day = field("处罚决定日期", "处理日期", required=True)
    statutes: listed(Cited) = many("引用法规", "法律依据", required=True)
    document_number: Text | None = field("决定书文号")
    law_day: Day | None = field(
        "适用法规日期", help="从旧从轻时填写违法行为发生的日期；不写时用决定日期"
    )
    outcome: Text = field("处理结果", required=True, help="一句话，如 罚款 2000 元，责令限期改正")
    penalty: reference("penalty") | None = field("处罚公示")

    block = ("fields", "decided", "document_number", "outcome")
    facets = ("fields",)
    sections = ("基本案情", "法律规定", "处理结果", "案例启示")
    open_data = ("title", "fields", "decided", "document_number", "statutes", "outcome")
    rules = (in_order("decided", "published", "发布日期早于处罚决定日期"),)


class Withdrawal(Part):
    day: Day = field("日期", required=True)
    reason: Text = field("理由", "原因", required=True, help="行政处罚法第四十八条：公开说明理由")


class Penalty(RecordModel):
    """行政处罚信息公示. Identity numbers, home addresses and bank accounts have no field here."""

    kind = "penalty"
    label = "行政处罚公示"
    needs_body = False

    party: Text = field("行政相对人名称", "当事人", required=True, help="自然人写作“李某”")
    party_type: choice("自然人", "个体工商户", "法人及非法人组织") = field(
        "行政相对人类别", required=True
    )
    credit_code: CreditCode | None = field("行政相对人统一社会信用代码")
    legal_person: Text | None = field("法定代表人", help="写作“王某”")
    document_number: Text = field("行政处罚决定书文号", "决定书文号", "文号", required=True)
    violation: Text = field("违法行为类型", required=True)
    facts: Prose = field("违法事实", required=True)
    statutes: listed(Cited) = many("处罚依据", required=True)
    penalties: listed(choice(*PENALTY_TYPES), split=True) = many("处罚类别", required=True)
    content: Prose = field("处罚内容", required=True)
    fine: Amount | None = field("罚款金额（万元）", "罚款金额")
    confiscated: Amount | None = field(
        "没收金额（万元）", "没收违法所得、没收非法财物的金额（万元）"
    )
    licence: Text | None = field("暂扣或吊销证照名称及编号")
    decided: Day = field("处罚决定日期", required=True)
    valid_until: Day = field("处罚有效期", required=True)
    public_until: Day = field("公示截止期", required=True)
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
    facets = ("fields",)
    open_data = ("title", *block, "fields")
    rules = (
        in_order("decided", "published", "发布日期早于处罚决定日期"),
        in_order("decided", "valid_until", "处罚有效期早于处罚决定日期"),
        in_order("decided", "public_until", "公示截止期早于处罚决定日期"),
        Rule("masked-name", ("party_type",), lambda values: _masked(values)),
        Rule("fine", ("penalties",), lambda values: _fine(values)),
        Rule("withdrawal", ("withdrawn", "decided"), lambda values: _withdrawal(values)),
    )


def _masked(values: Mapping[str, Any]) -> Iterable[Problem]:
    names = [("legal_person", "法定代表人")]
    if values["party_type"] == "自然人":
        names.append(("party", "行政相对人名称"))
    for name, label in names:
        written = values.get(name)
        if written and not MASKED_NAME.fullmatch(written):
            yield Problem(name, f"{label}“{written}”没有隐去名字", f"写成“{written[0]}某”")


def _fine(values: Mapping[str, Any]) -> Iterable[Problem]:
    fined = "罚款" in values["penalties"]
    if fined and not values.get("fine"):
        yield Problem("fine", "处罚类别有罚款，没有写罚款金额", "如 罚款金额（万元）: 0.05")
    if not fined and values.get("fine"):
        yield Problem("penalties", "写了罚款金额，处罚类别里没有罚款", "在处罚类别中加上“罚款”")


def _withdrawal(values: Mapping[str, Any]) -> Iterable[Problem]:
    if values["withdrawn"].day < values["decided"]:
        yield Problem("withdrawn", "撤回日期早于处罚决定日期", "核对这两个日期")


class Element(Part):
    """One of the seven elements of a matter: words, a link, or both."""

    text: Text | None = field("文字")
    link: Text | None = field("链接", help="本站稿件、文件，或 https:// 开头的网址")


class Matter(Part):
    """One enforcement matter with its seven elements (城市综合执法领域基层政务公开标准目录)."""

    title: Text = field("事项名称", required=True)
    group: Text = field("领域", required=True)
    duties: Element = field("机构职能与权责", required=True)
    procedure: Element = field("执法程序", required=True)
    basis: Element = field("执法依据", required=True)
    discretion: Element = field("裁量基准", required=True)
    complaints: Element = field("咨询投诉", required=True)
    decisions: Element = field("处罚决定", required=True)
    remedies: Element = field("救济渠道", required=True)

"""政策法规: policies, their interpretations, and statutes (sources: standards 47号 and 711号令)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from plugins.records.fields import Problem, Rule, field, in_order, many, required_if
from plugins.records.kinds.base import RecordModel
from plugins.records.values import (
    Day,
    DocumentNumber,
    Flag,
    IndexNumber,
    Text,
    WebAddress,
    Words,
    choice,
    listed,
    reference,
)

LEVELS = (
    "法律",
    "行政法规",
    "地方性法规",
    "部门规章",
    "地方政府规章",
    "行政规范性文件",
)


def _superseded(validity: str) -> bool:
    return validity in {"废止", "已废止"}


class Policy(RecordModel):
    kind = "policy"
    label = "政策文件"

    index_number: IndexNumber = field("索引号", required=True)
    topic: Text = field("主题分类", required=True, help="两级之间用 \\ 隔开")
    issuer: Text = field("发文机关", "发布机构", required=True)
    made: Day = field("成文日期", required=True)
    document_number: DocumentNumber = field("文号", "发文字号", required=True)
    validity: choice("有效", "失效", "废止", "已修改", "尚未施行") = field("有效性", required=True)
    effective: Day | None = field("施行日期", "实施日期")
    repealed: Day | None = field("废止日期")
    successor: reference("policy", "statute") | None = field(
        "替代文件", help="废止后由哪份文件替代"
    )
    no_successor: Text | None = field("无替代说明", help="废止而没有替代文件时，说明原因")
    genre: Text | None = field("体裁分类", help="如 通知、办法、意见")
    disclosure: choice("主动公开", "依申请公开") | None = field("公开方式")
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
    facets = ("validity",)
    rules = (
        in_order("made", "published", "发布日期早于成文日期"),
        in_order("made", "effective", "施行日期早于成文日期"),
        in_order("made", "repealed", "废止日期早于成文日期"),
        required_if("repealed", "validity", _superseded, "已废止的文件要写废止日期"),
        Rule("successor", ("validity",), lambda values: _successor(values)),
    )


def _successor(values: Mapping[str, Any]) -> Iterable[Problem]:
    if not _superseded(values["validity"]):
        return
    if not values.get("successor") and not values.get("no_successor"):
        yield Problem(
            "successor",
            "已废止的文件要写明由哪份文件替代",
            "填写“替代文件: policies/…”；确无替代的，填写“无替代说明”",
        )


class Interpretation(RecordModel):
    kind = "interpretation"
    label = "政策解读"

    interprets: listed(reference("policy", "statute", "consultation"), split=True) = many(
        "解读对象", required=True
    )
    form: choice("文字", "问答", "图解") = field("解读形式", required=True)
    interpreter: Text = field("解读单位", "解读机构", required=True)

    block = ("interpreter", "form")
    facets = ("form",)
    rules = (
        required_if(
            "image",
            "form",
            lambda form: form == "图解",
            "图解要有图片，正文写出图中的全部文字",
            "填写“图片:”下的“文件”和“说明”",
        ),
    )


class Statute(RecordModel):
    """A statute as a record: facts and the official source; its clauses are its text."""

    kind = "statute"
    label = "法律法规"
    dated = False
    needs_body = False

    short_title: Text | None = field("简称")
    level: choice(*LEVELS) = field("效力级别", "效力层级", required=True)
    issuer: Text = field("制定机关", "发布机关", required=True)
    document_number: Text | None = field("公布文号", "文号", help="如 中华人民共和国主席令第七十号")
    adopted: Day | None = field("通过日期")
    promulgated: Day | None = field("公布日期", help="必填；确实查不到的，写“待核说明”")
    effective: Day | None = field("施行日期", help="必填；确实查不到的，写“待核说明”")
    amended: listed(Day) = many("修改日期", "修正日期", help="历次修改、修订的日期")
    version_since: Day | None = field(
        "本版施行日期", help="这个文本从哪天起施行；不写时取最近一次修改"
    )
    validity: choice("现行有效", "尚未生效", "已修改", "已废止") = field(
        "时效性", "有效性", required=True
    )
    repealed: Day | None = field("废止日期")
    repeal_note: Text | None = field("废止说明", help="由哪部法规、哪次会议废止")
    unverified: Text | None = field("待核说明", help="哪些日期还没有核实；页面会照样注明")
    successor: reference("statute") | None = field("替代法规")
    fields: Words = many("领域", required=True)
    official: WebAddress | None = field("官方原文", help="国家法律法规数据库等官方网址")

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
    facets = ("fields", "level", "validity")
    open_data = ("title", "short_title", *block, "fields", "official")
    rules = (
        in_order("adopted", "promulgated", "公布日期早于通过日期"),
        in_order("promulgated", "effective", "施行日期早于公布日期"),
        in_order("effective", "repealed", "废止日期早于施行日期"),
        Rule("field-required", ("validity",), lambda values: _dates(values)),
        Rule("successor", ("validity",), lambda values: _repeal(values)),
    )


def _dates(values: Mapping[str, Any]) -> Iterable[Problem]:
    """A date that nobody can verify is left out and owned up to, never invented."""
    if values.get("unverified"):
        return
    wanted = {"promulgated": "公布日期", "effective": "施行日期"}
    if _superseded(values["validity"]):
        wanted["repealed"] = "废止日期"
    for name, label in wanted.items():
        if values.get(name) is None:
            yield Problem(name, f"缺少“{label}”", "填写日期；查不到时在“待核说明”写明")


def _repeal(values: Mapping[str, Any]) -> Iterable[Problem]:
    if not _superseded(values["validity"]):
        return
    if not values.get("successor") and not values.get("repeal_note"):
        yield Problem(
            "successor",
            "已废止的法规要写明替代法规或废止说明",
            "填写“替代法规: statutes/…”或“废止说明”",
        )

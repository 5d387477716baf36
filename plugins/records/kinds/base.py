"""What every record has, whatever its kind."""

from __future__ import annotations

from typing import ClassVar, NoReturn

from pydantic import BaseModel, ConfigDict

from plugins.records.fields import Rule, field, in_order, many
from plugins.records.values import (
    Count,
    Day,
    File,
    Moment,
    Slug,
    Text,
    WebAddress,
    Words,
    choice,
    listed,
    reference,
)


class Part(BaseModel):
    """A value with named parts of its own, such as an attachment."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Attachment(Part):
    file: File = field("文件", required=True, help="content/ 下的路径")
    name: Text | None = field("名称", help="不写时用文件名")
    pages: Count | None = field("页数", help="PDF 自动读取，不必写")


class Picture(Part):
    file: File = field("文件", required=True, help="content/ 下的路径")
    alt: Text = field("说明", "替代文字", required=True, help="给看不到图的人：图里有什么")


class Revision(Part):
    day: Day = field("日期", required=True)
    note: Text = field("说明", required=True, help="改了什么，为什么改")


class RecordModel(BaseModel):
    """The fields common to all kinds. A kind adds its own and its cross-field rules.

    Class attributes: `kind` is the name in `_column.yml`; `label` what people call it; `dated` puts
    the year in its address; `block` names the fields of the official block on its page, in order;
    `facets` the fields its list can be filtered by; `sections` the headings its text must have;
    `rules` what must hold between fields; `open_data` whether it is published as data.
    """

    # Built when first read into: nobody needs all kinds to ask for one, or for their fields.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    kind: ClassVar[str]
    label: ClassVar[str]
    dated: ClassVar[bool] = True
    block: ClassVar[tuple[str, ...]] = ()
    facets: ClassVar[tuple[str, ...]] = ()
    sections: ClassVar[tuple[str, ...]] = ()
    needs_body: ClassVar[bool] = True
    open_data: ClassVar[tuple[str, ...]] = ()
    rules: ClassVar[tuple[Rule, ...]] = ()

    title: Text = field("标题", "名称", required=True)
    slug: Slug | None = field("网址名", help="发布后不再改动；不写时用文件名")
    published: Moment = field("发布日期", "发布时间", "日期", "date", required=True)
    updated: Moment | None = field("更新日期", "更新时间", "modified")
    status: choice("发布", "草稿") | None = field("状态", help="不写即发布；草稿不出现在网站上")
    source: Text = field("来源", "稿件来源", required=True, help="发布科室或转载出处")
    original: WebAddress | None = field("原文链接", help="转载时填写")
    author: Text | None = field("作者")
    editor: Text | None = field("责任编辑", "编辑")
    first_review: Text = field("初审", advised=True)
    second_review: Text = field("复审", advised=True)
    final_review: Text = field("终审", advised=True)
    keywords: Words = many("关键词", "tags")
    summary: Text | None = field("摘要", help="不写时取正文开头")
    image: Picture | None = field("图片", "题图")
    attachments: listed(Attachment) = many("附件")
    related: listed(reference(), split=True) = many("相关稿件")
    campaigns: listed(reference("campaign"), split=True) = many("专题", "campaign")
    history: listed(Revision) = many("修订记录")
    expires: Day | None = field("下线日期", "失效日期", help="到期后离开列表，页面注明已过期")
    review_by: Day | None = field("复核日期", help="最迟在这一天核对内容是否仍然正确")

    def __getattr__(self, name: str) -> NoReturn:
        # Whoever shows records of all kinds asks for fields that few kinds have; pydantic's own
        # answer, which looks for private attributes first, takes ten times as long.
        raise AttributeError(name)

    @classmethod
    def all_rules(cls) -> tuple[Rule, ...]:
        return COMMON_RULES + cls.rules


COMMON_RULES = (
    in_order("published", "updated", "更新日期早于发布日期"),
    in_order("published", "expires", "下线日期早于发布日期"),
    in_order("published", "review_by", "复核日期早于发布日期"),
)

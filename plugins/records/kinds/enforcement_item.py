"""执法事项: the matrix of enforcement items, in one data file of their column."""

from collections.abc import Iterator
from typing import Annotated

from plugins.records.fields import field, many
from plugins.records.kinds.column_kind import ColumnKind
from plugins.records.kinds.parts import Part
from plugins.records.values import InlineList, Listed, Prose, Reference, RefersTo, Slug, Text

# The kinds of record that a matter may name: their pages look for the matters that do.
TYPICAL = ("case", "penalty", "reply")
SEE = (*TYPICAL, "guide", "policy", "interpretation", "page")


class Element(Part):
    """One of the seven elements of an enforcement item: words, a link, or both."""

    text: Text | None = field("文字")
    link: Text | None = field("链接", help="本站稿件、文件，或 https:// 开头的网址")


class EnforcementItem(Part):
    """An enforcement item with its seven elements (城市综合执法领域基层政务公开标准目录).

    With a slug it has a page of its own, which says it in plain words.
    """

    title: Text = field("事项名称", required=True)
    slug: Slug | None = field("网址名", help="事项页面的网址，发布后不再改动；不写的没有自己的页面")
    group: Text = field("领域", required=True)
    plain_title: Text | None = field(
        "通俗说法", help="市民怎么说这件事，作页面的标题；不写时用事项名称"
    )
    forbidden: Listed[Text] = many("不能做什么", help="每行一句，大白话")
    cost: Listed[Text] = many("会怎样处罚", help="每行一句：先怎样，后怎样，多少钱")
    typical: Annotated[Reference, RefersTo(TYPICAL)] | None = field(
        "典型案例", help="一篇案例；没有案例的，填处罚决定或者回应关切"
    )
    typical_words: Text | None = field("案例说了什么", help="一两句话，不写时用那篇稿件的摘要")
    avoid: Listed[Text] = many("怎样避免", help="每行一句，事先可以做什么")
    challenge: Prose | None = field("不服怎么办", help="向谁、在几天之内；空一行另起一段")
    see: InlineList[Annotated[Reference, RefersTo(SEE)]] = many(
        "相关稿件", help="指南、答复、文件，读完这一页还想看的"
    )
    duties: Element = field("机构职能与权责", required=True)
    procedure: Element = field("执法程序", required=True)
    basis: Element = field("执法依据", required=True)
    discretion: Element = field("裁量基准", required=True)
    complaints: Element = field("咨询投诉", required=True)
    decisions: Element = field("处罚决定", required=True)
    remedies: Element = field("救济渠道", required=True)

    @classmethod
    def plain_fields(cls) -> tuple[str, ...]:
        """What its page says in plain words."""
        return ("forbidden", "cost", "avoid", "challenge")

    @property
    def heading(self) -> str:
        """What its page and links to it are called."""
        return self.plain_title or self.title

    def named(self) -> Iterator[tuple[str, str]]:
        """The references to records, each with its field."""
        if self.typical:
            yield "typical", self.typical
        for reference in self.see:
            yield "see", reference

    def searched(self) -> tuple[str, tuple[str, ...]]:
        """A summary for the search, and other words that find it."""
        return "".join([*self.forbidden, *self.cost[:1]]), (self.title, self.group)

    def linked(self) -> Iterator[str]:
        """The addresses that its elements lead to, as written."""
        for name in type(self).model_fields:
            link = getattr(getattr(self, name), "link", None)
            if link:
                yield link


class EnforcementItems(ColumnKind):
    """A column of this kind holds a data file of enforcement items instead of records."""

    kind = "matter"
    label = "执法事项"
    has_records = False
    pages = "enforcement_items"
    home_part = "ways"
    item = EnforcementItem

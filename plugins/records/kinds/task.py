"""事项专页: what a citizen must do in one situation, in steps, behind a door of the home page."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any

from plugins.records.fields import Problem, Rule, field, many
from plugins.records.kinds.base import FIELDS_FACET, RecordModel
from plugins.records.kinds.parts import Part
from plugins.records.values import (
    Choice,
    Cited,
    Count,
    InlineList,
    Listed,
    Reference,
    RefersTo,
    Text,
    Words,
)
from plugins.working_days import UNITS

# On a phone two doors stand side by side: in large type a longer one would break twice.
LONGEST_DOOR = 9


class Step(Part):
    title: Text = field("做什么", required=True, help="动词开头，如 扫码缴款")
    text: Text | None = field("怎么做")


class Helper(Part):
    """Somebody to call or to visit."""

    name: Text = field("单位", "名称", required=True)
    phone: Text | None = field("电话")
    note: Text | None = field("说明", help="管什么，什么时候有人")


class Period(Part):
    """Within how long something must be done, counted from the day a paper came."""

    name: Text = field("事情", "名称", required=True, help="如 缴纳罚款")
    count: Count = field("多少", required=True, ge=1, le=730)
    unit: Annotated[str, Choice(*UNITS)] = field("单位", required=True)
    since: Text = field("从哪天算", required=True, help="如 收到决定书")
    basis: Text = field("依据", required=True, help="规定期限的法规和条文")
    note: Text | None = field("说明", help="到哪里去办，过了期限会怎样")


def _door(values: Mapping[str, Any]) -> Iterable[Problem]:
    # Latin letters are half as wide.
    width = sum(0.5 if sign.isascii() else 1 for sign in values["door"])
    if width > LONGEST_DOOR:
        yield Problem(
            "door",
            f"“首页短语”有 {width:g} 个字，首页上一行放不下",
            f"写成不超过 {LONGEST_DOOR} 个字，动词开头，如 挂招牌",
        )


class Task(RecordModel):
    kind = "task"
    label = "事项专页"
    dated = False
    needs_body = False
    home_part = "doors"
    named_on_map = True
    wide_list = True

    door: Text = field("首页短语", required=True, help="市民自己的话，动词开头，不超过 9 个字")
    order: Count = field("顺序", required=True, help="首页从小到大排，先放最急的")
    time_needed: Text = field("要多久", required=True)
    cost: Text = field("要花多少钱", required=True, help="不收费写“不收费”")
    needed: Listed[Text] = many("要准备什么")
    steps: Listed[Step] = many("步骤", required=True)
    periods: Listed[Period] = many("期限", help="页面上可以按读者填的日期算出最后一天")
    if_not: Text | None = field("不办会怎样")
    helpers: Listed[Helper] = many("找谁", required=True)
    basis: Listed[Cited] = many("依据", required=True)
    guides: InlineList[
        Annotated[
            Reference, RefersTo(("guide",), heading="办事指南", back_heading="常办的事", rank=1)
        ]
    ] = many("办事指南")
    replies: InlineList[
        Annotated[
            Reference, RefersTo(("reply",), heading="别人问过", back_heading="常办的事", rank=2)
        ]
    ] = many("相关答复")
    cases: InlineList[
        Annotated[
            Reference,
            RefersTo(("case", "penalty"), heading="类似的案子", back_heading="常办的事", rank=3),
        ]
    ] = many("相关案例")
    fields: Words = many("领域")
    questions: Words = many("常见问法", help="市民会怎样问，如 罚款能不能分期")

    facets = (FIELDS_FACET,)
    listed_fields = ("door",)
    search_fields = ("door", "questions", "fields")
    unique_fields = (("title", "column"), ("door", "kind"))
    rules = (Rule("task-door", ("door",), _door, f"“首页短语”不超过 {LONGEST_DOOR} 个字"),)

    def list_order(self, published: int, changed: int) -> tuple[int, int]:
        return self.order, -published

    def summary_of_fields(self) -> str:
        first = "，".join(step.title for step in self.steps[:3])
        return f"{first}。要多久：{self.time_needed}。"

    def own_phones(self) -> Iterator[str]:
        yield from (each.phone for each in self.helpers if each.phone)

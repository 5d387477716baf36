"""What every record has, whatever its kind, and what a kind may say otherwise."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NamedTuple, NoReturn, Self

from pydantic import BaseModel, ConfigDict

from plugins.clock import DAY, midnight, seconds
from plugins.incremental.tracking import BEGINNING, END, has_passed
from plugins.records.duties import Duty
from plugins.records.fields import Problem, Rule, extra, field, in_order, label_of, many
from plugins.records.formatting import chinese_day, shown
from plugins.records.kinds.column_kind import ColumnKind
from plugins.records.kinds.parts import Accepted, Attachment, Picture, Revision
from plugins.records.presentation import (
    Alert,
    Badge,
    Calendar,
    CalendarEntry,
    Fact,
    Notice,
    NoticeLink,
    PageSummary,
    StatuteFacts,
    TextProblem,
    is_empty,
    make_fact,
)
from plugins.records.structured_data import article
from plugins.records.summary import summarise
from plugins.records.values import (
    Choice,
    Day,
    InlineList,
    Listed,
    Moment,
    OldAddress,
    Reference,
    RefersTo,
    Slug,
    Text,
    WebAddress,
    Words,
)
from plugins.texts.converted_text import ConvertedText

# The order of records that have none of their own: behind those that have.
LAST = 10_000
TWO_YEARS = 2 * 365 * DAY
# Finds the record that a repealed one names as its successor, when a notice needs the link.
FindSuccessor = Callable[[], NoticeLink | None]


class Publicity(NamedTuple):
    """Published `until` a day; the bureau has a limit for each `grade`, counted from `since`."""

    grade: str
    since: date
    until: date


class Answer(NamedTuple):
    """A letter that came on the day `asked` and was answered on another; `simple` questions are
    owed an answer sooner.
    """

    asked: date
    answered: date
    simple: bool


class Facet(NamedTuple):
    """A field that lists can be filtered by. Addresses of the lists begin with `prefix`.

    `of_bureau`: the values are the fields of enforcement in bureau.yml, whose order and codes hold.
    """

    field: str
    prefix: str
    of_bureau: bool = False


FIELDS_FACET = Facet("fields", "field", of_bureau=True)


class RecordModel(ColumnKind, BaseModel):
    """The fields and the behaviour common to all kinds. A kind adds and overrides.

    Class attributes, beside those of `ColumnKind`:

    - `may_open_column`: one with the name `index` is the first page of its column, with the others
      listed below it;
    - `dated` puts the year in its address; `needs_body`: its text can't be empty;
    - `sections` are the headings its text must have; `rules` what must hold between fields;
    - `block` names the fields of the official block on its page; with a `block_line` it is folded
      on a phone, and these fields stand in its line; `listed_fields` those that lists show,
      `badge_fields` those whose value is a badge, `tones` the tone of some of these;
    - `facets` are what its lists can be filtered by, `search_fields` what the search looks at
      besides title, summary and keywords; `open_data` names the fields that are published as data;
    - `file_fields` are those whose value may be the path of a file, shown among the attachments;
    - `unique_fields` are those whose value no other record should have, with `site`, `kind` or
      `column` for where it is looked for;
    - `date_label` is what lists call the date of a record, where it isn't that of publication;
      `listed_by_change`: that date and the order of lists are those of the last change;
    - `historical`: it speaks of law as it was, so it may cite what is repealed;
    - `has_timeline`: its text is a timeline; `gathers`: its page lists the records that name it as
      their campaign; `has_contents`: a long text has a table of contents;
    - `hidden_when_over`: `details_hidden` may be true, so a record off the lists must be asked, and
      no list names it; records of other kinds that left the lists stand on one of their own, which
      is called `archive_label`;
    - `noun` is what its notices call it.
    """

    # Built when first read into: nobody needs all kinds to ask for one, or for their fields.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    may_open_column: ClassVar[bool] = False
    dated: ClassVar[bool] = True
    needs_body: ClassVar[bool] = True
    sections: ClassVar[tuple[str, ...]] = ()
    rules: ClassVar[tuple[Rule, ...]] = ()
    block: ClassVar[tuple[str, ...]] = ()
    block_line: ClassVar[tuple[str, ...]] = ()
    listed_fields: ClassVar[tuple[str, ...]] = ()
    badge_fields: ClassVar[tuple[str, ...]] = ()
    tones: ClassVar[Mapping[str, str]] = {}
    facets: ClassVar[tuple[Facet, ...]] = ()
    search_fields: ClassVar[tuple[str, ...]] = ()
    open_data: ClassVar[tuple[str, ...]] = ()
    file_fields: ClassVar[tuple[str, ...]] = ()
    unique_fields: ClassVar[tuple[tuple[str, str], ...]] = (("title", "column"),)
    date_label: ClassVar[str] = ""
    listed_by_change: ClassVar[bool] = False
    historical: ClassVar[bool] = False
    has_timeline: ClassVar[bool] = False
    has_contents: ClassVar[bool] = True
    gathers: ClassVar[bool] = False
    hidden_when_over: ClassVar[bool] = False
    archive_label: ClassVar[str] = "已过期"
    noun: ClassVar[str] = "文件"

    title: Text = field("标题", "名称", required=True)
    slug: Slug | None = field("网址名", help="发布后不再改动；不写时用文件名")
    moved_from: InlineList[OldAddress] = many(
        "旧网址", help="改名、移走前的网址；打开旧网址的人会转到这里"
    )
    published: Moment = field("发布日期", "发布时间", "日期", "date", required=True)
    updated: Moment | None = field("更新日期", "更新时间", "modified")
    status: Annotated[str, Choice("发布", "草稿")] | None = field(
        "状态", help="不写即发布；草稿不出现在网站上"
    )
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
    attachments: Listed[Attachment] = many("附件")
    related: InlineList[
        Annotated[Reference, RefersTo(heading="相关稿件", back_heading="相关稿件", mutual=True)]
    ] = many("相关稿件")
    campaigns: InlineList[
        Annotated[Reference, RefersTo(("campaign",), heading="所属专题", rank=1)]
    ] = many("专题", "campaign")
    history: Listed[Revision] = many("修订记录")
    accepted: Listed[Accepted] = many("接受", help="核对过、不用改的检查结果，到期后会再提醒")
    expires: Day | None = field("下线日期", "失效日期", help="到期后离开列表，页面注明已过期")
    review_by: Day | None = field("复核日期", help="最迟在这一天核对内容是否仍然正确")
    ai: Annotated[str, Choice("是", "否")] | None = field(
        "AI生成", "人工智能生成", help="文字或图片有人工智能生成的，写“是”，网页上会注明"
    )
    language: Annotated[str, Choice("中文", "en")] | None = field(
        "语言", help="译成英文的稿件写 en，并写“译自”；不写即中文"
    )
    translates: Annotated[Reference, RefersTo()] | None = field(
        "译自", help="这篇译文的中文原文，如 guides/quan-zheng"
    )

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> NoReturn:
            # Code for records of all kinds reads fields that few kinds have; pydantic's own
            # `__getattr__`, which looks for private attributes first, takes ten times as long.
            raise AttributeError(name)

    @classmethod
    def all_rules(cls) -> tuple[Rule, ...]:
        return COMMON_RULES + cls.rules

    @classmethod
    def check_text(cls, body: ConvertedText) -> Iterator[TextProblem]:
        """What is wrong with a text, beside what no text may have."""
        yield from ()

    def check_own_text(self, body: ConvertedText) -> Iterator[TextProblem]:
        """What its fields demand of its text."""
        yield from ()

    @property
    def is_english(self) -> bool:
        return self.language == "en"

    # How it is at the moment of a build.

    def as_of(self, now: int) -> Self:
        """The record as it is at `now`, in seconds since 1970: days may have changed its words."""
        return self

    def outdated(self, now: int) -> Iterator[Problem]:
        """What is written and no longer true at `now`."""
        yield from ()

    def duties(self) -> Iterator[Duty]:
        """What the office must do about it, and until when."""
        if self.review_by:
            late, hint = "复核日期 {day} 已过", "核对内容，改正后写新的复核日期"
            yield Duty("review-due", "review_by", self.review_by, "核对内容", late, hint)

    def begins(self) -> Iterator[tuple[str, datetime]]:
        """The moments, by field, at which something begins that is soon to come or over."""
        yield "published", self.published

    def far_ahead(self, now: int) -> Iterator[Problem]:
        """What begins so far in the future that its year may be a slip."""
        for name, moment in self.begins():
            if not has_passed(seconds(moment) - TWO_YEARS, now):
                label = label_of(type(self), name)
                message = f"“{label}”是 {moment:%Y-%m-%d}，在两年以后"
                yield Problem(name, message, "核对年份；确实要等到那时的，不用改", "warning")

    def slug_of(self, slug: str) -> str:
        """The slug that it should have instead of this one; the same where this one will do."""
        return slug

    # When it stands where.

    def made_on(self) -> date:
        """The day on which the information came into being (生成日期)."""
        return self.published.date()

    def law_applied_on(self) -> date:
        """The day whose law it applies: what it cites is cited as it was on that day."""
        return self.published.date()

    def statute_facts(self) -> StatuteFacts | None:
        """What citations need of a statute; None for a record that is none."""
        return None

    def last_change(self, body: ConvertedText) -> datetime:
        """When it last said something new."""
        return self.updated or self.published

    def list_order(self, published: int, changed: int) -> tuple[int, int]:
        """The key by which lists are sorted; both moments in seconds since 1970."""
        return LAST, -(changed if self.listed_by_change else published)

    def listed_between(self) -> tuple[int, int]:
        """From when on and before when it stands on lists, in seconds since 1970."""
        return BEGINNING, day_after(self.expires) if self.expires else END

    def on_home_until(self) -> int:
        """When it leaves the home page, though it may still be listed; in seconds since 1970."""
        return END

    def span(self) -> tuple[datetime, datetime] | None:
        """When what it announces begins and ends."""
        return None

    def now_words(self, calendar: Calendar) -> str:
        """When, for the home page's list of what counts now: 周六9:00, 还有5天."""
        return ""

    def alert(self) -> Alert | None:
        """The warning that it is, while it holds, on every page."""
        return None

    def calendar_entry(self) -> CalendarEntry | None:
        return None

    def own_phones(self) -> Iterator[str]:
        """What its fields give as numbers of the office: they may stand in its text too."""
        yield from ()

    # What the site must watch over.

    def wants_interpretation(self) -> bool:
        """Whether another record must explain it."""
        return False

    def publicity(self) -> Publicity | None:
        """How long it publishes what is held against somebody."""
        return None

    def answer(self) -> Answer | None:
        """The letter that it answers."""
        return None

    # What is shown of it.

    def details_hidden(self, calendar: Calendar) -> bool:
        """Whether nothing but its title and a notice may be shown any more."""
        return False

    def notices(self, calendar: Calendar, find_successor: FindSuccessor) -> Iterator[Notice]:
        """What a reader must know before reading it: repealed, expired, withdrawn, archived."""
        if self.expires and calendar.is_past(self.expires):
            yield Notice("stop", f"本稿件已于{chinese_day(self.expires)}过期，仅供查阅。")

    def badges(self, calendar: Calendar) -> Iterator[Badge]:
        for name in self.badge_fields:
            value = getattr(self, name)
            if value:
                yield Badge(value, self.tones.get(value, "plain"))

    def shown_summary(self, text: str, length: int, calendar: Calendar) -> str:
        """The summary for lists, feeds and meta tags: as written, else the beginning of `text`."""
        written = self.summary or summarise(text, length)
        return written or self.summary_of_fields() or self.title

    def summary_of_fields(self) -> str:
        """The summary of a record that has neither a summary nor a text."""
        return ""

    def fact(self, name: str) -> Fact:
        label, unit = _label_and_unit(type(self), name)
        return make_fact(name, label, getattr(self, name), unit)

    def listed_facts(self) -> list[Fact]:
        """The facts that lists show; empty ones are left out."""
        return [self.fact(name) for name in self.listed_fields if not is_empty(getattr(self, name))]

    def official_block(self) -> list[Fact]:
        """The facts of the official block, in its order; empty ones are left out."""
        return [self.block_fact(name) for name in self.block if not is_empty(getattr(self, name))]

    def block_fact(self, name: str) -> Fact:
        return self.fact(name)

    def search_words(self) -> list[str]:
        """What people search for beside title and summary: numbers, names, how they ask."""
        fields = (getattr(self, name) for name in self.search_fields)
        return [*self.keywords, *(word for value in fields for word in shown(value))]

    def structured_data(self, page: PageSummary, publisher: Mapping[str, Any]) -> dict[str, Any]:
        """What schema.org calls it, without the context; `publisher` is the bureau."""
        return article(page, self.author or self.source, publisher)

    def column_type_of_page(self) -> str:
        """The ColumnType of its page by 国办发〔2017〕47号; that of its column if empty."""
        return ""


def _translation(values: Mapping[str, Any]) -> Iterator[Problem]:
    if values["language"] == "en" and values.get("translates") is None:
        message = "英文稿件没有写明译自哪一篇"
        yield Problem("language", message, "写“译自: 栏目/网址名”，如 guides/quan-zheng")


def _language(values: Mapping[str, Any]) -> Iterator[Problem]:
    if values["translates"] and values.get("language") != "en":
        yield Problem("translates", "写了“译自”，没有写译文的语言", "译成英文的写“语言: en”")


def _reviewers(values: Mapping[str, Any]) -> Iterator[Problem]:
    reviews = {"first_review": "初审", "second_review": "复审", "final_review": "终审"}
    seen: dict[str, str] = {}
    for name, label in reviews.items():
        person = values.get(name)
        if person and person in seen:
            message = f"{label}和{seen[person]}都是“{person}”"
            yield Problem(name, message, "三审由三个人各审一次，写各自的姓名", "warning")
        elif person:
            seen[person] = label


COMMON_RULES = (
    Rule("reviewers", ("title",), _reviewers, "初审、复审、终审是三个人"),
    Rule(
        "translation",
        ("language",),
        _translation,
        "英文稿件写明“译自”哪一篇；写了“译自”的，写“语言: en”",
    ),
    Rule("translation", ("translates",), _language),
    in_order("published", "updated", "更新日期早于发布日期"),
    in_order("published", "expires", "下线日期早于发布日期"),
    in_order("published", "review_by", "复核日期早于发布日期"),
)


@cache
def _label_and_unit(model: type[RecordModel], name: str) -> tuple[str, str]:
    """Remembered: cards and pages ask for it thousands of times."""
    return label_of(model, name), extra(model.model_fields[name], "unit")


def day_after(day: date) -> int:
    """When the day after `day` begins, in seconds since 1970."""
    return midnight(day) + 86_400

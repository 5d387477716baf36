"""A card: all that one page may show of another record, and so all that it depends on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from plugins.clock import CHINA
from plugins.records import Record
from plugins.records.kinds import RecordModel
from plugins.records.summary import summarise
from plugins.site.model import Site
from plugins.site.show import chinese_day, shown


class Badge(NamedTuple):
    text: str
    tone: str = "plain"


class Fact(NamedTuple):
    """One labelled value, or several. `sort` is what a table column is sorted by."""

    label: str
    values: list[str]
    long: bool = False
    date: bool = False
    sort: str = ""

    @property
    def value(self) -> str:
        return "、".join(self.values)

    @property
    def of_words(self) -> bool:
        """Whether the values are so short that they stand in one line."""
        return max(map(len, self.values)) <= 11


class ImageView(NamedTuple):
    address: str
    alt: str
    width: int | None = None
    height: int | None = None


class Card(NamedTuple):
    """`facts` are all that lists of its kind show, `brief` those that stand below a title."""

    address: str
    title: str
    published: datetime
    column_name: str
    column_address: str
    kind: str
    summary: str
    date_label: str = "发布日期"
    badges: Sequence[Badge] = ()
    facts: Sequence[Fact] = ()
    brief: Sequence[Fact] = ()
    start: datetime | None = None
    end: datetime | None = None
    place: str | None = None
    cancelled: str | None = None
    image: ImageView | None = None
    expired: bool = False

    def in_local_time(self) -> Card:
        """Its moments in the site's time zone: the decoder gives them in UTC."""
        moments = {name: getattr(self, name) for name in ("published", "start", "end")}
        return self._replace(**{k: v.astimezone(CHINA) for k, v in moments.items() if v})

    def fact(self, label: str) -> Fact | None:
        return next((fact for fact in self.facts if fact.label == label), None)


TONES = {
    "有效": "good",
    "现行有效": "good",
    "尚未施行": "plain",
    "尚未生效": "plain",
    "已修改": "warn",
    "失效": "stop",
    "废止": "stop",
    "已废止": "stop",
    "持续关注": "warn",
    "已办结": "good",
}

# The facts that a list of each kind shows beside title and date, by field name.
LISTED_FACTS = {
    "policy": ("document_number", "made"),
    "statute": ("level", "issuer", "effective", "validity"),
    "case": ("fields", "outcome"),
    "penalty": ("party", "violation", "penalties", "fine", "decided", "public_until"),
    "coverage": ("medium", "reported"),
    "consultation": ("opens", "closes"),
    "reply": ("question", "answered", "section"),
    "interpretation": ("form",),
    "research": ("author", "unit"),
    "volunteer": ("form", "role", "hours", "people"),
    "role_model": ("subject", "unit"),
    "campaign": ("opens", "closes"),
    "slogan": ("valid_from", "valid_to"),
    "event": ("organiser",),
}
# What counts are counts of; amounts of money have their unit in the label.
UNITS = {"hours": "小时", "people": "人", "capacity": "人"}
BADGE_FIELDS = ("validity", "progress", "form")


def card(site: Site, record: Record) -> Card:
    return card_of(site, record.id)


def card_of(site: Site, identifier: str) -> Card:
    return site.part("card", identifier, make_card)


def make_card(site: Site, record: Record) -> Card:
    column = site.column(record)
    data = record.data
    get = data.__dict__.get
    badges = list(_badges(site, record))
    named = LISTED_FACTS.get(record.kind, ())
    facts = [fact(data, name) for name in named if get(name) not in (None, [], ())]
    return Card(
        address=record.address,
        title=record.title,
        published=record.changed if record.kind == "story" else record.published,
        column_name=column.name,
        column_address=column.address,
        kind=record.kind,
        summary=summary_of(site, record),
        date_label="最近进展" if record.kind == "story" else "发布日期",
        badges=badges,
        facts=facts,
        brief=_brief(facts, badges),
        start=get("start"),
        end=get("end"),
        place=get("place"),
        cancelled=get("cancelled"),
        image=image_view(site, record),
        expired=not site.on_lists(record),
    )


def _brief(facts: list[Fact], badges: list[Badge]) -> list[Fact]:
    """Long values belong to the record's page, and a badge need not be said twice."""
    said = {badge.text for badge in badges}
    return [fact for fact in facts if not fact.long and fact.value not in said]


def fact(data: RecordModel, name: str) -> Fact:
    value = getattr(data, name)
    unit = UNITS.get(name)
    words = shown(value)
    return Fact(
        label=type(data).model_fields[name].title,
        values=[word + unit for word in words] if unit else words,
        long=isinstance(value, str) and len(value) > 40,
        date=isinstance(value, date),
        sort=_sort_key(value),
    )


def _sort_key(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None or isinstance(value, list | tuple) else str(value)


def image_view(site: Site, record: Record) -> ImageView | None:
    picture = record.data.image
    asset = picture and site.library.assets.get(picture.file)
    if not asset:
        return None
    return ImageView(asset.path, picture.alt, asset.width, asset.height)


def summary_of(site: Site, record: Record) -> str:
    """The summary for lists, feeds and meta tags; kinds without a text use their fields."""
    if record.kind == "penalty" and not is_public(site, record):
        return "本条公示已撤回或公示期已满，不再展示内容。"
    if record.kind == "slogan":
        return record.data.wordings[0].text
    data = record.data
    written = data.summary or summarise(record.body.text, site.bureau.thresholds.summary_length)
    if written:
        return written
    if record.kind == "penalty":
        return f"{data.party}：{data.violation}；{data.content}"
    if record.kind == "guide":
        return f"{data.matter}：办理地点 {data.place}，电话 {data.phone}。"
    if record.kind == "statute":
        since = f"{chinese_day(data.effective)}起施行，" if data.effective else ""
        return f"{data.issuer}公布，{since}{data.validity}。"
    return record.title


def is_public(site: Site, penalty: Record) -> bool:
    """Whether the details of a penalty may still be shown."""
    data = penalty.data
    return data.withdrawn is None and not site.is_past(data.public_until)


def _badges(site: Site, record: Record) -> Iterator[Badge]:
    data, kind = record.data, record.kind
    get = data.__dict__.get
    for name in BADGE_FIELDS:
        value = get(name)
        if isinstance(value, str):
            yield Badge(value, TONES.get(value, "plain"))
    if get("cancelled"):
        yield Badge("已取消", "stop")
    elif kind == "event" and site.is_past(data.end):
        yield Badge("已结束")
    if kind == "consultation":
        yield _consultation_badge(site, record)
    if kind == "campaign" and data.archived:
        yield Badge("已归档")


def _consultation_badge(site: Site, record: Record) -> Badge:
    if record.data.outcome:
        return Badge("已公布结果", "good")
    if not site.has_begun(record.data.opens):
        return Badge("尚未开始")
    return Badge("已结束") if site.is_past(record.data.closes) else Badge("征集中", "warn")

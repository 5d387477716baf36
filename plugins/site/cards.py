"""Cards: what lists and other pages show of a record, and all that they depend on of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from plugins.clock import CHINA
from plugins.incremental.store import StoreError
from plugins.records import Record
from plugins.records.presentation import Badge, Fact
from plugins.site.model import Site
from plugins.texts.words import words_of


class ImageView(NamedTuple):
    address: str
    alt: str
    width: int | None = None
    height: int | None = None


class Card(NamedTuple):
    """`facts` are all that lists of its kind show, `brief` those that stand below a title.

    `words` are those of the title, between which it may break. `published` is the date that lists
    show; `date_label` says what date it is, if another one. `made` is when the information came
    into being, of a kind that stands in the catalogue.
    """

    address: str
    title: str
    words: tuple[str, ...]
    published: datetime
    column_name: str
    column_address: str
    kind: str
    summary: str
    date_label: str = ""
    badges: Sequence[Badge] = ()
    facts: Sequence[Fact] = ()
    brief: Sequence[Fact] = ()
    start: datetime | None = None
    end: datetime | None = None
    place: str | None = None
    cancelled: str | None = None
    image: ImageView | None = None
    expired: bool = False
    index_number: str | None = None
    made: date | None = None

    def in_local_time(self) -> Card:
        """Its moments in the site's time zone: the decoder gives them in UTC."""
        moments = {name: getattr(self, name) for name in ("published", "start", "end")}
        return self._replace(**{k: v.astimezone(CHINA) for k, v in moments.items() if v})

    def fact(self, name: str) -> Fact | None:
        """The fact of the field of that name in code."""
        return next((fact for fact in self.facts if fact.name == name), None)


def card(site: Site, record: Record) -> Card:
    return card_of(site, record.id)


def card_of(site: Site, identifier: str) -> Card:
    return site.part("card", identifier, make_card)


def make_card(site: Site, record: Record) -> Card:
    column = site.column(record)
    data = record.data
    get = data.__dict__.get
    badges, facts = list(data.badges(site)), data.listed_facts()
    return Card(
        address=record.address,
        title=record.title,
        words=_title_words(site, record),
        published=record.changed if data.listed_by_change else record.published,
        column_name=column.name,
        column_address=column.address,
        kind=record.kind,
        summary=summary_of(site, record),
        date_label=data.date_label,
        badges=badges,
        facts=facts,
        brief=_brief(facts, badges),
        start=get("start"),
        end=get("end"),
        place=get("place"),
        cancelled=get("cancelled"),
        image=image_view(site, record),
        expired=not site.is_listed(record.id, record.extract.listed),
        index_number=get("index_number"),
        made=data.made_on() if data.in_catalogue else None,
    )


def _title_words(site: Site, record: Record) -> tuple[str, ...]:
    """Those that the last build found, if the title is still the same: to find them takes long."""
    if record.data.is_english:
        return (record.title,)
    try:
        kept: Card | None = site.stored_part("card", record.path)
    except StoreError:
        kept = None
    return kept.words if kept and kept.title == record.title else words_of(record.title)


def _brief(facts: list[Fact], badges: list[Badge]) -> list[Fact]:
    """The facts without long values, and without those that a badge shows already."""
    badge_texts = {badge.text for badge in badges}
    return [fact for fact in facts if not fact.long and fact.value not in badge_texts]


def image_view(site: Site, record: Record) -> ImageView | None:
    picture = record.data.image
    asset = site.library.assets.get(picture.file) if picture else None
    if not picture or not asset:
        return None
    return ImageView(asset.address, picture.alt, asset.width, asset.height)


def summary_of(site: Site, record: Record) -> str:
    """The summary for lists, feeds and meta tags."""
    length = site.bureau.thresholds.summary_length
    return record.data.shown_summary(record.body.text, length, site)

"""What a reader must know before reading a record: repealed, expired, withdrawn, archived."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plugins.records import Record
from plugins.site.model import Site
from plugins.site.show import chinese_day


class NoticeLink(NamedTuple):
    text: str
    address: str


class Notice(NamedTuple):
    """`tone` is stop (no longer so), warn (with care) or plain."""

    tone: str
    text: str
    link: NoticeLink | None = None


def notices(site: Site, record: Record) -> Iterator[Notice]:
    data = record.data
    if data.expires and site.is_past(data.expires):
        yield Notice("stop", f"本稿件已于{chinese_day(data.expires)}过期，仅供查阅。")
    if record.kind in {"policy", "statute"}:
        yield from _validity(site, record)
    if record.kind == "penalty":
        yield from _penalty(site, record)
    if record.kind == "campaign" and data.archived:
        yield Notice("plain", f"本专题已于{chinese_day(data.archived)}归档，内容不再更新。")
    if record.kind == "event":
        yield from _event(site, record)
    if record.kind == "consultation":
        yield from _consultation(site, record)
    if record.kind == "slogan" and data.valid_to and site.is_past(data.valid_to):
        yield Notice("stop", f"本标语已于{chinese_day(data.valid_to)}停用。")


def _validity(site: Site, record: Record) -> Iterator[Notice]:
    data = record.data
    what = "文件" if record.kind == "policy" else "法规"
    if data.validity in {"废止", "已废止"}:
        when = f"已于{chinese_day(data.repealed)}废止" if data.repealed else "已经废止"
        reason = getattr(data, "no_successor", None) or getattr(data, "repeal_note", None)
        words = f"本{what}{when}。{reason or ''}"
        yield Notice("stop", words, _successor(site, record))
    elif data.validity == "失效":
        yield Notice("stop", f"本{what}已失效，不再作为办事和执法的依据。")
    elif data.validity == "已修改":
        link = _successor(site, record)
        yield Notice("warn", f"本{what}已经修改，请以修改后的文本为准。", link)
    elif data.validity in {"尚未施行", "尚未生效"} and data.effective:
        yield Notice("warn", f"本{what}自{chinese_day(data.effective)}起施行，目前尚未施行。")

    if getattr(data, "unverified", None):
        yield Notice("warn", f"待核：{data.unverified.rstrip('。')}。")


def _successor(site: Site, record: Record) -> NoticeLink | None:
    for identifier in site.graph.named_by(record, "successor"):
        successor = site.by_id[identifier]
        what = "法规" if successor.kind == "statute" else "文件"
        return NoticeLink(f"替代{what}：{successor.title}", successor.address)
    return None


def _penalty(site: Site, record: Record) -> Iterator[Notice]:
    data = record.data
    if data.withdrawn:
        when, why = chinese_day(data.withdrawn.day), data.withdrawn.reason.rstrip("。")
        yield Notice("stop", f"本条公示已于{when}撤回。理由：{why}。")
    elif site.is_past(data.public_until):
        until = chinese_day(data.public_until)
        yield Notice("stop", f"本条公示的期限已于{until}届满，处罚信息不再展示。")


def _event(site: Site, record: Record) -> Iterator[Notice]:
    data = record.data
    if data.cancelled:
        yield Notice("stop", f"本次活动已取消。原因：{data.cancelled.rstrip('。')}。")
    elif site.is_past(data.end):
        yield Notice("plain", "本次活动已经结束。")
    elif data.sign_up_until and site.is_past(data.sign_up_until):
        yield Notice("warn", "本次活动报名已经截止。")


def _consultation(site: Site, record: Record) -> Iterator[Notice]:
    data = record.data
    if data.outcome:
        yield Notice("plain", "征集已经结束，结果见下文。", NoticeLink("查看征集结果", "#outcome"))
    elif site.is_past(data.closes):
        yield Notice("plain", f"征集已于{chinese_day(data.closes)}结束，意见正在整理。")
    elif site.has_begun(data.opens):
        left = (data.closes - site.today).days
        yield Notice("warn", f"正在征集意见，截止{chinese_day(data.closes)}（还有{left}天）。")

"""The notices above a record, such as its repeal, with links to other records."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from plugins.records import Record
from plugins.records.kinds import KINDS
from plugins.records.presentation import Notice, NoticeLink
from plugins.site.model import Site

# 人工智能生成合成内容标识办法, article 10: who publishes it says so.
AI = "本稿件含有人工智能生成的内容，已由本单位审核。"


def notices(site: Site, record: Record) -> Iterator[Notice]:
    yield from record.data.notices(site, partial(_find_successor, site, record))
    if record.extract.has_ai:
        yield Notice("plain", AI)


def _find_successor(site: Site, record: Record) -> NoticeLink | None:
    for identifier in site.graph.referenced_ids(record, "successor"):
        successor = site.by_id[identifier]
        noun = KINDS[successor.kind].noun
        return NoticeLink(f"替代{noun}：{successor.title}", successor.address)
    return None

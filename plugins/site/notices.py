"""What a reader must know before reading a record, with links to other records."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from plugins.records import Record
from plugins.records.kinds import KINDS
from plugins.records.presentation import Notice, NoticeLink
from plugins.site.model import Site


def notices(site: Site, record: Record) -> Iterator[Notice]:
    return record.data.notices(site, partial(_find_successor, site, record))


def _find_successor(site: Site, record: Record) -> NoticeLink | None:
    for identifier in site.graph.named_by(record, "successor"):
        successor = site.by_id[identifier]
        noun = KINDS[successor.kind].noun
        return NoticeLink(f"替代{noun}：{successor.title}", successor.address)
    return None

"""Days of publication that git contradicts: a site that forges them fails the inspection."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from plugins.bureau import BUREAU_FILE
from plugins.clock import moment_of, seconds
from plugins.findings import Finding, Severity
from plugins.history.log import History, Published
from plugins.records import Library, Record


def check_history(library: Library, history: History | None, now: datetime) -> Iterator[Finding]:
    """About what was published since the day that bureau.yml says; nothing without one."""
    since = library.valid_bureau.history_from
    if since is None or history is None:
        return
    if not history.is_whole:
        message = "版本历史不全，没有核对发布日期"
        hint = "检出时取全部历史，如 fetch-depth: 0"
        yield Finding("history-unread", Severity.INFO, BUREAU_FILE, message, hint)
        return
    within = timedelta(days=library.valid_bureau.thresholds.backdate_days)
    for identifier, entry in library.entries.items():
        said = history.files.get(entry.path)
        if not said or not entry.is_shown(seconds(now)):
            continue
        if moment_of(entry.published).date() >= since:
            yield from _of_record(library.records[identifier], said, within)


def _of_record(record: Record, said: tuple[Published, ...], within: timedelta) -> Iterator[Finding]:
    day = moment_of(record.extract.published).date()
    came = said[0].committed
    if day < came - within and not record.data.original:
        message = f"发布日期 {day} 比放进版本库的日子 {came} 早 {(came - day).days} 天"
        hint = "写实际发布的日期；转载、迁来的，写“原文链接”"
        at = record.position_of("published")
        yield Finding("published-backdated", Severity.WARNING, record.path, message, hint, *at)
    last = _last_change(said)
    if last is None:
        return
    before, after = last
    revised = (revision.day for revision in record.data.history)
    if not any(abs(each - after.committed) <= within for each in revised):
        message = f"已经发布，{after.committed} 又把发布日期从 {before.day} 改成 {after.day}"
        hint = "改回原来的发布日期，改动的日子写“更新日期”；确实要改的，在“修订记录”里写明"
        at = record.position_of("published")
        yield Finding("published-changed", Severity.WARNING, record.path, message, hint, *at)


def _last_change(said: tuple[Published, ...]) -> tuple[Published, Published] | None:
    """The last change of a day that had come already."""
    pairs = [*pairwise(said)]
    for before, after in reversed(pairs):
        if before.day != after.day and before.day <= after.committed:
            return before, after
    return None

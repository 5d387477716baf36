"""The versions of a statute as its pages name them: the timeline, and which text is in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from plugins.records import Record
from plugins.records.formatting import chinese_day
from plugins.relations.statutes import Statutes
from plugins.relations.versions import Version, Work
from plugins.site.statute_addresses import compare_address
from plugins.statutes.compare import match


@dataclass(frozen=True)
class VersionView:
    label: str
    address: str
    validity: str
    current: bool
    compare: str | None


def timeline(work: Work, record: Record) -> list[VersionView]:
    """The versions, newest first; none for a statute with one version."""
    if len(work.versions) < 2:
        return []
    views = []
    for version in reversed(work.versions):
        other = version.record
        current = other.id == record.id
        comparable = not current and other.extract.clauses and record.extract.clauses
        address = compare_address(*_ordered(work, record, other)) if comparable else None
        views.append(
            VersionView(since(version), other.address, version.facts.validity, current, address)
        )
    return views


def one_of_each(statutes: Statutes, ids: Sequence[str]) -> list[str]:
    """Of each statute the id of the text in force, or where `ids` lack it the first that they have.

    In the order of `ids`.
    """
    held = {*ids}
    chosen: dict[str, None] = {}
    for identifier in ids:
        work = statutes.work(identifier)
        versions = [work.current, *reversed(work.versions)]
        best = next(v.record.id for v in versions if v.record.id in held)
        if best == identifier:
            chosen[identifier] = None
    return list(chosen)


def other_versions(statutes: Statutes, identifiers: Sequence[str]) -> dict[str, list[VersionView]]:
    """The other texts of each statute that has any, newest first, by the address of the record."""
    found = {}
    for identifier in identifiers:
        work = statutes.work(identifier)
        record = _version_of(work, identifier).record
        if others := [view for view in timeline(work, record) if not view.current]:
            found[record.address] = others
    return found


def since(version: Version) -> str:
    """What is known of its first day: the day of an amendment is not that of its force."""
    if version.since == date.min:
        return "施行日期待核"
    day = chinese_day(version.since)
    return f"{day}起施行" if version.law.since_stated else f"{day}修改"


def title_suffix(work: Work, record: Record) -> str:
    """Behind the title of a version that is not the one in force, so that titles differ."""
    current = work.current
    if current.record.id == record.id:
        return ""
    version = _version_of(work, record.id)
    noun = "旧文本" if version.since < current.since else "文本"
    return f"（{since(version)}的{noun}）"


def newer(work: Work, record: Record) -> dict[str, Any] | None:
    """The text in force where `record` is an older one, and the clauses that moved until then."""
    current = work.current
    if _version_of(work, record.id).since >= current.since:
        return None
    before, now = record.body.clauses, current.record.body.clauses
    # In the order of the text in force.
    pairs = sorted(match(before, now).items(), key=lambda pair: pair[1])
    moves = [
        {
            "label": before[old].label,
            "to": now[new].label,
            "address": f"{current.record.address}#{now[new].anchor}",
        }
        for old, new in pairs
        if before[old].number != now[new].number
    ]
    return {
        "title": current.record.title,
        "address": current.record.address,
        "since": since(current),
        "moves": moves,
    }


def _version_of(work: Work, identifier: str) -> Version:
    return next(version for version in work.versions if version.record.id == identifier)


def _ordered(work: Work, first: Record, second: Record) -> tuple[Record, Record]:
    order = [version.record.id for version in work.versions]
    if order.index(first.id) <= order.index(second.id):
        return first, second
    return second, first

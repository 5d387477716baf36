"""Facts that the front matter of a collection's file states.

Only keys that say what they mean are used. `date` and 发布日期 may be the day on which a page was
put online, of collecting or of an import: they are no days of the statute.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plugins.clauses.numerals import iso_or_written_day
from plugins.findings import Finding, Severity

# By the field of the model the keys of collections, the best one first.
KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "标题", "名称", "法规名称"),
    "level": ("效力级别", "效力层级", "效力位阶", "法律效力位阶", "level"),
    "issuer": ("制定机关", "发布机关", "发布部门", "颁布单位", "issuer", "office"),
    "document_number": ("公布文号", "发文字号", "文号", "document_number"),
    "adopted": ("通过日期", "adopted"),
    "promulgated": ("公布日期", "颁布日期", "promulgated"),
    "effective": ("施行日期", "生效日期", "实施日期", "effective"),
}
DAYS = ("adopted", "promulgated", "effective")


def stated_facts(front: Mapping[str, str]) -> dict[str, Any]:
    """What the front matter states, by the field of the model; days as dates."""
    stated: dict[str, Any] = {}
    for name, keys in KEYS.items():
        written = next((front[key] for key in keys if key in front), None)
        value = iso_or_written_day(written) if written and name in DAYS else written
        if value:
            stated[name] = value
    return stated


def unused_keys(front: Mapping[str, str], path: str) -> list[Finding]:
    """One finding for the keys that say nothing about the statute, or no day."""
    known = {key for keys in KEYS.values() for key in keys}
    unused = [
        key
        for key, value in front.items()
        if key not in known or (_is_day(key) and iso_or_written_day(value) is None)
    ]
    if not unused:
        return []
    message = f"稿头里的“{'、'.join(unused)}”没有采用"
    hint = "是法规的事实的，导入后填在稿头里；date、发布日期说不清是公布日期还是收录日期，不采用"
    return [Finding("statute-head", Severity.INFO, path, message, hint, 1)]


def _is_day(key: str) -> bool:
    return any(key in KEYS[name] for name in DAYS)

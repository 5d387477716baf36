"""A page in other characters and in another language: for the reader's choice and search engines.

Codes are those of BCP 47. The element `<html>` says `zh-CN`, as every page of a mainland site does;
where simplified stand beside traditional characters they are `zh-Hans` and `zh-Hant`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plugins.bureau.languages import is_english, traditional_path
from plugins.records import Record
from plugins.site.model import Site

SIMPLIFIED, TRADITIONAL, ENGLISH = "zh-Hans", "zh-Hant", "en"


class Version(NamedTuple):
    language: str
    name: str
    address: str
    current: bool


def versions(site: Site, path: str, other: str = "") -> list[Version]:
    """The page at `path` in every language that it is there in; empty if it is in one alone.

    `other` is the address of its translation; of a translation that of its original.
    """
    chinese, english = (other, path) if is_english(path) else (path, other)
    found = [*_chinese(site, chinese, path)]
    if english:
        found.append(Version(ENGLISH, "English", english, english == path))
    return found if len(found) > 1 else []


def _chinese(site: Site, chinese: str, path: str) -> Iterator[Version]:
    if not chinese:
        return
    yield Version(SIMPLIFIED, "简体", chinese, chinese == path)
    twin = traditional_path(chinese)
    if twin and site.bureau.traditional.is_offered:
        yield Version(TRADITIONAL, "繁體", twin, False)


def alternates(found: list[Version]) -> list[tuple[str, str]]:
    """Language and address of each; the simplified page is for whom none of them is."""
    pairs = [(version.language, version.address) for version in found]
    default = [("x-default", address) for _, address in pairs[:1]]
    return pairs + default


def other_version(site: Site, record: Record) -> str:
    """The address of the translation of a record, or of the original of a translation."""
    if is_english(record.address):
        ids = site.graph.referenced_ids(record, "translates")
    else:
        ids = site.graph.referencing_ids(record, "translates")
    return next((site.by_id[id].address for id in ids if id in site.by_id), "")

"""What a build says: its findings, what will appear when, what was left out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Set
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plugins.findings import Colours, Finding, as_listing, has_errors, prefix_of
from plugins.findings.model import FindingTuple
from plugins.privacy import hide_numbers

if TYPE_CHECKING:
    from plugins.site import Site


class Report(NamedTuple):
    """As plain values, so that a build with nothing to do can say it again."""

    findings: tuple[FindingTuple, ...]
    announcements: tuple[str, ...]
    records: int
    drafts: int

    @property
    def found(self) -> list[Finding]:
        return [Finding.from_tuple(plain) for plain in self.findings]

    @property
    def has_errors(self) -> bool:
        return has_errors(self.found)


def make_report(findings: Iterable[Finding], site: Site | None) -> Report:
    plain = tuple(dict.fromkeys(found.as_tuple for found in findings))
    if site is None:
        return Report(plain, (), 0, 0)
    announced = tuple(announcements(site))
    return Report(plain, announced, len(site.order), len(site.library.drafts))


def announcements(site: Site) -> Iterator[str]:
    """What will appear when, and what has been left out."""
    from plugins.records.formatting import moment

    for record in site.library.scheduled(site.now):
        title = hide_numbers(record.title, site.library.own)
        yield f"定时：{moment(record.published)} 发布 {record.path}《{title}》"
    drafts = site.library.drafts
    if drafts:
        yield f"草稿 {len(drafts)} 篇，不发布：{'、'.join(record.path for record in drafts)}"
    if site.library.left_out:
        yield f"有 {len(site.library.left_out)} 篇稿件因错误没有放上网站。"


def print_report(report: Report, content: Path, fresh: Set[Finding] = frozenset()) -> None:
    """Print the findings with paths as the editor knows them, from where the build was started."""
    print(as_listing(report.found, prefix_of(content), fresh, Colours.of(sys.stdout)))

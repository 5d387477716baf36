"""What a build says: its findings, what will appear when, what was left out."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from plugins.findings import Finding, Severity, as_text, has_errors, summary_line

if TYPE_CHECKING:
    from plugins.site import Site


class Report(NamedTuple):
    """As plain values, so that a build with nothing to do can say it again."""

    findings: tuple[tuple[Any, ...], ...]
    announcements: tuple[str, ...]
    records: int
    drafts: int

    @property
    def found(self) -> list[Finding]:
        return [Finding.from_tuple(plain) for plain in self.findings]

    @property
    def has_errors(self) -> bool:
        return has_errors(self.found)

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity."""
        counts = Counter(found.severity for found in set(self.found))
        return {severity: counts[severity] for severity in Severity}


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
        yield f"定时：{moment(record.published)} 发布 {record.path}《{record.title}》"
    drafts = site.library.drafts
    if drafts:
        yield f"草稿 {len(drafts)} 篇，不发布：{'、'.join(record.path for record in drafts)}"
    if site.library.left_out:
        yield f"有 {len(site.library.left_out)} 篇稿件因错误没有放上网站。"


def print_report(report: Report, content: str) -> None:
    """Print the findings with paths as the editor knows them, from where the build was started."""
    findings = report.found
    if findings:
        print(as_text(findings, os.path.relpath(content).replace(os.sep, "/") + "/"))
    print(summary_line(findings))

"""Findings for a person: what is new and what is an error on top, and no more than can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from plugins.findings.colours import PLAIN, Colours
from plugins.findings.folding import Group, counted, fold
from plugins.findings.model import Finding, Severity
from plugins.findings.render import as_line, in_order, summary_line

# More lines nobody reads.
MOST_LINES = 40
# Above what is new, and above what is not.
HEADINGS = ("这次新出现的，和刚改过的文件里的：", "以前就有的：")
CUT = f"只列出前 {MOST_LINES} 行。全部问题按规则和栏目："
HOW_TO_SEE_ALL = "逐处列出全部：make check ALL=1；给程序读：make check FORMAT=json"


def as_listing(
    findings: Iterable[Finding],
    prefix: str = "",
    fresh: Set[Finding] = frozenset(),
    colours: Colours = PLAIN,
    headings: tuple[str, str] = HEADINGS,
    most: int = MOST_LINES,
) -> str:
    """At most `most` lines of findings, one for a cause; if there is more, counts of all."""
    findings = in_order(findings)
    groups = fold(findings, fresh)
    lines = list(_lines(groups, prefix, colours, headings))
    is_cut = len(lines) > most
    if is_cut:
        lines = [*lines[:most], *_counts(findings)]
    if is_cut or any(group.note for group in groups):
        lines.append(HOW_TO_SEE_ALL)
    return "\n".join([*lines, colours.closing(summary_line(findings), findings)])


def as_full_listing(
    findings: Iterable[Finding],
    prefix: str = "",
    fresh: Set[Finding] = frozenset(),
    colours: Colours = PLAIN,
    headings: tuple[str, str] = HEADINGS,
) -> str:
    """Every finding in a line of its own."""
    findings = in_order(findings)
    shown = {*in_order(fresh)}
    groups = [Group(each, each in shown) for each in findings]
    lines = _lines(sorted(groups, key=lambda group: group.sort_key), prefix, colours, headings)
    return "\n".join([*lines, colours.closing(summary_line(findings), findings)])


def _lines(
    groups: Sequence[Group], prefix: str, colours: Colours, headings: tuple[str, str]
) -> Iterator[str]:
    """Headings only where some are new and others are not."""
    number_fresh = sum(group.is_fresh for group in groups)
    has_headings = 0 < number_fresh < len(groups)
    for number, group in enumerate(groups):
        if has_headings and number == 0:
            yield headings[0]
        if has_headings and number == number_fresh:
            yield headings[1]
        yield as_line(group.first, prefix, colours) + group.note


def _counts(findings: Sequence[Finding]) -> Iterator[str]:
    """How many findings there are of each rule, in each column."""
    by_rule: dict[tuple[Severity, str], list[str]] = {}
    for each in findings:
        by_rule.setdefault((each.severity, each.rule), []).append(each.path)
    order = sorted(by_rule.items(), key=lambda item: (item[0][0].rank, -len(item[1]), item[0][1]))
    yield CUT
    for (severity, rule), paths in order:
        yield f"  {severity.label} {rule} {len(paths)}：{counted(paths)}"

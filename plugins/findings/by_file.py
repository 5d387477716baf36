"""Findings of many files for a person: errors on top, then file by file, one line for a cause."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from plugins.findings.colours import PLAIN, Colours
from plugins.findings.folding import MANY_PLACES
from plugins.findings.listing import MOST_LINES
from plugins.findings.model import Finding, Severity
from plugins.findings.render import as_line, in_order

VARYING = re.compile(r"“[^“”]*”|\d+")
CUT = "只列出前 {} 行。全部问题按规则："


def as_listing_by_file(
    findings: Iterable[Finding], see_all: str, colours: Colours = PLAIN, most: int = MOST_LINES
) -> str:
    """At most `most` lines, and as many of errors; if there is more, how many of each rule.

    An error that many files have is one line, and so is what is said of many lines of one file.
    `see_all` tells how to list all.
    """
    ordered = in_order(findings)
    errors = [each for each in ordered if each.severity is Severity.ERROR]
    others = [each for each in ordered if each.severity is not Severity.ERROR]
    others.sort(key=lambda each: (each.path, each.severity.rank, each.rule))
    groups = _grouped(errors, _cause), _grouped(others, _cause_in_file)
    lines = [
        line
        for group, note in zip(groups, (_other_files, _other_places), strict=True)
        for line in [as_line(same[0], "", colours) + note(same) for same in group[:most]]
    ]
    is_cut = any(len(group) > most for group in groups)
    if is_cut:
        lines += [CUT.format(len(lines)), *_counts(ordered)]
    if is_cut or len(lines) < len(ordered):
        lines.append(see_all)
    return "\n".join(lines)


def _cause(found: Finding) -> tuple[str, ...]:
    return found.rule, found.message, found.hint


def _cause_in_file(found: Finding) -> tuple[str, ...]:
    """What differs from line to line is quoted or a number."""
    return found.path, found.severity.value, found.rule, VARYING.sub("", found.message)


def _grouped(
    findings: Sequence[Finding], key: Callable[[Finding], tuple[str, ...]]
) -> list[list[Finding]]:
    """What has the same key, in the order of the first ones."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for each in findings:
        groups.setdefault(key(each), []).append(each)
    return list(groups.values())


def _other_files(same: Sequence[Finding]) -> str:
    files = list(dict.fromkeys(each.path for each in same[1:]))
    if not files:
        return ""
    more = "等" if len(files) > MANY_PLACES else ""
    return f"（另有 {len(files)} 个文件同样：{'、'.join(files[:MANY_PLACES])}{more}）"


def _other_places(same: Sequence[Finding]) -> str:
    if len(same) == 1:
        return ""
    lines = list(dict.fromkeys(str(each.line) for each in same[1:]))
    more = "等" if len(lines) > MANY_PLACES else ""
    return f"（另有 {len(same) - 1} 处：第 {'、'.join(lines[:MANY_PLACES])} 行{more}）"


def _counts(findings: Sequence[Finding]) -> Iterator[str]:
    """How many findings there are of each rule, and in how many files, errors first."""
    groups = _grouped(findings, lambda each: (each.severity.value, each.rule))
    groups.sort(key=lambda same: (same[0].severity.rank, -len(same), same[0].rule))
    for same in groups:
        files = len({each.path for each in same})
        first = same[0]
        yield f"  {first.severity.label} {first.rule} {len(same)} 处，在 {files} 个文件里"

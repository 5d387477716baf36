"""Findings as lines of text, as JSON for programs, and as annotations for a pull request."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, replace

from plugins.findings.colours import PLAIN, Colours
from plugins.findings.invisible import with_codes
from plugins.findings.model import Finding, Severity


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sorted, each once, and with nothing in their words that a reader can't see."""
    return sorted(map(_readable, set(findings)), key=lambda finding: finding.sort_key)


def _readable(finding: Finding) -> Finding:
    message, hint = with_codes(finding.message), with_codes(finding.hint)
    if (message, hint) == (finding.message, finding.hint):
        return finding
    return replace(finding, message=message, hint=hint)


def as_text(findings: Iterable[Finding], prefix: str = "") -> str:
    """A line for each."""
    return "\n".join([as_line(finding, prefix) for finding in in_order(findings)])


def as_line(finding: Finding, prefix: str = "", colours: Colours = PLAIN) -> str:
    """`path:line:column: level rule message → hint`; the tasks of VS Code read such lines."""
    where = colours.place(f"{prefix}{finding.path}:{finding.line}:{finding.column}")
    return f"{where}: {colours.level(finding.severity)} {finding.rule} {full_words(finding)}"


def full_words(finding: Finding) -> str:
    """What is wrong, and what would be right."""
    return f"{finding.message} → {finding.hint}" if finding.hint else finding.message


def as_json(findings: Iterable[Finding], prefix: str = "") -> str:
    rows = [asdict(finding) | {"path": prefix + finding.path} for finding in in_order(findings)]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def as_annotations(findings: Iterable[Finding], prefix: str = "") -> str:
    """Workflow commands that GitHub shows beside the line of a pull request."""
    level = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
    lines = []
    for finding in in_order(findings):
        text = full_words(finding)
        where = f"file={_property(prefix + finding.path)},line={finding.line},col={finding.column}"
        title = _property(finding.rule)
        lines.append(f"::{level[finding.severity]} {where},title={title}::{_data(text)}")
    return "\n".join(lines)


def summary_line(findings: Iterable[Finding]) -> str:
    """The closing line of every report, such as 共 3 处问题：错误 1，提醒 2。"""
    counts = Counter(finding.severity for finding in set(findings))
    if not counts:
        return "没有发现问题。"
    parts = [f"{severity.label} {counts[severity]}" for severity in Severity if counts[severity]]
    return f"共 {sum(counts.values())} 处问题：{'，'.join(parts)}。"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

"""Findings for other programs: SARIF 2.1.0 for code platforms, JUnit XML for build servers.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. JUnit's format has no standard;
this is what Jenkins and GitLab read: a suite for each file, a case for each finding.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

from plugins.findings.model import Finding, Severity
from plugins.findings.render import full_words, in_order

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
TOOL, SUITE = "chengchuang", "make check"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# What XML 1.0 can't contain.
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_sarif(findings: Iterable[Finding], prefix: str = "") -> str:
    """Paths are relative to where the check was started."""
    ordered = in_order(findings)
    rules = sorted({finding.rule for finding in ordered})
    driver = {"name": TOOL, "rules": [{"id": rule} for rule in rules]}
    results = [_result(finding, rules.index(finding.rule), prefix) for finding in ordered]
    # Columns of SARIF count UTF-16 units unless it is said that they count characters.
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1)


def _result(finding: Finding, rule_index: int, prefix: str) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": quote(prefix + finding.path)},
        "region": {"startLine": finding.line, "startColumn": finding.column},
    }
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": LEVELS[finding.severity],
        "message": {"text": full_words(finding)},
        "locations": [{"physicalLocation": place}],
    }


def as_junit(findings: Iterable[Finding], prefix: str = "") -> str:
    """Errors are failures; a warning is a case that passed and says something."""
    ordered = in_order(findings)
    by_path: dict[str, list[Finding]] = {}
    for finding in ordered:
        by_path.setdefault(prefix + finding.path, []).append(finding)
    root = ElementTree.Element("testsuites", {"name": SUITE, **_numbers(ordered)})
    for path, of_file in by_path.items():
        named = {"name": _in_xml(path), **_numbers(of_file)}
        suite = ElementTree.SubElement(root, "testsuite", named)
        for finding in of_file:
            _add_case(suite, path, finding)
    if not ordered:
        # A report without a case counts as broken in some build servers.
        suite = ElementTree.SubElement(root, "testsuite", name=SUITE, tests="1", failures="0")
        ElementTree.SubElement(suite, "testcase", name="没有发现问题", classname=SUITE)
    ElementTree.indent(root, " ")
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=False)


def _add_case(suite: ElementTree.Element, path: str, finding: Finding) -> None:
    where = f"{path}:{finding.line}:{finding.column}"
    words = _in_xml(full_words(finding))
    case = ElementTree.SubElement(
        suite, "testcase", name=_in_xml(f"{finding.rule} {where}"), classname=_in_xml(path)
    )
    if finding.severity is Severity.ERROR:
        told = ElementTree.SubElement(case, "failure", type=finding.rule)
        told.set("message", _in_xml(finding.message))
    else:
        told = ElementTree.SubElement(case, "system-out")
    told.text = f"{_in_xml(where)}: {finding.severity.label} {finding.rule} {words}"


def _numbers(findings: Sequence[Finding]) -> dict[str, str]:
    failures = sum(finding.severity is Severity.ERROR for finding in findings)
    return {"tests": str(len(findings)), "failures": str(failures)}


def _in_xml(text: str) -> str:
    return FORBIDDEN.sub("", text)

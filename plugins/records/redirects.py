"""content/redirects.yml: where old addresses lead that no record names, and what was withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plugins.addresses import REDIRECTS_FILE, AddressError, Redirect, read_address
from plugins.findings import Finding, Position, Severity, has_errors
from plugins.records.fields import field
from plugins.records.kinds import Part
from plugins.records.validate import validate
from plugins.records.values import Day, Text
from plugins.source import LocatedData, Positions, UnreadableFileError, decode, read_yaml


class WithdrawnPage(Part):
    """What is written of an address that was withdrawn."""

    day: Day = field("撤下", "撤下日期", "日期", required=True)
    reason: Text = field("原因", "理由", required=True)
    title: Text | None = field("标题", "名称")
    successor: Text | None = field("去向", "新网址")


def read_redirects(content: Path, host: str) -> tuple[list[Redirect], list[Finding]]:
    """The entries without an error, in their order; nothing where there is no such file."""
    file = content / REDIRECTS_FILE
    if not file.is_file():
        return [], []
    try:
        text, findings = decode(file.read_bytes(), REDIRECTS_FILE)
        located, problems = read_yaml(text.split("\n"), REDIRECTS_FILE)
    except UnreadableFileError as error:
        return [], error.findings
    findings += problems
    if not isinstance(located.data, dict):
        findings.append(_entry("应是一行一个旧网址", "写成“旧网址: 新网址”", Position()))
        return [], findings
    redirects = list(_entries(located, host, findings))
    return redirects, findings


def _entries(located: LocatedData, host: str, findings: list[Finding]) -> Iterator[Redirect]:
    for written, value in located.data.items():
        at = located.keys[(written,)]
        try:
            old = read_address(written, host)
        except AddressError as error:
            said = (REDIRECTS_FILE, error.message, error.hint)
            findings.append(Finding("redirect-address", Severity.ERROR, *said, *at))
            continue
        if isinstance(value, str) and value.strip():
            yield Redirect(old, written, value.strip(), None, *at)
        elif isinstance(value, dict):
            page, problems = validate(WithdrawnPage, _below(located, written), REDIRECTS_FILE)
            findings += problems
            if not has_errors(problems):
                notice = (page.day.toordinal(), page.reason, page.title or "")
                yield Redirect(old, written, page.successor or "", notice, *at)
        else:
            hint = "写上新网址；撤下的，写“撤下”的日期和“原因”"
            findings.append(_entry(f"“{written}”没有写转到哪里", hint, at))


def _entry(message: str, hint: str, at: Position) -> Finding:
    return Finding("redirect-entry", Severity.ERROR, REDIRECTS_FILE, message, hint, *at)


def _below(located: LocatedData, key: str) -> LocatedData:
    """One entry, with positions, as if it were a file of its own."""

    def within(found: dict[tuple[Any, ...], Position]) -> dict[tuple[Any, ...], Position]:
        return {path[1:]: at for path, at in found.items() if path[:1] == (key,)}

    return LocatedData(
        located.data[key], lambda: Positions(within(located.keys), within(located.values))
    )

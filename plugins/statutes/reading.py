"""One file taken apart, with findings about its shape; several of them may be one statute."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from plugins.clauses.heads import unread_heads
from plugins.findings import Finding, Severity
from plugins.statutes import plain_text
from plugins.statutes import source as marked_text
from plugins.statutes.front_matter import stated_facts, unused_keys
from plugins.statutes.markup import plain_lines
from plugins.statutes.source import (
    MARKER,
    TITLE,
    Event,
    Leftover,
    NotAStatuteError,
    SourceText,
    has_title,
    title_of,
    trimmed,
)


@dataclass(frozen=True)
class Place:
    """From line `line` of a joined text the lines come from `path`, there from `file_line`."""

    line: int
    path: str
    file_line: int


@dataclass(frozen=True)
class ReadFile:
    """A file, or several joined, before its facts are derived. `path` is that of the first.

    `is_marked` is true of the collection that comes from the national database and marks where the
    text begins. `asides` are texts from outside the body. `places` are empty but of joined files.
    `is_whole` is false of what is no statute by itself: an annex, a foreword.
    """

    path: str
    source: SourceText
    findings: tuple[Finding, ...] = ()
    is_marked: bool = False
    asides: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    is_whole: bool = True

    def at_place(self, findings: Iterable[Finding]) -> list[Finding]:
        """Findings about the joined text, each at the line of the file that it is in."""
        if not self.places:
            return list(findings)
        return [self._placed(finding) for finding in findings]

    def _placed(self, finding: Finding) -> Finding:
        place = next(place for place in reversed(self.places) if place.line <= finding.line)
        line = place.file_line + finding.line - place.line
        return replace(finding, path=place.path, line=max(1, line))


def read_text(text: str, path: str, asides: Sequence[str] = ()) -> ReadFile:
    """The parts of one file. Raises NotAStatuteError.

    Only files of a collection mark where the text begins; any other is plain lines.
    """
    file = PurePosixPath(path)
    is_markdown = file.suffix.lower() == ".md" or MARKER.search(text) is not None
    plain = plain_lines(text, path, is_markdown)
    stated = stated_facts(plain.front)
    findings = [*plain.findings, *unused_keys(plain.front, path)]
    try:
        if is_markdown and (MARKER.search(text) or "title" in stated or has_title(plain.text)):
            source = marked_text.read(plain.text, file.stem, stated.get("title", ""))
        else:
            source = plain_text.read(plain.text, file.stem)
    except NotAStatuteError as error:
        unread = unread_heads(plain.text.split("\n"), 1, 0, path)
        raise NotAStatuteError(error.message, error.hint, *unread) from error
    findings += [*_border_findings(text, path), *_head_findings(source, path)]
    is_marked = MARKER.search(text) is not None
    source = replace(source, stated=stated)
    return ReadFile(path, source, tuple(findings), is_marked, tuple(asides))


def read_part(text: str, path: str) -> ReadFile | None:
    """A file without clauses as a part of a statute: a title, and all else as text."""
    name = PurePosixPath(path).stem
    plain = plain_lines(text, path, is_markdown=path.lower().endswith(".md"))
    lines = plain.text.split("\n")
    at = next((i for i, line in enumerate(lines) if trimmed(line)), None)
    if at is None:
        return None
    titled = TITLE.fullmatch(trimmed(lines[at]))
    stated = stated_facts(plain.front)
    title = trimmed(titled["title"]) if titled else stated.get("title") or title_of(name)
    start = at + 1 if titled else at
    body = "\n".join(lines[start:])
    source = SourceText(title, (), body, body_line=start + 1, stated=stated)
    return ReadFile(path, source, plain.findings, is_whole=False)


def _border_findings(text: str, path: str) -> list[Finding]:
    if MARKER.search(text) or not path.lower().endswith(".md"):
        return []
    message = "没有“<!-- INFO END -->”，从第一个章或条开始算作正文"
    return [Finding("statute-shape", Severity.INFO, path, message)]


def _head_findings(source: SourceText, path: str) -> list[Finding]:
    findings = []
    for part in source.head:
        if isinstance(part, Leftover) and part.is_number:
            continue
        if not isinstance(part, Event):
            message = f"文首的“{part.text}”读不懂，已放在题注里"
        elif part.day is None:
            message = f"文首的“{part.text}”没有日期，已放在题注里"
        else:
            continue
        hint = "对照官方原文补全或删去"
        findings.append(Finding("statute-head", Severity.WARNING, path, message, hint, part.line))
    return findings

"""One file of a collection into one record, with findings for what an editor must look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Any

import yaml

from plugins.clauses.heads import head_of, unread_heads
from plugins.clauses.labels import CLAUSE
from plugins.findings import Finding, Severity
from plugins.records.kinds import KINDS
from plugins.statutes.body import as_markdown, escaped
from plugins.statutes.documents import amending_finding, is_amending
from plugins.statutes.facts import (
    Certainty,
    Fact,
    Facts,
    derive,
    known,
    last_day,
    repealed_titles,
    states_its_start,
)
from plugins.statutes.lines import MARKS
from plugins.statutes.reading import ReadFile, read_text
from plugins.statutes.source import SourceText, visible
from plugins.statutes.titles import later, marked_version

STATUTE = KINDS["statute"]
# A file that is called 004.md or draft.md names no statute.
CHINESE = re.compile(r"[一-鿿]")
OFFICIAL_SOURCE = "国家法律法规数据库"


DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True)
class Draft:
    """A statute ready to be written, before it has been compared with the others.

    `version` is the day that the collection gives it, if known. `note` is what the source has above
    the text (题注), `text` the statute, both as Markdown. `is_marked` is as in ReadFile.
    """

    path: str
    title: str
    version: date | None
    facts: Facts
    note: str
    text: str
    repeals: tuple[str, ...]
    findings: tuple[Finding, ...]
    is_marked: bool = False

    @property
    def enacted(self) -> date | None:
        """The last day of enactment in the record. Two versions differ in it.

        Of a title that names the year of its version, at least the first day of that year.
        """
        return later(last_day(self.facts), marked_version(self.title))

    @property
    def effective(self) -> date | None:
        day: date | None = known(self.facts, "effective")
        return day

    @property
    def words(self) -> str:
        """The text without white space, to compare it with that of another draft."""
        return visible(self.text)

    def with_facts(self, **facts: Fact) -> Draft:
        return replace(self, facts={**self.facts, **facts})


def draft(
    text: str, path: str, vocabulary: Sequence[str], today: date, asides: Sequence[str] = ()
) -> Draft:
    """The draft of the file at `path` (as findings name it). Raises NotAStatuteError."""
    return draft_of(read_text(text, path, asides), vocabulary, today)


def draft_of(read: ReadFile, vocabulary: Sequence[str], today: date) -> Draft:
    """The draft of what was read.

    `vocabulary` are the bureau's fields of enforcement. The folders of the file give the level if
    nothing else does. Texts from outside the body are added to the 题注.
    """
    path, source = read.path, read.source
    folders = [folder.name for folder in PurePosixPath(path).parents]
    facts = derive(source, folders, vocabulary, today)
    markdown, findings = as_markdown(source.body, source.body_line, path)
    lines = source.body.split("\n")
    clauses = [head for line in lines if (head := head_of(line))]
    unread = unread_heads(lines, source.body_line, len(clauses), path)
    about_text = [*findings, *unread, *_incomplete(source, path)]
    return Draft(
        path=path,
        title=source.title,
        version=source.version or last_day(facts),
        facts=facts,
        note="\n".join(
            f"- {escaped(line)}" for line in (*(part.text for part in source.head), *read.asides)
        ),
        text=markdown,
        repeals=repealed_titles(source.body),
        findings=(
            *read.findings,
            *_untitled(source, path),
            *read.at_place(about_text),
            *([amending_finding(path, source.title)] if is_amending(source.title) else []),
        ),
        is_marked=read.is_marked,
    )


def _untitled(source: SourceText, path: str) -> list[Finding]:
    if CHINESE.search(source.title):
        return []
    hint = "第一行写“# 标题”，或用法规的名称作文件名"
    return [Finding("statute-shape", Severity.ERROR, path, "没有法规标题", hint)]


def record(statute: Draft, imported: datetime, origin: str = OFFICIAL_SOURCE) -> str:
    """The record's file: front matter with the model's own labels, the note, the text."""
    values: dict[str, Any] = {"published": f"{imported:%Y-%m-%d %H:%M}", "source": origin}
    values |= {name: fact.value for name, fact in statute.facts.items() if fact.value}
    labelled = {
        STATUTE.model_fields[name].title or name: values[name]
        for name in ("title", *(name for name in STATUTE.model_fields if name != "title"))
        if name in values
    }
    parts = [f"---\n{_yaml(labelled)}---", statute.note, statute.text]
    return "\n\n".join(part for part in parts if part) + "\n"


def fact_findings(statute: Draft) -> list[Finding]:
    """A warning for each missing or guessed value, and one finding that lists all inferred ones."""
    findings: list[Finding] = []
    inferred: list[str] = []
    for name, fact in statute.facts.items():
        label = STATUTE.model_fields[name].title
        if fact.certainty is Certainty.MISSING:
            message, hint = f"没有“{label}”：{fact.why}", f"对照官方原文填写“{label}”"
            rule = "statute-missing"
            findings.append(Finding(rule, Severity.WARNING, statute.path, message, hint))
            continue
        message = f"{label} {_shown(fact.value)}（{fact.why}）"
        if fact.certainty is Certainty.INFERRED:
            inferred.append(message)
        elif fact.certainty is Certainty.GUESSED:
            hint = f"对照官方原文核对“{label}”"
            findings.append(Finding("statute-guess", Severity.WARNING, statute.path, message, hint))
    if inferred:
        message = f"推定：{'；'.join(inferred)}"
        findings.append(
            Finding("statute-inferred", Severity.INFO, statute.path, message, "发布前核对")
        )
    return findings


def _yaml(values: dict[str, Any]) -> str:
    # An object that occurs twice would be written as an alias such as `*id001`; copies are not.
    copies = {name: deepcopy(value) for name, value in values.items()}
    text: str = yaml.dump(copies, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=10**6)
    return text


def _shown(value: Any) -> str:
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


def _incomplete(source: SourceText, path: str) -> list[Finding]:
    if states_its_start(source.body):
        return []
    lines = source.body.split("\n")
    clauses = [match[0] for line in lines if (match := CLAUSE.match(MARKS.sub("", line.strip())))]
    end = f"正文到{clauses[-1]}为止" if clauses else "正文没有分条"
    message = f"{end}，没有写何时施行的条文，可能不完整"
    line = source.body_line + len(source.body.rstrip().split("\n")) - 1
    hint = "对照官方原文补全"
    return [Finding("statute-incomplete", Severity.WARNING, path, message, hint, line)]

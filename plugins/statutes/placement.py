"""Where drafts go: into new records with names of their own, or into records without a text."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from plugins.findings import Finding, Severity
from plugins.records.slugs import suggest
from plugins.statutes.completion import agrees, filled, in_force_from
from plugins.statutes.importer import Draft
from plugins.statutes.present import Present
from plugins.statutes.titles import NATION, bare_title, title_key
from plugins.statutes.versions import (
    NamedDraft,
    Version,
    repealed,
    repealers_by_title,
    superseded,
)


@dataclass(frozen=True)
class Filling:
    """A record that holds only facts, and the draft whose text it gets."""

    record: Present
    draft: Draft


@dataclass
class Placement:
    """Where the drafts go: into new records, and into records without a text.

    `known` are those whose text the column has already.
    """

    new: list[NamedDraft] = field(default_factory=list)
    fillings: list[Filling] = field(default_factory=list)
    known: list[Draft] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def assign_names(
    drafts: Iterable[Draft], column: str, present: Sequence[Present], today: date
) -> Placement:
    """Assign names to new records, and report those that exist already.

    `present` are the column's records. The newest version of a statute gets the plain name, older
    ones their day behind it. A text is never replaced; a record without one may get it.
    """
    placement = Placement()
    taken = {record.name for record in present}
    ordered = sorted(
        drafts, key=lambda draft: (draft.enacted or date.min, draft.path), reverse=True
    )
    placement.fillings = _fillings(ordered, present, today)
    by_draft = {id(filling.draft): filling.record for filling in placement.fillings}
    versions = [
        Version(
            record.name,
            record.title,
            record.version,
            record.effective,
            record.model.in_force_from() if record.model else date.min,
        )
        for record in present
    ]
    for draft in ordered:
        if record := by_draft.get(id(draft)):
            placement.findings += filled(record, draft, column)
            continue
        twin = _twin(draft, versions, present)
        if isinstance(twin, Present):
            placement.findings.append(_already_present(draft, column, twin))
            placement.known.append(draft)
            continue
        if twin is not None:
            placement.findings.append(_same_version(draft, twin))
            continue
        placement.findings += _other_versions(draft, column, present)
        name = next(name for name in _names(draft) if name not in taken)
        taken.add(name)
        title = title_key(draft.title)
        begins = in_force_from(draft)
        versions.append(Version(name, title, draft.enacted, draft.effective, begins, draft))
        placement.new.append(NamedDraft(name, draft))
    placement.findings += _same_start(placement.new, versions)
    named = [superseded(item, versions, column, today) for item in placement.new]
    texts = [*named, *(NamedDraft(each.record.name, each.draft) for each in placement.fillings)]
    repealers = repealers_by_title(texts, today)
    named = [repealed(item, repealers, column) for item in named]
    placement.new = sorted(named, key=lambda item: item.draft.path)
    return placement


def _fillings(ordered: Sequence[Draft], present: Sequence[Present], today: date) -> list[Filling]:
    """For each record without a text the version that its facts describe."""
    fillings: list[Filling] = []
    used: set[int] = set()
    keys = {id(draft): title_key(draft.title) for draft in ordered}
    for record in present:
        if not record.holds_facts_only:
            continue
        # Newest first: of a record without days the text in force is the likely one.
        fitting = [
            draft
            for draft in ordered
            if id(draft) not in used and keys[id(draft)] == record.title and agrees(record, draft)
        ]
        same_day = [draft for draft in fitting if draft.enacted == record.version]
        begun = [draft for draft in fitting if draft.effective and draft.effective <= today]
        best = next(iter([*same_day, *begun, *fitting]), None)
        if best:
            used.add(id(best))
            fillings.append(Filling(record, best))
    return fillings


def _twin(
    draft: Draft, versions: Sequence[Version], present: Sequence[Present]
) -> Present | Draft | None:
    """The record or draft of the same statute and version: with the same day, or the same words."""
    title = title_key(draft.title)
    for record in present:
        if record.title == title and record.has_text:
            same_day = draft.enacted is not None and record.version == draft.enacted
            if same_day or draft.words in record.words:
                return record
    drafted = [(each.day, each.draft) for each in versions if each.draft and each.title == title]
    for day, other in drafted:
        if day == draft.enacted or other.words == draft.words:
            return other
    return None


def _names(draft: Draft) -> Iterator[str]:
    """Possible names of a record, the best one first."""
    # Without 中华人民共和国 the name of a national statute is as short as people say it.
    plain = suggest(bare_title(draft.title).removeprefix(NATION))
    dated = f"{plain}-{draft.version:%Y-%m-%d}" if draft.version else plain
    yield from (plain, dated)
    yield from (f"{dated}-{count}" for count in itertools.count(2))


def _same_start(new: Sequence[NamedDraft], versions: Sequence[Version]) -> Iterator[Finding]:
    """Ask from when a version is in force where that can't be told from another of the statute."""
    for item in new:
        begins, title = in_force_from(item.draft), title_key(item.draft.title)
        same = [
            other
            for other in versions
            if other.title == title and other.name != item.name and other.in_force_from == begins
        ]
        if same:
            since = f"从 {begins} 起施行" if begins != date.min else "的施行日期不详"
            message = f"和同一法规的另一个版本 {same[0].name}.md 一样，按来源都{since}"
            hint = "对照官方原文填写“本版施行日期”"
            yield Finding("statute-missing", Severity.WARNING, item.draft.path, message, hint)


def _already_present(draft: Draft, column: str, record: Present) -> Finding:
    file = f"{column}/{record.path}"
    if draft.words in record.words:
        message = f"{file} 已经有了，没有改动它"
        hint = "要重新导入，先把原来的稿件移走"
        return Finding("statute-present", Severity.INFO, draft.path, message, hint)
    message = f"{file} 已经有正文，和来源的不一样，没有改动它"
    hint = "对照官方原文核对；要用来源的文本，先把原来的稿件移走，再导入"
    return Finding("statute-present", Severity.WARNING, draft.path, message, hint)


def _same_version(draft: Draft, other: Draft) -> Finding:
    if draft.words == other.words:
        message = f"和 {other.path} 是同一文本，只导入了一份"
        return Finding("statute-present", Severity.INFO, draft.path, message)
    day = f"日期都是 {draft.enacted}" if draft.enacted else "都没有日期"
    message = f"标题和 {other.path} 相同，{day}，正文却不同，没有导入"
    hint = "只留一个文件；是两个版本的，在文件名里写明版本日期，如 条例(2020-03-27).md"
    return Finding("statute-parts", Severity.ERROR, draft.path, message, hint)


def _other_versions(draft: Draft, column: str, present: Sequence[Present]) -> Iterator[Finding]:
    """Report the records of other versions of this statute: only an editor may change them."""
    title = title_key(draft.title)
    for record in present:
        if record.title != title:
            continue
        file = f"{column}/{record.path}"
        if record.version is None or (draft.enacted and record.version < draft.enacted):
            message = f"{file} 是同一法规的较早版本，没有改动它"
            hint = "把它的“时效性”改为“已修改”，并写明“替代法规”"
            yield Finding("statute-older", Severity.WARNING, draft.path, message, hint)
        elif record.holds_facts_only:
            message = (
                f"{file} 只有事实，写的是 {record.version} 的版本，来源是另一个版本，另存了稿件"
            )
            hint = f"是同一个版本的，改正 {file} 的日期，移走新存的稿件，再导入"
            yield Finding("statute-differs", Severity.WARNING, draft.path, message, hint)

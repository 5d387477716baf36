"""The text of an import for a record that holds only facts (补入正文).

The record's own bytes stay as they are; note and text are added below. What the source says
otherwise is reported: only an editor decides which is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from plugins.findings import Finding, Severity
from plugins.records.kinds import KINDS
from plugins.statutes.facts import Certainty, known
from plugins.statutes.history import UNTIL_PUBLISHED
from plugins.statutes.importer import Draft
from plugins.statutes.present import Present
from plugins.statutes.source import visible

STATUTE = KINDS["statute"]
# The fields that name a statute and its version.
COMPARED = (
    "title",
    "level",
    "issuer",
    "document_number",
    "adopted",
    "promulgated",
    "effective",
    "amended",
)


def agrees(record: Present, draft: Draft) -> bool:
    """Whether the facts of a record of the same title are those of this version.

    Days may differ by what lies between adoption and publication.
    """
    ours, theirs = record.version, draft.enacted
    if ours is None or theirs is None or ours == theirs:
        return True
    assert record.model is not None
    if record.model.in_force_from() == in_force_from(draft) != date.min:
        return True
    near = abs(ours - theirs) <= UNTIL_PUBLISHED
    adopted = record.model.adopted
    same_day = (adopted is not None and adopted == known(draft.facts, "adopted")) or (
        record.effective is not None and record.effective == draft.effective
    )
    return near and same_day


def in_force_from(draft: Draft) -> date:
    """From when the version is in force, as the model Statute derives it from the same days."""
    days = [draft.effective, *(known(draft.facts, "amended") or ())]
    return max((day for day in days if day), default=date.min)


def with_text(record: bytes, draft: Draft) -> bytes:
    """The record's file with note and text below its own bytes, in its own line ends."""
    end = b"\r\n" if b"\r\n" in record else b"\n"
    added = "\n\n".join(part for part in (draft.note, draft.text) if part) + "\n"
    lines = added.encode().replace(b"\n", end)
    # A blank line ends the front matter also where it has no closing line of its own.
    gap = b"" if record.endswith(end * 2) else end if record.endswith(end) else end * 2
    return record + gap + lines


def filled(record: Present, draft: Draft, column: str) -> Iterator[Finding]:
    """That the text was added, and each difference of the facts."""
    file = f"{column}/{record.path}"
    message = f"已给 {file} 补入正文，原有的事实和注释没有改动"
    yield Finding("statute-filled", Severity.INFO, draft.path, message, "补入后核对全文")
    for name in COMPARED:
        fact = draft.facts.get(name)
        if fact is None or not fact.value or fact.certainty is Certainty.GUESSED:
            continue
        ours = getattr(record.model, name, None)
        if _same(ours, fact.value):
            continue
        label = STATUTE.model_fields[name].title
        theirs = _shown(fact.value)
        if ours:
            severity = Severity.WARNING
            message = f"{file} 的“{label}”是 {_shown(ours)}，来源是 {theirs}，没有改动"
        else:
            severity, message = Severity.INFO, f"{file} 没有写“{label}”，来源是 {theirs}"
        hint = f"对照官方原文核对“{label}”"
        yield Finding("statute-differs", severity, draft.path, message, hint)


def _same(ours: Any, theirs: Any) -> bool:
    if isinstance(theirs, list):
        return sorted(ours or ()) == sorted(theirs)
    return visible(str(ours or "")) == visible(str(theirs))


def _shown(value: Any) -> str:
    return "、".join(map(str, value)) if isinstance(value, list | tuple) else str(value)

"""Relations between drafts: file names, versions of one statute, and which repeals which."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from plugins.clauses.numerals import day_in
from plugins.findings import Finding, Severity
from plugins.records.frontmatter import split
from plugins.records.kinds import KINDS
from plugins.records.slugs import suggest
from plugins.records.validate import field_names
from plugins.source import UnreadableFileError
from plugins.statutes.facts import NATION, Fact
from plugins.statutes.importer import Draft
from plugins.statutes.source import visible

NAMES = field_names(KINDS["statute"])


class Identity(NamedTuple):
    """Two texts are the same version if their titles and last days of enactment are equal.

    `effective` is None when a record doesn't state it.
    """

    title: str
    version: date | None
    effective: date | None = None

    def same_as(self, other: Identity) -> bool:
        return (self.title, self.version) == (other.title, other.version)


@dataclass(frozen=True)
class NamedDraft:
    """A draft and the name of its file without ending, which is its slug."""

    name: str
    draft: Draft


def assign_names(
    drafts: Iterable[Draft], column: str, present: Mapping[str, str], today: date
) -> tuple[list[NamedDraft], list[Finding]]:
    """Assign names to new records, and report those that exist already.

    `present` are the texts of the column's records by name. The newest version of a statute gets
    the plain name, older ones their day behind it. An existing record is never replaced.
    """
    placed: list[NamedDraft] = []
    findings: list[Finding] = []
    identities = {name: _identity(text) for name, text in present.items()}
    for draft in sorted(drafts, key=lambda draft: (draft.enacted, draft.path), reverse=True):
        identity = Identity(visible(draft.title), draft.enacted, draft.facts["effective"].value)
        existing = next(
            (name for name, other in identities.items() if other.same_as(identity)), None
        )
        if existing:
            findings.append(_already_present(draft, column, existing))
            continue
        findings += _older_present(draft, column, present, identities)
        name = next(name for name in _names(draft) if name not in identities)
        identities[name] = identity
        placed.append(NamedDraft(name, draft))
    placed = [_superseded(item, identities, column, today) for item in placed]
    repealers = _repealers(placed, today)
    placed = [_repealed(item, repealers, column) for item in placed]
    return sorted(placed, key=lambda item: item.draft.path), findings


def _names(draft: Draft) -> Iterator[str]:
    """Possible names of a record, the best one first."""
    # Without 中华人民共和国 the name of a national statute is as short as people say it.
    plain = suggest(draft.title.removeprefix(NATION))
    dated = f"{plain}-{draft.version:%Y-%m-%d}"
    yield from (plain, dated)
    yield from (f"{dated}-{count}" for count in itertools.count(2))


def _identity(text: str) -> Identity:
    """The identity of an existing record."""
    try:
        data = split(text, "").located.data
    except UnreadableFileError:
        return Identity("", None)
    values = {NAMES.get(key.strip().lower()): value for key, value in data.items()}
    amended = values.get("amended") or []
    written = [values.get("promulgated"), *(amended if isinstance(amended, list) else [amended])]
    days = [day for value in written if (day := _iso_day(str(value)))]
    effective = _iso_day(str(values.get("effective", "")))
    return Identity(visible(str(values.get("title", ""))), max(days, default=None), effective)


def _iso_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return day_in(text)


def _superseded(
    item: NamedDraft, identities: Mapping[str, Identity], column: str, today: date
) -> NamedDraft:
    """Let an older version point to the newest one that is in effect by now."""
    title = visible(item.draft.title)
    newer = {
        other.version: name
        for name, other in identities.items()
        if other.title == title
        and other.version
        and item.draft.enacted < other.version
        and (other.effective or other.version) <= today
    }
    if not newer:
        return item
    why = f"{max(newer)} 有新的版本"
    draft = item.draft.with_facts(
        validity=Fact("已修改", why=why), successor=Fact(f"{column}/{newer[max(newer)]}", why=why)
    )
    return NamedDraft(item.name, draft)


def _repealers(placed: list[NamedDraft], today: date) -> dict[str, NamedDraft]:
    """By the short title of a repealed statute the first one that repeals it."""
    repealers: dict[str, NamedDraft] = {}
    for item in placed:
        if item.draft.facts["effective"].value > today:
            continue
        for title in item.draft.repeals:
            short = visible(title).removeprefix(NATION)
            first = repealers.setdefault(short, item)
            if item.draft.facts["effective"].value < first.draft.facts["effective"].value:
                repealers[short] = item
    return repealers


def _repealed(item: NamedDraft, repealers: Mapping[str, NamedDraft], column: str) -> NamedDraft:
    by = repealers.get(visible(item.draft.title).removeprefix(NATION))
    if by is None or by.draft.title == item.draft.title:
        return item
    day = by.draft.facts["effective"].value
    if day <= item.draft.enacted:
        # The title was used again for a later statute.
        return item
    why = f"《{by.draft.title}》写明同时废止"
    return NamedDraft(
        item.name,
        item.draft.with_facts(
            validity=Fact("已废止", why=why),
            repealed=Fact(day, why=why),
            repeal_note=Fact(f"由《{by.draft.title}》废止", why=why),
            successor=Fact(f"{column}/{by.name}", why=why),
        ),
    )


def _already_present(draft: Draft, column: str, name: str) -> Finding:
    message = f"{column}/{name}.md 已经有了，没有改动它"
    hint = "要重新导入，先把原来的稿件移走"
    return Finding("statute-present", Severity.INFO, draft.path, message, hint)


def _older_present(
    draft: Draft, column: str, present: Mapping[str, str], identities: Mapping[str, Identity]
) -> Iterator[Finding]:
    """Report existing records that this draft supersedes: only an editor may change them."""
    for name, other in identities.items():
        older = other.version is None or other.version < draft.enacted
        if name in present and other.title == visible(draft.title) and older:
            message = f"{column}/{name}.md 是同一法规的较早版本，没有改动它"
            hint = "把它的“时效性”改为“已修改”，并写明“替代法规”"
            yield Finding("statute-older", Severity.WARNING, draft.path, message, hint)

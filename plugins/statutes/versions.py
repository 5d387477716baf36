"""Drafts beside one another: names of files, versions of one statute, and what repeals what."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from plugins.clauses.numerals import day_in
from plugins.findings import Finding, Severity
from plugins.records.frontmatter import NoFrontMatter, split
from plugins.records.kinds import KINDS
from plugins.records.slugs import suggest
from plugins.records.validate import names_of
from plugins.statutes.facts import NATION, Fact
from plugins.statutes.importer import Draft
from plugins.statutes.source import visible

NAMES = names_of(KINDS["statute"])


class Identity(NamedTuple):
    """What makes two texts the same version: the title's characters, the last day of enactment.

    `effective` is None when a record doesn't say it.
    """

    title: str
    version: date | None
    effective: date | None = None

    def same_as(self, other: Identity) -> bool:
        return (self.title, self.version) == (other.title, other.version)


@dataclass(frozen=True)
class Placed:
    """A draft and the name of its file without ending, which is its slug."""

    name: str
    draft: Draft


def place(
    drafts: Iterable[Draft], column: str, present: Mapping[str, str], today: date
) -> tuple[list[Placed], list[Finding]]:
    """Names for new records, and findings for those that are there already.

    `present` are the texts of the column's records by name. The newest version of a statute has the
    plain name, older ones their day behind it; nothing that is present is ever replaced.
    """
    placed: list[Placed] = []
    findings: list[Finding] = []
    standing = {name: _identity(text) for name, text in present.items()}
    for draft in sorted(drafts, key=lambda draft: (draft.enacted, draft.path), reverse=True):
        mine = Identity(visible(draft.title), draft.enacted, draft.facts["effective"].value)
        there = next((name for name, other in standing.items() if other.same_as(mine)), None)
        if there:
            findings.append(_there_already(draft, column, there))
            continue
        findings += _older_present(draft, column, present, standing)
        name = next(name for name in _names(draft) if name not in standing)
        standing[name] = mine
        placed.append(Placed(name, draft))
    placed = [_superseded(item, standing, column, today) for item in placed]
    repealers = _repealers(placed, today)
    placed = [_repealed(item, repealers, column) for item in placed]
    return sorted(placed, key=lambda item: item.draft.path), findings


def _names(draft: Draft) -> Iterator[str]:
    """The names a record may have, the best first."""
    # Without 中华人民共和国 the name of a national statute is as short as people say it.
    plain = suggest(draft.title.removeprefix(NATION))
    dated = f"{plain}-{draft.version:%Y-%m-%d}"
    yield from (plain, dated)
    yield from (f"{dated}-{count}" for count in itertools.count(2))


def _identity(text: str) -> Identity:
    """Title and version of a record that is present: the last day on which it was enacted."""
    try:
        data = split(text, "").located.data
    except NoFrontMatter:
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


def _superseded(item: Placed, standing: Mapping[str, Identity], column: str, today: date) -> Placed:
    """An older version points to the newest one in effect; until then it is still the law."""
    title = visible(item.draft.title)
    newer = {
        other.version: name
        for name, other in standing.items()
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
    return Placed(item.name, draft)


def _repealers(placed: list[Placed], today: date) -> dict[str, Placed]:
    """By the short title of what is put out of force, who does it; the first one when several."""
    repealers: dict[str, Placed] = {}
    for item in placed:
        if item.draft.facts["effective"].value > today:
            continue
        for title in item.draft.repeals:
            short = visible(title).removeprefix(NATION)
            first = repealers.setdefault(short, item)
            if item.draft.facts["effective"].value < first.draft.facts["effective"].value:
                repealers[short] = item
    return repealers


def _repealed(item: Placed, repealers: Mapping[str, Placed], column: str) -> Placed:
    by = repealers.get(visible(item.draft.title).removeprefix(NATION))
    if by is None or by.draft.title == item.draft.title:
        return item
    day = by.draft.facts["effective"].value
    if day <= item.draft.enacted:
        # The title was used again for a later statute.
        return item
    why = f"《{by.draft.title}》写明同时废止"
    return Placed(
        item.name,
        item.draft.with_facts(
            validity=Fact("已废止", why=why),
            repealed=Fact(day, why=why),
            repeal_note=Fact(f"由《{by.draft.title}》废止", why=why),
            successor=Fact(f"{column}/{by.name}", why=why),
        ),
    )


def _there_already(draft: Draft, column: str, name: str) -> Finding:
    message = f"{column}/{name}.md 已经有了，没有改动它"
    hint = "要重新导入，先把原来的稿件移走"
    return Finding("statute-present", Severity.INFO, draft.path, message, hint)


def _older_present(
    draft: Draft, column: str, present: Mapping[str, str], standing: Mapping[str, Identity]
) -> Iterator[Finding]:
    """A record that is present and that this draft succeeds: only an editor may change it."""
    for name, other in standing.items():
        older = other.version is None or other.version < draft.enacted
        if name in present and other.title == visible(draft.title) and older:
            message = f"{column}/{name}.md 是同一法规的较早版本，没有改动它"
            hint = "把它的“时效性”改为“已修改”，并写明“替代法规”"
            yield Finding("statute-older", Severity.WARNING, draft.path, message, hint)

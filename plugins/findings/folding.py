"""One group for one cause: what an editor mends in one place is told once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace

from plugins.findings.model import Finding, Severity
from plugins.findings.render import in_order

MANY_PLACES = 8
# Items without a name are told apart by their lines as well.
NUMBERED = re.compile(r"^第 \d+ 个事项：")


@dataclass
class Group:
    """`first` stands for all: `same` say the same of other places, `follow` are gone with it.

    `is_fresh` says whether one of them is new.
    """

    first: Finding
    is_fresh: bool = False
    same: list[Finding] = field(default_factory=list)
    follow: list[Finding] = field(default_factory=list)

    @property
    def sort_key(self) -> tuple[bool, int, str, int, int, str]:
        found = self.first
        rank = found.severity.rank
        return (not self.is_fresh, rank, found.path, found.line, found.column, found.rule)

    @property
    def note(self) -> str:
        """How many others this stands for, and where they are."""
        parts = []
        if self.same:
            parts.append(f"另有 {len(self.same)} 处同样：{_where(self.first, self.same)}")
        if self.follow:
            parts.append(f"另有 {len(self.follow)} 处由此引起，改好这里就消失")
        return f"（{'；'.join(parts)}）" if parts else ""


def fold(findings: Iterable[Finding], fresh: Set[Finding] = frozenset()) -> list[Group]:
    """The groups, new ones first, of each the errors first.

    Together are: what stands at one place of one file under one rule; what is said in the same
    words of other places and files; and what follows from an error of another file (`cause`).
    """
    ordered = in_order(findings)
    shown = {each.as_tuple for each in in_order(fresh)}
    broken = {each.path for each in ordered if each.severity is Severity.ERROR and not each.cause}
    groups: dict[tuple[str, ...], Group] = {}
    # The group in which the first error of a file stands.
    homes: dict[str, Group] = {}
    following = []
    for merged, is_fresh in _merged(ordered, shown):
        if merged.cause in broken:
            following.append(merged)
            continue
        said = NUMBERED.sub("", merged.message)
        key = (merged.rule, merged.severity, said, merged.hint)
        group = groups.setdefault(key, Group(merged, is_fresh))
        if group.first is merged:
            pass
        elif is_fresh and not group.is_fresh:
            # What the editor has just written stands for the others.
            group.same.insert(0, group.first)
            group.first, group.is_fresh = merged, True
        else:
            group.same.append(merged)
        if merged.severity is Severity.ERROR:
            homes.setdefault(merged.path, group)
    for merged in following:
        homes[merged.cause].follow.append(merged)
    return sorted(groups.values(), key=lambda group: group.sort_key)


def _merged(ordered: Sequence[Finding], fresh: Set[object]) -> Iterator[tuple[Finding, bool]]:
    """Findings of one rule at one place as one, with all their words."""
    at: dict[tuple[object, ...], list[Finding]] = {}
    for each in ordered:
        key = (each.path, each.line, each.column, each.rule, each.severity, each.cause)
        at.setdefault(key, []).append(each)
    for together in at.values():
        messages = _joined(list(dict.fromkeys(each.message for each in together)))
        hints = "；".join(dict.fromkeys(each.hint for each in together if each.hint))
        merged = replace(together[0], message=messages, hint=hints)
        yield merged, any(each.as_tuple in fresh for each in together)


def _joined(messages: Sequence[str]) -> str:
    """The words of all; whom they are about is said once."""
    subject, colon, _ = messages[0].partition("：")
    about = subject + colon
    if colon and all(message.startswith(about) for message in messages):
        return about + "；".join(message.removeprefix(about) for message in messages)
    return "；".join(messages)


def _where(first: Finding, same: Sequence[Finding]) -> str:
    """Lines of the same file, else how many in each column."""
    if all(each.path == first.path for each in same):
        lines = "、".join(str(each.line) for each in same[:MANY_PLACES])
        return f"第 {lines} 行{'等' if len(same) > MANY_PLACES else ''}"
    return counted(each.path for each in same)


def counted(paths: Iterable[str]) -> str:
    """How many there are in each folder of the content, most first: news 8、policies 4."""
    counts = Counter(path.partition("/")[0] for path in paths)
    return "、".join(f"{name} {count}" for name, count in counts.most_common())

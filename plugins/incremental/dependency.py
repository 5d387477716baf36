"""What a node can depend on: a value of a registered kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple


class Dependency(NamedTuple):
    """One input of a node: the name of a registered kind, and which one of it."""

    kind: str
    key: str


@dataclass(frozen=True)
class DependencyKind:
    """One row of the table of dependencies.

    `scope(key)` names the change that can alter the dependency's fingerprint: when that scope
    changes, the fingerprint is computed again and compared. `fingerprint(site, key)` returns a
    small plain value, None for something that does not exist. `words` say in Chinese what changed,
    with `{}` for the key.
    """

    name: str
    scope: Callable[[str], str]
    words: str
    fingerprint: Callable[[Any, str], Any]


class Registry:
    """All kinds of dependencies by name."""

    def __init__(self) -> None:
        self._kinds: dict[str, DependencyKind] = {}

    def add(
        self,
        name: str,
        scope: Callable[[str], str],
        words: str,
        fingerprint: Callable[[Any, str], Any],
    ) -> DependencyKind:
        if name in self._kinds:
            raise ValueError(f"two kinds of dependencies are named {name}")
        kind = self._kinds[name] = DependencyKind(name, scope, words, fingerprint)
        return kind

    def of(self, dependency: Dependency) -> DependencyKind:
        """Raises KeyError for a dependency of no registered kind."""
        return self._kinds[dependency.kind]

    def __iter__(self) -> Iterator[DependencyKind]:
        return iter(self._kinds.values())

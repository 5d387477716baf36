"""Front matter and YAML as plain values, with the position of every key and value."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, NamedTuple

from plugins.findings import Position

# The keys and indexes that lead to a value.
Path = tuple[str | int, ...]


class Positions(NamedTuple):
    """Of every key and every value, by its path."""

    keys: dict[Path, Position]
    values: dict[Path, Position]


class DuplicateKey(NamedTuple):
    key: str
    position: Position
    first: Position


def _no_positions() -> Positions:
    return Positions({}, {})


class LocatedData:
    """`data` consists of dict, list and str.

    Positions are needed only for findings, so they may be computed when first asked for.
    """

    def __init__(
        self, data: Any = None, find_positions: Callable[[], Positions] = _no_positions
    ) -> None:
        self.data: Any = {} if data is None else data
        self.duplicate_keys: list[DuplicateKey] = []
        self._find_positions = find_positions

    @cached_property
    def positions(self) -> Positions:
        return self._find_positions()

    @property
    def keys(self) -> dict[Path, Position]:
        return self.positions.keys

    @property
    def values(self) -> dict[Path, Position]:
        return self.positions.values

    def at(self, *path: str | int) -> Position:
        """The position of a value, or of the nearest one around it."""
        for end in range(len(path), -1, -1):
            position = self.values.get(path[:end]) or self.keys.get(path[:end])
            if position:
                return position
        return Position()

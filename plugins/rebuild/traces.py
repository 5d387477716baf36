"""What every output was made from, and so which must be made again.

A trace says: made by this function with these given values, from these inputs, true from then until
then. Names of inputs are kept once and traces point at them by number, because tens of thousands of
outputs have most of theirs in common.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from plugins.rebuild.reads import BEGINNING, END


class Trace(NamedTuple):
    """`maker` is the name of a function, `given` what it is given, plain values both. `own` are
    numbers of inputs, `shared` the number of a set of inputs. `reason` is why the output was made
    the last time.
    """

    maker: str
    given: tuple
    since: int
    until: int
    own: tuple[int, ...]
    shared: int
    reason: str


class Traces:
    """The traces of one output folder, by path."""

    def __init__(self, held: Mapping[str, Any] | None = None) -> None:
        held = held or {}
        self._names: list[str] = held.get("names", [])
        self._prints: list[Any] = held.get("prints", [])
        self._shared: list[tuple[int, ...]] = held.get("shared", [])
        self._traces: dict[str, tuple] = held.get("traces", {})
        self._numbers: dict[str, int] | None = None
        self._sets: dict[tuple[int, ...], int] | None = None
        self._changed: set[int] = set()
        self._changed_sets: dict[int, int] = {}

    def compare(
        self,
        prints: Callable[[Iterable[str]], Mapping[str, Any]],
        suspects: tuple[set[str], tuple[str, ...]] | None = None,
    ) -> None:
        """Find out which inputs have another fingerprint now, and take that one down.

        Where it is known what can have changed, only `suspects` are asked about: some names, and
        those that begin with some words.
        """
        numbers: Iterable[int] = range(len(self._names))
        if suspects is not None:
            names, beginnings = suspects
            numbers = [
                number
                for number, name in enumerate(self._names)
                if name in names or name.startswith(beginnings)
            ]
        now = prints([self._names[number] for number in numbers])
        for number in numbers:
            print_ = now[self._names[number]]
            if self._prints[number] != print_:
                self._changed.add(number)
                self._prints[number] = print_
        for number, names in enumerate(self._shared):
            hit = next((held for held in names if held in self._changed), None)
            if hit is not None:
                self._changed_sets[number] = hit

    def why_again(self, path: str, maker: str, given: tuple, now: int) -> str | None:
        """Why the output must be made again; None when it would come out the same."""
        held = self._traces.get(path)
        if held is None:
            return "新的页面"
        if held[1] != given or held[0] != maker:
            return "它在网站上的位置或列表变了"
        return self._why(held, now)

    def again(self, now: int) -> dict[str, str]:
        """The outputs that must be made again when the plan is the same, with the reason."""
        found = {}
        changed, sets = self._changed, self._changed_sets
        for path, held in self._traces.items():
            if not changed.isdisjoint(held[4]) or held[5] in sets or not held[2] <= now < held[3]:
                found[path] = self._why(held, now)
        return found

    def _why(self, held: tuple, now: int) -> str | None:
        _, _, since, until, own, shared, _ = held
        if not self._changed.isdisjoint(own):
            return f"输入变了：{self._names[min(self._changed.intersection(own))]}"
        if shared in self._changed_sets:
            return f"输入变了：{self._names[self._changed_sets[shared]]}"
        if not since <= now < until:
            return "时间到了（排期、期限或日期变化）"
        return None

    def set(
        self,
        path: str,
        maker: str,
        given: tuple,
        since: int,
        until: int,
        own: Iterable[str],
        shared: Iterable[str],
        reason: str,
    ) -> None:
        if self._numbers is None:
            self._numbers = {name: number for number, name in enumerate(self._names)}
            self._sets = {names: number for number, names in enumerate(self._shared)}
        numbers = tuple(map(self._number, own))
        common = tuple(map(self._number, shared))
        if common not in self._sets:
            self._sets[common] = len(self._shared)
            self._shared.append(common)
        self._traces[path] = (maker, given, since, until, numbers, self._sets[common], reason)

    def _number(self, name: str) -> int:
        number = self._numbers.get(name)
        if number is None:
            number = self._numbers[name] = len(self._names)
            self._names.append(name)
        return number

    def of(self, path: str) -> Trace | None:
        held = self._traces.get(path)
        return Trace._make(held) if held else None

    def keep_only(self, paths: Iterable[str]) -> None:
        wanted = set(paths)
        for path in self._traces.keys() - wanted:
            del self._traces[path]

    def true_during(self) -> tuple[int, int]:
        """Since and until when all outputs are what they are."""
        since, until = BEGINNING, END
        for held in self._traces.values():
            since = held[2] if held[2] > since else since
            until = held[3] if held[3] < until else until
        return since, until

    def plain(self, prints: Callable[[Iterable[str]], Mapping[str, Any]]) -> dict[str, Any]:
        """All of it, to be kept. `prints` is asked for the inputs that are new."""
        if len(self._names) > len(self._prints):
            self._drop_unused()
        new = self._names[len(self._prints) :]
        found = prints(new)
        self._prints += [found[name] for name in new]
        return {
            "names": self._names,
            "prints": self._prints,
            "shared": self._shared,
            "traces": self._traces,
        }

    def _drop_unused(self) -> None:
        """Number anew when most names have no output left that was made from them."""
        used = set().union(*(held[4] for held in self._traces.values()))
        used.update(*(self._shared[number] for number in {h[5] for h in self._traces.values()}))
        if len(self._names) < 2 * len(used) + 1000:
            return
        old_names, old_prints, old_shared = self._names, self._prints, self._shared
        order = sorted(used)
        place = {number: index for index, number in enumerate(order)}
        self._names = [old_names[number] for number in order]
        self._prints = [old_prints[number] for number in order if number < len(old_prints)]
        self._shared, sets = [], {}
        for path, held in self._traces.items():
            common = tuple(place[number] for number in old_shared[held[5]])
            if common not in sets:
                sets[common] = len(self._shared)
                self._shared.append(common)
            own = tuple(place[number] for number in held[4])
            self._traces[path] = (*held[:4], own, sets[common], held[6])
        self._numbers = self._sets = None

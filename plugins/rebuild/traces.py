"""What every output was made from, and so which must be made again.

A trace says: made by this function with these given values, from these inputs, true from then until
then. Two shelves hold it all: by output its trace, and by what an input is about the inputs, each
with its fingerprint and the outputs made from it. So an edit looks at what is about one record, and
at the outputs that its change touches, and at nothing else.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from plugins.rebuild.filling import SETS, Filling, Prints, about
from plugins.rebuild.reads import BEGINNING, END
from plugins.rebuild.shelf import Shelf


class Trace(NamedTuple):
    """`maker` is the name of a function, `given` what it is given, plain values both. `own` are
    names of inputs, `shared` the key of a set of them. `reason` is why the output was made the
    last time.
    """

    maker: str
    given: tuple
    since: int
    until: int
    own: tuple[str, ...]
    shared: str
    reason: str


class Traces:
    """The traces of one output folder. `held` are the shelves of outputs and of inputs."""

    def __init__(self, held: tuple[Shelf, Shelf] | None = None) -> None:
        self._outputs, self._inputs = held or (Shelf(), Shelf())
        # By key what lies on the shelf of inputs: fingerprint and numbers of outputs by name.
        self._opened: dict[str, dict[str, tuple[Any, tuple[int, ...]]]] = {}
        # The inputs that have changed, and by path the first of them by name.
        self._taken_down: set[str] = set()
        self._changed: dict[str, str] = {}
        self._made: dict[str, Trace] = {}
        self._taken_anew: dict[str, Any] | None = None
        self._filling: Filling | None = None
        self._sets: dict[tuple[str, ...], str] = {}

    @property
    def prints(self) -> dict[str, Any]:
        """The fingerprint of every input, as it was taken down last."""
        keys = [key for key in self._inputs if key != SETS]
        return {name: held[0] for key in keys for name, held in self._about(key).items()}

    def compare(
        self, prints: Prints, suspects: tuple[Collection[str], Collection[str]] | None = None
    ) -> None:
        """Find out which inputs have another fingerprint now, and take that one down.

        Where it is known what can have changed, only `suspects` are asked about: what those inputs
        are about, and of what kinds they are.
        """
        keys, kinds = (self._inputs, None) if suspects is None else suspects
        names = [
            name
            for key in keys
            if key != SETS
            for name in self._about(key)
            if kinds is None or name.partition(" ")[0] in kinds
        ]
        now = prints(names)
        in_sets = set()
        for name in names:
            inputs = self._about(about(name))
            before, numbers = inputs[name]
            if before != now[name]:
                inputs[name] = (now[name], numbers)
                self._taken_down.add(name)
                self._touch(numbers, name)
                if not numbers:
                    in_sets.add(name)
        if in_sets:
            for names, numbers in self._about(SETS).values():
                hit = min(in_sets.intersection(names), default=None)
                if hit is not None:
                    self._touch(numbers, hit)

    def _touch(self, numbers: Iterable[int], name: str) -> None:
        paths = self._outputs.keys_in_file
        for number in numbers:
            held = self._changed.setdefault(paths[number], name)
            if name < held:
                self._changed[paths[number]] = name

    def _about(self, key: str) -> dict[str, tuple[Any, tuple[int, ...]]]:
        found = self._opened.get(key)
        if found is None:
            found = marshal.loads(self._inputs[key]) if key in self._inputs else {}
            self._opened[key] = found
        return found

    def why_again(self, path: str, maker: str, given: tuple, now: int) -> str | None:
        """Why the output must be made again; None when it would come out the same."""
        held = self.of(path)
        if held is None:
            return "新的页面"
        if held.given != given or held.maker != maker:
            return "它在网站上的位置或列表变了"
        return self._why(path, held, now)

    def again(self, now: int, true: tuple[int, int] = (END, BEGINNING)) -> dict[str, str]:
        """The outputs that must be made again when the plan is the same, with the reason.

        `true` is since and until when they all are what they are.
        """
        since, until = true
        paths: Iterable[str] = self._changed if since <= now < until else self._outputs
        found = ((path, self._why(path, self.of(path), now)) for path in paths)
        return {path: reason for path, reason in found if reason}

    def _why(self, path: str, held: Trace, now: int) -> str | None:
        if path in self._changed:
            return f"输入变了：{self._changed[path]}"
        if not held.since <= now < held.until:
            return "时间到了（排期、期限或日期变化）"
        return None

    def set(
        self,
        path: str,
        maker: str,
        given: tuple,
        since: int,
        until: int,
        own: tuple[str, ...],
        shared: tuple[str, ...],
        reason: str,
    ) -> None:
        key = self._sets.get(shared)
        if key is None:
            digest = hashlib.blake2b("\n".join(shared).encode(), digest_size=8)
            key = self._sets[shared] = digest.hexdigest()
        trace = self._made[path] = Trace(maker, given, since, until, own, key, reason)
        if self._filling:
            self._filling.add(path, tuple(trace), own, key)

    def take_down(self, prints: Prints, names: Iterable[str]) -> None:
        """Ask for the fingerprints of those inputs that are not known yet, for `anew` to keep."""
        if self._taken_anew is None:
            self._taken_anew = self.prints
        known = self._taken_anew
        known |= prints([name for name in names if name not in known])

    def of(self, path: str) -> Trace | None:
        made = self._made.get(path)
        if made is None and path in self._outputs:
            made = self._held(path)
        return made

    def _held(self, path: str) -> Trace:
        return Trace._make(marshal.loads(self._outputs[path]))

    def set_of(self, key: str) -> tuple[str, ...]:
        """The names in a set of inputs."""
        made = (names for names, held in self._sets.items() if held == key)
        found = next(made, None)
        return self._about(SETS)[key][0] if found is None else found

    def true_during(self, paths: Iterable[str]) -> tuple[int, int]:
        """Since and until when some outputs are what they are."""
        since, until = BEGINNING, END
        for path in paths:
            held = self.of(path)
            since, until = max(since, held.since), min(until, held.until)
        return since, until

    def kept(
        self, paths: Collection[str], prints: Prints
    ) -> tuple[Mapping[str, bytes], Mapping[str, bytes]]:
        """What the shelves hold from now on: outputs and inputs, when there are outputs at `paths`.

        Where they are those that there were, they are the shelves, with what was made now.
        """
        same = len(paths) == len(self._outputs) and all(path in self._outputs for path in paths)
        return self.laid(prints) if same else self.anew(paths, prints)

    def laid(self, prints: Prints) -> tuple[Shelf, Shelf]:
        """The shelves with what was made now, when the outputs are those that there were.

        `prints` is asked for the inputs that are new.
        """
        changed, new = {about(name) for name in self._taken_down}, set()
        for path, trace in self._made.items():
            number = self._outputs.place(path)
            before = self._held(path)
            left, come = {*before.own} - {*trace.own}, {*trace.own} - {*before.own}
            if trace.shared != before.shared:
                come |= self._move(number, before.shared, trace.shared)
                changed.add(SETS)
            for name in left | come:
                inputs = self._about(about(name))
                print_, numbers = inputs.get(name, (None, ()))
                if name not in inputs:
                    new.add(name)
                others = [other for other in numbers if other != number]
                # What is in a set has its outputs there.
                mine = name in come and name in trace.own
                inputs[name] = (print_, (*others, *([number] if mine else ())))
                changed.add(about(name))
            self._outputs.lay(path, marshal.dumps(tuple(trace)))
        for name, print_ in prints(sorted(new)).items():
            inputs = self._about(about(name))
            inputs[name] = (print_, inputs[name][1])
        for key in changed:
            self._inputs.lay(key, marshal.dumps(self._opened[key]))
        return self._outputs, self._inputs

    def _move(self, number: int, before: str, now: str) -> set[str]:
        """Put an output from one set to another; the names in that, if it is new."""
        sets = self._about(SETS)
        names, numbers = sets[before]
        sets[before] = (names, tuple(other for other in numbers if other != number))
        known = now in sets
        if not known:
            sets[now] = (self.set_of(now), ())
        names, numbers = sets[now]
        sets[now] = (names, (*numbers, number))
        return set() if known else {*names}

    def fill(self, paths: Iterable[str]) -> None:
        """Begin to fill the shelves anew: what is made from now on is put on them at once."""
        self._filling = Filling(paths)

    def anew(
        self, paths: Iterable[str], prints: Prints
    ) -> tuple[dict[str, bytes], dict[str, bytes]]:
        """What the shelves hold from now on, when the outputs are `paths`."""
        filling = self._filling or Filling(paths)
        for path in paths:
            if path not in filling:
                trace = self.of(path)
                filling.add(path, tuple(trace), trace.own, trace.shared)
        sets = {key: names for names, key in self._sets.items()}
        sets |= {key: names for key, (names, _) in self._about(SETS).items()}
        return filling.shelves(sets, self._known(prints))

    def _known(self, prints: Prints) -> Prints:
        """The fingerprints as they were taken down; `prints` is asked for those that were not."""

        def known(names: Iterable[str]) -> Mapping[str, Any]:
            self.take_down(prints, names)
            return self._taken_anew

        return known

"""Filling the shelves of traces anew: by output its trace, and by what they are about the inputs,
each with its fingerprint and the numbers of the outputs made from it.
"""

from __future__ import annotations

import marshal
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

Prints = Callable[[Iterable[str]], Mapping[str, Any]]
# Under this key lie the sets of inputs that many outputs have in common, and which have them.
SETS = "sets"


def about(name: str) -> str:
    """What an input is about: a record, or else all of its kind."""
    kind, _, rest = name.partition(" ")
    return rest.partition("#")[0] if "/" in rest and kind != "template" else kind


class Filling:
    """Two shelves being filled with the traces of the outputs at `paths`, in any order."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._numbers = {path: number for number, path in enumerate(paths)}
        self._outputs: dict[str, bytes] = {}
        self._of_name: dict[str, list[int]] = defaultdict(list)
        self._of_set: dict[str, list[int]] = defaultdict(list)

    def __contains__(self, path: str) -> bool:
        return path in self._outputs

    def add(self, path: str, trace: tuple, own: Iterable[str], shared: str) -> None:
        """`own` are the names of inputs, `shared` the key of a set of them."""
        number = self._numbers[path]
        self._outputs[path] = marshal.dumps(trace)
        for name in own:
            self._of_name[name].append(number)
        self._of_set[shared].append(number)

    def shelves(
        self, sets: Mapping[str, tuple[str, ...]], prints: Prints
    ) -> tuple[dict[str, bytes], dict[str, bytes]]:
        """Outputs and inputs; `sets` are the names in each set, by its key."""
        held = {key: (sets[key], tuple(sorted(numbers))) for key, numbers in self._of_set.items()}
        for names, _ in held.values():
            for name in names:
                self._of_name.setdefault(name, [])
        found = prints(self._of_name)
        inputs: dict[str, dict[str, tuple]] = defaultdict(dict)
        for name, numbers in self._of_name.items():
            inputs[about(name)][name] = (found[name], tuple(sorted(numbers)))
        inputs[SETS] = held
        outputs = {path: self._outputs[path] for path in self._numbers}
        return outputs, {key: marshal.dumps(held) for key, held in inputs.items()}

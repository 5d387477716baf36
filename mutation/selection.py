"""Which tests judge a mutant."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mutation.mutants import Mutant

# A test that takes longer is left out: a mutant must be judged in a few seconds.
SLOW = 2.0
# A mutant that never ends is stopped after so many seconds and five times what its tests take.
TIMEOUT = 10


class Selection:
    """Which tests judge a mutant, from the lines that each test runs."""

    def __init__(self, coverage: dict) -> None:
        self._on_import = {file: set(lines) for file, lines in coverage["on_import"].items()}
        tests = coverage["tests"].items()
        self._seconds = {name: test["seconds"] for name, test in tests if test["seconds"] < SLOW}
        self._lines = {
            name: {file: set(lines) for file, lines in test["lines"].items()}
            for name, test in tests
            if name in self._seconds
        }

    def is_on_import(self, mutant: Mutant) -> bool:
        return not self._on_import.get(mutant.path, set()).isdisjoint(_lines(mutant))

    def tests(self, mutant: Mutant) -> list[str]:
        """Those most likely to fail first.

        What runs on import may be seen by any test that runs a line of the measured files; the
        other lines only by those that run them.
        """
        lines, own = set(_lines(mutant)), f"/test_{Path(mutant.path).stem}.py::"
        near = {name for name, files in self._lines.items() if mutant.path in files}
        chosen = {name for name in near if lines & self._lines[name][mutant.path]}
        chosen |= {name for name in self._seconds if own in name}
        if self.is_on_import(mutant):
            chosen |= {name for name, files in self._lines.items() if files} or {*self._seconds}
        files: dict[str, float] = {}
        for name in chosen:
            file = name.partition("::")[0]
            files[file] = files.get(file, 0) + self._seconds[name]

        def order(name: str) -> tuple:
            file = name.partition("::")[0]
            return own not in name, name not in near, files[file], file

        return sorted((name for name in self._seconds if name in chosen), key=order)

    def all_tests(self) -> list[str]:
        return [*self._seconds]

    def timeout(self, tests: Iterable[str]) -> float:
        return TIMEOUT + 5 * sum(self._seconds[name] for name in tests)


def _lines(mutant: Mutant) -> range:
    return range(mutant.first, mutant.last + 1)

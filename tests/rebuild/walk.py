"""Steps through a project's life: after each one a rebuild must equal a clean build."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from random import Random

from tests.rebuild.building import Built, clean_folders, finish, start, start_clean
from tests.rebuild.operations import EVERY, MENDING, STOPPING, apply
from tests.rebuild.project import Impossible, Project
from tests.rebuild.trees import Tree, described, differing, read_tree, remove_file, without

# A build that says so has not touched the output.
UNDISTURBED = "没有生成网站"
KEPT_STATES = 6


class Walk:
    """One project, one seed, and all that has been done so far."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.project, self.seed, self.random = Project(folder), seed, Random(seed)
        self.done: list[str] = []
        self.applied: set[str] = set()
        self.failed = 0
        self.step([])
        shutil.copytree(self.project.cache, self.project.earlier)

    def random_step(self) -> None:
        """Mostly one operation, sometimes three; after a build that failed, all is mended."""
        number = self.random.choice((1, 1, 1, 2, 3))
        names = self.random.sample(sorted(EVERY), number)
        if any(name in STOPPING for name in names):
            names = [name for name in names if name in STOPPING][:1]
        self.step(names)

    def step(self, names: Iterable[str]) -> None:
        """Apply the operations, build both ways, compare."""
        project = self.project
        project.overrides = {}
        words = [*self._mended(), *(self._applied(name) for name in names)]
        self.done.append("; ".join(word for word in words if word) or "nothing")
        before = read_tree(project.output)
        clean = start_clean(project)
        # Now in one process and now in two: neither may leave what the other can't go on with.
        workers = str(1 + len(self.done) % 2)
        rebuilt = finish(start(project, overrides={"WORKERS": workers, **project.overrides}))
        expected = finish(clean)
        self._compare(rebuilt, expected, before)
        self.failed = self.failed + 1 if expected.code else 0
        if not self.failed:
            project.memory_lost = False
            project.states.append(project.state())
            del project.states[:-KEPT_STATES]

    def _mended(self) -> list[str]:
        """What it takes to build again after a build that failed."""
        if self.failed > 1:
            self.project.restore(self.project.states[-1])
            return ["back to the last state that could be built"]
        return [self._applied(name) for name in MENDING] if self.failed else []

    def _applied(self, name: str) -> str:
        try:
            words = apply(name, self.project, self.random)
        except Impossible:
            return ""
        self.applied.add(name)
        return f"{name}: {words}"

    def _compare(self, rebuilt: Built, expected: Built, before: Tree) -> None:
        project = self.project
        found = read_tree(project.output)
        lost = differing({path: found.get(path) for path in project.foreign}, project.foreign)
        self._require(not lost, [f"what somebody else put there is gone: {path}" for path in lost])
        why = [f"exit code {rebuilt.code} instead of {expected.code}", *rebuilt.last_words]
        self._require(rebuilt.code == expected.code, why)
        if expected.code:
            if UNDISTURBED in expected.said + expected.errors:
                self._require(rebuilt.said == expected.said, [rebuilt.said, expected.said])
                self._require(found == before, described(found, before))
            return
        said = {"findings": rebuilt.said.encode()}, {"findings": expected.said.encode()}
        self._require(said[0] == said[1], described(*said))
        clean = tree = read_tree(clean_folders(project)[0])
        found = without(found, project.foreign)
        if project.memory_lost:
            found = self._without_unremembered(found, clean)
            old = _old_copies(found, clean)
            found, clean = without(found, old), without(clean, old)
        self._require(found == clean, described(found, clean))
        project.clean = tree

    def _without_unremembered(self, found: Tree, clean: Tree) -> Tree:
        """A lost memory can't name the pages that went in the same step; nobody else can either."""
        project = self.project
        stale = [path for path in project.clean if path in found and path not in clean]
        for path in (*stale, *_old_copies(found, clean)):
            remove_file(project.output, path)
        return without(found, stale)

    def _require(self, fulfilled: bool, why: list[str]) -> None:
        if fulfilled:
            return
        steps = [f"  {number}. {words}" for number, words in enumerate(self.done)]
        raise AssertionError(
            "\n".join([f"seed {self.seed}, step {len(self.done) - 1}:", *steps, *why])
        )


def _old_copies(found: Tree, clean: Tree) -> list[str]:
    """Compressed copies of what a page was before: their plugin leaves alone what is there."""
    both = found.keys() & clean.keys()
    return [path for path in both if path.endswith(".gz") and found[path] != clean[path]]

"""A build may be killed at any moment: no file is half written, and the next build is right."""

import os
import time
from random import Random

import pytest

from tests.rebuild.building import build, clean_tree, kill, start
from tests.rebuild.operations import apply
from tests.rebuild.project import Project
from tests.rebuild.trees import Tree, described, read_tree

KILLS = int(os.environ.get("REBUILD_KILLS", "4"))
SEED = int(os.environ.get("REBUILD_SEED", "1"))

# Pages that change, that come and that go; and a file that is copied.
CHANGES = (
    "edit_base",
    "edit_a_style",
    "delete_cited_record",
    "rename_record",
    "one_more_of_each_kind",
    "edit_a_picture",
    "rename_an_asset",
)


class Between:
    """A project that goes to and fro between two states, `trees` being what they build."""

    def __init__(self, folder, random: Random) -> None:
        self.project, self.random = Project(folder), random
        self.states, self.trees = [], []
        self.remember()
        for name in CHANGES:
            apply(name, self.project, random)
        self.remember()
        self.now = 1
        self.build()
        self.move()
        began = time.monotonic()
        self.build()
        self.duration = time.monotonic() - began

    def remember(self) -> None:
        self.states.append(self.project.state())
        self.trees.append(clean_tree(self.project))

    def move(self) -> None:
        self.now = 1 - self.now
        self.project.restore(self.states[self.now])

    def build(self) -> None:
        built = build(self.project)
        assert built.code == 0, built.everything

    def kill(self, after: float) -> None:
        """Start a build and kill it with all its children, unless it has ended by then."""
        process = start(self.project)
        time.sleep(after)
        kill(process)

    @property
    def output(self) -> Tree:
        return read_tree(self.project.output)


def neither(found: Tree, one: Tree, other: Tree) -> list[str]:
    """What is in neither of the two trees, and what is missing though both have it."""
    strange = [path for path in found if found[path] not in (one.get(path), other.get(path))]
    missing = [path for path in one.keys() & other.keys() if path not in found]
    # An empty folder is a folder in which nothing has been written yet.
    return sorted(path for path in (*strange, *missing) if not path.endswith("/"))


@pytest.fixture
def between(tmp_path):
    between = Between(tmp_path, Random(SEED))
    yield between
    between.project.remove()


def test_whatever_moment_it_is_killed_at(between):
    """Whoever is killed may be killed again, and what follows may be a build of either state."""
    random = between.random
    for number in range(KILLS):
        between.move()
        moment = between.duration * (number + random.random()) / KILLS
        told = f"seed {SEED}: kill {number} after {moment:.3f} of {between.duration:.3f} seconds"
        between.kill(moment)
        assert neither(between.output, *between.trees) == [], told
        if random.random() < 0.3:
            between.kill(random.uniform(0, between.duration))
            assert neither(between.output, *between.trees) == [], f"{told}, and again"
        if random.random() < 0.5:
            between.move()
            told += ", then back to the state before"
        between.build()
        differences = described(between.output, between.trees[between.now])
        assert differences == [], "\n".join([told, *differences])

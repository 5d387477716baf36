"""Two projects that share one theme: each sees its changes, and neither takes the other's pages."""

import json
import os
import shutil
from random import Random

import pytest

from tests.rebuild.building import build, clean_tree
from tests.rebuild.operations import apply
from tests.rebuild.project import TINY, Impossible, Project
from tests.rebuild.trees import Tree, described, read_tree

STEPS = int(os.environ.get("REBUILD_STEPS", "10"))
SEED = int(os.environ.get("REBUILD_SEED", "1"))
# Rounds in each of which the theme changes and both are built twice.
ROUNDS = max(1, STEPS // 10)
ALWAYS = ("edit_base", "edit_a_style")
SOMETIMES = ("edit_a_part", "edit_a_script", "new_record_template", "remove_a_template")


def by_a_link(project: Project, theme) -> None:
    project.file("theme").symlink_to(theme, target_is_directory=True)


def by_links_in_the_theme(project: Project, theme) -> None:
    project.file("theme").mkdir()
    for part in theme.iterdir():
        project.file(f"theme/{part.name}").symlink_to(part, target_is_directory=True)


def by_a_setting(project: Project, theme) -> None:
    project.change(
        "pelicanconf.py",
        lambda text: text.replace(
            'THEME = str(ROOT / "theme")', f"THEME = {json.dumps(str(theme))}"
        ),
    )


class Two:
    """Two bureaus and one theme; `done` is what happened so far."""

    def __init__(self, folder, share, cache):
        self.random, self.done, self.cache = Random(SEED), [f"seed {SEED}"], cache
        self.projects = [Project(folder / name, TINY) for name in ("one", "other")]
        # The theme is changed through the third, which is never built.
        self.editor = Project(folder / "editor", TINY)
        for project in self.projects:
            shutil.rmtree(project.file("theme"))
            share(project, self.editor.file("theme"))
        self.projects[1].change(
            "content/bureau.yml", lambda text: text.replace("site_name: ", "site_name: 另一个")
        )

    def change(self, name: str) -> None:
        try:
            self.done.append(f"{name}: {apply(name, self.editor, self.random)}")
        except Impossible:
            return

    def build(self, number: int) -> None:
        self.done.append(f"build {number}")
        built = build(self.projects[number], cache=self.cache)
        assert built.code == 0, "\n".join([*self.done, built.everything])

    def compare(self, number: int, expected: Tree) -> None:
        differences = described(read_tree(self.projects[number].output), expected)
        assert differences == [], "\n".join([*self.done, *differences])


@pytest.mark.parametrize(
    ("share", "in_one_cache"),
    [(by_a_link, False), (by_links_in_the_theme, False), (by_a_setting, True)],
)
def test_each_equals_its_clean_build(tmp_path, share, in_one_cache):
    two = Two(tmp_path, share, tmp_path / "cache" if in_one_cache else None)
    two.build(0)
    two.build(1)
    for number in range(ROUNDS):
        for name in (*ALWAYS, two.random.choice(SOMETIMES)):
            two.change(name)
        # The first to see a change is now this one and now that.
        order = ((0, 1), (1, 0))[number % 2]
        clean = {which: clean_tree(two.projects[which]) for which in order}
        for which in order * 2:
            two.build(which)
            two.compare(which, clean[which])
        assert clean[0] != clean[1]

"""`make site` is Pelican's build with this project's options."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.build.test_build import NOON, ROOT, paths_in
from tests.content_folder import make_content

PLUGIN = """
from pathlib import Path
from pelican import signals

def register():
    signals.finalized.connect(note)

def note(_pelican):
    with Path(__file__).with_suffix(".txt").open("a") as file:
        file.write("once\\n")
"""


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


class Project:
    def __init__(self, folder):
        self.folder = folder
        self.content = make_content(folder)
        self.text = self.content / "dongtai/riji-1.md"
        self.settings = folder / "conf.py"
        self.set("")

    def set(self, more):
        self.settings.write_text(f"from pelicanconf import *\n{more}\n", encoding="utf-8")

    def site(self, *options, output="output", **environ):
        places = ["-o", self.folder / output, "-s", self.settings, "--cache", self.folder / "cache"]
        command = [sys.executable, "-m", "plugins.commands.site", self.content, *places, *options]
        return subprocess.run(
            list(map(str, command)),
            cwd=ROOT,
            env={**os.environ, "SOURCE_DATE_EPOCH": NOON, "PYTHONPATH": str(ROOT), **environ},
            capture_output=True,
            text=True,
            check=False,
        )

    def edit(self):
        with self.text.open("a", encoding="utf-8") as file:
            file.write("\n又一段。\n")

    def tree(self, output="output"):
        folder = self.folder / output
        return {path: (folder / path).read_bytes() for path in paths_in(folder)}


def succeeded(result):
    assert result.returncode == 0, result.stdout + result.stderr
    return result


def test_nothing_changed(project):
    succeeded(project.site())
    result = succeeded(project.site())
    assert "没有发现问题。" in result.stdout
    assert "没有变化，网站不必重新生成。" in result.stdout


def test_a_text_changed(project):
    project.site()
    project.edit()
    result = succeeded(project.site())
    # Its page, and the lists and feeds that show its summary.
    assert "重新生成 8 个，写入 8 个。" in result.stdout
    project.site(output="anew")
    assert project.tree() == project.tree("anew")


def test_what_it_finds_is_said_as_ever(project):
    project.site()
    with project.text.open("a", encoding="utf-8") as file:
        file.write("\n[丢了](meiyou.md)\n")
    short, long = project.site(), project.site("--fresh", output="anew")
    found = [line for line in long.stdout.splitlines() if "riji-1.md" in line]
    assert "dead-link" in found[0]
    assert [line for line in short.stdout.splitlines() if "riji-1.md" in line] == found


@pytest.mark.parametrize(
    "change",
    [
        lambda project: (project.content / "dongtai/xin.md").write_bytes(project.text.read_bytes()),
        lambda project: project.set("RELATIVE_URLS = False"),
        lambda project: (project.folder / "output/index.html").unlink() or project.set("X = 1"),
    ],
    ids=["a new record", "a setting", "a setting that nobody knows"],
)
def test_any_other_change_gives_what_a_build_from_nothing_gives(project, change):
    project.site()
    change(project)
    succeeded(project.site())
    project.site(output="anew")
    assert project.tree() == project.tree("anew")


def test_a_theme_beside_the_settings_is_found(project):
    theme = os.path.relpath(ROOT / "theme", project.folder)
    project.set(f"THEME = {theme!r}")
    for _ in range(2):
        succeeded(project.site())
        project.edit()


def test_what_the_theme_lacks_is_said_without_a_stack(project):
    shutil.copytree(ROOT / "theme", project.folder / "theme")
    project.set(f"THEME = {str(project.folder / 'theme')!r}")
    project.site()
    (project.folder / "theme/static/js/search.js").unlink()
    result = project.site()
    assert result.returncode == 1
    assert "search.js" in result.stderr
    assert "Traceback" not in result.stdout + result.stderr


def test_a_mistake_in_a_style_sheet_is_said_with_its_place(project):
    shutil.copytree(ROOT / "theme", project.folder / "theme")
    project.set(f"THEME = {str(project.folder / 'theme')!r}")
    project.site()
    sheet = project.folder / "theme/static/css/blocks/badge.css"
    sheet.write_text(sheet.read_text(encoding="utf-8") + "}\n", encoding="utf-8")
    result = project.site()
    assert result.returncode == 1
    assert "样式表写法不对：theme/static/css/blocks/badge.css" in result.stderr
    assert "已有的网站没有改动。" in result.stderr
    assert "Traceback" not in result.stdout + result.stderr


def test_after_a_midnight_it_is_as_built_from_nothing(project):
    project.site()
    later = str(int(NOON) + 86_400)
    succeeded(project.site(SOURCE_DATE_EPOCH=later))
    project.site(output="anew", SOURCE_DATE_EPOCH=later)
    assert project.tree() == project.tree("anew")


def test_a_plugin_hears_of_every_build(project):
    (project.folder / "hears.py").write_text(PLUGIN, encoding="utf-8")
    project.set(f"PLUGIN_PATHS = [{str(project.folder)!r}]\nPLUGINS = [build, 'hears']")
    for _ in range(2):
        succeeded(project.site())
        project.edit()
    assert (project.folder / "hears.txt").read_text() == "once\n" * 2


def test_pelican_and_make_site_continue_each_others_builds(project):
    project.site()
    pelican = [sys.executable, "-m", "pelican", project.content, "-s", project.settings]
    cache = [f'CACHE_PATH="{project.folder / "cache"}"']
    project.edit()
    subprocess.run(
        [*map(str, pelican), "-o", str(project.folder / "output"), "-e", *cache],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": NOON, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
    )
    assert "没有变化" in succeeded(project.site()).stdout


def test_settings_that_cannot_be_read_are_pelicans_to_complain_of(project):
    project.settings.write_text("1 / 0", encoding="utf-8")
    result = project.site()
    assert result.returncode != 0
    assert "division by zero" in result.stdout + result.stderr

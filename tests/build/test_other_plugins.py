"""Plugins of other people, from PyPI, work beside ours: they change outputs and write beside them.

One rewrites every HTML file after it was written, one puts compressed copies beside. Neither knows
of incremental builds.
"""

import gzip
import os
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup

from plugins.commands.why import explain
from tests.build.test_build import NOON, ROOT, paths_in
from tests.content_folder import make_content

# What the plugins themselves need; Pelican and its dependencies are installed.
INSTALLED = ("pelican-minify", "minify-html", "pelican-precompress", "pelican-granular-signals")
# Pelican's plugins are one package over several folders, of which this is another.
RUN = """
import sys
sys.path.append(sys.argv[1])
import pelican.plugins
pelican.plugins.__path__.append(sys.argv[1] + "/pelican/plugins")
pelican.main(sys.argv[2:])
"""
SETTINGS = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from pelicanconf import *
PLUGINS = [build, "minify", "precompress"]
PRECOMPRESS_BROTLI = PRECOMPRESS_ZOPFLI = PRECOMPRESS_ZSTANDARD = False
"""
EDITED = "dongtai/2026/riji-1.html"
# A plugin that marks every output once, until it is killed at the edited page.
KILLED_AT = """
import os
from pelican import signals

def mark(path, context):
    if path.endswith(os.environ.get("KILLED_AT", "none")):
        os._exit(9)
    with open(path, "a", encoding="utf-8") as file:
        file.write("<!-- processed -->")

def register():
    signals.content_written.connect(mark)
"""


@pytest.fixture(scope="module")
def plugins(tmp_path_factory):
    """The folder in which the plugins are installed, at their locked versions."""
    folder = tmp_path_factory.mktemp("plugins")
    lock = (ROOT / "requirements/plugins.txt").read_text(encoding="utf-8")
    wanted = [entry for entry in lock.split("\n\n") if entry]
    blocks = ("\n" + "\n".join(wanted)).split("\n")
    pinned, keep = [], False
    for line in blocks:
        if line and not line.startswith((" ", "#")):
            keep = line.partition("==")[0] in INSTALLED
        if keep and not line.lstrip().startswith("#"):
            pinned.append(line)
    (folder / "plugins.txt").write_text("\n".join(pinned), encoding="utf-8")
    command = ["pip", "install", "--quiet", "--no-deps", "--require-hashes"]
    target = ["--target", str(folder), "-r", str(folder / "plugins.txt")]
    subprocess.run([sys.executable, "-m", *command, *target], check=True, capture_output=True)
    return folder


class Project:
    def __init__(self, folder, plugins):
        self.folder, self.plugins = folder, plugins
        self.content = make_content(folder)
        (folder / "conf.py").write_text(SETTINGS, encoding="utf-8")

    def build(self, output="output", *flags, killed_at="none"):
        settings = ["-s", str(self.folder / "conf.py"), "-o", str(self.folder / output)]
        cache = ["-e", f'CACHE_PATH="{self.folder / output}-cache"']
        done = subprocess.run(
            [sys.executable, "-c", RUN, str(self.plugins), str(self.content), *settings, *cache,
             *flags],
            cwd=ROOT,
            env={**os.environ, "SOURCE_DATE_EPOCH": NOON, "KILLED_AT": killed_at},
            capture_output=True,
            text=True,
            check=False,
        )  # fmt: skip
        assert done.returncode == (0 if killed_at == "none" else 9), done.stdout + done.stderr
        return done.stdout

    def tree(self, output="output"):
        folder = self.folder / output
        return {path: (folder / path).read_bytes() for path in paths_in(folder)}


@pytest.fixture
def project(tmp_path, plugins):
    return Project(tmp_path, plugins)


def words(tree):
    """Of each file what counts: minified twice, a page has fewer bytes and the same words."""
    return {
        path: BeautifulSoup(data, "html.parser").get_text() if path.endswith(".html") else data
        for path, data in tree.items()
        if not path.endswith(".html.gz")
    }


def test_they_work_beside_ours_also_in_an_incremental_build(project):
    project.build()
    first = project.tree()
    assert b"\n<li" not in first[EDITED], "the page is not minified"
    assert gzip.decompress(first[f"{EDITED}.gz"]) == first[EDITED]

    assert "没有变化，网站不必重新生成。" in project.build()
    assert project.tree().keys() == first.keys()

    with (project.content / "dongtai/riji-1.md").open("a", encoding="utf-8") as file:
        file.write("\n又一段。\n")
    assert "重新生成 8 个，写入 8 个" in project.build()
    edited = project.tree()
    assert "又一段" in edited[EDITED].decode()
    assert gzip.decompress(edited[f"{EDITED}.gz"]) == edited[EDITED]

    (project.content / "dongtai/riji-2.md").unlink()
    project.build()
    assert not [path for path in project.tree() if "riji-2" in path]
    project.build("clean")
    assert words(project.tree()) == words(project.tree("clean"))
    assert "没有变化，网站不必重新生成。" in project.build()


def test_debug_messages_change_nothing(project):
    project.build()
    assert "没有变化，网站不必重新生成。" in project.build("output", "-D")


@pytest.mark.parametrize("at", [EDITED, ""], ids=["at a page", "at the first"])
def test_what_they_had_not_processed_when_a_build_was_killed_is_processed_by_the_next(project, at):
    (project.folder / "marks.py").write_text(KILLED_AT, encoding="utf-8")
    settings = f"import sys; sys.path.insert(0, {str(project.folder)!r})" + SETTINGS
    settings = settings.replace('"minify", "precompress"', '"marks"')
    (project.folder / "conf.py").write_text(settings, encoding="utf-8")
    project.build()
    assert {data.count(b"processed") for data in project.tree().values()} == {1}

    with (project.content / "dongtai/riji-1.md").open("a", encoding="utf-8") as file:
        file.write("\n又一段。\n")
    project.build(killed_at=at)
    assert b"processed" not in project.tree()[EDITED]

    project.build()
    cache, output = project.folder / "output-cache", project.folder / "output"
    reason = "这次重新生成的原因：上次生成在其他插件处理它之前中断了"
    assert explain(cache, output, EDITED) == f"{EDITED}：{reason}"
    project.build("clean")
    assert project.tree() == project.tree("clean")
    assert "没有变化，网站不必重新生成。" in project.build()

"""`make publish` as it is run: real settings files, a real Pelican, a real bare repository."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.commands import publish
from plugins.integrity import MANIFEST, parse_manifest
from tests.publish.repositories import cloned, files, git

ROOT = Path(__file__).resolve().parents[2]
# The fixture puts another in its place.
crawled = publish._crawl
SETTINGS = """\
from pathlib import Path
from types import SimpleNamespace
from pelican import signals

# It stands for the plugin of this project, which says that it has run.
def register():
    signals.finalized.connect(finish)

def finish(pelican):
    Path(pelican.settings["RECEIPT"]).touch()

PLUGINS = [SimpleNamespace(__name__="ours", register=register)]
SITENAME = "甲"
TIMEZONE = "Asia/Shanghai"
PUBLISH_REMOTE = "origin"
PUBLISH_BRANCH = "gh-pages"
"""


def repository(folder, remote):
    """Commit all of `folder` to a new repository that knows `remote`."""
    git(folder.parent, "init", "--quiet", "--bare", str(remote))
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "remote", "add", "origin", str(remote))
    commit(folder)


def commit(folder):
    name = ["-c", "user.name=王干事", "-c", "user.email=wang@example.invalid"]
    git(folder, "add", "--all")
    git(folder, *name, "commit", "--quiet", "--message", "稿件")


@pytest.fixture
def remote(tmp_path):
    return tmp_path / "remote.git"


@pytest.fixture
def bureau(tmp_path, remote, monkeypatch):
    """A bureau that uses Pelican's own theme, so that only publishing is tested."""
    for name in ("PUBLISH_REMOTE", "PUBLISH_BRANCH", "PUBLISH_CNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(publish, "_check", lambda root, content: True)
    monkeypatch.setattr(publish, "_crawl", lambda root, content, built, address: True)
    folder = tmp_path / "bureau"
    (folder / "content").mkdir(parents=True)
    (folder / "content/a.md").write_text("Title: 绿化\nDate: 2026-01-01\n\n甲\n", encoding="utf-8")
    (folder / "publishconf.py").write_text(SETTINGS, encoding="utf-8")
    (folder / ".gitignore").write_text("__pycache__/\n", encoding="utf-8")
    repository(folder, remote)
    return folder


def run(root, capfd, *arguments):
    code = publish.main(list(arguments), root=root)
    said = capfd.readouterr()
    return code, said.out + said.err


def branches(remote):
    return git(remote, "branch", "--format=%(refname:short)").split()


def test_the_site_is_built_and_deployed_where_the_settings_say(bureau, remote, capfd):
    code, said = run(bureau, capfd)
    assert code == 0
    assert "已发布" in said and "origin 的 gh-pages 分支" in said
    assert "绿化" in cloned(remote)["index.html"].decode()


def test_an_argument_goes_before_the_environment_and_that_before_the_settings(
    bureau, remote, capfd, monkeypatch
):
    monkeypatch.setenv("PUBLISH_BRANCH", "from-environment")
    assert run(bureau, capfd)[0] == 0
    assert run(bureau, capfd, "--branch", "from-argument")[0] == 0
    assert branches(remote) == ["from-argument", "from-environment"]


def test_the_same_site_again_is_said_to_be_there(bureau, remote, capfd):
    run(bureau, capfd)
    code, said = run(bureau, capfd)
    assert (code, "完全相同，不必再发布" in said) == (0, True)


@pytest.fixture
def foreign(bureau):
    """Somebody else's branch of the name that the settings have."""
    git(bureau, "checkout", "--quiet", "--orphan", "gh-pages")
    commit(bureau)
    git(bureau, "rm", "--quiet", "-rf", ".")
    (bureau / "README.md").write_text("别的", encoding="utf-8")
    git(bureau, "add", "--all")
    name = ["-c", "user.name=王干事", "-c", "user.email=wang@example.invalid"]
    git(bureau, *name, "commit", "--quiet", "--amend", "--message", "别的")
    git(bureau, "push", "--quiet", "origin", "gh-pages")
    git(bureau, "checkout", "--quiet", "main")
    git(bureau, "branch", "--quiet", "-D", "gh-pages")


def test_a_branch_with_something_else_needs_its_name(bureau, foreign, remote, capfd):
    for arguments in ((), ("--force", "1"), ("--force", "")):
        code, said = run(bureau, capfd, *arguments)
        assert code == 1
        assert "有 README.md 1 个文件" in said and "make publish FORCE=gh-pages" in said
    assert run(bureau, capfd, "--force", "gh-pages")[0] == 0
    assert run(bureau, capfd)[0] == 0
    assert "绿化" in cloned(remote)["index.html"].decode()


@pytest.mark.parametrize(("answer", "code"), [("gh-pages", 0), ("", 1), ("y", 1), (None, 1)])
def test_at_a_terminal_it_is_asked_for(bureau, foreign, capfd, monkeypatch, answer, code):
    questions = []

    def reply(question):
        questions.append(question)
        if answer is None:
            raise EOFError
        return answer

    monkeypatch.setattr("builtins.input", reply)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    found, said = run(bureau, capfd)
    assert found == code
    assert questions == ["确认换掉，请输入分支名 gh-pages；直接回车，不发布："]
    assert "发布会用网站换掉它们。" in said


def test_a_missing_setting_is_named(bureau, remote, capfd):
    (bureau / "publishconf.py").write_text('SITENAME = "甲"\n', encoding="utf-8")
    code, said = run(bureau, capfd)
    assert code == 1
    assert "PUBLISH_REMOTE" in said and "make publish REMOTE=origin BRANCH=gh-pages" in said


def test_a_missing_settings_file_is_named(bureau, capfd):
    code, said = run(bureau, capfd, "-s", "nowhere.py")
    assert (code, "nowhere.py" in said) == (1, True)


def test_a_build_that_pelican_fails_leaves_the_branch(bureau, remote, capfd):
    run(bureau, capfd)
    before = git(remote, "rev-parse", "gh-pages")
    (bureau / "publishconf.py").write_text(f"{SETTINGS}\nTHEME = 'nowhere'\n", encoding="utf-8")
    commit(bureau)
    code, said = run(bureau, capfd)
    assert (code, "生成网站时出错" in said) == (1, True)
    assert git(remote, "rev-parse", "gh-pages") == before


def test_a_build_by_pelican_alone_is_not_published(bureau, remote, capfd):
    run(bureau, capfd)
    before = git(remote, "rev-parse", "gh-pages")
    broken = SETTINGS.replace("def register():", "def register():\n    raise ImportError")
    for settings in (f"{SETTINGS}\nPLUGINS = []\n", broken):
        (bureau / "publishconf.py").write_text(settings, encoding="utf-8")
        commit(bureau)
        code, said = run(bureau, capfd)
        assert (code, "没有用上城窗的插件，没有发布。检查 publishconf.py" in said) == (1, True)
        assert git(remote, "rev-parse", "gh-pages") == before


def test_the_check_is_that_of_make_check(tmp_path, capfd):
    assert publish._check(ROOT, tmp_path) is False
    assert "bureau.yml" in capfd.readouterr().out


def test_a_failed_check_leaves_the_branch(bureau, remote, capfd, monkeypatch):
    monkeypatch.setattr(publish, "_check", lambda root, content: False)
    code, said = run(bureau, capfd)
    assert (code, "检查没有通过" in said) == (1, True)
    assert branches(remote) == []


def test_pages_with_an_error_leave_the_branch(bureau, remote, capfd, monkeypatch):
    seen = []
    monkeypatch.setattr(
        publish, "_crawl", lambda root, content, built, address: seen.append((built, address))
    )
    (bureau / "publishconf.py").write_text(f"{SETTINGS}SITEURL = 'https://a.example'\n", "utf-8")
    commit(bureau)
    code, said = run(bureau, capfd)
    assert (code, "检查没有通过" in said) == (1, True)
    assert branches(remote) == []
    assert seen == [(bureau / ".cache/publishconf/site", "https://a.example")]


def test_pages_are_looked_at_as_make_check_does(bureau, capfd):
    """Pelican's own theme has no tag that a government site needs."""
    assert run(bureau, capfd)[0] == 0
    built = bureau / ".cache/publishconf/site"
    assert crawled(ROOT, ROOT / "content", built, "") is False
    assert "tag-site 网页没有 SiteName 标签" in capfd.readouterr().out


def test_the_branch_has_a_manifest_of_all_its_files(bureau, remote, capfd):
    run(bureau, capfd)
    there = cloned(remote)
    listed = parse_manifest(there[MANIFEST].decode())
    assert listed.keys() == there.keys() - {MANIFEST, ".nojekyll"}
    assert listed["index.html"] == hashlib.sha256(there["index.html"]).hexdigest()


def test_a_change_that_is_not_committed_is_named(bureau, remote, capfd):
    (bureau / "content/b.md").write_text("Title: 乙\n", encoding="utf-8")
    code, said = run(bureau, capfd)
    assert (code, "content/b.md" in said) == (1, True)
    assert branches(remote) == []


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A clone of this project as its maintainers have it, and the repository it publishes to."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("content", "plugins", "theme"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / "bureau" / name, ignore=ignored)
    for name in ("pelicanconf.py", "publishconf.py", ".gitignore"):
        shutil.copy(ROOT / name, folder / "bureau" / name)
    repository(folder / "bureau", folder / "remote.git")
    return folder


@pytest.mark.site
@pytest.mark.xdist_group("project")
class TestSampleSite:
    """The true settings, theme and content."""

    def run(self, project, *command):
        environment = os.environ | {"SOURCE_DATE_EPOCH": "1795395600"}
        return subprocess.run(
            [sys.executable, "-m", *command],
            cwd=project / "bureau",
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def test_the_branch_holds_what_a_build_for_publishing_gives(self, project):
        published = self.run(project, "plugins.commands.publish")
        assert published.returncode == 0, published.stdout + published.stderr
        output = project / "output"
        built = self.run(project, "pelican", "content", "-s", "publishconf.py", "-o", str(output))
        assert built.returncode == 0, built.stdout + built.stderr
        there = cloned(project / "remote.git")
        listed = parse_manifest(there.pop(MANIFEST).decode())
        assert there == files(output) | {".nojekyll": b""}
        assert listed.keys() == files(output).keys()

    def test_a_record_with_an_error_stops_it(self, project):
        bureau = project / "bureau"
        before = git(project / "remote.git", "for-each-ref")
        (bureau / "content/news/broken.md").write_text("---\n标题: 甲\n---\n", encoding="utf-8")
        commit(bureau)
        refused = self.run(project, "plugins.commands.publish")
        git(bureau, "reset", "--quiet", "--hard", "HEAD~1")
        assert refused.returncode == 1
        assert "content/news/broken.md" in refused.stdout
        assert "生成网站时出错，没有发布" in refused.stderr
        assert git(project / "remote.git", "for-each-ref") == before


LEDGER = 'Path(pelican.settings["RECEIPT"]).write_text("news/a.html")'


def test_the_addresses_of_the_site_are_entered_and_committed(bureau, capfd):
    settings = SETTINGS.replace('Path(pelican.settings["RECEIPT"]).touch()', LEDGER)
    (bureau / "publishconf.py").write_text(settings, encoding="utf-8")
    commit(bureau)
    code, said = run(bureau, capfd)
    assert code == 0
    assert "content/.ledger，已经提交；和稿件一起推送。" in said
    assert (bureau / "content/.ledger").read_text() == "news/a.html\n"
    assert git(bureau, "status", "--porcelain") == ""
    assert "content/.ledger" not in run(bureau, capfd)[1]


def test_a_ledger_that_is_not_committed_is_no_failure_and_stops_the_next_publish(bureau, capfd):
    settings = SETTINGS.replace('Path(pelican.settings["RECEIPT"]).touch()', LEDGER)
    (bureau / "publishconf.py").write_text(settings, encoding="utf-8")
    commit(bureau)
    hook = bureau / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 不许提交 >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    code, said = run(bureau, capfd)
    assert code == 0
    assert "网站已经发布，但网址账本 " in said and "content/.ledger 没有提交：\n不许提交" in said
    assert "请自己提交：git add " in said and "下次也不能发布。" in said
    code, said = run(bureau, capfd)
    assert (code, "有改动还没有提交" in said) == (1, True)

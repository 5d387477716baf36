"""A bureau in a work tree, and the bare repository that it publishes to."""

import pytest

from tests.publish.repositories import git


@pytest.fixture(autouse=True)
def _no_configuration_of_this_machine(monkeypatch, tmp_path):
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "王干事")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "wang@example.invalid")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in ("PUBLISH_REMOTE", "PUBLISH_BRANCH", "PUBLISH_CNAME", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def remote(tmp_path):
    folder = tmp_path / "remote.git"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(folder))
    return folder


@pytest.fixture
def bureau(tmp_path, remote):
    """A clean work tree on `main` whose `origin` is the bare repository."""
    folder = tmp_path / "bureau"
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(folder))
    (folder / "pelicanconf.py").write_text("SITENAME = '甲'\n", encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "稿件")
    git(folder, "remote", "add", "origin", str(remote))
    git(folder, "push", "--quiet", "origin", "main")
    return folder

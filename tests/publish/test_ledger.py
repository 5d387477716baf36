"""The ledger of addresses: written, committed alone, merged line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.publish import GitError, enter_addresses
from tests.publish.repositories import git

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def content(bureau):
    (bureau / "content").mkdir()
    return bureau / "content"


def ledger(content):
    return (content / ".ledger").read_text(encoding="utf-8")


def test_addresses_are_added_sorted_and_committed(content, bureau):
    assert enter_addresses(content, ["news/b.html", "files/a.pdf"])
    assert ledger(content) == "files/a.pdf\nnews/b.html\n"
    assert git(bureau, "status", "--porcelain") == ""
    assert git(bureau, "log", "-1", "--format=%s %an") == "网址账本：记下发布过的网址 王干事"
    assert enter_addresses(content, ["news/a.html"])
    assert ledger(content) == "files/a.pdf\nnews/a.html\nnews/b.html\n"


def test_without_a_new_one_nothing_is_committed(content, bureau):
    enter_addresses(content, ["a.html"])
    before = git(bureau, "rev-parse", "HEAD")
    assert not enter_addresses(content, ["a.html"])
    assert git(bureau, "rev-parse", "HEAD") == before


def test_nothing_else_is_committed(content, bureau):
    (bureau / "other.md").write_text("别的", encoding="utf-8")
    git(bureau, "add", "other.md")
    enter_addresses(content, ["a.html"])
    assert git(bureau, "status", "--porcelain") == "A  other.md"
    assert git(bureau, "show", "--name-only", "--format=", "HEAD") == "content/.ledger"


def test_without_a_name_in_git_it_is_committed(content, bureau, monkeypatch):
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{name}_NAME")
        monkeypatch.delenv(f"GIT_{name}_EMAIL")
    enter_addresses(content, ["a.html"])
    signed = git(bureau, "log", "-1", "--format=%an <%ae>")
    assert signed == "chengchuang <publish@localhost>"


def test_where_git_refuses_the_file_is_there_and_the_next_publish_says_so(content, bureau):
    hook = bureau / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 不许提交 >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    with pytest.raises(GitError, match="不许提交"):
        enter_addresses(content, ["a.html"])
    assert ledger(content) == "a.html\n"
    assert git(bureau, "status", "--porcelain") == "A  content/.ledger"


def test_two_ledgers_are_merged_and_the_next_publish_puts_them_in_order(content, bureau):
    (bureau / ".gitattributes").write_bytes((ROOT / ".gitattributes").read_bytes())
    git(bureau, "add", ".gitattributes")
    enter_addresses(content, ["c.html"])
    git(bureau, "commit", "--quiet", "--message", "属性")
    git(bureau, "checkout", "--quiet", "-b", "other")
    enter_addresses(content, ["d.html", "a.html"])
    git(bureau, "checkout", "--quiet", "main")
    enter_addresses(content, ["e.html", "b.html"])
    git(bureau, "merge", "--quiet", "--no-edit", "other")
    assert sorted({*ledger(content).split()}) == [f"{name}.html" for name in "abcde"]
    (content / ".ledger").write_text("c.html\n\na.html\nc.html\n", encoding="utf-8")
    git(bureau, "commit", "--quiet", "--all", "--message", "乱")
    assert enter_addresses(content, [])
    assert ledger(content) == "a.html\nc.html\n"

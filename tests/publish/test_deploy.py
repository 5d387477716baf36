"""Publishing to a real bare repository: all of it, or nothing."""

import os
import tempfile
from datetime import datetime
from pathlib import Path

import pytest

from plugins.clock import CHINA
from plugins.publish import PublishError, Target, publish
from tests.publish.repositories import cloned, files, git

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=CHINA)
SITE = {
    "index.html": "<body>首页</body>".encode(),
    "404.html": b"<body>404</body>",
    "政策/办法 一.html": "带\r\n换行".encode(),
    "files/a.pdf": bytes(range(256)),
    "empty.txt": b"",
}


def builder(site):
    def build(folder):
        for name, content in site.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        return True

    return build


def run(root, site=SITE, target=None, build=None, check=lambda built: True, **more):
    target = target or Target("origin", "gh-pages")
    with tempfile.TemporaryDirectory() as kept:
        return publish(root, target, build or builder(site), check, NOW, Path(kept), **more)


def refusal(root, **options):
    with pytest.raises(PublishError) as caught:
        run(root, **options)
    return caught.value.reason, str(caught.value)


def state(folder):
    """Every ref with its commit, and what the work tree shows."""
    refs = git(folder, "for-each-ref", "--format=%(refname) %(objectname)", "refs/heads")
    return refs, git(folder, "status", "--porcelain", "--branch")


def reject_pushes(remote):
    hook = remote / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 分支受保护 >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    return hook


class TestPublished:
    """What arrives is what was built."""

    def test_the_branch_holds_the_built_files_byte_for_byte(self, bureau, remote):
        published = run(bureau)
        assert cloned(remote) == SITE | {".nojekyll": b""}
        assert published.changed and published.files == len(SITE) + 1
        assert git(remote, "rev-parse", "gh-pages") == published.commit

    def test_a_file_that_is_no_longer_built_goes(self, bureau, remote):
        run(bureau)
        run(bureau, site={"index.html": b"2"})
        assert cloned(remote) == {"index.html": b"2", ".nojekyll": b""}
        assert git(remote, "rev-list", "--count", "gh-pages") == "2"

    def test_the_message_names_the_source_commit_and_the_time(self, bureau, remote):
        run(bureau)
        source = git(bureau, "rev-parse", "HEAD")
        assert git(remote, "log", "--format=%B", "gh-pages") == (
            f"发布 2026-11-23 09:30，源提交 {source[:12]}\n\nSource: {source}"
        )
        assert git(remote, "log", "--format=%cI", "gh-pages") == "2026-11-23T09:30:00+08:00"

    def test_the_same_site_again_makes_no_commit(self, bureau, remote):
        first = run(bureau)
        again = run(bureau)
        assert (again.changed, again.commit) == (False, first.commit)
        assert git(remote, "rev-list", "--count", "gh-pages") == "1"

    def test_branches_and_work_tree_at_home_stay_as_they_are(self, bureau):
        git(bureau, "branch", "gh-pages")
        before = state(bureau)
        run(bureau, target=Target("origin", "site"))
        assert state(bureau) == before

    def test_a_host_of_its_own_is_written_when_the_target_has_one(self, bureau, remote):
        run(bureau, target=Target("origin", "gh-pages", cname="cg.example.gov.cn"))
        assert cloned(remote)["CNAME"].strip() == b"cg.example.gov.cn"

    def test_what_a_publish_that_was_killed_left_behind_does_no_harm(self, bureau, remote):
        git(bureau, "branch", "gh-pages.publishing")
        run(bureau)
        assert cloned(remote) == SITE | {".nojekyll": b""}
        assert git(remote, "rev-list", "--count", "gh-pages") == "1"

    def test_it_continues_from_what_another_machine_published(self, bureau, remote, tmp_path):
        run(bureau)
        git(tmp_path, "clone", "--quiet", str(remote), str(tmp_path / "other"))
        run(tmp_path / "other", site={"index.html": b"other"})
        run(bureau, site={"index.html": b"mine"})
        assert cloned(remote)["index.html"] == b"mine"
        assert git(remote, "rev-list", "--count", "gh-pages") == "3"

    def test_a_shallow_clone_as_build_servers_make_can_publish(self, bureau, remote, tmp_path):
        run(bureau)
        run(bureau, site={"index.html": b"2"})
        shallow = tmp_path / "shallow"
        git(tmp_path, "clone", "--quiet", "--depth=1", remote.as_uri(), str(shallow))
        run(shallow, site={"index.html": b"3"})
        assert cloned(remote)["index.html"] == b"3"
        assert git(remote, "rev-list", "--count", "gh-pages") == "3"

    def test_without_a_name_in_git_the_commit_is_still_signed(self, bureau, remote, monkeypatch):
        for name in ("GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"):
            monkeypatch.delenv(name)
        run(bureau)
        signed = git(remote, "log", "--format=%cn <%ce>", "gh-pages")
        assert signed == "chengchuang <publish@localhost>"

    def test_the_name_that_git_was_told_is_used(self, bureau, remote, monkeypatch):
        for name in ("GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"):
            monkeypatch.delenv(name)
        git(bureau, "config", "user.name", "李科长")
        git(bureau, "config", "user.email", "li@example.invalid")
        run(bureau)
        signed = git(remote, "log", "--format=%cn <%ce>", "gh-pages")
        assert signed == "李科长 <li@example.invalid>"


class TestRefusedBeforeBuilding:
    """What can be known beforehand is said before the time of a build is spent."""

    @pytest.fixture(autouse=True)
    def _must_not_build(self, monkeypatch):
        def build(folder):
            raise AssertionError("built although it had to refuse")

        monkeypatch.setitem(globals(), "builder", lambda site: build)

    @pytest.mark.parametrize("name", ["pelicanconf.py", "content/new.md"])
    def test_a_change_that_is_not_committed(self, bureau, name):
        (bureau / name).parent.mkdir(exist_ok=True)
        (bureau / name).write_text("# 改动\n", encoding="utf-8")
        reason, said = refusal(bureau)
        assert reason == "dirty-tree" and Path(name).parts[0] in said

    def test_a_long_list_of_changes_is_cut(self, bureau):
        for number in range(12):
            (bureau / f"{number}.md").write_text("", encoding="utf-8")
        said = refusal(bureau)[1]
        assert said.count(".md") == 10 and "共 12 个" in said

    def test_a_remote_that_does_not_exist(self, bureau):
        reason, said = refusal(bureau, target=Target("orgin", "gh-pages"))
        assert reason == "no-remote" and "“orgin”" in said and "现有：origin" in said

    def test_a_remote_that_cannot_be_reached(self, bureau, remote):
        remote.rename(remote.with_name("moved"))
        assert refusal(bureau)[0] == "remote-unreachable"

    def test_a_folder_that_is_no_repository(self, tmp_path):
        assert refusal(tmp_path)[0] == "no-repository"

    def test_a_repository_without_a_commit(self, tmp_path):
        git(tmp_path, "init", "--quiet")
        assert refusal(tmp_path)[0] == "no-repository"

    def test_a_machine_without_git(self, bureau, monkeypatch, tmp_path):
        monkeypatch.setenv("PATH", str(tmp_path))
        assert refusal(bureau) == ("no-git", "没有找到 git。先安装：sudo apt-get install -y git")

    @pytest.mark.parametrize("branch", ["gh pages", "-x..y", "a.lock"])
    def test_a_name_that_no_branch_can_have(self, bureau, branch):
        assert refusal(bureau, target=Target("origin", branch))[0] == "bad-branch"

    def test_the_branch_that_is_being_worked_on(self, bureau):
        git(bureau, "checkout", "--quiet", "-b", "gh-pages")
        assert refusal(bureau)[0] == "source-branch"

    def test_a_remote_branch_of_sources(self, bureau, remote):
        git(bureau, "checkout", "--quiet", "-b", "draft")
        before = git(remote, "rev-parse", "main")
        assert refusal(bureau, target=Target("origin", "main"))[0] == "source-branch"
        assert git(remote, "rev-parse", "main") == before

    def test_a_remote_branch_of_sources_whose_history_a_shallow_clone_lacks(
        self, bureau, remote, tmp_path
    ):
        git(tmp_path, "clone", "--quiet", "--depth=1", remote.as_uri(), str(tmp_path / "shallow"))
        git(tmp_path / "shallow", "checkout", "--quiet", "--orphan", "draft")
        git(tmp_path / "shallow", "commit", "--quiet", "--message", "别的")
        assert refusal(tmp_path / "shallow", target=Target("origin", "main"))[0] == "source-branch"


class TestForeignBranch:
    """What somebody else put on a branch is replaced only by who says so."""

    WHAT = (
        "远程分支“gh-pages”里不是本系统发布的网站，有 README.md、a.html、b.html等 4 个文件，"
        "发布会用网站换掉它们。"
    )

    @pytest.fixture(autouse=True)
    def foreign(self, bureau):
        """The commit of the foreign branch."""
        git(bureau, "checkout", "--quiet", "--orphan", "gh-pages")
        git(bureau, "rm", "--quiet", "-rf", ".")
        for name in ("README.md", "a.html", "b.html", "c.html"):
            (bureau / name).write_text("别的", encoding="utf-8")
        git(bureau, "add", ".")
        git(bureau, "commit", "--quiet", "--message", "别的网站\n\nSource: 手写")
        git(bureau, "push", "--quiet", "origin", "gh-pages")
        git(bureau, "checkout", "--quiet", "main")
        git(bureau, "branch", "--quiet", "-D", "gh-pages")

    def test_without_a_word_it_stays(self, bureau, remote):
        before = git(remote, "rev-parse", "gh-pages")
        reason, message = refusal(bureau)
        assert reason == "foreign-branch"
        assert message == (
            f"{self.WHAT}\n另设一个分支，如 gh-pages；确认要换掉，就写上分支名："
            "make publish FORCE=gh-pages（只需要这一次）"
        )
        assert git(remote, "rev-parse", "gh-pages") == before

    def test_who_says_so_is_told_what_goes_and_asked_once(self, bureau, remote):
        asked = []
        run(bureau, confirm=lambda what: not asked.append(what))
        assert asked == [self.WHAT]
        assert cloned(remote) == SITE | {".nojekyll": b""}
        # Nothing is lost, and the next one needs no word, even after a commit by hand.
        assert git(remote, "rev-list", "--count", "gh-pages") == "2"
        other = remote.parent / "other"
        git(remote.parent, "clone", "--quiet", "--branch", "gh-pages", str(remote), str(other))
        git(other, "commit", "--quiet", "--allow-empty", "--message", "Create CNAME")
        git(other, "push", "--quiet", "origin", "gh-pages")
        run(bureau, site={"index.html": b"2"})
        assert cloned(remote) == {"index.html": b"2", ".nojekyll": b""}


class TestRefusedAfterBuilding:
    """The remote branch, the branches at home and the work tree stay as they were."""

    @pytest.fixture(autouse=True)
    def _nothing_moves(self, bureau, remote):
        run(bureau)
        before = state(bureau)[0], git(remote, "rev-parse", "gh-pages")
        yield
        assert (state(bureau)[0], git(remote, "rev-parse", "gh-pages")) == before

    def test_a_build_that_fails(self, bureau):
        def build(folder):
            builder({"index.html": b"half"})(folder)
            return False

        assert refusal(bureau, build=build)[0] == "build-failed"

    def test_a_build_that_brings_no_home_page(self, bureau):
        assert refusal(bureau, site={"404.html": b""})[0] == "build-failed"
        assert refusal(bureau, build=lambda folder: True)[0] == "build-failed"

    def test_a_check_that_fails(self, bureau):
        seen = []

        def check(built):
            seen.append(files(built))
            return False

        assert refusal(bureau, site={"index.html": b"2"}, check=check)[0] == "check-failed"
        assert seen == [{"index.html": b"2"}]

    def test_a_push_that_the_remote_rejects_and_the_next_try_works(self, bureau, remote):
        hook = reject_pushes(remote)
        reason, said = refusal(bureau, site={"index.html": b"2"})
        assert reason == "push-refused"
        assert "网站保持原样" in said and "分支受保护" in said
        hook.unlink()
        run(bureau, site={"index.html": b"2"})
        assert cloned(remote)["index.html"] == b"2"
        git(remote, "update-ref", "refs/heads/gh-pages", "gh-pages~1")

    def test_a_linked_folder_that_would_be_left_behind(self, bureau):
        def build(folder):
            builder({"index.html": b"2"})(folder)
            (folder / "linked").symlink_to(folder.parent, target_is_directory=True)
            return True

        reason, said = refusal(bureau, build=build)
        assert reason == "commit-failed" and "linked" in said

    def test_a_name_that_the_import_cannot_write(self, bureau):
        site = {"index.html": b"2", '"quoted".html': b"lost"}
        assert refusal(bureau, site=site)[0] == "commit-failed"


def test_a_first_push_that_is_rejected_leaves_no_branch(bureau, remote):
    reject_pushes(remote)
    before = state(bureau)
    assert refusal(bureau)[0] == "push-refused"
    assert git(remote, "branch", "--list", "gh-pages") == ""
    assert state(bureau) == before


def test_a_save_during_the_build_is_refused(bureau, remote):
    def build(folder):
        (bureau / "late.md").write_text("晚了", encoding="utf-8")
        return builder(SITE)(folder)

    assert refusal(bureau, build=build)[0] == "dirty-tree"
    assert git(remote, "branch", "--list", "gh-pages") == ""


def test_a_commit_during_the_build_is_refused(bureau, remote):
    def build(folder):
        git(bureau, "commit", "--quiet", "--allow-empty", "--message", "晚了")
        return builder(SITE)(folder)

    assert refusal(bureau, build=build)[0] == "source-moved"
    assert git(remote, "branch", "--list", "gh-pages") == ""


def test_another_publish_in_between_wins_and_is_named(bureau, remote, tmp_path):
    """A push is never forced, so what somebody else published meanwhile is not lost."""
    run(bureau)
    other = tmp_path / "other"
    git(tmp_path, "clone", "--quiet", "--branch", "gh-pages", str(remote), str(other))
    git(other, "commit", "--quiet", "--allow-empty", "--message", "别人")
    # Just when the branch has been fetched and a commit is about to be made on top of it.
    hook = bureau / ".git/hooks/reference-transaction"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(
        '#!/bin/sh\n[ "$1" = committed ] || exit 0\n'
        'grep -q " 0*[1-9a-f][0-9a-f]* .*gh-pages.publishing" || exit 0\n'
        f"unset GIT_DIR\ncd '{other}' && git push --quiet origin gh-pages\n"
    )
    hook.chmod(0o755)
    reason, said = refusal(bureau, site={"index.html": b"2"})
    assert reason == "push-refused" and "别人" in said
    assert git(remote, "rev-parse", "gh-pages") == git(other, "rev-parse", "HEAD")


def test_the_temporary_folder_is_gone_in_the_end(bureau, monkeypatch, tmp_path):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    run(bureau)
    assert refusal(bureau, check=lambda built: False)[0] == "check-failed"
    assert os.listdir(temporary) == []

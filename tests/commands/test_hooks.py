"""`make hooks`, and what git then does before a commit, in a repository made for the test."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from plugins.commands import hooks, staged
from tests.content_folder import make_content, record
from tests.publish.repositories import git

ROOT = Path(__file__).resolve().parents[2]
NEW, SPACE = "dongtai/xin.md", "dongtai/kong ge.md"
WRONG = record("一", 来源二="甲")


@pytest.fixture
def content(tmp_path, monkeypatch):
    """The tiny bureau, committed; git and the clock know nothing of this machine."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "王干事")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "wang@example.invalid")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795395600")
    repository = tmp_path / "repository"
    repository.mkdir()
    folder = make_content(repository)
    git(repository, "init", "--quiet", "--initial-branch=main")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "稿件")
    return folder


def stage(content, path, text):
    (content / path).write_text(text, encoding="utf-8")
    git(content, "add", path)


def commit(content, *options):
    command = ["git", "commit", "--quiet", "--message", "改", *options]
    return subprocess.run(
        command, cwd=content.parent, capture_output=True, encoding="utf-8", check=False
    )


class TestInstalling:
    def test_it_says_what_it_did(self, content, capsys):
        assert hooks.main(["--content", str(content)]) == 0
        told = capsys.readouterr().out
        assert told.startswith(f"装好了：{content.parent}/.git/hooks/pre-commit\n")
        assert "不检查就提交：git commit --no-verify" in told

    def test_twice_is_once(self, content):
        assert hooks.main(["--content", str(content)]) == 0
        before = (content.parent / ".git/hooks/pre-commit").read_text()
        assert hooks.main(["--content", str(content)]) == 0
        assert (content.parent / ".git/hooks/pre-commit").read_text() == before

    def test_somebody_elses_hook_stays(self, content, capsys):
        file = content.parent / ".git/hooks/pre-commit"
        file.parent.mkdir(exist_ok=True)
        file.write_text("#!/bin/sh\nexit 0\n")
        assert hooks.main(["--content", str(content)]) == 1
        assert file.read_text() == "#!/bin/sh\nexit 0\n"
        told = capsys.readouterr().err
        assert "已经有别的提交前检查" in told
        assert f"-m plugins.commands.staged {content}" in told

    def test_outside_of_a_repository(self, tmp_path, capsys, monkeypatch):
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
        folder = make_content(tmp_path)
        assert hooks.main(["--content", str(folder)]) == 1
        assert "不在 git 仓库里" in capsys.readouterr().err

    def test_without_content(self, tmp_path, capsys):
        assert hooks.main(["--content", str(tmp_path / "meiyou")]) == 2
        assert capsys.readouterr().err.startswith("没有这个文件夹：")


class TestCommitting:
    @pytest.fixture(autouse=True)
    def _installed(self, content):
        hooks.main(["--content", str(content)])

    def test_a_good_record_is_committed(self, content):
        stage(content, NEW, record("新"))
        done = commit(content)
        assert (done.returncode, done.stdout + done.stderr) == (0, "")

    def test_an_error_refuses_the_commit_and_is_told(self, content):
        stage(content, NEW, WRONG)
        done = commit(content)
        assert done.returncode == 1
        told = done.stdout + done.stderr
        assert re.search(r"content/dongtai/xin\.md:8:1: 错误 key-unknown 没有“来源二”这一项", told)
        assert "确实要先提交：git commit --no-verify" in told
        assert git(content, "log", "--format=%s") == "稿件"

    def test_a_warning_is_told_and_committed(self, content):
        stage(content, NEW, record("新", 复核日期="2026-11-22"))
        done = commit(content)
        assert (done.returncode, "复核日期" in done.stdout + done.stderr) == (0, True)

    def test_no_verify_commits_all_the_same(self, content):
        stage(content, NEW, WRONG)
        assert commit(content, "--no-verify").returncode == 0

    def test_what_is_staged_counts_and_not_what_lies_there(self, content):
        stage(content, NEW, WRONG)
        (content / NEW).write_text(record("新"), encoding="utf-8")
        assert commit(content).returncode == 1
        stage(content, NEW, record("新"))
        (content / NEW).write_text(WRONG, encoding="utf-8")
        assert commit(content).returncode == 0

    def test_all_options_of_git_commit(self, content):
        stage(content, NEW, record("新"))
        commit(content)
        (content / NEW).write_text(WRONG, encoding="utf-8")
        assert commit(content, "--all").returncode == 1
        assert commit(content, "--only", f"content/{NEW}").returncode == 1

    def test_records_that_are_not_staged_do_not_count(self, content):
        (content / NEW).write_text(WRONG, encoding="utf-8")
        stage(content, "dongtai/bie.md", record("别"))
        assert commit(content).returncode == 0

    def test_a_name_with_a_blank(self, content):
        stage(content, SPACE, WRONG.replace("来源二: 甲", "网址名: kong-ge\n来源二: 甲"))
        done = commit(content)
        assert (done.returncode, "key-unknown" in done.stdout + done.stderr) == (1, True)

    def test_a_record_that_goes_is_none_to_check(self, content):
        stage(content, NEW, record("新"))
        commit(content)
        git(content, "rm", "--quiet", NEW)
        assert commit(content).returncode == 0

    def test_without_the_program_the_commit_goes_on(self, content):
        file = content.parent / ".git/hooks/pre-commit"
        file.write_text(file.read_text().replace(f"root={ROOT}", "root=/meiyou"))
        stage(content, NEW, WRONG)
        assert commit(content).returncode == 0

    def test_after_a_crash_the_commit_goes_on(self, content):
        file = content.parent / ".git/hooks/pre-commit"
        file.write_text(file.read_text().replace("commands.staged", "commands.meiyou"))
        stage(content, NEW, WRONG)
        assert commit(content).returncode == 0


class TestWhatCannotBeChecked:
    def test_it_is_said_and_let_pass(self, content, capsys, monkeypatch):
        def broken(*_arguments):
            raise OSError("坏了")

        stage(content, NEW, WRONG)
        monkeypatch.setattr(staged, "findings_of_one", broken)
        assert staged.main([str(content)]) == 0
        assert capsys.readouterr().err == "这次提交没有检查稿件（OSError：坏了）。\n"

    def test_a_record_that_is_staged_and_gone_is_passed_over(self, content, capsys):
        stage(content, NEW, WRONG)
        (content / NEW).unlink()
        assert (staged.main([str(content)]), capsys.readouterr().out) == (0, "")

    def test_very_many(self, content, capsys, monkeypatch):
        monkeypatch.setattr(staged, "MANY", 1)
        stage(content, NEW, WRONG)
        stage(content, "dongtai/bie.md", WRONG)
        assert staged.main([str(content)]) == 0
        told = "准备提交的稿件有 2 篇，请运行 make check。这次提交没有检查稿件。\n"
        assert capsys.readouterr().out == told


def test_the_hook_for_pre_commit_checks_records_only():
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] == "chengchuang-check"
    assert hook["entry"] == ".venv/bin/python -m plugins.commands.check content --file"
    assert re.search(hook["files"], "content/news/a.md")
    assert not re.search(hook["files"], "content/news/_column.yml")
    assert not re.search(hook["files"], "docs/manual.md")

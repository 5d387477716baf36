"""`make verify`: which files of a site are not as they were published; 0, 1 or 2."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from plugins.commands import verify
from plugins.integrity import MANIFEST, write_manifest
from tests.publish.repositories import git


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project whose branch gh-pages has a site with a manifest, and the site as it is online."""
    for name in ("REMOTE", "BRANCH"):
        monkeypatch.delenv(f"PUBLISH_{name}", raising=False)
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "王干事")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "wang@example.invalid")
    root, site = tmp_path / "project", tmp_path / "site"
    (site / "news").mkdir(parents=True)
    (site / "index.html").write_text("甲", encoding="utf-8")
    (site / "news/a.html").write_text("乙", encoding="utf-8")
    git(tmp_path, "init", "--quiet", "--bare", str(tmp_path / "remote.git"))
    git(tmp_path, "init", "--quiet", "--initial-branch=gh-pages", str(site))
    write_manifest(site)
    git(site, "add", ".")
    git(site, "commit", "--quiet", "--message", "发布")
    git(site, "push", "--quiet", str(tmp_path / "remote.git"), "gh-pages")
    git(tmp_path, "init", "--quiet", str(root))
    git(root, "remote", "add", "origin", str(tmp_path / "remote.git"))
    settings = 'PUBLISH_REMOTE = "origin"\nPUBLISH_BRANCH = "gh-pages"\n'
    (root / "publishconf.py").write_text(settings, encoding="utf-8")
    return root, site


@pytest.fixture
def run(project, capsys):
    def run(*arguments):
        code = verify.main([str(word) for word in arguments], root=project[0])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_a_folder_that_is_as_it_was_published(run, project):
    commit = git(project[1], "rev-parse", "HEAD")[:12]
    assert run("--dir", project[1]) == (
        0, f"2 个文件与发布时完全一样。清单来自 origin 的 gh-pages 分支（提交 {commit}）。\n", ""
    )  # fmt: skip


def spoil(site):
    (site / "index.html").write_text("改", encoding="utf-8")
    (site / "news/a.html").unlink()
    (site / "shell.php").write_text("加", encoding="utf-8")


def test_each_file_that_differs_is_named(run, project):
    spoil(project[1])
    code, said, _ = run("--dir", project[1])
    assert code == 1
    assert said.splitlines()[1:] == [
        "被改动（1 个）：", "  index.html", "多出来的（1 个）：", "  shell.php",
        "不见了的（1 个）：", "  news/a.html",
        "不是自己改的，网站可能被入侵：马上报告网站管理员，保留现场，再重新发布。",
    ]  # fmt: skip


def test_who_changes_the_manifest_too_is_found(run, project):
    """The manifest of the branch counts, not that beside the files."""
    spoil(project[1])
    write_manifest(project[1])
    assert run("--dir", project[1])[0] == 1
    assert run("--dir", project[1], "--from", project[1] / MANIFEST)[0] == 0


class Handler(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def test_a_site_online(run, project):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(project[1])))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    code, said, progress = run("--url", address)
    assert (code, progress) == (0, "已核对 2/2 个文件\n")
    spoil(project[1])
    code, said, _ = run("--url", address)
    server.shutdown()
    server.server_close()
    assert code == 1
    assert "被改动（1 个）：\n  index.html" in said and "不见了的（1 个）：\n  news/a.html" in said


def test_a_long_list_is_cut():
    difference = verify.Difference(changed=tuple(f"{n}.html" for n in range(60)))
    said = verify.told(difference, 100, "甲")
    assert said.count(".html") == 50 and "  …… 共 60 个" in said


@pytest.mark.parametrize(
    ("arguments", "words"),
    [((), "写上要核对的文件夹或网址"), (("--dir", "a", "--url", "b"), "写上要核对的文件夹或网址"),
     (("--dir", "nowhere"), "没能核对：没有文件夹 nowhere"),
     (("--dir", ".", "--from", "nowhere"), "没能核对：没有清单文件 nowhere"),
     (("--dir", ".", "--branch", "other"), "没能核对："),
     (("--dir", ".", "--remote", "wu"), "没能核对：")],
)  # fmt: skip
def test_what_cannot_be_compared(run, arguments, words):
    code, said, why = run(*arguments)
    assert (code, said) == (2, "")
    assert words in why


def test_a_branch_without_a_manifest_and_one_that_is_spoilt(run, project, tmp_path):
    site = project[1]
    push = ("push", "--quiet", "--force", str(tmp_path / "remote.git"), "gh-pages")
    for text, words in (("甲\n", "的清单读不了：第 1 行不是"), ("", "的清单是空的")):
        (site / MANIFEST).write_text(text, encoding="utf-8")
        git(site, "commit", "--quiet", "--all", "--message", "改")
        git(site, *push)
        code, _, why = run("--dir", site)
        assert code == 2 and words in why
    git(site, "rm", "--quiet", MANIFEST)
    git(site, "commit", "--quiet", "--message", "删")
    git(site, *push)
    code, _, why = run("--dir", site)
    assert code == 2 and f"里没有 {MANIFEST}。先用 make publish 发布一次" in why

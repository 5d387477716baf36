"""`make mend` shows, asks, and writes whole files."""

import os

import pytest

from plugins.commands import mend
from tests.content_folder import make_content, record

GOOD = record("新")
WRONG = "\ufeff" + GOOD.replace("标题: ", "标题：")


@pytest.fixture
def content(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795395600")
    files = {"dongtai/xin.md": WRONG, "dongtai/bie.md": WRONG.replace("新", "别")}
    return make_content(tmp_path, files)


def test_without_a_terminal_it_shows_and_changes_nothing(content, capsys):
    assert mend.main(["content", "--file", "dongtai/xin.md"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "content/dongtai/xin.md：去掉文件开头的 BOM 标记；稿头的冒号、空格、缩进和引号写规范",
        "--- content/dongtai/xin.md",
        "+++ content/dongtai/xin.md",
        "@@ -1,3 +1,3 @@",
        "-〔U+FEFF〕---",
        "-标题：新",
        "+---",
        "+标题: 新",
        " 发布日期: 2026-03-01 09:00",
        "以上 1 篇，改的只是写法，内容和网页不变。",
        "没有改动任何文件。直接改：make mend YES=1",
    ]
    assert (content / "dongtai/xin.md").read_text(encoding="utf-8") == WRONG


def test_yes(content, capsys):
    (content / "dongtai/xin.md").chmod(0o640)
    assert mend.main(["content", "--yes"]) == 0
    assert capsys.readouterr().out.endswith("改好了 2 篇。\n")
    assert (content / "dongtai/xin.md").read_bytes() == GOOD.encode()
    assert (content / "dongtai/xin.md").stat().st_mode & 0o777 == 0o640
    assert mend.main(["content", "--yes"]) == 0
    assert capsys.readouterr().out == "没有可以放心改的地方。\n"


def test_one_file(content):
    assert mend.main(["content", "--yes", "--file", "content/dongtai/xin.md"]) == 0
    assert (content / "dongtai/bie.md").read_text(encoding="utf-8").startswith("\ufeff")


def test_a_file_that_is_not_there(content, capsys):
    assert mend.main(["content", "--file", "dongtai/wu.md"]) == 2
    assert capsys.readouterr().err == "没有找到：dongtai/wu.md\n"


@pytest.mark.parametrize("answer", ["y", ""])
def test_the_answer_counts(content, monkeypatch, answer):
    monkeypatch.setattr(mend, "_ask", lambda: answer == "y")
    assert mend.main(["content"]) == 0
    is_mended = (content / "dongtai/xin.md").read_bytes() == GOOD.encode()
    assert is_mended == (answer == "y")


def test_a_crash_leaves_the_old_file_and_nothing_else(content, monkeypatch):
    def broken(*_paths):
        raise OSError("断电")

    before = sorted(os.listdir(content / "dongtai"))
    monkeypatch.setattr(os, "replace", broken)
    with pytest.raises(OSError, match="断电"):
        mend.replace_file(content / "dongtai/xin.md", b"x")
    assert (content / "dongtai/xin.md").read_text(encoding="utf-8") == WRONG
    assert sorted(os.listdir(content / "dongtai")) == before

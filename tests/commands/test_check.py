"""`make check` lists every finding in the form asked for and fails when one is an error."""

import json

import pytest

from plugins.commands import check
from tests.content_folder import make_content, record

WRONG = record("一", 来源二="甲")


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Check some content, from the folder above it: the exit code and the lines."""

    def run(files, *options):
        make_content(tmp_path, files)
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795395600")
        return check.main(["content", *options]), capsys.readouterr().out.splitlines()

    return run


def test_nothing_is_wrong(run):
    assert run({}) == (0, ["没有发现问题。"])


def test_a_warning_does_not_fail(run):
    code, lines = run({"dongtai/xin.md": record("新", 复核日期="2026-11-22")})
    assert (code, lines[-1]) == (0, "共 1 处问题：提醒 1。")


def test_an_error_fails_and_is_named_with_its_file(run):
    code, (found, last) = run({"dongtai/xin.md": WRONG})
    assert (code, last) == (1, "共 1 处问题：错误 1。")
    assert found.startswith("content/dongtai/xin.md:8:1: error key-unknown 没有“来源二”这一项")


def test_as_json_for_programs(run):
    code, lines = run({"dongtai/xin.md": WRONG}, "--format", "json")
    (found,) = json.loads("\n".join(lines))
    assert (code, found["path"], found["rule"]) == (1, "dongtai/xin.md", "key-unknown")


def test_as_annotations_of_a_pull_request(run):
    code, (line,) = run({"dongtai/xin.md": WRONG}, "--format", "github")
    where = "::error file=content/dongtai/xin.md,line=8,col=1,title=key-unknown::"
    assert (code, line.startswith(where)) == (1, True)


def test_a_folder_that_is_not_there(tmp_path, capsys):
    assert check.main([str(tmp_path / "none")]) == 2
    assert capsys.readouterr().err == f"没有这个文件夹：{tmp_path}/none\n"

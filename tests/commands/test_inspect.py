"""`make inspect`, `make check DAY=…` and `make check FORMAT=html`, as the office runs them."""

from __future__ import annotations

import pytest

from plugins.commands import check, inspect
from tests.content_folder import make_content, record

NOON = "1795395600"
FILES = {"dongtai/a.md": record("甲", 复核日期="2026-12-05")}


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run a command about some content: the exit code, what it printed, what it complained of."""
    made = []

    def run(command, *options, files=FILES):
        if not made:
            made.append(make_content(tmp_path, files))
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
        monkeypatch.setattr(inspect, "PAGE", tmp_path / "report.html")
        code = command(["content", *options])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_morning(run, form):
    code, out, _ = run(inspect.main, "--format", form)
    assert code == 0
    assert out.startswith("# 2026-11-23 每日检查：")
    assert "| 2026-12-05 | 12 天 | 《甲》：核对内容 | 办公室 |" in out


def test_another_day(run):
    _, out, _ = run(inspect.main, "--day", "2026-12-06")
    assert out.startswith("# 2026-12-06 每日检查：")
    assert "- [ ] 办公室：《甲》复核日期 2026-12-05 已过 → " in out


@pytest.mark.parametrize("command", [inspect.main, check.main])
@pytest.mark.parametrize("day", ["明天", "2026-2-30", "20261206", "2026/12/06"])
def test_what_is_no_day(run, command, day):
    code, out, err = run(command, "--day", day)
    assert (code, out) == (2, "")
    assert err == f"DAY 写的是“{day}”，应是日期，如 DAY=2027-02-01\n"


def test_a_page_to_print(run, tmp_path):
    file = tmp_path / "deep" / "report.html"
    code, out, _ = run(inspect.main, "--format", "html", "--into", str(file))
    assert code == 0
    assert out == f"检查报告：{file}（内部使用，不会发布；用浏览器打开，可以打印）\n"
    assert "《甲》：核对内容" in file.read_text(encoding="utf-8")


def test_a_file_for_a_forge(run, tmp_path):
    file = tmp_path / "report.md"
    assert run(inspect.main, "--format", "markdown", "--into", str(file))[:2] == (0, "")
    assert file.read_text(encoding="utf-8").startswith("# 2026-11-23 每日检查：")


def test_no_folder_and_no_bureau(run, tmp_path):
    assert run(inspect.main)[0] == 0
    (tmp_path / "content" / "bureau.yml").unlink()
    code, out, _ = run(inspect.main)
    assert code == 1
    assert "没有找到 bureau.yml" in out
    assert inspect.main([str(tmp_path / "nowhere")]) == 2


def test_check_of_another_day_tells_first_what_is_new(run):
    files = {**FILES, "dongtai/b.md": record("乙", 复核日期="2026-11-22")}
    code, out, _ = run(check.main, "--day", "2026-12-06", files=files)
    assert code == 0
    lines = out.splitlines()
    assert lines[0] == "到 2026-12-06 会新出现的："
    assert lines[1].startswith("content/dongtai/a.md:") and "复核日期 2026-12-05 已过" in lines[1]
    assert lines[2] == "今天就有的："
    assert lines[3].startswith("content/dongtai/b.md:")


def test_check_as_a_page(run, tmp_path):
    files = {"dongtai/a.md": record("甲", "见[乙](/zhengce/meiyou.md)。")}
    code, out, _ = run(check.main, "--format", "html", files=files)
    assert code == 1
    assert out.startswith(f"检查报告：{tmp_path / 'report.html'}（")
    assert "没有稿件“zhengce/meiyou”" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_check_as_a_page_of_some_rules(run, tmp_path):
    files = {"dongtai/a.md": record("甲", "见[乙](/zhengce/meiyou.md)。")}
    code, _, _ = run(check.main, "--format", "html", "--only", "heading", files=files)
    assert code == 0
    assert "zhengce/meiyou" not in (tmp_path / "report.html").read_text(encoding="utf-8")

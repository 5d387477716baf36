"""`make check` tells every finding in the form asked for and fails when one is an error."""

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from plugins.commands import check
from tests.content_folder import make_content, record

ROOT = Path(__file__).resolve().parents[2]
NOON = "1795395600"
WRONG = record("一", 来源二="甲")


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Check some content, from the folder above it: the exit code and the lines."""

    def run(files, *options):
        make_content(tmp_path, files)
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
        places = ("-o", str(tmp_path / "output"), "--cache", str(tmp_path / "cache"))
        return check.main(["content", *places, *options]), capsys.readouterr().out.splitlines()

    return run


def test_nothing_is_wrong(run):
    assert run({}) == (0, ["没有发现问题。"])


def test_a_warning_does_not_fail(run):
    code, lines = run({"dongtai/xin.md": record("新", 复核日期="2026-11-22")})
    assert (code, lines[-1]) == (0, "共 1 处问题：提醒 1。")


def test_an_error_fails_and_is_named_with_its_file(run):
    code, (found, last) = run({"dongtai/xin.md": WRONG})
    assert (code, last) == (1, "共 1 处问题：错误 1。")
    assert found.startswith("content/dongtai/xin.md:8:1: 错误 key-unknown 没有“来源二”这一项")


def test_as_json_for_programs(run):
    code, lines = run({"dongtai/xin.md": WRONG}, "--format", "json")
    (found,) = json.loads("\n".join(lines))
    assert (code, found["path"], found["rule"]) == (1, "content/dongtai/xin.md", "key-unknown")


def test_as_annotations_of_a_pull_request(run):
    code, (line,) = run({"dongtai/xin.md": WRONG}, "--format", "github")
    where = "::error file=content/dongtai/xin.md,line=8,col=1,title=key-unknown::"
    assert (code, line.startswith(where)) == (1, True)


def test_a_folder_that_is_not_there(tmp_path, capsys):
    assert check.main([str(tmp_path / "none")]) == 2
    assert capsys.readouterr().err == f"没有这个文件夹：{tmp_path}/none\n"


def test_as_sarif_for_code_platforms(run):
    code, lines = run({"dongtai/xin.md": WRONG}, "--format", "sarif")
    (found,) = json.loads("\n".join(lines))["runs"][0]["results"]
    place = found["locations"][0]["physicalLocation"]
    assert (code, place["artifactLocation"]["uri"]) == (1, "content/dongtai/xin.md")


def test_as_junit_for_build_servers(run):
    code, lines = run({"dongtai/xin.md": WRONG}, "--format", "junit")
    root = ElementTree.fromstring("\n".join(lines))
    assert (code, root.find("testsuite").get("name")) == (1, "content/dongtai/xin.md")


@pytest.mark.parametrize(
    ("where", "content", "shown"),
    [
        (".", "content", "content/dongtai/xin.md:8:1: "),
        ("content", ".", "dongtai/xin.md:8:1: "),
        ("content/dongtai", "..", "../dongtai/xin.md:8:1: "),
    ],
)
def test_paths_lead_there_from_where_one_stands(
    tmp_path, monkeypatch, capsys, where, content, shown
):
    make_content(tmp_path, {"dongtai/xin.md": WRONG})
    monkeypatch.chdir(tmp_path / where)
    check.main([content])
    assert capsys.readouterr().out.startswith(shown)
    for name, key in (("json", '"path": "'), ("github", "file="), ("sarif", '"uri": "')):
        check.main([content, "--format", name])
        assert key + shown.removesuffix(":8:1: ") in capsys.readouterr().out


MANY = {f"dongtai/n{n}.md": record(f"第{n}篇", 来源二=f"值{n}") for n in range(3)}
REVIEWS = "初审: 甲\n复审: 乙\n终审: 丙\n"


def test_one_cause_is_one_line_and_all_are_there_when_asked_for(run):
    files = {f"dongtai/n{n}.md": record(f"第{n}篇").replace(REVIEWS, "") for n in range(50)}
    code, lines = run(files)
    assert (code, len(lines)) == (0, 3)
    assert lines[0].startswith(
        "content/dongtai/n0.md:2:1: 提醒 field-advised 没有写“初审”；没有写“"
    )
    assert lines[0].endswith("（另有 49 处同样：dongtai 49）")
    assert lines[1] == "逐处列出全部：make check ALL=1；给程序读：make check FORMAT=json"
    assert lines[2] == "共 150 处问题：提醒 150。"


@pytest.mark.parametrize("text", ['- 事项名称: "摆摊\n', "事项: 摆摊\n", ""])
def test_a_matrix_that_cannot_be_read_is_one_line(run, text):
    """Neither its column, which is empty now, nor what it would have had is a line of its own."""
    _, lines = run({"shixiang/items.yml": text})
    assert [line.partition(":")[0] for line in lines[:-2]] == ["content/shixiang/items.yml"]
    assert lines[0].endswith("（另有 1 处由此引起，改好这里就消失）")


def test_all(run):
    files = {f"dongtai/n{n}.md": record(f"第{n}篇").replace(REVIEWS, "") for n in range(50)}
    assert len(run(files, "--all")[1]) == 151


def test_one_file_alone(run):
    found = run(MANY, "--file", "content/dongtai/n1.md")[1]
    assert [line.partition(":")[0] for line in found[:-1]] == ["content/dongtai/n1.md"]


FEW_WRONG = {f"dongtai/{name}.md": record(name, 来源二="甲") for name in ("jia", "yi", "bing")}
TWO = ["content/dongtai/jia.md", "dongtai/yi.md"]


@pytest.mark.parametrize("few", [5, 1])
@pytest.mark.parametrize("options", [TWO, [" ".join(TWO)]])
def test_several_records_one_by_one_or_among_all(run, monkeypatch, options, few):
    monkeypatch.setattr(check, "FEW", few)
    lines = run(FEW_WRONG, "--all", "--file", *options)[1]
    assert [line.partition(":")[0] for line in lines[:-1]] == [
        "content/dongtai/jia.md",
        "content/dongtai/yi.md",
    ]
    assert lines[-1] == "共 2 处问题：错误 2。"


def test_of_several_those_that_are_not_there_are_named(run, capsys):
    run(FEW_WRONG)
    assert check.main(["content", "--file", "dongtai/jia.md dongtai/ding.md", "wu.md"]) == 2
    assert capsys.readouterr().err == "content 里没有这篇稿件：dongtai/ding.md、wu.md\n"


def test_one_file_that_is_not_there(tmp_path, monkeypatch, capsys):
    make_content(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert check.main(["content", "--file", "dongtai/meiyou.md"]) == 2
    assert capsys.readouterr().err == "content 里没有这篇稿件：dongtai/meiyou.md\n"
    (tmp_path / "outside.md").write_text("外面", encoding="utf-8")
    assert check.main(["content", "--file", "outside.md"]) == 2


TWO_RULES = {"dongtai/xin.md": record("一", "### 小标题\n\n正文。", 来源二="甲")}


class TestNamedRules:
    def test_only_what_they_found(self, run):
        code, (found, last) = run(TWO_RULES, "--only", "heading，dead-link")
        assert found.startswith("content/dongtai/xin.md:10:5: 提醒 heading ")
        assert (code, last) == (0, "共 1 处问题：提醒 1。")

    def test_of_one_file(self, run):
        lines = run(TWO_RULES, "--only", "key-unknown", "--file", "content/dongtai/xin.md")[1]
        assert [line.split(" ")[2] for line in lines[:-1]] == ["key-unknown"]

    def test_for_programs(self, run):
        lines = run(TWO_RULES, "--only", "heading", "--format", "json")[1]
        assert [each["rule"] for each in json.loads("\n".join(lines))] == ["heading"]

    @pytest.mark.parametrize("option", ["--only", "--rule"])
    @pytest.mark.parametrize(
        ("name", "hint"),
        [("headding", "是不是“heading”？"), ("天气", "全部规则见 docs/rules/README.md")],
    )
    def test_one_that_there_is_not(self, option, name, hint, capsys):
        assert check.main([option, name]) == 2
        assert capsys.readouterr().err == f"没有“{name}”这条规则 → {hint}\n"

    def test_one_is_explained_without_a_check(self, tmp_path, monkeypatch, capsys):
        monkeypatch.chdir(tmp_path)
        assert check.main(["--rule", "heading"]) == 0
        assert capsys.readouterr().out.startswith("heading：小标题从二级开始，不跳级\n")

    def test_a_check_that_names_none_loads_no_catalogue(self, tmp_path):
        """It would make the check of one record twice as slow."""
        script = (
            "import sys; from plugins.commands import check; check.main(sys.argv[1:]); "
            "print(*(name for name in sys.modules if name.startswith('plugins.')))"
        )
        arguments = [str(make_content(tmp_path)), "--cache", str(tmp_path / "cache")]
        done = subprocess.run(
            [sys.executable, "-c", script, *arguments],
            cwd=ROOT,
            env={**os.environ, "SOURCE_DATE_EPOCH": NOON},
            capture_output=True,
            text=True,
            check=True,
        )
        loaded = done.stdout.split()
        assert "plugins.findings" in loaded
        assert [name for name in loaded if name.startswith(("plugins.rules", "plugins.man"))] == []


@pytest.mark.parametrize("path", ["bureau.yml", "dongtai/_column.yml", "dongtai/biao.xlsx"])
def test_one_file_that_is_no_record(run, path):
    broken = {"bureau.yml": "name: [", "dongtai/_column.yml": "name: [", "dongtai/biao.xlsx": "x"}
    lines = run({path: broken[path]}, "--file", f"content/{path}")[1]
    assert {line.partition(":")[0] for line in lines[:-1]} == {f"content/{path}"}


class TestEndOfOutput:
    """Whoever stops reading, or a full disk, gets no stack trace."""

    def check(self, content, **options):
        return subprocess.run(
            [sys.executable, "-m", "plugins.commands.check", str(content), "--all"],
            cwd=ROOT,
            env={**os.environ, "SOURCE_DATE_EPOCH": NOON},
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            **options,
        )

    @pytest.fixture
    def content(self, tmp_path):
        """With more findings than a pipe holds."""
        body = "".join(f"[链接{n}](/files/meiyou-{n}.pdf)\n\n" for n in range(2000))
        return make_content(tmp_path, {"dongtai/duo.md": record("多", body)})

    def test_a_reader_that_goes(self, content):
        read, write = os.pipe()
        os.close(read)
        with os.fdopen(write, "w") as pipe:
            done = self.check(content, stdout=pipe)
        # The code says what was found, heard or not.
        assert (done.returncode, done.stderr) == (1, "")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
    def test_a_full_disk(self, content):
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = self.check(content, stdout=full)
        said = "磁盘满了，没有写完。腾出空间后再试一次。\n"
        assert (done.returncode, done.stderr) == (1, said)

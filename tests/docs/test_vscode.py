"""What VS Code is told of the project holds for what the commands print."""

import fnmatch
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from plugins.commands import check, serve
from plugins.findings import Finding, Severity, as_full_listing, as_listing
from tests.content_folder import make_content, record

ROOT = Path(__file__).resolve().parents[2]
TASKS = {
    task["label"]: task
    for task in json.loads((ROOT / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"]
}
SETTINGS = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
LEVELS = {"error": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO}


def matched(task, lines):
    """What the Problems panel would show: severity, file, line, column, code and message."""
    found = []
    for line in lines:
        for matcher in TASKS[task]["problemMatcher"]:
            pattern = matcher["pattern"]
            hit = re.search(pattern["regexp"], line)
            if hit:
                parts = [hit[pattern[key]] for key in ("file", "line", "column", "code", "message")]
                found.append((matcher["severity"], *parts))
    return found


@pytest.mark.parametrize("task", TASKS)
def test_every_finding_is_matched_once_with_its_severity(task):
    findings = [
        Finding("dead-link", severity, f"news/一 二:{name}.md", "没有“a:1:2: 错误 b c”", "改", 8, 3)
        for name, severity in LEVELS.items()
    ]
    shown = matched(task, as_full_listing(findings, "content/").split("\n"))
    assert shown == [
        (name, f"content/news/一 二:{name}.md", "8", "3", "dead-link", "没有“a:1:2: 错误 b c” → 改")
        for name in LEVELS
    ]


@pytest.mark.parametrize("task", TASKS)
def test_no_other_line_is_taken_for_a_finding(task):
    many = [Finding("dead-link", Severity.ERROR, f"n/{n}.md", f"错{n}") for n in range(60)]
    listed = as_listing(many, "content/", fresh={many[3]}).split("\n")
    # The headings take two of forty lines.
    assert len(matched(task, listed)) == 38
    assert (
        matched(task, ["正在生成……", "已生成，用时 0.3 秒，更新 2 个文件。", "12:30:05: 错误"])
        == []
    )


def test_what_a_check_prints(tmp_path, monkeypatch, capsys):
    make_content(tmp_path, {"dongtai/xin.md": record("新", 来源二="甲")})
    monkeypatch.chdir(tmp_path)
    check.main(["content", "--all"])
    (found,) = matched("检查全部稿件", capsys.readouterr().out.splitlines())
    assert found[:5] == ("error", "content/dongtai/xin.md", "8", "1", "key-unknown")


@pytest.mark.parametrize(("built", "last"), [(lambda: 2, "已生成"), (lambda: None, "生成时出错")])
def test_the_preview_says_when_a_build_begins_and_ends(capsys, built, last):
    serve.rebuild(built)
    first, *_, end = capsys.readouterr().out.splitlines()
    for matcher in TASKS["预览（保存后自动检查）"]["problemMatcher"]:
        assert re.search(matcher["background"]["beginsPattern"], first)
        assert re.search(matcher["background"]["endsPattern"], end)
        assert not re.search(matcher["background"]["endsPattern"], first)
    assert end.startswith(last)


def test_tasks_start_commands_that_there_are():
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    for task in TASKS.values():
        assert task["command"] == "make" and task["args"][0] in targets
        assert task["options"]["env"] == {"NO_COLOR": "1"}


def test_every_schema_is_wired_to_files_that_there_are():
    files = [file.relative_to(ROOT).as_posix() for file in ROOT.glob("content/**/*.yml")]
    for schema, patterns in SETTINGS["yaml.schemas"].items():
        assert (ROOT / schema).is_file()
        assert all(fnmatch.filter(files, pattern) for pattern in patterns)
    wired = {file for patterns in SETTINGS["yaml.schemas"].values() for file in files
             if any(fnmatch.fnmatch(file, pattern) for pattern in patterns)}  # fmt: skip
    assert wired == {*files}


@pytest.mark.skipif(not shutil.which("node"), reason="Node is not installed")
def test_the_schemas_of_front_matter_are_wired_to_the_records_of_their_columns():
    script = 'import("./.remarkrc.mjs").then((m) => console.log(JSON.stringify(m.default)))'
    done = subprocess.run(["node", "-e", script], cwd=ROOT, capture_output=True, check=True)
    schemas = json.loads(done.stdout)["plugins"][1][1]["schemas"]
    assert schemas["./docs/schemas/news.json"] == ["./content/news/*.md"]
    columns = {f"./{file.parent.relative_to(ROOT).as_posix()}/*.md"
               for file in ROOT.glob("content/*/_column.yml")
               if "kind: catalogue\n" not in file.read_text(encoding="utf-8")}  # fmt: skip
    assert {pattern for patterns in schemas.values() for pattern in patterns} == columns
    assert all((ROOT / schema).is_file() for schema in schemas)

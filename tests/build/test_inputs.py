"""Every input has a fingerprint: the same for the same content, another one for another."""

import marshal
import os
import subprocess
import sys

import pytest

from plugins.build.inputs import suspects
from plugins.rebuild.filling import about
from tests.build.built import ROOT, build, inputs, pages, was_taken_up
from tests.content_folder import make_content, record
from tests.relations.test_citations import COLUMN, TEXT, statute

SAMPLE = ROOT / "content"
# All kinds that any output of the sample site is made from.
KINDS = {
    "asset", "bureau", "card", "citation", "citing", "clause", "entries", "frame", "leads", "links",
    "listed", "matters", "named", "names", "place", "prompted", "record", "rows",
    "statute", "statutes", "target", "template", "title", "work",
}  # fmt: skip
ELSEWHERE = """
import sys
from pathlib import Path
from tests.build.built import build
build(Path(sys.argv[1]), Path(sys.argv[2]), workers=int(sys.argv[3]))
"""


def build_elsewhere(content, folder, workers, seed):
    """In a process of its own, where sets have another order."""
    command = [sys.executable, "-c", ELSEWHERE, str(content), str(folder), str(workers)]
    environ = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run(command, cwd=ROOT, env=environ, check=True, stdout=subprocess.DEVNULL)


def kinds(names):
    return {name.partition(" ")[0] for name in names}


def test_the_tiny_bureau_s_are_the_same_in_two_builds(tmp_path):
    content = make_content(tmp_path)
    build_elsewhere(content, tmp_path / "one", 1, "1")
    build_elsewhere(content, tmp_path / "two", 1, "2")
    assert kinds(inputs(tmp_path / "one")) < KINDS
    assert inputs(tmp_path / "one") == inputs(tmp_path / "two")


def test_the_sample_site_s_are_the_same_in_two_builds_and_of_every_kind(tmp_path):
    build_elsewhere(SAMPLE, tmp_path / "one", 1, "1")
    build_elsewhere(SAMPLE, tmp_path / "two", 2, "2")
    found = inputs(tmp_path / "one")
    assert kinds(found) == KINDS
    assert found == inputs(tmp_path / "two")
    assert pages(tmp_path / "one") == pages(tmp_path / "two")


def test_a_fingerprint_is_a_small_plain_value(tmp_path):
    build(make_content(tmp_path), tmp_path)
    assert max(len(marshal.dumps(value)) for value in inputs(tmp_path).values()) < 100


MATTERS = """\
- 事项名称: 占用道路摆摊
  领域: 街面秩序
  机构职能与权责: {文字: 巡查一组}
  执法程序: {文字: 先劝导，再立案}
  执法依据: {链接: /dongtai/xin.md}
  裁量基准: {文字: 初次不罚}
  咨询投诉: {文字: "12345"}
  处罚决定: {文字: 见县政府网站}
  救济渠道: {文字: 申请行政复议或提起行政诉讼}
"""
BEFORE = {
    "fagui/_column.yml": COLUMN,
    "fagui/jiemian.md": statute(),
    "fagui/jiemian-2020.md": statute("青禾县街面办法", TEXT, 时效性="已修改"),
    "dongtai/xin.md": record("新办法", "依据《青禾县街面办法》第二条处理。"),
    "dongtai/jian.md": record("简", "依据《街面条例》第二条处理。"),
    "dongtai/lai.md": record("来人", "[新](xin.md)", 相关稿件="dongtai/xin"),
    "shixiang/items.yml": MATTERS,
}
SAID = "依据《青禾县街面办法》第二条处理，并说明理由。"
EDITS = {
    "a text": {"dongtai/xin.md": record("新办法", SAID)},
    "words before a citation": {
        "dongtai/xin.md": record(
            "新办法", "先说一句。\n\n再说一句，依据《青禾县街面办法》第二条处理。"
        )
    },
    "a title": {"dongtai/xin.md": record("新规定", "依据《青禾县街面办法》第二条处理。")},
    "a clause": {"fagui/jiemian.md": statute(text=TEXT.replace("收摊时清扫", "收摊后清扫"))},
    "an older version": {
        "fagui/jiemian-2020.md": statute(text=TEXT.replace("三个月", "六个月"), 时效性="已修改")
    },
}


@pytest.fixture
def edit(tmp_path):
    """A function that changes files of a built site and builds it again, and once from nothing.

    All three are folders of a build: before, again, and from nothing.
    """

    def edit(files):
        content = make_content(tmp_path, BEFORE)
        build(content, tmp_path / "before")
        build(content, tmp_path / "again")
        for path, text in files.items():
            (content / path).write_text(text, encoding="utf-8")
        taken_up = was_taken_up(build(content, tmp_path / "again"))
        build(content, tmp_path / "anew")
        return taken_up, *(tmp_path / name for name in ("before", "again", "anew"))

    return edit


@pytest.mark.parametrize("files", EDITS.values(), ids=EDITS)
def test_after_an_edit_of_texts_nothing_but_suspects_has_changed(edit, files):
    taken_up, before, again, anew = edit(files)
    held, now = inputs(before), inputs(anew)
    changed = {name for name in held.keys() & now.keys() if held[name] != now[name]}
    ids = {path.removesuffix(".md") for path in files}
    of_law = any(identifier.startswith("fagui/") for identifier in ids)
    statutes = {"fagui/jiemian", "fagui/jiemian-2020"} if of_law else set()
    things, kinds = suspects(ids, statutes, pieces=True, others=set())
    assert taken_up
    assert changed
    assert {x for x in changed if about(x) not in things or x.split()[0] not in kinds} == set()
    assert pages(again) == pages(anew)


@pytest.mark.parametrize("fields", [{"简称": "街面条例"}, {"文号": "青政〔2020〕1号"}])
def test_the_facts_of_a_statute_arrange_the_site_anew(edit, fields):
    taken_up, _, again, anew = edit({"fagui/jiemian.md": statute(**fields)})
    assert not taken_up
    assert inputs(again) == inputs(anew)
    assert pages(again) == pages(anew)

"""What a page is made from is known: after any change a rebuild is what a clean build is."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest

from plugins.build import pipeline
from plugins.build.errors import RenderError
from plugins.build.pipeline import Build
from plugins.dependencies import DEPENDENCIES
from plugins.incremental import nodes as module
from plugins.incremental.dependency import Dependency
from plugins.theme.rendering import Renderer
from tests.build.built import NOW, ROOT, build, nodes, pages
from tests.content_folder import make_content, record
from tests.relations.test_citations import COLUMN, TEXT, statute

SAMPLE = ROOT / "content"
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


def kinds(folder):
    return {kind for dependencies in nodes(folder).values() for kind, _ in dependencies}


def test_the_sample_site_has_dependencies_of_every_kind_the_same_in_two_builds(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    build_elsewhere(SAMPLE, tmp_path / "one", 1, "1")
    build_elsewhere(SAMPLE, tmp_path / "two", 2, "2")
    # The sample has no dead link, for which something would be suggested; rows of data and the
    # records of the whole site are read for values that have a kind of their own.
    unused = {"any-record", "row", "records"}
    assert kinds(tmp_path / "one") == {kind.name for kind in DEPENDENCIES} - unused
    assert nodes(tmp_path / "one") == nodes(tmp_path / "two")
    assert pages(tmp_path / "one") == pages(tmp_path / "two")


def test_a_kind_that_is_not_registered_is_refused():
    with pytest.raises(KeyError):
        DEPENDENCIES.of(Dependency("weather", "today"))


def test_two_kinds_with_one_name_are_refused():
    with pytest.raises(ValueError, match="card"):
        DEPENDENCIES.add("card", str, "", lambda _site, _key: None)


MATTERS = """\
- 事项名称: 占用道路摆摊
  网址名: baitan
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
CITING = "依据《青禾县街面办法》第二条处理"
EDITS = {
    "a text": {"dongtai/xin.md": record("新办法", f"{CITING}，并说明理由。")},
    "words before a citation": {
        "dongtai/xin.md": record("新办法", f"先说一句。\n\n再说一句，{CITING}。")
    },
    "a title": {"dongtai/xin.md": record("新规定", f"{CITING}。")},
    "a citation more": {"dongtai/xin.md": record("新办法", f"{CITING}，并适用第三条。")},
    "no citation any more": {"dongtai/xin.md": record("新办法", "另行处理。")},
    "a clause": {"fagui/jiemian.md": statute(text=TEXT.replace("收摊时清扫", "收摊后清扫"))},
    "a clause that is gone": {"fagui/jiemian.md": statute(text=TEXT.partition("第三条")[0])},
    "an older version": {
        "fagui/jiemian-2020.md": statute(text=TEXT.replace("三个月", "六个月"), 时效性="已修改")
    },
    "a short title": {"fagui/jiemian.md": statute(简称="街面条例")},
    "a document number": {"fagui/jiemian.md": statute(文号="青政〔2020〕1号")},
    "a date": {"dongtai/xin.md": record("新办法", f"{CITING}。", "2025-03-01 09:00")},
    "a new record": {"dongtai/duo.md": record("又一篇", "[新](xin.md)", "2026-10-01 09:00")},
    "a record that is gone": {"dongtai/jian.md": None},
    "one that others name is gone": {"dongtai/xin.md": None},
    "a draft": {"dongtai/xin.md": record("新办法", f"{CITING}。", 状态="草稿")},
    "a statute is gone": {"fagui/jiemian-2020.md": None},
    "another file": {
        "dongtai/jian.md": None,
        "dongtai/bie.md": record("简", "依据《街面条例》第二条处理。", 网址名="jian"),
    },
    "one address twice": {"dongtai/bie.md": record("别", 网址名="jian")},
    "an attachment": {"files/xuncha.csv": "街道,次数\n甲街,3\n"},
    "a data file": {"shixiang/items.yml": MATTERS.replace("初次不罚", "初次免罚")},
    "an item that names a record": {
        "shixiang/items.yml": MATTERS.replace(
            "baitan\n", "baitan\n  相关稿件: zhengce/jiemian-banfa\n"
        )
    },
    "the address of an item": {"shixiang/items.yml": MATTERS.replace("baitan", "zhandao")},
    "a mistake in a text": {"dongtai/xin.md": record("新办法", "[这里](/files/meiyou.pdf)")},
    "a mistake elsewhere": {"shixiang/items.yml": MATTERS.replace("街面秩序", "街面")},
    "a warning": {"dongtai/jian.md": record("简", "街面。").replace("初审: 甲\n", "")},
    "a warning that moves": {"dongtai/xin.md": record("新办法", "![](/images/emblem.svg)")},
    "a record that can't be read": {"dongtai/lai.md": "---\n标题: 来人\n"},
    "a column's words": {"dongtai/_column.yml": lambda text: text.replace("name: ", "name: 新")},
}


def apply(content, files):
    for path, text in files.items():
        file = content / path
        if text is None:
            file.unlink()
        elif callable(text):
            file.write_text(text(file.read_text(encoding="utf-8")), encoding="utf-8")
        else:
            file.write_text(text, encoding="utf-8")


def assert_same(one, other):
    assert pages(one) == pages(other)
    ours, clean = nodes(one), nodes(other)
    assert ours.keys() == clean.keys()
    assert {name: found for name, found in ours.items() if found != clean[name]} == {}


@pytest.mark.parametrize("files", EDITS.values(), ids=EDITS)
def test_a_rebuild_is_what_a_clean_build_is(tmp_path, files):
    content = make_content(tmp_path, BEFORE)
    build(content, tmp_path / "again")
    before = {path: (content / path).read_bytes() for path in files if (content / path).exists()}
    new = [path for path in files if path not in before]
    apply(content, files)
    build(content, tmp_path / "again")
    build(content, tmp_path / "anew")
    assert_same(tmp_path / "again", tmp_path / "anew")
    # And back: what was gone is there again.
    for path, data in before.items():
        (content / path).write_bytes(data)
    for path in new:
        (content / path).unlink()
    build(content, tmp_path / "again")
    build(content, tmp_path / "back")
    assert_same(tmp_path / "again", tmp_path / "back")


@pytest.mark.parametrize("edit", ["a title", "a new record", "one that others name is gone"])
def test_nodes_that_are_saved_while_others_are_rendered(tmp_path, monkeypatch, edit):
    content = make_content(tmp_path, BEFORE)
    monkeypatch.setattr(pipeline, "MANY", 1)
    build(content, tmp_path / "again", workers=2)
    apply(content, EDITS[edit])
    build(content, tmp_path / "again")
    monkeypatch.undo()
    build(content, tmp_path / "anew")
    assert_same(tmp_path / "again", tmp_path / "anew")


def test_the_page_of_a_statute_depends_once_on_all_that_cites_it(tmp_path):
    files = {"fagui/_column.yml": COLUMN, "fagui/jiemian.md": statute()}
    files["dongtai/a.md"] = record("甲", "《青禾县街面办法》第二条")
    build(make_content(tmp_path, files), tmp_path)
    found = nodes(tmp_path)["page fagui/jiemian.html"]
    assert [key for kind, key in found if kind == "citing"] == ["fagui/jiemian"]


def test_a_build_that_fails_while_rendering_leaves_no_node(tmp_path, monkeypatch):
    content = make_content(tmp_path, BEFORE)
    build(content, tmp_path)
    before, written = nodes(tmp_path), pages(tmp_path)
    apply(content, EDITS["a title"])
    monkeypatch.setattr(pipeline, "MANY", 1)
    rendered = Renderer.render
    calls = []

    def render(self, output):
        calls.append(output)
        if len(calls) > 3:
            raise ZeroDivisionError
        return rendered(self, output)

    monkeypatch.setattr(Renderer, "render", render)
    with pytest.raises(RenderError):
        build(content, tmp_path)
    assert len(calls) == 4
    assert nodes(tmp_path) == before
    assert pages(tmp_path) == written
    monkeypatch.undo()
    build(content, tmp_path)
    build(content, tmp_path / "anew")
    assert nodes(tmp_path) == nodes(tmp_path / "anew")


def test_the_process_whose_memory_workers_share_has_no_dictionary_of_pinyin(tmp_path):
    check = f"{ELSEWHERE}assert 'pypinyin' not in sys.modules"
    command = [sys.executable, "-c", check, str(SAMPLE), str(tmp_path), "2"]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def test_after_a_day_a_rebuild_is_what_a_clean_build_is(tmp_path):
    later = {"dongtai/hou.md": record("以后", published="2026-11-24 08:00")}
    content = make_content(tmp_path, BEFORE | later)
    build(content, tmp_path / "again")
    for days in (1, 2, 40):
        now = NOW + timedelta(days=days)
        build(content, tmp_path / "again", now=now)
        build(content, tmp_path / f"anew {days}", now=now)
        assert_same(tmp_path / "again", tmp_path / f"anew {days}")


def test_a_new_record_leaves_the_others_as_they_are(tmp_path):
    content = make_content(tmp_path, BEFORE)
    build(content, tmp_path / "again")
    apply(content, EDITS["a new record"])
    rendered = build(content, tmp_path / "again").rendered
    assert {"dongtai/2026/duo.html", "dongtai/2026/riji-7.html", "dongtai/index.html"} <= {
        *rendered
    }
    others = {"zhengce/2026/jiemian-banfa.html", "fagui/jiemian.html", "fagui/index.html"}
    assert not others & {*rendered}


class Watched:
    """Records which records are opened while a fingerprint is computed."""

    def __init__(self, monkeypatch):
        self.opened = set()
        real = Build._connect_site

        def connect_site(build_, site):
            real(build_, site)
            open_record = site.library.open_record

            def watched(path):
                self.opened.add(path)
                return open_record(path)

            site.library.open_record = watched

        monkeypatch.setattr(Build, "_connect_site", connect_site)


# Scopes that stand for many records at once.
OF_MANY = {"statutes", "records", "entries", "citations", "external", "frame", "theme"}
OF_COLUMN = {"column", "parts"}


def test_a_fingerprint_reads_only_records_of_its_scope(tmp_path, monkeypatch):
    """The scope of a dependency is trusted: a change outside of it never leads to its nodes."""
    watched, outside, seen = Watched(monkeypatch), [], set()
    real = module.Nodes.fingerprint

    def fingerprint(self, dependency):
        library = self._site.library
        # Open everything anew, so that what is read is seen.
        library.records.forget()
        self._site.graph.forget_statutes()
        self._site.graph.statutes  # noqa: B018
        library.records.forget()
        watched.opened.clear()
        found = real(self, dependency)
        scope, _, key = self.scope(dependency).partition(" ")
        allowed = {key, library.ids_by_path.get(f"{key}.md")}
        ids = {library.ids_by_path.get(path, path) for path in watched.opened}
        if scope not in OF_MANY:
            if scope in OF_COLUMN:
                ids = {id for id in ids if not id.startswith(f"{key}/")}
            seen.add(dependency.kind)
            outside.extend((dependency, id) for id in ids - allowed)
        return found

    monkeypatch.setattr(module.Nodes, "fingerprint", fingerprint)
    build(make_content(tmp_path, BEFORE), tmp_path)
    assert outside == []
    assert {"record", "title", "card", "clause", "statute", "target", "backlinks"} <= seen

"""A session says what it does, keeps others away, and continues where the store is damaged."""

import shutil

import pytest
from jinja2 import Environment, FileSystemLoader

from plugins.build import session as module
from plugins.build.options import BuildOptions
from plugins.build.pipeline import Build
from plugins.build.session import BuildSession
from plugins.workers import parallel
from tests.build.test_build import NOON, ROOT, paths_in
from tests.content_folder import make_content

ENV = Environment(loader=FileSystemLoader(ROOT / "theme/templates"))
EDITED = "dongtai/2026/riji-1.html"


@pytest.fixture
def options(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    where = (make_content(tmp_path), ROOT / "theme", tmp_path / "output", tmp_path / "cache")
    return BuildOptions(*where, address="https://a.example", relative=False, workers=2)


def run(options):
    """Build, and the paths that were written."""
    session = BuildSession(options, "the same program", lambda: ENV)
    try:
        session.prepare()
        return session.write(False)
    finally:
        session.close()


def tree(options):
    return {path: (options.output / path).read_bytes() for path in paths_in(options.output)}


def edit(options):
    text = options.content / "dongtai/riji-1.md"
    text.write_text(text.read_text(encoding="utf-8") + "\n又一段。\n", encoding="utf-8")


def test_without_a_safe_fork_it_says_so_and_builds_the_same(options, monkeypatch, capsys, tmp_path):
    run(options)
    assert "分几个进程" not in capsys.readouterr().out
    forked = tree(options)
    monkeypatch.setattr(parallel, "can_fork", lambda: False)
    monkeypatch.setattr(module, "can_fork", lambda: False)
    alone = BuildOptions(
        *(options.content, options.theme, tmp_path / "b", options.cache),
        address=options.address,
        relative=False,
        workers=2,
    )
    run(alone)
    assert "这个系统不能分几个进程生成，改用一个进程。" in capsys.readouterr().out
    assert tree(alone) == forked


def damage_it(file):
    whole = file.read_bytes()
    file.write_bytes(bytes([whole[0] ^ 0xFF]) + whole[1:-3] + b"xyz")


def flip_a_bit_in_the_middle(file):
    whole = bytearray(file.read_bytes())
    whole[len(whole) // 2] ^= 1
    file.write_bytes(whole)


@pytest.mark.parametrize(
    "damage",
    [damage_it, flip_a_bit_in_the_middle, lambda file: file.write_bytes(b"")],
    ids=["bytes", "a bit", "empty"],
)
def test_a_damaged_store_is_built_again(options, capsys, damage):
    run(options)
    before = tree(options)
    [file] = options.cache.glob("*.sqlite")
    damage(file)
    edit(options)
    assert EDITED in run(options)
    assert capsys.readouterr().out.count("上次留下的结果已损坏，这次全部重新生成。") == 1
    assert tree(options).keys() == before.keys()
    run(options)
    assert "没有变化" in capsys.readouterr().out


def test_a_page_that_goes_while_the_store_is_damaged_is_deleted(options):
    run(options)
    [file] = options.cache.glob("*.sqlite")
    flip_a_bit_in_the_middle(file)
    (options.content / "dongtai/riji-1.md").unlink()
    run(options)
    assert EDITED not in tree(options)


def test_a_project_that_was_moved_leaves_no_page_behind(options, tmp_path):
    run(options)
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    for folder in (options.content, options.output, options.cache):
        folder.rename(moved / folder.name)
    there = BuildOptions(
        *(moved / "content", options.theme, moved / "output", moved / "cache"),
        address=options.address,
        relative=False,
        workers=1,
    )
    (there.content / "dongtai/riji-1.md").unlink()
    run(there)
    assert EDITED not in tree(there)
    clean = BuildOptions(
        *(there.content, there.theme, tmp_path / "clean", tmp_path / "clean cache"),
        address=options.address,
        relative=False,
        workers=1,
    )
    run(clean)
    assert tree(there) == tree(clean)


@pytest.mark.parametrize("change", [edit, lambda options: None], ids=["an edit", "nothing"])
def test_pages_of_a_killed_build_go_when_the_next_one_does_not_plan_them(
    options, monkeypatch, change
):
    run(options)
    before, kept = tree(options), options.cache / "kept"
    shutil.copytree(options.output, kept)
    added = options.content / "dongtai/riji-9.md"
    added.write_text((options.content / "dongtai/riji-1.md").read_text("utf-8"), "utf-8")

    def end(*_arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Build, "_save", end)
        run(options)
    assert "dongtai/2026/riji-9.html" in tree(options)

    for path in before:
        # As if it had been killed before it came to those that were there.
        shutil.copy2(kept / path, options.output / path)
    added.unlink()
    change(options)
    run(options)
    assert tree(options).keys() == before.keys()
    assert run(options) == []


def test_while_it_is_open_no_other_is_at_its_output(options):
    first = BuildSession(options, "the same program", lambda: ENV)
    with pytest.raises(SystemExit, match="另一个生成正在写"):
        BuildSession(options, "the same program", lambda: ENV)
    first.close()
    run(options)


def test_what_goes_wrong_in_one_file_is_a_finding_and_the_rest_is_built(
    options, capsys, monkeypatch
):
    from plugins.records import reader

    real = reader.split

    def split(text, path):
        if path == "dongtai/riji-1.md":
            raise RecursionError("太深")
        return real(text, path)

    monkeypatch.setattr(reader, "split", split)
    run(options)
    said = capsys.readouterr().out
    assert "dongtai/riji-1.md:1:1: 错误 unreadable 这篇稿件读不下去（RecursionError：太深）" in said
    assert "有 1 篇稿件因错误没有放上网站。" in said
    assert EDITED not in tree(options)
    assert "dongtai/2026/riji-2.html" in tree(options)


def test_what_goes_wrong_in_a_view_names_the_page_and_the_record(options, monkeypatch):
    from plugins.views import records

    def record_page(_site, _links, identifier, *_beside):
        raise ZeroDivisionError(identifier)

    monkeypatch.setattr(records, "record_page", record_page)
    record_page.__module__, record_page.__qualname__ = records.__name__, "record_page"
    with pytest.raises(SystemExit) as ended:
        run(options)
    said = str(ended.value)
    assert said.startswith("生成 ")
    assert "（稿件 " in said
    assert "已有的网站没有改动。" in said
    assert tree(options) == {}

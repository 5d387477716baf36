"""A run says what it does, keeps others away, and goes on where something kept is damaged."""

import pytest
from jinja2 import Environment, FileSystemLoader

from plugins.build.run import Run
from plugins.build.told import Told
from plugins.rebuild import workers
from tests.build.test_build import NOON, ROOT, paths_in
from tests.content_folder import make_content

ENV = Environment(loader=FileSystemLoader(ROOT / "theme/templates"))


@pytest.fixture
def told(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    where = (make_content(tmp_path), ROOT / "theme", tmp_path / "output", tmp_path / "cache")
    return Told(*where, address="https://a.example", relative=False, workers=2)


def run(told):
    """Build, and the paths that were written."""
    opened = Run(told, "the same program", "", lambda: ENV)
    try:
        opened.prepare()
        return opened.write()
    finally:
        opened.close()


def tree(told):
    return {path: (told.output / path).read_bytes() for path in paths_in(told.output)}


def test_without_a_safe_fork_it_says_so_and_builds_the_same(told, monkeypatch, capsys, tmp_path):
    run(told)
    assert "分几个进程" not in capsys.readouterr().out
    forked = tree(told)
    monkeypatch.setattr(workers, "can_fork", lambda: False)
    monkeypatch.setattr("plugins.build.run.can_fork", lambda: False)
    alone = Told(*(told.content, told.theme, tmp_path / "b", told.cache), address=told.address,
                 relative=False, workers=2)  # fmt: skip
    run(alone)
    assert "这个系统不能分几个进程生成，改用一个进程。" in capsys.readouterr().out
    assert tree(alone) == forked


@pytest.mark.parametrize("kept", ["shelf-rows", "shelf-traces", "part-standing", "part-sums"])
def test_what_is_damaged_is_made_anew(told, capsys, kept):
    run(told)
    before = tree(told)
    [file] = told.cache.glob(f"*/{kept}-*")
    whole = file.read_bytes()
    file.write_bytes(bytes([whole[0] ^ 0xFF]) + whole[1:-3] + b"xyz")
    text = told.content / "dongtai/riji-1.md"
    text.write_text(text.read_text(encoding="utf-8") + "\n又一段。\n", encoding="utf-8")
    assert "dongtai/2026/riji-1.html" in run(told)
    assert "上次留下的结果已损坏，这次全部重新生成。" in capsys.readouterr().out
    assert tree(told).keys() == before.keys()


def test_while_it_is_open_no_other_is_at_its_output(told):
    first = Run(told, "the same program", "", lambda: ENV)
    with pytest.raises(SystemExit, match="另一个生成正在写"):
        Run(told, "the same program", "", lambda: ENV)
    first.close()
    run(told)

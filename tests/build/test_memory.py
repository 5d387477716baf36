"""What workers share the memory of: what is in the store is not kept in memory as well."""

import sqlite3

import pytest

from plugins.build.errors import RenderError
from plugins.build.index import Index
from plugins.build.pipeline import Build
from plugins.theme.rendering import Renderer
from plugins.workers.parallel import FEW
from tests.build.built import build, nodes, pages
from tests.content_folder import make_content, record

MANY = 2 * FEW + 10


@pytest.fixture
def content(tmp_path):
    # A title of its own for each: two in one column are found by a rule.
    return make_content(tmp_path, {f"dongtai/n{n}.md": record(f"第{n}篇") for n in range(MANY)})


def rows_before(monkeypatch, owner, name, folder, sql):
    """Counts, before `owner.name` is called, what other processes find in the store."""
    called, counted = getattr(owner, name), []

    def count(*args):
        store = sqlite3.connect(folder / "store.sqlite")
        counted.extend(store.execute(sql).fetchone())
        store.close()
        return called(*args)

    monkeypatch.setattr(owner, name, count)
    return counted


@pytest.mark.parametrize("workers", [1, 2])
def test_what_files_gave_is_stored_while_others_are_parsed(tmp_path, monkeypatch, content, workers):
    sql = "SELECT count(*) FROM source"
    stored = rows_before(monkeypatch, Index, "replace", tmp_path, sql)
    build(content, tmp_path, workers)
    assert len(stored) == 1
    assert stored[0] > MANY - FEW


def test_what_records_name_is_stored_before_workers_render(tmp_path, monkeypatch, content):
    sql = "SELECT count(*) FROM node WHERE name GLOB 'connections *'"
    stored = rows_before(monkeypatch, Build, "_render", tmp_path, sql)
    build(content, tmp_path)
    assert len(stored) == 1
    assert stored[0] > MANY


def test_of_few_files_nothing_is_stored_before_all_is_rendered(tmp_path, monkeypatch):
    content = make_content(tmp_path)
    sql = "SELECT (SELECT count(*) FROM source) + (SELECT count(*) FROM node)"
    stored = rows_before(monkeypatch, Build, "_render", tmp_path, sql)
    build(content, tmp_path)
    assert stored == [0]


def test_after_a_build_of_many_that_failed_the_next_is_a_clean_one(tmp_path, monkeypatch, content):
    def fail(*_args):
        raise ZeroDivisionError

    monkeypatch.setattr(Renderer, "render", fail)
    with pytest.raises(RenderError):
        build(content, tmp_path / "again")
    monkeypatch.undo()
    (content / "dongtai/n1.md").write_text(record("另一篇"), encoding="utf-8")
    build(content, tmp_path / "again")
    build(content, tmp_path / "anew")
    assert nodes(tmp_path / "again") == nodes(tmp_path / "anew")
    assert pages(tmp_path / "again") == pages(tmp_path / "anew")

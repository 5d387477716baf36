"""`make docs`, and that the committed docs are what it writes."""

from pathlib import Path

import pytest

from plugins.commands import manual

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize("name", manual.MANUALS)
def test_the_committed_manual_is_what_the_models_give_now(name):
    committed = (DOCS / name).read_text(encoding="utf-8")
    assert committed == manual.MANUALS[name](), f"docs/{name} is out of date: run make docs"


def test_it_writes_every_manual_into_the_folder_and_says_so(tmp_path, capsys):
    folder = tmp_path / "new"
    assert manual.main([str(folder)]) == 0
    assert {file.name for file in folder.iterdir()} == set(manual.MANUALS)
    assert str(folder / "fields.md") in capsys.readouterr().out


def test_a_second_run_changes_nothing(tmp_path):
    manual.main([str(tmp_path)])
    first = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    manual.main([str(tmp_path)])
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == first

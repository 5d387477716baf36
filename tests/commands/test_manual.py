"""`make docs`; tests/docs/test_generated.py compares what it writes with what is committed."""

from plugins.commands import manual


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

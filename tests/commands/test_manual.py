"""`make docs`; tests/docs/test_generated.py compares what it writes with what is committed."""

from plugins.commands import manual


def files_in(folder):
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_it_writes_everything_into_the_folder_and_says_so(tmp_path, capsys):
    folder = tmp_path / "new"
    assert manual.main([str(folder)]) == 0
    assert {*files_in(folder)} == {*manual.MANUALS}
    assert f"已写入 {folder}/docs/fields.md" in capsys.readouterr().out


def test_a_second_run_changes_nothing(tmp_path):
    manual.main([str(tmp_path)])
    first = files_in(tmp_path)
    manual.main([str(tmp_path)])
    assert files_in(tmp_path) == first
